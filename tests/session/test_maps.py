"""Maps of causes in a session: kept in its journal, and run beside it."""

from pathlib import Path

import pytest

from game.beside import beside
from game.city.model import Cause, CauseKind
from game.city.scoring import gauge, level_of
from game.city.state import pushed_by
from game.content.causalmap import Arrow, CausalMap, Moment
from game.content.maplinks import Laid
from game.engine.moves import Adjust, Draw
from game.journal.file import read_journal
from game.replaying import otherwise, replayed, resume
from game.session import Session
from game.turns import digest
from tests.engine.table import loaded, rules
from tests.session.rooms import carry_on, session

MAP = CausalMap("Amélie, « les voisines »", (Arrow("prosperity", "affordability", -3), Arrow("sensing", "safety", 3)))
LINK = "prosperity>affordability"


def played(*moves: object) -> Session:
    """Returns a whole session by the mayor, in which prosperity grows, after some first moves."""
    table = session(procedure="mayor", seed=2)
    for move in moves:
        table.submit(move)
    carry_on(table)
    return table


def test_a_map_is_in_the_journal_and_comes_back(tmp_path: Path) -> None:
    """Replayed from its file, the wall hangs as it did, accents and signs included."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    table.submit(Draw(MAP, Moment.BEFORE))
    carry_on(table, 6)
    table.submit(Draw(CausalMap("la salle", MAP.arrows[1:]), Moment.DURING))

    again = replayed(path, read_journal(path), loaded(), rules())

    assert table.states == again.states
    assert [Moment.BEFORE, Moment.DURING] == [drawn.moment for drawn in again.state.maps]


def test_a_map_taken_back_is_off_the_wall(tmp_path: Path) -> None:
    """Undo takes back a map like any other move, in the journal too."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    table.submit(Draw(MAP, Moment.BEFORE))
    table.undo()

    assert () == table.state.maps
    assert () == replayed(path, read_journal(path), loaded(), rules()).state.maps


def test_a_session_that_is_over_takes_the_map_drawn_after_it(tmp_path: Path) -> None:
    """Resumed after its end, a session still takes a map, on disk at once."""
    path = tmp_path / "session.jsonl"
    table = session(path, rounds=2)
    carry_on(table)
    table.close()

    resumed, _ = resume(path, loaded(), rules())
    resumed.submit(Draw(MAP, Moment.AFTER))
    resumed.close()

    assert [MAP] == [drawn.map for drawn in replayed(path, read_journal(path), loaded(), rules()).state.maps]


def test_a_map_changes_nothing_in_the_course_of_a_session() -> None:
    """With and without it the city goes the same way."""
    assert played().cities == played(Draw(MAP, Moment.BEFORE)).cities


def test_an_empty_wall_adds_nothing_to_the_fingerprint_of_a_state() -> None:
    """Journals from before there were maps replay as they did; a map on the wall is part of what must come back."""
    table = session(seed=1)
    bare = digest(table.game, table.state)
    table.submit(Draw(MAP, Moment.BEFORE))
    hung = digest(table.game, table.state)
    table.submit(Draw(CausalMap(MAP.author, ()), Moment.BEFORE))

    assert hung != bare == digest(table.game, table.state)


def test_under_the_rules_own_links_the_session_is_the_same() -> None:
    """An empty map laid over the rules changes nothing, to the last milli-point."""
    table = played()

    found = beside(table, CausalMap("nobody", ()), Laid.OVER)

    assert (table.cities, 0, 100) == (found.other.cities, found.lost, found.percent)
    assert {} == found.causes("quality")


def test_alone_only_the_maps_arrows_push() -> None:
    """No link of the rules has a part in any cell of the city."""
    found = beside(played(), MAP, Laid.ALONE)

    model = found.other.game.model
    links = {cause.id for cause in model.channels.causes if cause.kind is CauseKind.LINK}
    assert links == {"prosperity>affordability", "sensing>safety"}
    assert pushed_by(model, found.city, Cause(CauseKind.LINK, "sensing>safety"))


@pytest.mark.parametrize("laid", Laid)
@pytest.mark.parametrize("name", ["economy", "ecology", "surveillance", "quality"])
def test_the_causes_of_a_difference_sum_to_it(laid: Laid, name: str) -> None:
    """Which arrows did it is told to the last milli-point."""
    table = played()

    found = beside(table, MAP, laid)

    model = table.game.model
    difference = gauge(model, found.city.values, name) - gauge(model, table.cities[-1].values, name)
    assert difference == sum(found.causes(name).values())


def test_an_arrow_that_differs_is_named_as_a_cause() -> None:
    """Sensors that make people safer, as the map has it, lift measured quality."""
    found = beside(played(), MAP, Laid.OVER)

    assert found.causes("quality")[Cause(CauseKind.LINK, "sensing>safety")] > 0


def test_where_the_map_speaks_what_the_room_moved_is_left_out() -> None:
    """A link erased by the room acts again under a map that draws it; one the map lacks stays erased."""
    other = "efficiency>prosperity"
    table = played(Adjust(LINK, 0), Adjust(other, 0))

    found = beside(table, MAP, Laid.OVER)

    assert {other: 0} == dict(found.city.adjusted)
    assert pushed_by(found.other.game.model, found.city, Cause(CauseKind.LINK, LINK))
    assert 0 == found.lost
    assert {} == dict(beside(table, MAP, Laid.ALONE).city.adjusted)


def test_the_session_that_was_played_stays_as_it_was() -> None:
    """Running it beside itself touches neither its state nor its wall."""
    table = played(Draw(MAP, Moment.BEFORE))
    before = table.states

    beside(table, MAP, Laid.ALONE)

    assert before == table.states


def test_levels_can_be_read_off_both_cities() -> None:
    """Lived quality, equity and the displaced are there to compare."""
    table = played()
    found = beside(table, MAP, Laid.OVER)

    pairs = [
        (level_of(table.game.model, table.cities[-1], name), level_of(found.other.game.model, found.city, name))
        for name in ("lived", "equity", "displaced")
    ]
    assert all(was >= 0 and would >= 0 for was, would in pairs)
    assert any(was != would for was, would in pairs)


def test_contesting_a_link_still_works_with_a_map_on_the_wall() -> None:
    """The two ways of doubting the rules don't get in each other's way."""
    other, lost = otherwise(played(Draw(MAP, Moment.BEFORE)), [Adjust(LINK, 0)])

    assert ([MAP], 0) == ([drawn.map for drawn in other.state.maps], lost)
