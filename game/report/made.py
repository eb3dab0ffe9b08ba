"""What composed figures are made of: a dimension of rankings, a seat's payoff, the distance to a vision."""

from collections.abc import Callable, Sequence

from attrs import frozen

from game.city.exact import FULL, divided, milli, settled
from game.city.scoring import dimensions, level_of
from game.city.state import CityState
from game.city.visions import compass
from game.report.figures import Account, Cause, Shift
from game.wording.teller import Teller


@frozen
class Strand:
    """One level that a figure is made of, how much it counts, and what it made of the figure's change."""

    of: str
    name: str
    weight: int
    """In % of the figure, negative where a higher level makes the figure lower."""
    amount: int


@frozen
class Gap:
    """How far a city stands from a vision along one axis, scaled 0..100, in milli-points."""

    of: str
    name: str
    city: int
    vision: int

    @property
    def amount(self) -> int:
        """Returns the gap."""
        return abs(self.city - self.vision)


@frozen
class Made:
    """A figure's change since the start as the sum of its strands."""

    name: str
    shift: Shift
    strands: tuple[Strand, ...]

    def account(self, shown: Callable[[Strand], bool], covered: str, until: int) -> Account:
        """Returns the change and its strands, as charts draw it; those not shown are one, called `covered`."""
        named = [Cause(each.name, "place", each.amount) for each in self.strands if shown(each)]
        hidden = [each.amount for each in self.strands if not shown(each)]
        causes = (*named, *([Cause(covered, "remainder", sum(hidden))] if hidden else []))
        return Account("made", self.name, "up", 0, until, self.shift, causes)  # type: ignore[arg-type]  # no gauge


def dimension_made(teller: Teller, cities: Sequence[CityState], of: str) -> Made:
    """Returns what a dimension of rankings is made of: the weights that the rules give it."""
    model = teller.game.model
    rule = next(each for each in model.rules.dimensions if each.id == of)
    before, after = (dimensions(model, city)[of] for city in (cities[0], cities[-1]))
    weights = {name.removeprefix("-"): -n if name.startswith("-") else n for name, n in rule.weights.items()}
    return _made(teller, cities, teller.words.of(rule.name), Shift(before, after), weights)


def payoff_made(teller: Teller, cities: Sequence[CityState], player: str) -> Made:
    """Returns what a seat's closeness to what it follows is made of, its secret last."""
    card = next(seat for seat in teller.game.model.scenario.stakeholders if seat.id == player)
    watches = (*card.watches, card.secret_watch)
    total = sum(watch.weight for watch in watches)
    levels = [[level_of(teller.game.model, city, watch.of) for watch in watches] for city in (cities[0], cities[-1])]
    sums = [
        sum(w.weight * (level if w.want == "up" else FULL - level) for w, level in zip(watches, each, strict=True))
        for each in levels
    ]
    shift = Shift(*(divided(each, total) for each in sums))
    weights = [(watch.of, watch.weight if watch.want == "up" else -watch.weight) for watch in watches]
    return _made(teller, cities, teller.seat(player), shift, weights, total)


def gaps(teller: Teller, city: CityState, vision: str) -> tuple[Gap, ...]:
    """Returns how far a city stands from a vision along each axis, the widest first."""
    found = compass(teller.game.model, city)
    rule = next(each for each in teller.game.model.rules.visions.prototypes if each.id == vision)
    rows = (Gap(of, teller.measure(of), found.place[of], milli(place)) for of, place in rule.place.items())
    return tuple(sorted(rows, key=lambda gap: -gap.amount))


def _made(
    teller: Teller, cities: Sequence[CityState], name: str, shift: Shift,
    weights: "dict[str, int] | list[tuple[str, int]]", total: int = 100,
) -> Made:  # fmt: skip
    """Returns a figure whose strands sum to its change, each counted by its weight out of a total."""
    pairs = list(weights.items() if isinstance(weights, dict) else weights)
    model = teller.game.model
    amounts = [
        ((place, of), weight * (level_of(model, cities[-1], of) - level_of(model, cities[0], of)))
        for place, (of, weight) in enumerate(pairs)
    ]
    shares = settled(shift.change, amounts, total)
    strands = tuple(
        Strand(of, teller.measure(of), divided(weight * 100, total), shares[(place, of)])
        for place, (of, weight) in enumerate(pairs)
    )
    return Made(name, shift, strands)
