"""The equations of the model, each on an example worked by hand: named steps, from the rules' numbers to the result.

Here what acts on the city: cards, links, inertia, saturation, the order of a round, growth (1 to 4, 13, 14).
The reference city starts at prosperity 65, 50, 30, 45 in its districts, of 25, 25, 30 and 20 % of the people; a card
just decided counts as received at 50, which 30 % adopt.
"""


import pytest
from attrs import evolve

from game.city.arrays import whole
from game.city.building import adopted
from game.city.compiling import compiled
from game.city.dynamics import advanced, founded, saturated
from game.city.model import CauseKind, Model
from game.city.reference import scenario_of
from game.city.state import CityState, adoptions
from game.content.cards import DataCollected, DataKind, Where
from game.content.shapes import DistrictId, IndicatorId, InterventionId, ProcedureId
from tests.city.cells import (
    base,
    card,
    gone,
    level,
    linked,
    made_by,
    opened,
    points,
    raised,
    source_level,
    still,
    with_levels,
    with_sources,
)
from tests.city.reference import held_to, intervention, model, rules


def pushed(of: Model, city: CityState, *to: str) -> int:
    """Returns how far the card pushes an indicator (of a district)."""
    return source_level(city, of, CauseKind.INTERVENTION, "card", *to)


def personal() -> DataCollected:
    """Returns data that can be tied to somebody."""
    return DataCollected(DataKind.PERSONAL, intervention("safety.high").data.what)


class TestEquation1:
    """The target of a card."""

    def test_a_benefit_needs_people(self) -> None:
        """At 60 % adoption-bound, a card that 30 % adopt gives 58 % of its benefit."""
        adopting, bound = 0.30, 0.60
        gate = 1 - bound * (1 - adopting)

        of, city = opened({"efficiency": 10}, adoption=60.0)

        assert gate == pytest.approx(0.58)
        assert pushed(of, city, "efficiency", "centre") == points(10 * gate)

    def test_quality_of_life_needs_people_for_40_percent_at_least(self) -> None:
        """A card that hardly needs anybody for efficiency still needs them for daily life."""
        adopting, bound, least_for_quality = 0.30, 0.10, 0.40

        of, city = opened({"efficiency": 10, "daily_life": 10}, adoption=10.0)

        assert pushed(of, city, "efficiency", "centre") == points(10 * (1 - bound * (1 - adopting)))
        assert pushed(of, city, "daily_life", "centre") == points(10 * (1 - least_for_quality * (1 - adopting)))

    def test_softening_designs_out_surveillance_whole_and_other_harm_by_80_percent(self) -> None:
        """Consent softens by 80 %: 20 % of the sensors are left, and 36 % of the rise in prices."""
        softening = 0.8
        surveillance_left, other_left = 1 - 1.0 * softening, 1 - 0.8 * softening

        of, city = opened({"sensing": 10, "affordability": -10}, "consent", rounds=2)

        assert pushed(of, city, "sensing", "centre") == points(10 * surveillance_left)
        assert pushed(of, city, "affordability", "centre") == points(-10 * other_left)

    def test_safeguards_cost_half_the_economic_gain_of_personal_data(self) -> None:
        """At 80 % softening, 40 % of the efficiency drawn from personal data is given up, and no carbon."""
        softening = 0.8
        kept = 1 - 0.5 * softening

        of, city = opened({"efficiency": 10, "lowcarbon": 10}, "consent", rounds=2, data=personal())

        assert pushed(of, city, "efficiency", "centre") == points(10 * kept)
        assert pushed(of, city, "lowcarbon", "centre") == points(10)

    def test_the_chosen_district_gets_180_percent_and_the_others_what_is_left(self) -> None:
        """Hillside holds 30 % of the people: the other 70 % share 100 − 1.8 × 30 = 46, so 66 % each."""
        chosen, people = 1.8, 30
        others = round((100 - chosen * people) / (100 - people), 2)

        of, city = opened({"efficiency": 10}, focus="hillside")

        assert others == 0.66
        assert pushed(of, city, "efficiency", "hillside") == points(10 * chosen)
        assert pushed(of, city, "efficiency", "centre") == points(10 * others)

    def test_an_effect_on_the_site_lands_there_alone(self) -> None:
        """Six points everywhere and four more at the site push 6 × 1.8 + 4 there and 6 × 0.66 elsewhere."""
        made = card({"efficiency": 6})
        made = evolve(made, effects=(*made.effects, evolve(made.effects[0], points=4.0, where=Where.SITE)))
        of = still(made)

        city = advanced(of, adopted(of, founded(of, None), made.id, ProcedureId("mayor"), DistrictId("hillside")))

        assert pushed(of, city, "efficiency", "hillside") == points(6 * 1.8 + 4)
        assert pushed(of, city, "efficiency", "centre") == points(6 * 0.66)

    def test_a_card_acts_once_the_decision_and_the_works_are_done(self) -> None:
        """Decided by budget (1 round) and built in 1, it opens in round 2: it has done nothing by then, all by 3."""
        reached = []
        for rounds in (1, 2, 3):
            of, city = opened({"sensing": 10}, "budget", rounds, build=1)
            reached.append(pushed(of, city, "sensing", "centre"))

        softened = 10 * (1 - 0.6)
        assert reached == [0, 0, points(softened)]

    def test_a_badly_received_decision_opens_a_round_later(self) -> None:
        """Below 35 the decision is contested: face recognition by the mayor (32) opens after 1 round, not 0."""
        city = adopted(model(), founded(model(), "mayor"), InterventionId("safety.high"), "mayor", None)

        decision = adoptions(model(), city)[-1]
        assert (decision.acceptance, decision.opens) == (points(32), 1)


