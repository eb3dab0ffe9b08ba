"""A shock by the facilitator's hand: which may be struck, what it would do, and that it is told as chosen."""

from game.city.building import struck
from game.city.dynamics import advanced
from game.city.effects import spared
from game.city.scoring import gauges
from game.city.state import strikes
from game.content.shapes import HeadlineId, ShockId
from game.engine.events import ShockStruck
from game.engine.moves import Strike
from game.engine.odds import next_throw
from game.engine.state import Game, State, changed
from game.errors import Refusal


def refused_strike(game: Game, state: State, move: Strike) -> Refusal | None:
    """Returns why a shock can't be struck: nobody knows it, it is under way, or no round would feel it."""
    if move.shock not in game.model.shocks:
        return Refusal.NOT_A_SHOCK
    if next_throw(state) > game.rounds:
        return Refusal.TOO_LATE
    last = next((each for each in strikes(game.model, state.city) if each.shock == move.shock), None)
    return Refusal.UNDER_WAY if last is not None and last.holds(state.city.round) else None


def struck_by_hand(game: Game, state: State, move: Strike) -> tuple[State, ShockStruck]:
    """Lets a shock befall the city; the next resolution feels it, and the event says whose hand it was."""
    shock = game.model.shocks[move.shock]
    share = spared(game.model, state.city, shock.softened_by) if shock.softened_by else 0
    event = ShockStruck(state.round, move.shock, None, spared=share, by_hand=True)
    return changed(state, city=struck(game.model, state.city, move.shock)), event


def foreseen(game: Game, state: State, shock: ShockId) -> dict[HeadlineId, int]:
    """Returns what a shock would set apart on each gauge at the next resolution, in milli-points.

    Nothing else that could happen by then is counted: neither decisions to come nor the dice.
    """
    model, city = game.model, state.city
    without = gauges(model, advanced(model, city).values)
    with_it = gauges(model, advanced(model, struck(model, city, shock)).values)
    return {name: with_it[name] - level for name, level in without.items()}
