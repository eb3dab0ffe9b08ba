"""How much the claims owe to the exact numbers, and how much they owe to chance: drawn rules and null models.

A roll gives a number from 0 to 1, always the same for the same address, so that anyone can draw the same rules again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

from attrs import evolve, frozen

from game.city.claims import tried
from game.content.claims import NOTHING, BareCard, BareDistrict, Claims, Reference
from game.content.rulebook import Procedure, Rulebook
from game.content.shapes import ProcedureId

Roll = Callable[[str], float]
Rolls = Callable[[int], Roll]
"""The dice of each draw."""
Held = Mapping[str, bool]
"""Which claims hold."""
Name = TypeVar("Name", bound=str)

SPREAD: Final = 0.4
"""Numbers move by 40 % either way, the range that the release gate of the design speaks of."""
GATE: Final = 0.97
"""The least mean share of claims that must hold when drawn, and the least share of draws for any one of them."""
SINGLE_GATE: Final = 0.6
SHIFT: Final = 10
"""Points that starting levels move by, either way, at a spread of 1."""
LOWEST: Final = 10.0
HIGHEST: Final = 90.0
"""Starting levels stay between these when drawn: at the ends of the scale nothing could move any more."""
SOFTEST: Final = 95
"""The most a way of deciding may soften when drawn: nothing takes all harm away."""


def drawn(reference: Reference, rules: Rulebook, roll: Roll) -> tuple[Reference, Rulebook]:
    """Returns a city and rules with their coefficients moved: cards, links, ways of deciding, restrictions, levels."""
    draw = _Draw(roll)
    unit = rules.people.restriction_unit
    felt = evolve(unit, value=draw.moved(unit.value, "restriction"))
    couplings = tuple(evolve(link, per10=draw.moved(link.per10, f"link {link.id}")) for link in rules.couplings)
    return (
        evolve(
            reference,
            cards={name: draw.card(name, card) for name, card in reference.cards.items()},
            districts={name: draw.district(name, district) for name, district in reference.districts.items()},
        ),
        evolve(
            rules,
            couplings=couplings,
            procedures=tuple(map(draw.procedure, rules.procedures)),
            people=evolve(rules.people, restriction_unit=felt),
        ),
    )


@frozen
class _Draw:
    """Moves one number after another, each by its own roll."""

    roll: Roll

    def moved(self, value: float, address: str) -> float:
        return value * (1 + SPREAD * self._swing(address))

    def card(self, name: str, card: BareCard) -> BareCard:
        return evolve(card, effects=self._scaled(card.effects, f"card {name}"))

    def district(self, name: str, district: BareDistrict) -> BareDistrict:
        shifts = {k: SHIFT * SPREAD * self._swing(f"base {name} {k}") for k in district.base}
        base = {k: min(HIGHEST, max(LOWEST, level + shifts[k])) for k, level in district.base.items()}
        return evolve(district, base=base)

    def procedure(self, each: Procedure) -> Procedure:
        legitimacy = self.moved(each.legitimacy.value, f"legitimacy {each.id}")
        softening = min(SOFTEST, self.moved(each.softening.value, f"softening {each.id}"))
        return evolve(
            each,
            legitimacy=evolve(each.legitimacy, value=legitimacy),
            softening=evolve(each.softening, value=softening),
            practice=self._scaled(each.practice, f"practice {each.id}"),
        )

    def _scaled(self, values: Mapping[Name, float], address: str) -> dict[Name, float]:
        return {name: self.moved(value, f"{address} {name}") for name, value in values.items()}

    def _swing(self, address: str) -> float:
        return 2 * self.roll(address) - 1


def shuffled(reference: Reference, roll: Roll) -> Reference:
    """Returns the city with what its cards do handed out at random among them; cost, delays and tech level stay."""
    hands = sorted(reference.cards, key=lambda name: roll(f"hand {name}"))
    given = zip(reference.cards.items(), (reference.cards[name] for name in hands), strict=True)
    return evolve(
        reference,
        cards={
            name: evolve(card, effects=other.effects, data=other.data, restriction=other.restriction)
            for (name, card), other in given
        },
    )


def deciding_alike(rules: Rulebook, procedure: ProcedureId) -> Rulebook:
    """Returns rules where every way of deciding does what one of them does."""
    pattern = next(each for each in rules.procedures if each.id == procedure)
    return evolve(rules, procedures=tuple(evolve(pattern, id=each.id) for each in rules.procedures))


def held(reference: Reference, rules: Rulebook, claims: Claims) -> dict[str, bool]:
    """Returns which of the claims that can be tried hold."""
    return {found.name: found.holds for found in tried(reference, rules, claims) if found.margin is not None}


def held_when_drawn(
    reference: Reference, rules: Rulebook, claims: Claims, draws: int, rolls: Rolls
) -> Iterator[Held]:
    """Yields which claims hold in each draw of the coefficients."""
    for number in range(draws):
        yield held(*drawn(reference, rules, rolls(number)), claims)


def held_by_null_models(
    reference: Reference, rules: Rulebook, claims: Claims, shuffles: int, rolls: Rolls
) -> Iterator[tuple[str, list[Held]]]:
    """Yields what holds where it should not: with effects shuffled, without links, with one way of deciding for all.

    A test that nothing breaks has no teeth.
    """
    yield "shuffled", [held(shuffled(reference, rolls(n)), rules, claims) for n in range(shuffles)]
    yield "unlinked", [held(reference, evolve(rules, couplings=()), claims)]
    usual = reference.paths[NOTHING].procedure
    yield "alike", [held(reference, deciding_alike(rules, usual), claims)]


def shares(draws: Sequence[Held]) -> dict[str, float]:
    """Returns, for each claim, the share of draws in which it holds, weakest first."""
    found = {name: sum(each[name] for each in draws) / len(draws) for name in draws[0]}
    return dict(sorted(found.items(), key=lambda entry: entry[1]))


def mean_share(draws: Sequence[Held]) -> float:
    """Returns the mean share of claims that hold."""
    return sum(sum(each.values()) / len(each) for each in draws) / len(draws)
