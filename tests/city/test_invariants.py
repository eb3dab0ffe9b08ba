"""What holds in any city, under any rules within 40 % of ours, whatever is decided."""

from itertools import islice, pairwise

from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from game.city.arrays import whole
from game.city.building import adopted
from game.city.compiling import compiled
from game.city.doubt import Roll, drawn
from game.city.dynamics import advanced, founded
from game.city.exact import settled, shared
from game.city.explain import contributions
from game.city.model import Model
from game.city.reach import random_way
from game.city.reference import course, scenario_of
from game.city.state import CityState, Row
from game.content.claims import Reference
from game.content.shapes import ChallengeId, InterventionId, ProcedureId
from tests.city.cells import every_base, every_level, explained, level, points, staying, with_gone, with_sources
from tests.city.reference import held_to, model, played, rules
from tests.city.test_claims import dice

ROUNDS = 14
FULL = points(100)
LEFT_OUT = ChallengeId("safety")
"""The challenge that no plan answers, so that its answers can still be decided."""
ENDS = (0, 1, 50, 99, 100)
"""Starting levels at the ends of the scale, where mistakes show."""


@frozen(repr=False)
class World:
    """A city drawn at random, the rules it lives by, and the rounds of a random plan."""

    number: int
    model: Model
    cities: tuple[CityState, ...]

    def __repr__(self) -> str:
        return f"<world {self.number}>"


