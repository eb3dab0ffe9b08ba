"""While the facilitator hides the scores nobody sees a figure, whoever they are and wherever they look."""

import pytest
from attrs import evolve

from game.engine.events import CityMoved, Decided, ScoresHidden, ScoresShown, ShockEnded, ShockStruck
from game.engine.moves import HideScores, Proceed, Reveal, ShowScores
from game.engine.observe import observe
from game.engine.phases import Phase
from game.engine.reveal import shown_on_table, shown_to, without_scores
from game.engine.setup import first_state
from game.engine.state import State
from game.engine.step import step
from game.errors import IllegalMove, Refusal
from tests.engine.table import game, play, random_game, until


def hidden() -> State:
    """Returns the first state with its scores hidden."""
    return play(game(), first_state(game()), HideScores())


def test_nothing_shows_to_anybody() -> None:
    """Neither the table nor a seat's own eyes see a level, those shown before their time included."""
    state = play(game(), first_state(game()), Reveal("lived"), HideScores())

    assert shown_on_table(game(), state) == frozenset()
    assert all(shown_to(game(), state, player) == frozenset() for player in game().players)


def test_an_observation_holds_no_figure_of_the_city() -> None:
    """Two cities that differ only in their levels look the same."""
    seen = [observe(game(), hidden(), player) for player in game().players]

    assert all((each.gauges, each.levels, each.visions, each.dimensions, each.payoff) == ({}, {}, None, None, 0)
               for each in seen)  # fmt: skip


def test_scores_come_back_as_they_were() -> None:
    """Showing again gives everyone what they saw before, and both are told."""
    before = first_state(game())
    during, hid = step(game(), before, HideScores())
    after, showed = step(game(), during, ShowScores())

    assert (hid, showed) == ((ScoresHidden(1),), (ScoresShown(1),))
    assert shown_on_table(game(), after) == shown_on_table(game(), before)


@pytest.mark.parametrize(
    ("moves", "reason"),
    [((HideScores(), HideScores()), Refusal.SCORES_HIDDEN), ((ShowScores(),), Refusal.SCORES_SHOWN)],
)
def test_hiding_or_showing_twice_is_refused(moves: tuple, reason: Refusal) -> None:
    """Each answers the other."""
    with pytest.raises(IllegalMove) as refused:
        play(game(), first_state(game()), *moves)

    assert refused.value.reason is reason


def test_the_debrief_shows_everything() -> None:
    """At the end the scores are there, hidden or not."""
    of = game(rounds=1)
    state = play(of, first_state(of), HideScores())
    ended = until(of, Phase.ENDED, state)

    assert "lived" in shown_on_table(of, ended)


def test_no_event_tells_a_level() -> None:
    """What may be told of a game holds no change, no threshold and no forecast."""
    for dice in range(4):
        for _, _, _, events in random_game(game("algorithm"), dice):
            for told in filter(None, map(without_scores, events)):
                assert not isinstance(told, CityMoved)
                assert not isinstance(told, ShockStruck) or (told.passed, told.spared) == ((), 0)
                assert not isinstance(told, ShockEnded) or told.reached == ()
                if isinstance(told, Decided) and told.procedure == "algorithm":
                    assert (told.decision.tally, told.decision.steps) == ((), ())


def test_the_game_goes_on_without_scores() -> None:
    """Hiding changes nothing of the city: the same moves lead to the same place."""
    with_scores, without = until(game(), Phase.RESOLUTION), until(game(), Phase.RESOLUTION, hidden())

    assert evolve(without, scoreless=False) == with_scores
    assert step(game(), without, Proceed())[0].phase is Phase.REFLECTION
