"""A shock by the facilitator's hand: whatever the thresholds say, felt once, and told as chosen."""

import pytest

from game.city.state import strikes
from game.content.cards import ShockKind
from game.engine.events import CityMoved, ShockEnded, ShockStruck
from game.engine.moves import Proceed, Strike
from game.engine.phases import Phase
from game.engine.setup import first_state
from game.engine.step import step
from game.engine.striking import foreseen, refused_strike
from game.errors import IllegalMove, Refusal
from tests.engine.table import game, play, until

SHOCKS = tuple(game().model.shocks)
DRIFTS = tuple(name for name, shock in game().model.shocks.items() if shock.kind is ShockKind.DRIFT)


@pytest.mark.parametrize("shock", SHOCKS)
def test_every_shock_can_be_struck_in_any_round_that_will_be_resolved(shock: str) -> None:
    """No threshold, no odds and no first round stand in the way, and the event says whose hand it was."""
    after, events = step(game(), first_state(game()), Strike(shock))

    assert events == (ShockStruck(1, shock, None, spared=events[0].spared, by_hand=True),)
    assert [each.shock for each in strikes(game().model, after.city)] == [shock]


@pytest.mark.parametrize("shock", DRIFTS)
def test_a_drift_struck_by_hand_is_felt_for_a_round_at_least(shock: str) -> None:
    """Even where the city is calmer than its stops, it pushes once before it can end."""
    state = play(game(), first_state(game()), Strike(shock))
    ended = []
    while state.phase is not Phase.RESOLUTION:
        state, events = step(game(), state, Proceed())
        ended += [event for event in events if isinstance(event, ShockEnded)]

    assert ended == []


def test_a_shock_struck_by_hand_is_a_cause_of_the_change() -> None:
    """The next resolution names it among what moved the city."""
    state = play(game(), first_state(game()), Strike("blackout" if "blackout" in SHOCKS else SHOCKS[2]))
    moved = []
    while state.phase is not Phase.RESOLUTION:
        state, events = step(game(), state, Proceed())
        moved += [event for event in events if isinstance(event, CityMoved)]

    struck = [each.shock for each in strikes(game().model, state.city)]
    assert struck[0] in {contribution.cause.id for contribution in moved[0].contributions}


def test_what_is_under_way_cannot_be_struck_again() -> None:
    """A shock that still holds is refused, and the old state stands."""
    state = play(game(), first_state(game()), Strike(SHOCKS[0]))

    with pytest.raises(IllegalMove) as refused:
        step(game(), state, Strike(SHOCKS[0]))

    assert refused.value.reason is Refusal.UNDER_WAY


def test_an_unknown_shock_is_refused() -> None:
    """The scenario and the rules know all there is."""
    assert refused_strike(game(), first_state(game()), Strike("meteor")) is Refusal.NOT_A_SHOCK


def test_after_the_last_resolution_it_is_too_late() -> None:
    """In the last round's effects nothing is left that could feel a shock."""
    of = game(rounds=1)
    state = until(of, Phase.RESOLUTION)

    assert refused_strike(of, state, Strike(SHOCKS[0])) is Refusal.TOO_LATE


def test_the_preview_is_what_the_shock_alone_sets_apart() -> None:
    """A preview changes nothing, and tells a difference on each gauge that some shock makes."""
    state = first_state(game())
    told = [foreseen(game(), state, shock) for shock in SHOCKS]

    assert all(set(each) == {"economy", "ecology", "surveillance", "quality"} for each in told)
    assert any(change for each in told for change in each.values())
    assert strikes(game().model, state.city) == ()
