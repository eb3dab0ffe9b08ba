"""The end of a round: what befalls the city, where it moves, why, and which powers that takes from the seats.

A step leaves a round that is due as it stands; the city moves here, alone or beside others of the same kind.
"""

from collections.abc import Sequence

from game.city.dynamics import advanced
from game.city.explain import contributions
from game.city.plans import one_by_one, side_by_side, with_shocks
from game.city.scoring import levels_of_each
from game.city.state import CityState
from game.engine import events as happened
from game.engine.asking import with_powers
from game.engine.events import Event
from game.engine.incidents import befallen
from game.engine.odds import watched
from game.engine.phases import Phase
from game.engine.powers import powers_moved
from game.engine.state import Game, State, changed

Due = tuple[Game, State]
"""A game, and a state of it whose round is to be resolved."""
Resolved = tuple[State, tuple[Event, ...]]


def due(before: State, after: State) -> bool:
    """Tells whether what led from one state to the other has used up the round: its city is to be moved."""
    return after.phase is Phase.RESOLUTION and before.phase is not Phase.RESOLUTION


def resolved(game: Game, state: State) -> Resolved:
    """Lets befall what the city has earned, moves it, and tells why."""
    city, events = befallen(game.model, state.city, game.seed, state.round)
    return _told(game, state, events, city, advanced(game.model, city))


def resolved_together(waiting: Sequence[Due]) -> list[Resolved]:
    """Returns what `resolved` makes of each, in a fraction of the time: cities of a kind are moved as one."""
    kinds: dict[object, list[int]] = {}
    for number, (game, state) in enumerate(waiting):
        kinds.setdefault(_kind(game, state), []).append(number)
    found: dict[int, Resolved] = {}
    for numbers in kinds.values():
        found |= zip(numbers, _of_a_kind([waiting[number] for number in numbers]), strict=True)
    return [found[number] for number in range(len(waiting))]


def _kind(game: Game, state: State) -> object:
    """Returns what cities that are moved as one have in common: they may differ in their numbers alone."""
    city = state.city
    return id(game.model), state.round, city.round, city.procedure, tuple(sorted(city.adjusted.items()))


def _of_a_kind(waiting: Sequence[Due]) -> list[Resolved]:
    if len(waiting) == 1:
        return [resolved(*waiting[0])]
    model, round_ = waiting[0][0].model, waiting[0][1].round
    cities = [state.city for _, state in waiting]
    beside = side_by_side(cities)
    levels = levels_of_each(model, cities, beside, watched(model))
    befell = [
        befallen(model, city, game.seed, round_, level)
        for city, (game, _), level in zip(cities, waiting, levels, strict=True)
    ]
    struck = with_shocks(beside, [city for city, _ in befell])
    moved = one_by_one(advanced(model, struck))
    return [
        _told(game, state, events, city, after)
        for (game, state), (city, events), after in zip(waiting, befell, moved, strict=True)
    ]


def _told(game: Game, state: State, events: Sequence[Event], city: CityState, moved: CityState) -> Resolved:
    """Returns the state whose city has moved, and the events of it."""
    why = contributions(game.model, city, moved) if game.explained else ()
    told = happened.CityMoved(state.round, city, moved, why)
    lost, powers = powers_moved(game, moved, state.round, state.lost)
    after = with_powers(changed(state, city=moved), lost)
    return after, (*events, told, *powers, happened.PhaseBegan(state.round, Phase.RESOLUTION))
