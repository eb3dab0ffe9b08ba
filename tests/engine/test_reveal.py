"""Who sees what: measured by some, lived by others, covered until its round, and lifted by a move."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from game.bots.persona import PersonaBot
from game.bots.simple import GreedyBot, RandomBot
from game.city.model import Cause, CauseKind
from game.city.scoring import level_of
from game.content.reveals import Reveal as Showing
from game.engine.events import Covered, Revealed
from game.engine.moves import Cover, Reveal
from game.engine.observe import observe
from game.engine.phases import Phase
from game.engine.reveal import Opening, openings, revealable, shown_by, shown_on_table, shown_to, withheld
from game.engine.setup import first_state, new_game
from game.engine.state import Game, State
from game.engine.step import step
from game.errors import IllegalMove, Refusal
from tests.engine.table import game, loaded, random_game, rules, until

BOTS = (PersonaBot(), GreedyBot(), RandomBot())


def telling(*reveals: Showing) -> Game:
    """Returns a game of the shipped city whose scenario reveals only what is given."""
    return new_game(evolve(loaded().scenario, reveals=reveals), rules().rulebook, 1)


def in_round(number: int, of: Game | None = None) -> State:
    """Returns a state of a round."""
    return evolve(first_state(of or game()), round=number)


def test_what_nobody_speaks_of_shows_to_everyone() -> None:
    """Trust, safety and the four gauges are on the table from the first round."""
    shown = shown_on_table(game(), in_round(1))

    assert {"trust", "safety", "economy", "ecology", "surveillance", "quality"} <= shown


def test_by_default_nobody_sees_how_people_live_before_the_debrief() -> None:
    """With no reveals of its own, a scenario keeps what is lived from all seats to the last round."""
    of = telling()

    for player in of.players:
        assert not {"lived", "equity", "displaced"} & shown_to(of, in_round(of.rounds, of), player)
    assert "lived" in shown_on_table(of, evolve(in_round(of.rounds, of), phase=Phase.ENDED))


def test_a_scenario_overrides_the_rules_level_by_level() -> None:
    """Saying who sees one level leaves the others as the rules have them."""
    of = telling(Showing("lived", ("residents",), 2))

    assert [("lived" in shown_to(of, in_round(n, of), "residents")) for n in (1, 2)] == [False, True]
    assert "equity" not in shown_to(of, in_round(6, of), "residents")


def test_a_seat_sees_what_its_card_follows() -> None:
    """A stakeholder knows the level of what it follows, its secret included; the table need not."""
    assert "precarious" in shown_to(telling(), in_round(1), "margins")
    assert "precarious" not in shown_on_table(telling(), in_round(1))


def test_those_who_live_in_the_shipped_city_see_how_life_is() -> None:
    """Residents see lived quality from round 2; City Hall never does before the debrief."""
    assert "lived" not in shown_to(game(), in_round(1), "residents")
    assert "lived" in shown_to(game(), in_round(2), "residents")
    assert "lived" not in shown_to(game(), in_round(6), "cityhall")


def test_openings_tell_the_soonest_first_and_end_with_everyone() -> None:
    """A level shown to some, then to others, then to all is told in that order."""
    solidarity, shops = ("solidarity", "margins"), ("residents", "shopkeepers")

    assert openings(game(), "displaced") == (Opening(1, solidarity), Opening(3, shops), Opening(5))
    assert openings(game(), "lived")[-1] == Opening(None)
    assert openings(game(), "trust") == (Opening(1),)


def test_the_facilitator_shows_and_covers_again() -> None:
    """A lifted level shows to everyone until it is covered; both are told."""
    before = first_state(game())
    lifted, told = step(game(), before, Reveal("lived"))
    covered, again = step(game(), lifted, Cover("lived"))

    assert (told, again) == ((Revealed(1, "lived"),), (Covered(1, "lived"),))
    assert "lived" in shown_on_table(game(), lifted)
    assert covered == before


@pytest.mark.parametrize(
    ("move", "reason"),
    [
        (Reveal("joy"), Refusal.NOT_A_LEVEL),
        (Reveal("trust"), Refusal.SHOWN_ALREADY),
        (Cover("trust"), Refusal.NOT_LIFTED),
        (Cover("lived"), Refusal.NOT_LIFTED),
    ],
)
def test_only_what_is_covered_can_be_shown_and_only_what_was_lifted_covered(move: object, reason: Refusal) -> None:
    """An unknown name, a level on the table and one that nobody lifted are refused."""
    with pytest.raises(IllegalMove) as refused:
        step(game(), first_state(game()), move)

    assert refused.value.reason is reason


def test_a_link_from_a_covered_level_is_withheld() -> None:
    """Telling how much lived quality pushes trust would tell how lived quality moves."""
    shown = shown_by(game(), 1)

    assert withheld(shown, Cause(CauseKind.LINK, "lived>trust"))
    assert withheld(shown, Cause(CauseKind.DEPARTURE, "students"))
    assert not withheld(shown, Cause(CauseKind.LINK, "participation>trust"))
    assert not withheld(shown, Cause(CauseKind.PRACTICE, "mayor"))


def otherwise_inside(state: State, amount: int) -> State:
    """Returns a state that differs in how people live, who left and how far the city depends on its suppliers."""
    readings = state.city.readings
    other = evolve(
        readings,
        lived=readings.lived + amount,
        worst_fifth=readings.worst_fifth - amount,
        best_fifth=readings.best_fifth + amount,
        displaced=readings.displaced + amount,
        displaced_by_district=readings.displaced_by_district + amount,
        coherence=readings.coherence + amount,
    )
    values = state.city.values.copy()
    values[game().model.cell("dependency")] += amount
    return evolve(state, city=evolve(state.city, readings=other, values=values))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 9_000), st.integers(0, 200))
def test_nothing_covered_reaches_an_observation_or_a_computer_player(dice: int, amount: int, pick: int) -> None:
    """Two cities that differ only in what is covered are the same to a seat, and to the computer in its place."""
    of = telling(*(Showing(name, from_round="debrief") for name in ("coherence", "visions", "dependency")))
    states = [state for state, *_ in random_game(of, dice)]
    state = states[pick % len(states)]
    other = otherwise_inside(state, amount)

    for player in of.players:
        if "dependency" in shown_to(of, state, player):
            continue
        seen = observe(of, state, player)
        assert seen == observe(of, other, player)
        for bot in BOTS if seen.moves else ():
            assert bot.choose(of, seen) == bot.choose(of, observe(of, other, player))


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 200))
def test_an_observation_names_only_what_its_seat_may_see(dice: int, pick: int) -> None:
    """Levels, gauges, visions and dimensions are there when shown, at their true height, and not before."""
    states = [state for state, *_ in random_game(game(), dice)]
    state = states[pick % len(states)]

    for player in game().players:
        shown, seen = shown_to(game(), state, player), observe(game(), state, player)
        assert set(seen.levels) | set(seen.gauges) <= shown
        assert (seen.visions is not None, seen.dimensions is not None) == ("visions" in shown, "dimensions" in shown)
        assert all(level == level_of(game().model, state.city, name) for name, level in seen.levels.items())


def test_a_covered_gauge_is_in_no_observation_but_of_those_who_follow_it() -> None:
    """A scenario may cover even a gauge."""
    of = telling(Showing("economy", ("platform",), 1))
    state = until(of, Phase.PROPOSAL)

    assert "economy" in observe(of, state, "platform").gauges
    assert "economy" in observe(of, state, "cityhall").gauges
    assert "economy" not in observe(of, state, "residents").gauges


def test_everything_the_city_has_can_be_revealed() -> None:
    """Levels, groups, readings, visions and dimensions: all have a name to be shown by."""
    assert {"trust", "lived", "precarious", "quality", "visions", "dimensions"} <= set(revealable(game()))