class TestEquation2:
    """The target of a link; links of settling 2 cover half the way in the first round."""

    @pytest.mark.parametrize(
        ("prosperity", "participation", "expected"),
        [
            (10, 40, -4 / 2),
            (5, 40, -2 / 2),
            (-10, 40, 0),
            (10, 70, -4 * (100 - 70) / (100 - 40) / 2),
            (10, 10, -4 * 1.3 / 2),
        ],
    )
    def test_growth_pushes_rents_unless_people_take_part(
        self, prosperity: float, participation: float, expected: float
    ) -> None:
        """−4 for 10 points above the start; damped as participation leaves its 40, amplified by 1.3 at most."""
        of = still(under=linked("prosperity>affordability"))
        city = raised(of, founded(of, None), "prosperity", prosperity)
        city = with_levels(of, city, {"participation": participation})

        after = advanced(of, city)

        found = source_level(after, of, CauseKind.LINK, "prosperity>affordability", "affordability", "oldtown")
        assert found == points(expected)

    @pytest.mark.parametrize(("participation", "expected"), [(100, -4 / 2), (99, -4 * 1.3 / 2)])
    def test_a_city_that_starts_with_everybody_taking_part_is_damped_as_it_was(
        self, participation: float, expected: float
    ) -> None:
        """Nothing is left to damp by: at its start the link passes on what it says, below it as much as it may."""
        reference = held_to().reference
        start = {**reference.start, IndicatorId("participation"): 100.0}
        of = compiled(scenario_of(evolve(reference, start=start)), linked("prosperity>affordability"))
        city = raised(of, founded(of, None), "prosperity", 10)

        after = advanced(of, with_levels(of, city, {"participation": participation}))

        found = source_level(after, of, CauseKind.LINK, "prosperity>affordability", "affordability", "oldtown")
        assert found == points(expected)

    def test_a_link_from_districts_to_the_city_reads_the_mean_of_the_people(self) -> None:
        """10 points of control where 30 % live are 3 points for the city; at −3.5 for 10, halved: −0.525."""
        of = still(under=linked("control>participation"))
        city = raised(of, founded(of, None), "control", 10, "hillside")
        mean_change = 10 * 0.30

        after = advanced(of, city)

        found = source_level(after, of, CauseKind.LINK, "control>participation", "participation")
        assert found == points(-3.5 * mean_change / 10 / 2)

    def test_a_link_from_the_city_reaches_every_district(self) -> None:
        """8 points of dependency at −2.5 for 10, halved in the first round: −1 everywhere."""
        of = still(under=linked("dependency>local_fabric"))
        city = raised(of, founded(of, None), "dependency", 8)

        after = advanced(of, city)

        link = (CauseKind.LINK, "dependency>local_fabric", "local_fabric")
        assert {source_level(after, of, *link, district) for district in of.districts} == {points(-2.5 * 8 / 10 / 2)}

    def test_a_link_between_indicators_stays_in_its_district(self) -> None:
        """10 points of solidarity on the hillside, at 4.5 for 10, halved: safety there and nowhere else."""
        of = still(under=linked("solidarity>safety"))

        after = advanced(of, raised(of, founded(of, None), "solidarity", 10, "hillside"))

        link = (CauseKind.LINK, "solidarity>safety", "safety")
        assert source_level(after, of, *link, "hillside") == points(4.5 / 2)
        assert source_level(after, of, *link, "centre") == 0


