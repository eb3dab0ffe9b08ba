"""Rulers, what-ifs, commitments and what was recorded: in figures, on the page, and true to the session."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.shapes import StakeholderId
from game.report.governing import recount
from game.report.page import render
from game.report.recorded import recorded
from game.report.rulers import ROOM, rulers
from game.report.summary import summarised
from game.report.whatif import what_if
from game.session import Session
from game.whatif.departing import Departure, Kind, departures, elsewhere, rounds
from game.wording.teller import Teller
from game.wording.words import words_in
from tests.session.rooms import carry_on, session

TODAY = datetime.date(2026, 1, 31)
WAYS = ("majority", "mayor", "consent", "budget", "algorithm", "ranked", "experts")


@pytest.fixture(scope="module")
def played() -> Session:
    """Returns a session of four rounds that computer players have ended."""
    table = session(rounds=4)
    carry_on(table)
    return table


def teller(table: Session, language: str = "en") -> Teller:
    """Returns what tells a session."""
    return Teller(table.game, words_in(language))


def test_a_score_is_the_sum_of_its_parts(played: Session) -> None:
    """Each ruler's score is what its levels give, to the milli-point, and stays between 0 and 100."""
    for ruler in rulers(played, teller(played)):
        assert (ruler.before, ruler.after) == (sum(p.before for p in ruler.parts), sum(p.after for p in ruler.parts))
        assert 0 <= ruler.after <= 100_000


@given(points=st.lists(st.integers(0, 100), min_size=5, max_size=5).filter(any))
@settings(max_examples=25, deadline=None)
def test_any_weights_of_the_room_make_a_ruler(played: Session, points: list[int]) -> None:
    """Whatever points it shares out, the room's ruler is the weighted mean; what weighs nothing is left out."""
    names = played.game.model.rules.rulers.room
    played.weights = tuple(zip(names, points, strict=True))

    room = rulers(played, teller(played))[-1]

    assert (ROOM, sum(p.after for p in room.parts)) == (room.id, room.after)
    assert sum(map(bool, points)) == len(room.parts)


def test_a_room_that_weighed_nothing_has_no_ruler(played: Session) -> None:
    """Only the three visions of the paper then measure the session."""
    played.weights = ()

    assert ["digital_business", "eco_techno", "ethic_human"] == [each.id for each in rulers(played, teller(played))]


@pytest.mark.parametrize("way", WAYS)
def test_a_session_played_otherwise_reaches_as_far(way: str) -> None:
    """Whatever would have been different, as many rounds are played, by people's moves or by computer players."""
    table = session(procedure=way, rounds=2)
    carry_on(table)

    for computers in (False, True):
        for each in departures(table, 2)[::3]:
            assert len(table.cities) == len(elsewhere(table, each, computers).cities)


def test_nothing_otherwise_changes_nothing(played: Session) -> None:
    """With the answer that was chosen in its own place, the moves all hold and the city is the same."""
    first = next(each for each in departures(played, 1) if each.kind is Kind.ANSWER)
    same = Departure(1, Kind.ANSWER, first.was, first.challenge, first.was)

    found = elsewhere(played, same)

    assert (0, True) == (found.lost, found.held)
    assert played.cities[-1].values.tolist() == found.cities[-1].values.tolist()


def test_what_came_before_stays_as_it_was(played: Session) -> None:
    """The rounds before a departure are those that were played; the session itself is not touched."""
    before, last = len(played.turns), rounds(played)[-1]

    found = elsewhere(played, departures(played, last)[0])

    assert [c.values.tolist() for c in played.cities[:last]] == [c.values.tolist() for c in found.cities[:last]]
    assert before == len(played.turns)


def test_an_answer_that_loses_all_the_same_is_said_to(played: Session) -> None:
    """A what-if says what the table would have come to instead, and never claims an answer won that did not."""
    every = [elsewhere(played, each) for n in rounds(played)[:2] for each in departures(played, n)[:3]]

    told = [(other.held, what_if(played, teller(played), other).came) for other in every]

    assert all(bool(came) != held for held, came in told)


def test_what_the_optimiser_picked_could_only_have_been_refused() -> None:
    """Nobody proposes another answer then; refused, the pick is not built, whatever the table does after it."""
    table = session(procedure="algorithm", rounds=2)
    carry_on(table)

    answers = [each for each in departures(table, 1) if each.kind is Kind.ANSWER]
    found = [elsewhere(table, each) for each in answers]

    assert answers and all(each.picked and not each.of for each in answers)
    assert all(other.held for other in found)
    assert all("refused" in what_if(table, teller(table, "en"), other).told for other in found)


def test_what_nobody_wished_is_not_recounted() -> None:
    """A city whose optimiser decides has no wishes to count under other rules; a city that votes has."""
    told = {}
    for way in ("algorithm", "majority"):
        table = session(procedure=way, rounds=2)
        carry_on(table)
        told[way] = recount(table, teller(table))

    assert not told["algorithm"] and told["majority"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_tells_all_four(played: Session, language: str) -> None:
    """The document has the rulers, the what-ifs, the commitments and what was recorded; author text stays text."""
    played.weights = (("ecology", 60), ("-surveillance", 40))
    played.commitments = {StakeholderId("residents"): "<b>I ask</b>"}
    words = words_in(language)

    page = render(summarised(played, words, TODAY), words)

    for key in ("rulers.section", "whatif.section", "commit.section", "recorded.title", "rulers.room"):
        assert words.say(key) in page
    assert "&lt;b&gt;I ask&lt;/b&gt;" in page
    played.commitments = {}


def test_a_secret_ballot_is_counted_and_never_told(played: Session) -> None:
    """What is told of a seat says that ballots are in the file, and not what they say."""
    for each in recorded(played, teller(played)):
        assert "in secret" in each.ballots or each.ballots == "No ballot."
        assert not any("approves" in deed for deed in each.deeds)
        assert not each.personal
