"""The equations of the model on examples worked by hand."""

from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.city.arrays import apportioned, quotient, summed, whole
from game.city.building import adopted, price
from game.city.compiling import compiled
from game.city.dynamics import advanced, founded, saturated
from game.city.exact import divided, settled
from game.city.groups import welcome
from game.city.model import Cause, CauseKind
from game.city.state import CityState, adoptions, pushed_by
from game.city.visions import compass
from game.content.cards import Confidence, Effect, Where
from game.content.shapes import DistrictId, InterventionId
from tests.city.reference import intervention, model, path, played, scenario


def received(city: CityState, card: str, legitimacy: int, softening: int) -> int:
    """Returns how an intervention would be received in a city if it were decided now."""
    return int(welcome(model(), city, legitimacy, softening)[model().cards.ids.index(card)])


def test_an_intervention_is_accepted_as_its_procedure_and_its_data_deserve() -> None:
    """Face recognition by the mayor at the start: 50 − 10 − 6·1 (restriction) − 12 (data) + 10 (novelty) = 32."""
    city = founded(model(), "mayor")

    assert received(city, "safety.high", -10, 0) == 32_000


def test_softening_takes_the_edge_off_restriction_and_data() -> None:
    """By consent: 50 + 18 − 6·0.2 − 12·0.2 + 10 + 8·0.8 = 80.8."""
    city = founded(model(), "consent")

    assert received(city, "safety.high", 18, 80) == 80_800


def test_residents_time_is_not_endless() -> None:
    """Four low-tech answers ask 8 of residents' time; 40 / 6 = 6.667 are there; each point over costs 2: 2.666."""
    start = city = founded(model(), "majority")
    for name in ("mobility.low", "energy.low", "safety.low"):
        city = adopted(model(), city, InterventionId(name), "majority", None)

    assert received(start, "care.low", 6, 30) - received(city, "care.low", 6, 30) == 2_666


def test_private_money_pays_half_of_high_tech_under_a_mandate() -> None:
    """Towers cost 14: investors pay 50 %, and the mayor's procedure softens nothing."""
    city = founded(model(), "mayor")

    assert price(model(), city, InterventionId("housing.high"), "mayor") == (7_000, 7_000)


def test_private_money_shuns_a_softened_project() -> None:
    """By consent the private 7.0 shrink by 80 % × 0.6 = 48 % to 3.64; the city pays 10.36."""
    city = founded(model(), "consent")

    assert price(model(), city, InterventionId("housing.high"), "consent") == (10_360, 3_640)


def test_a_badly_received_decision_opens_a_round_later() -> None:
    """Below 35 the decision is contested: face recognition by the mayor (32) opens after 1 round instead of 0."""
    city = adopted(model(), founded(model(), "mayor"), InterventionId("safety.high"), "mayor", None)

    assert adoptions(model(), city)[-1].opens == 1


def test_gains_saturate() -> None:
    """Asking 80 % of the room left gives 68 % of it: of 50 points of room, 40 asked give 34."""
    assert saturated(model(), whole([40_000]), whole([50_000])).tolist() == [34_000]


def test_a_source_glides_to_its_target() -> None:
    """Practice of the mayor on participation: −6 with a settling of 2 gives −3 after one round, −4.5 after two."""
    cause = Cause(CauseKind.PRACTICE, "mayor")
    cell = model().cell("participation")
    first = advanced(model(), founded(model(), "mayor"))
    second = advanced(model(), first)

    assert [pushed_by(model(), city, cause)[cell] for city in (first, second)] == [-3_000, -4_500]


def test_dependency_falls_six_times_slower_than_it_rises() -> None:
    """The algorithm’s +8 on dependency rises by half of what is left a round, and fades by a twelfth of it."""
    cell, cause = model().cell("dependency"), Cause(CauseKind.PRACTICE, "algorithm")
    risen = advanced(model(), founded(model(), "algorithm"))

    fallen = advanced(model(), evolve(risen, procedure="mayor"))

    assert [pushed_by(model(), city, cause)[cell] for city in (risen, fallen)] == [4_000, 4_000 - 333]


def test_a_chosen_district_gets_more_and_the_city_as_much() -> None:
    """The focus gets 1.8 times the effect and the others so much less that the population's mean is the same."""
    everywhere = played({"safety": "low"}, "majority", rounds=3)[-1]
    focused = played({"safety": "low"}, "majority", rounds=3, focus="hillside")[-1]
    cause = Cause(CauseKind.INTERVENTION, "safety.low")
    hillside = model().cell("safety", model().districts.index(DistrictId("hillside")))

    ratio = pushed_by(model(), focused, cause)[hillside] / pushed_by(model(), everywhere, cause)[hillside]

    assert ratio == pytest.approx(1.8, rel=0.02)