class TestEquation3:
    """Inertia."""

    def test_a_source_covers_its_share_of_the_way_left(self) -> None:
        """The mayor's practice, −6 on participation with a settling of 2: −3, then −4.5, then −5.25."""
        cities = [founded(still(), "mayor")]
        for _ in range(3):
            cities.append(advanced(still(), cities[-1]))

        found = [source_level(city, still(), CauseKind.PRACTICE, "mayor", "participation") for city in cities]
        assert found == [0, points(-6 / 2), points(-3 - 3 / 2), points(-4.5 - 1.5 / 2)]

    def test_heritage_never_settles_faster_than_in_five(self) -> None:
        """A quick card moves heritage by a fifth of the way: 10 × 72 % (quality, 30 % adopt) / 5 = 1.44."""
        target = 10 * (1 - 0.4 * 0.7)

        of, city = opened({"heritage": 10}, settling=1)

        assert pushed(of, city, "heritage", "oldtown") == points(target / 5)

    def test_dependency_falls_six_times_slower_than_it_rises(self) -> None:
        """Up by a half of the way each round; once the mayor decides alone again, down by a twelfth."""
        of = still()
        ruled = advanced(of, advanced(of, founded(of, "algorithm")))
        up = 8 / 2 + (8 - 8 / 2) / 2

        freed = advanced(of, evolve(ruled, procedure=ProcedureId("mayor")))

        source = (CauseKind.PRACTICE, "algorithm", "dependency")
        assert source_level(ruled, of, *source) == points(up)
        assert source_level(freed, of, *source) == points(up - up / 12)


class TestEquation4:
    """Saturation, and the share of each source."""

    @pytest.mark.parametrize(
        ("asked", "room", "given"),
        [(20, 50, 20), (40, 50, 0.68 * 50), (70, 50, 0.90 * 50), (120, 50, 50), (300, 50, 50), (30, 50, 0.54 * 50)],
    )
    def test_the_more_is_asked_the_less_is_given(self, asked: float, room: float, given: float) -> None:
        """40 % of the room asked gives 40; 80 gives 68; 140 gives 90; 240 all; between, in proportion (60: 54)."""
        assert saturated(model(), whole(points(asked)), whole(points(room))) == points(given)

    def test_each_source_keeps_its_share_of_what_is_given(self) -> None:
        """Of 50 points of room, 30 + 10 asked give 34: 25.5 and 8.5; 20 lost of 50 are lost whole; 50 becomes 64."""
        given, lost = 0.68 * 50, 20
        sources = {"efficiency>daily_life": 30, "biodiversity>daily_life": 10, "restriction>daily_life": -lost}
        of = still(under=linked(*sources))
        start = founded(of, None)

        city = with_sources(of, start, sources, "daily_life", "newquarter")

        shares = [made_by(city, of, CauseKind.LINK, name, "daily_life", "newquarter") for name in sources]
        assert shares == [points(given * 30 / 40), points(given * 10 / 40), points(-lost)]
        assert base(of, "daily_life", "newquarter") == points(50)
        assert level(of, city, "daily_life", "newquarter") == points(50 + given - lost)


def test_equation_13_all_is_read_from_the_start_of_the_round() -> None:
    """20 of efficiency push prosperity this round (20 × 0.15 / 2); what that pushes waits for the next (× 0.08 / 3)."""
    of = still(under=linked("efficiency>prosperity", "prosperity>daily_life"))
    first = advanced(of, raised(of, founded(of, None), "efficiency", 20))
    second = advanced(of, first)
    richer = 20 * 0.15 / 2

    assert level(of, first, "prosperity", "oldtown") == points(50 + richer)
    assert level(of, first, "daily_life", "oldtown") == base(of, "daily_life", "oldtown")
    pushed_on = source_level(second, of, CauseKind.LINK, "prosperity>daily_life", "daily_life", "oldtown")
    assert pushed_on == points(richer * 0.08 / 3)


def test_equation_13_money_and_departures_follow_the_new_levels() -> None:
    """What the round has made dearer sends people away in the same round."""
    dear = card({"affordability": -10})
    of = still(dear)

    city = advanced(of, adopted(of, founded(of, None), dear.id, ProcedureId("mayor"), None))

    assert gone(of, city, "precarious", "hillside") == points(12 * 0.012)


@pytest.mark.parametrize(("rounds", "grown"), [(1, 1), (4, 4), (10, 10), (14, 10)])
def test_equation_14_urban_growth_weighs_more_each_round_to_its_cap(rounds: int, grown: int) -> None:
    """−0.5 a round on rents, carbon and nature and −0.3 on daily life, for ten rounds, then no more."""
    of = still(under=evolve(linked(), pressures=rules().pressures))
    city = founded(of, None)
    for _ in range(rounds):
        city = advanced(of, city)

    found = {
        name: source_level(city, of, CauseKind.PRESSURE, "urban_growth", name, "centre")
        for name in ("affordability", "lowcarbon", "biodiversity", "daily_life")
    }
    by_half = points(-0.5 * grown)
    assert found == {
        "affordability": by_half,
        "lowcarbon": by_half,
        "biodiversity": by_half,
        "daily_life": points(-0.3 * grown),
    }