def anywhere(reference: Reference, roll: Roll) -> Reference:
    """Returns the city with its levels drawn over the whole scale, one in three at one of its ends."""

    def drawn_level(address: str) -> float:
        end = roll(f"end {address}")
        return ENDS[int(end * 3 * len(ENDS))] if end < 1 / 3 else 100 * roll(f"level {address}")

    districts = {
        name: evolve(district, base={k: drawn_level(f"{name} {k}") for k in district.base})
        for name, district in reference.districts.items()
    }
    return evolve(reference, districts=districts, start={k: drawn_level(k) for k in reference.start})


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draws a world; two in three of its cities start anywhere on the scale."""
    number = draw(st.integers(0, 10**6))
    reference, ours = drawn(held_to().reference, rules(), dice(number))
    if draw(st.integers(0, 2)):
        reference = anywhere(reference, dice(number))
    of = compiled(scenario_of(reference), ours)
    way = random_way(reference, ours, dice(number))
    way = evolve(way, takes={need: tech for need, tech in way.takes.items() if need != LEFT_OUT})
    return World(number, of, tuple(islice(course(of, way, way.order), ROUNDS + 1)))


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_every_level_stays_on_the_scale(world: World) -> None:
    """0 ≤ x ≤ 100, for every level of every round."""
    assert all(0 <= number <= FULL for city in world.cities for number in every_level(city))


@settings(max_examples=50, deadline=None)
@given(worlds())
def test_base_and_named_parts_are_the_level(world: World) -> None:
    """Every level is its start plus what each source makes of it, with nothing left over."""
    for city in world.cities:
        assert explained(world.model, city) == every_level(city)


@settings(max_examples=50, deadline=None)
@given(worlds())
def test_contributions_are_the_change(world: World) -> None:
    """Every change, over a round and over the whole game, is the sum of its causes, with nothing left over."""
    of = world.model
    for before, after in [*pairwise(world.cities), (world.cities[0], world.cities[-1])]:
        moved: dict[tuple[str, str | None], int] = {}
        for change in contributions(of, before, after):
            key = (change.indicator, change.district)
            moved[key] = moved.get(key, 0) + change.amount
        places = [(name, district) for name in of.indicators for district in of.districts]
        for name, district in [*places, *((name, None) for name in of.variables)]:
            shift = level(of, after, name, district) - level(of, before, name, district)
            assert moved.get((name, district), 0) == shift


@settings(max_examples=10, deadline=None)
@given(worlds())
def test_a_city_left_alone_stays_where_it_is_for_ever(world: World) -> None:
    """Without a card, a pressure or a way of deciding, nothing moves in sixty rounds, to the milli-point."""
    of = compiled(world.model.scenario, evolve(world.model.rules, pressures=()))
    city = founded(of, None)
    for _ in range(60):
        city = advanced(of, city)

        assert every_level(city) == every_base(of)
    assert city.readings.lived == city.lived_at_start
    assert city.readings.displaced == 0


@settings(max_examples=40, deadline=None)
@given(
    worlds(),
    st.lists(st.floats(-60, 60), min_size=1, max_size=5),
    st.floats(0, 60),
    st.sampled_from(("safety", "prosperity", "sensing", "heritage")),
)
def test_more_of_a_source_never_lowers(world: World, others: list[float], more: float, name: str) -> None:
    """Whatever else pushes a level up or down, one push more upward leaves it no lower."""
    of = world.model
    sources = dict(enumerate(others))
    more_yet = {**sources, len(others): more}
    for district in of.districts:
        without = level(of, with_sources(of, world.cities[0], sources, name, district), name, district)
        raised = level(of, with_sources(of, world.cities[0], more_yet, name, district), name, district)

        assert raised >= without


@settings(max_examples=50, deadline=None)
@given(worlds(), st.integers(0, ROUNDS - 1), st.sampled_from(("low", "mid", "high")))
def test_a_card_goes_its_way_in_the_round_it_opens(world: World, round_: int, tech: str) -> None:
    """In the very step in which an answer opens, it lowers nothing that it raises, and raises nothing it lowers."""
    of, city = world.model, world.cities[round_]
    card = InterventionId(f"{LEFT_OUT}.{tech}")
    decided = adopted(of, city, card, ProcedureId("mayor"), None)
    open_now = decided.works.with_(of.cards.ids.index(card), {Row.OPENS: city.round})
    without, led = advanced(of, city), advanced(of, evolve(decided, works=open_now))

    for effect in of.interventions[card].effects:
        for district in (None,) if effect.indicator in of.variables else of.districts:
            shift = level(of, led, effect.indicator, district) - level(of, without, effect.indicator, district)
            assert shift * effect.points >= 0


@settings(max_examples=50, deadline=None)
@given(worlds(), st.integers(0, ROUNDS), st.floats(0.01, 1))
def test_pushing_people_out_never_raises_the_average(world: World, round_: int, share: float) -> None:
    """Whoever leaves, wherever, however badly the others live, lived quality does not rise for it."""
    of, city = world.model, world.cities[round_]
    for group in of.groups.ids:
        for district in of.districts:
            leaving = int(share * staying(of, city, group, district)) / 1000

            after = with_gone(of, city, group, district, leaving)

            assert after.readings.lived <= city.readings.lived


@given(st.integers(0, 10**6), st.lists(st.integers(0, 10**5), min_size=1, max_size=8))
def test_shares_sum_to_the_total(total: int, sizes: list[int]) -> None:
    """Sharing out loses nothing and gains nothing."""
    found = shared(total, list(enumerate(sizes)))

    assert sum(found.values()) == (total if sum(sizes) else 0)


@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=8), st.integers(1, 10**4))
def test_settled_parts_sum_to_the_rounded_total(parts: list[int], unit: int) -> None:
    """Signed parts in fine units become whole ones whose sum is the whole total, each within one of its exact size."""
    total = (2 * sum(parts) + unit) // (2 * unit)

    found = settled(total, list(enumerate(parts)), unit)

    assert sum(found.values()) == total
    assert all(abs(found[place] * unit - part) < 2 * unit for place, part in enumerate(parts))


@given(st.integers(-1000, 3000), st.integers(-1000, 3000))
def test_the_saturation_curve_never_falls(one: int, other: int) -> None:
    """Asking for more never gives less."""
    low, high = sorted((one * 10, other * 10))

    assert model().saturation.at(whole(low)) <= model().saturation.at(whole(high))


def test_extremes_stay_on_the_scale() -> None:
    """Sixty rounds of one tech level under either extreme of deciding keep every number within 0..100."""
    needs = ("mobility", "energy", "safety", "housing", "care", "waste", "nature", "governance")
    for procedure in ("algorithm", "consent"):
        for tech in ("high", "low"):
            history = played(dict.fromkeys(needs, tech), procedure, rounds=60)

            assert all(0 <= number <= FULL for city in history for number in every_level(city))
