"""What could happen to the city, and how likely it is: told from its present state alone, never from the dice."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import frozen

from game.city.effects import spared_at
from game.city.exact import FULL, POINT, divided, milli
from game.city.model import Model
from game.city.scoring import levels_at_once
from game.city.state import CityState, Struck, strikes
from game.content.cards import Condition, Shock, ShockKind, Softening
from game.engine.phases import Phase
from game.engine.state import Game, State


@frozen
class Threshold:
    """A condition beside the present level, both in milli-points."""

    of: str
    level: int
    threshold: int
    above: bool

    @property
    def past(self) -> int:
        """Returns how far the level is past the threshold; 0 or less when it isn't."""
        return self.level - self.threshold if self.above else self.threshold - self.level

    @property
    def met(self) -> bool:
        """Tells whether the threshold is passed."""
        return self.past > 0


@frozen
class Outlook:
    """What may come of one shock in a round: thousandths of a %, rounds counted from 1.

    `die` is the odds of its own die once its turn comes (all or nothing for a drift), `odds` those that it begins this
    round, given what stands before it and how many may begin at once.
    """

    shock: Shock
    die: int
    odds: int
    starts: tuple[Threshold, ...]
    stops: tuple[Threshold, ...]
    under_way: Struck | None
    earliest: int
    """The first round in which it may begin: it is too soon, or it is resting, until then."""
    spared: int
    """The share of its harm that the city would be spared, over the whole city."""

    @property
    def earned(self) -> bool:
        """Tells whether all its starts hold."""
        return all(start.met for start in self.starts)

    @property
    def nearest(self) -> int:
        """Returns how far the start furthest from holding is past its threshold, in milli-points; none: 0."""
        return min((start.past for start in self.starts), default=0)

    @property
    def stopped(self) -> bool:
        """Tells whether a drift under way has reached one of its ends."""
        return any(stop.met for stop in self.stops)


def odds(game: Game, state: State) -> tuple[Outlook, ...]:
    """Returns what could happen at the next resolution, the likeliest first, what is under way before everything.

    None is left once the last round is resolved.
    """
    round_ = next_throw(state)
    if round_ > game.rounds:
        return ()
    return tuple(sorted(outlooks(game.model, state.city, round_), key=likelihood))


def likelihood(outlook: Outlook) -> tuple[bool, int, bool, int]:
    """Returns what puts the likeliest first: what is under way, then the odds, then what is nearest its thresholds."""
    return (outlook.under_way is None, -outlook.odds, not outlook.starts, -outlook.nearest)


def next_throw(state: State) -> int:
    """Returns the round whose resolution comes next."""
    resolved = state.phase in (Phase.RESOLUTION, Phase.REFLECTION, Phase.ENDED)
    return state.round + 1 if resolved else state.round


def outlooks(
    model: Model, city: CityState, round_: int, levels: Mapping[str, int] | None = None
) -> tuple[Outlook, ...]:
    """Returns the outlook of every shock for the resolution of a round, in the order in which they begin.

    Drifts come first, for they wait for no die; then accidents; each in the order of their lists. `levels` are what is
    `watched` in the city, where they have been read already.
    """
    read = levels_at_once(model, city, watched(model)) if levels is None else levels
    return tuple(_in_turn(model, city, round_, read))


def watched(model: Model) -> tuple[str, ...]:
    """Returns the names of the levels that start, end or soften shocks."""
    return _turn(model)[1]


def _in_turn(model: Model, city: CityState, round_: int, levels: Mapping[str, int]) -> Iterator[Outlook]:
    """Yields each shock's outlook; `taken[n]` is the chance that n others have begun before it."""
    shocks, _ = _turn(model)
    most = round(model.rules.chances.most_new.value)
    taken = [FULL, *[0] * most]
    hits = {struck.shock: struck for struck in strikes(model, city)}
    for shock in shocks:
        starts = tuple(_read(start, levels) for start in shock.starts)
        last = hits.get(shock.id)
        under_way = last if last is not None and last.holds(city.round) else None
        earliest = _earliest(model, shock, last)
        die = _die(model, shock, starts) if under_way is None and round_ >= earliest else 0
        yield Outlook(
            shock=shock,
            die=die,
            odds=divided(die * (FULL - taken[most]), FULL) if die else 0,
            starts=starts,
            stops=tuple(_read(stop, levels) for stop in shock.stops),
            under_way=under_way,
            earliest=earliest,
            spared=_spared(shock.softened_by, levels) if shock.softened_by else 0,
        )
        for begun in range(most if die else -1, -1, -1):
            stay = FULL if begun == most else FULL - die
            come = taken[begun - 1] * die if begun else 0
            taken[begun] = divided(taken[begun] * stay + come, FULL)


@lru_cache(maxsize=16)
def _turn(model: Model) -> tuple[tuple[Shock, ...], tuple[str, ...]]:
    """Returns the shocks in the order in which they begin, and the levels that start, end or soften them."""
    shocks = (*_of_kind(model, ShockKind.DRIFT), *_of_kind(model, ShockKind.ACCIDENT))
    levels = [each.of for shock in shocks for each in (*shock.starts, *shock.stops)]
    softening = [name for shock in shocks if shock.softened_by for name in shock.softened_by.of]
    return shocks, tuple(dict.fromkeys([*levels, *softening]))


def _of_kind(model: Model, kind: ShockKind) -> list[Shock]:
    return [shock for shock in model.shocks.values() if shock.kind is kind]


def _spared(softening: Softening, levels: Mapping[str, int]) -> int:
    return spared_at([levels[name] for name in softening.of], softening)


def _read(condition: Condition, levels: Mapping[str, int]) -> Threshold:
    return Threshold(condition.of, levels[condition.of], milli(condition.threshold), condition.above is not None)


def _earliest(model: Model, shock: Shock, last: Struck | None) -> int:
    """Returns the first round in which a shock may begin; an accident rests once it is over."""
    if shock.kind is ShockKind.DRIFT or last is None or last.ended is None:
        return shock.from_round
    return max(shock.from_round, last.ended + round(model.rules.chances.rest.value) + 1)


def _die(model: Model, shock: Shock, starts: tuple[Threshold, ...]) -> int:
    """Returns the odds of a shock's own die: those at its threshold, more with the start that is least past its own."""
    if not all(start.met for start in starts):
        return 0
    if shock.chance is None:
        return FULL
    rules = model.rules.chances
    past = min((start.past for start in starts), default=0)
    chance = milli(shock.chance) + divided(past * milli(shock.chance_per10), 10 * POINT)
    return min(milli(rules.most.value), divided(chance * milli(rules.likelihood.value), FULL))