def test_two_effects_of_a_card_on_one_indicator_add_up() -> None:
    """Six points everywhere and four more at the site push ten at the site and six elsewhere."""
    everywhere = Effect("safety", 6, "source", Confidence.PAPER)
    site = evolve(everywhere, points=4, where=Where.SITE)
    card = evolve(intervention("safety.low"), effects=(everywhere, site), adoption=0, settling=1, build=0)
    rules = model().rules
    share = evolve(rules.acceptance.quality_share, value=0)
    safest = evolve(rules, acceptance=evolve(rules.acceptance, quality_share=share))
    challenge = evolve(scenario().challenges[0], answers=(card,))
    bare = compiled(evolve(scenario(), challenges=(challenge,)), evolve(safest, couplings=(), pressures=()))

    city = advanced(bare, adopted(bare, founded(bare, "budget"), card.id, "majority", DistrictId("hillside")))

    levels = pushed_by(bare, city, Cause(CauseKind.INTERVENTION, card.id))
    place = bare.districts.index(DistrictId("hillside"))
    chosen = int(bare.weights[place])
    reach = divided(100 * bare.whole - 180 * chosen, bare.whole - chosen)
    found = [levels[bare.cell("safety", d)] for d in range(4)]
    assert found == [6_000 * 180 // 100 + 4_000 if d == place else 60 * reach for d in range(4)]


def test_the_displaced_stay_in_the_accounts() -> None:
    """Towers push people out, and pushing them out does not raise lived quality: those who left count at 20."""
    towers = played({"housing": "high"}, "mayor", rounds=12)[-1]
    quiet = played({}, "mayor", rounds=12)[-1]

    assert towers.readings.displaced > quiet.readings.displaced
    assert towers.readings.lived < quiet.readings.lived + 1_000


@pytest.mark.parametrize(
    ("way", "vision"),
    [
        ("nothing", "patchwork"),
        ("business", "digital_business"),
        ("ecotechno", "eco_techno"),
        ("ecolife", "eco_life"),
        ("human", "ethic_human"),
        ("jail", "jail_city"),
        ("symbiotic", "symbiotic"),
    ],
)
def test_each_way_leads_to_its_vision(way: str, vision: str) -> None:
    """The design's seven ways end at the visions they were drawn for."""
    assert compass(model(), path(way)[-1]).nearest == vision


def test_the_mixture_of_visions_sums_to_the_whole() -> None:
    """Shares are a mixture: they sum to 100 % exactly."""
    assert sum(compass(model(), path("human")[-1]).shares.values()) == 100_000


@given(st.lists(st.tuples(st.integers(0, 10**5), st.lists(st.integers(0, 10**6), min_size=1, max_size=6)), min_size=1))
def test_shares_sum_to_their_totals(runs: list[tuple[int, list[int]]]) -> None:
    """Sharing out loses nothing and gains nothing, and no share is a whole unit off its exact size."""
    totals, sizes = [total for total, _ in runs], [size for _, sizes in runs for size in sizes]
    run = [place for place, (_, sizes) in enumerate(runs) for _ in sizes]
    starts = [run.index(place) for place in range(len(runs))]

    found = apportioned(whole(totals), whole(sizes), whole(run), whole(starts))

    assert summed(found, whole(starts)).tolist() == [total if any(sizes) else 0 for total, sizes in runs]
    exact = [Fraction(totals[r] * size, max(1, sum(runs[r][1]))) for r, size in zip(run, sizes, strict=True)]
    assert all(abs(share - size) < 1 for share, size in zip(found.tolist(), exact, strict=True))


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


@pytest.mark.parametrize("procedure", ["algorithm", "consent"])
@pytest.mark.parametrize("level", ["high", "low"])
def test_extremes_stay_on_the_scale(procedure: str, level: str) -> None:
    """Sixty rounds of one tech level under either extreme of deciding keep every number within 0..100."""
    needs = ("mobility", "energy", "safety", "housing", "care", "waste", "nature", "governance")

    history = played(dict.fromkeys(needs, level), procedure, rounds=60)

    assert all(0 <= city.values.min() and city.values.max() <= 100_000 for city in history)


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1), st.integers(1, 10**6))
def test_arrays_round_as_single_numbers_do(dividends: list[int], divisor: int) -> None:
    """The nearest whole quotient, halves away from zero, is the same element by element."""
    expected = [divided(dividend, divisor) for dividend in dividends]

    assert quotient(whole(dividends), divisor).tolist() == expected
    assert quotient(whole(dividends), whole([divisor] * len(dividends))).tolist() == expected
