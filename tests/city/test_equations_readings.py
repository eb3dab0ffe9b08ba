"""The equations of what is read off the city, worked by hand: decisions, money (11, 12), gauges, visions."""

from itertools import islice

import pytest
from attrs import evolve

from game.city.building import adopted, affordable, price
from game.city.compiling import compiled
from game.city.dynamics import advanced, founded
from game.city.groups import human_shares
from game.city.model import Model
from game.city.reference import course
from game.city.scoring import dimensions, gauges
from game.city.state import adoptions
from game.city.visions import compass, percents
from game.content.cards import Tech
from game.content.claims import Way
from game.content.rulebook import Axis, Gate
from game.content.shapes import InterventionId, ProcedureId
from tests.city.cells import (
    opened,
    points,
    raised,
)
from tests.city.reference import model, path, played, rules, scenario

HALF_A_MILLI_POINT = 0.5


class TestEquation11:
    """Human decisions and coherence."""

    def test_decisions_are_human_as_far_as_neither_suppliers_nor_control_take_them(self) -> None:
        """Control is 25, 15, 15, 20 for 25, 25, 30, 20 % of the people; dependency 25."""
        control = 0.25 * 25 + 0.25 * 15 + 0.30 * 15 + 0.20 * 20

        assert control == pytest.approx(18.5)
        assert human_shares(model(), founded(model(), "mayor")) == points(100 - (25 + control) / 2)

    @pytest.mark.parametrize(
        ("names", "coherent"),
        [(("mobility.low", "energy.low"), 50), (("mobility.low", "energy.low", "safety.low"), 100 * 2 / 3)],
    )
    def test_coherence_is_the_share_of_the_commonest_leaning(self, names: tuple[str, ...], coherent: float) -> None:
        """Two ecological answers and a human one pull the same way by two thirds; under three it is middling."""
        city = founded(model(), "mayor")
        for name in names:
            city = adopted(model(), city, InterventionId(name), ProcedureId("mayor"), None)

        assert advanced(model(), city).readings.coherence == points(coherent)


class TestEquation12:
    """Money and time."""

    def test_private_money_pays_half_of_high_tech_under_a_mandate(self) -> None:
        """Towers cost 14: investors pay 50 %, and the mayor's procedure softens nothing."""
        private = 14 * 0.50

        found = price(model(), founded(model(), "mayor"), InterventionId("housing.high"), ProcedureId("mayor"))

        assert found == (points(14 - private), points(private))

    def test_private_money_shuns_a_softened_project(self) -> None:
        """By consent the private 7 shrink by 0.6 × 80 %."""
        private = 14 * 0.50 * (1 - 0.6 * 0.8)

        found = price(model(), founded(model(), "consent"), InterventionId("housing.high"), ProcedureId("consent"))

        assert found == (points(14 - private), points(private)) == (10_360, 3_640)

    def test_private_money_follows_the_image(self) -> None:
        """10 points of image add 5 % to the investors' share."""
        private = 14 * (0.50 + 0.05)
        city = raised(model(), founded(model(), "mayor"), "image", 10)

        found = price(model(), city, InterventionId("housing.high"), ProcedureId("mayor"))

        assert found == (points(14 - private), points(private))

    def test_a_round_brings_income_and_takes_upkeep(self) -> None:
        """12, less 4.5 of the 9 (half is private), plus 4.5 and 0.6 for 10 points of prosperity, less 5 % of 9."""
        upkeep, paid, income = 0.05 * 9, 9 * 0.5, 4.5 + 0.6 * 10 / 10

        _, city = opened({"prosperity": 10}, tech=Tech.HIGH, cost=9.0, upkeep=upkeep)

        assert city.treasury.budget == points(12 - paid + income - upkeep) == points(12.15)

    @pytest.mark.parametrize(("budget", "can"), [(-5, True), (-5.001, False)])
    def test_debt_stops_at_twelve(self, budget: float, can: bool) -> None:
        """The city's 7 for the towers can be borrowed down to −12, and no thousandth further."""
        city = founded(model(), "mayor")
        poor = evolve(city, treasury=evolve(city.treasury, budget=points(budget)))

        assert affordable(model(), poor, InterventionId("housing.high"), ProcedureId("mayor")) is can

    @pytest.mark.parametrize(("procedure", "decided"), [("mayor", [0, 0, 1, 1]), ("consent", [1, 2, 3, 4])])
    def test_time_comes_by_three_a_round_and_keeps_to_five(self, procedure: str, decided: list[int]) -> None:
        """The mayor's 1.5 allow two a round. Consent's 3.5 must wait: 3; 5 (not 6), 1.5 left; 4.5, 1; 4, 0.5; 3.5."""
        order = ("care", "waste", "governance", "mobility")
        way = Way(ProcedureId(procedure), dict.fromkeys(order, "low"), order)

        city = next(islice(course(model(), way, order), 5, None))

        assert [entry.decided for entry in adoptions(model(), city)] == decided


def weighted(levels: tuple[float, float, float, float]) -> float:
    """Returns the mean of four districts' levels over their people."""
    centre, oldtown, hillside, newquarter = levels
    return 0.25 * centre + 0.25 * oldtown + 0.30 * hillside + 0.20 * newquarter


class TestGauges:
    """The four gauges at the start, and rankings read from the same levels."""

    prosperity, efficiency = weighted((65, 50, 30, 45)), weighted((60, 50, 35, 55))
    affordability, local_fabric = weighted((35, 50, 65, 50)), weighted((50, 60, 45, 40))
    lowcarbon, resources = weighted((40, 45, 50, 45)), weighted((45, 45, 35, 50))
    biodiversity, resilience = weighted((25, 35, 40, 60)), weighted((50, 45, 30, 50))
    sensing, profiling = weighted((40, 25, 15, 30)), weighted((30, 20, 15, 25))
    control, opacity = weighted((25, 15, 15, 20)), weighted((50, 45, 50, 50))
    daily_life, solidarity = weighted((60, 55, 35, 50)), weighted((40, 55, 55, 35))
    safety, heritage = weighted((55, 55, 30, 60)), weighted((50, 75, 50, 25))

    def test_a_gauge_is_the_weighted_mean_of_its_indicators(self) -> None:
        """Economy .45, .30, .10, .15; ecology .30, .25, .25, .20; and so on."""
        expected = {
            "economy": 0.45 * self.prosperity
            + 0.30 * self.efficiency
            + 0.10 * self.affordability
            + 0.15 * self.local_fabric,
            "ecology": 0.30 * self.lowcarbon
            + 0.25 * self.resources
            + 0.25 * self.biodiversity
            + 0.20 * self.resilience,
            "surveillance": 0.25 * self.sensing + 0.30 * self.profiling + 0.25 * self.control + 0.20 * self.opacity,
            "quality": 0.35 * self.daily_life + 0.25 * self.solidarity + 0.20 * self.safety + 0.20 * self.heritage,
        }

        found = gauges(model(), founded(model(), "mayor").values)

        assert found == {
            name: pytest.approx(1000 * number, abs=HALF_A_MILLI_POINT + 1e-6) for name, number in expected.items()
        }

    def test_a_dimension_of_rankings_is_a_weighted_mean_too(self) -> None:
        """People: .45 skills, .30 participation, .25 solidarity. Governance turns opacity over."""
        people = 0.45 * 45 + 0.30 * 40 + 0.25 * self.solidarity
        governance = 0.35 * 40 + 0.25 * self.efficiency + 0.25 * (100 - self.opacity) + 0.15 * 50

        found = dimensions(model(), founded(model(), "mayor"))

        assert found["people"] == pytest.approx(1000 * people, abs=HALF_A_MILLI_POINT + 1e-6)
        assert found["governance"] == pytest.approx(1000 * governance, abs=HALF_A_MILLI_POINT + 1e-6)


class TestVisions:
    """The mixture of visions, on one axis: trust, which starts at 50 and is scaled from 30..80 to 40."""

    scaled = 100 * (50 - 30) / (80 - 30)

    def town(self, near: float, far: float, gate: Gate | None = None) -> Model:
        """Returns the reference city with two visions at these places; the first may have a gate."""
        shipped = rules().visions
        first, second, *_ = shipped.prototypes
        made = (
            evolve(first, id="near", place={"trust": near}, gates=(gate,) if gate else ()),
            evolve(second, id="far", place={"trust": far}, gates=()),
        )
        visions = evolve(shipped, axes=(Axis("trust", 30, 80),), prototypes=made)
        return compiled(scenario(), evolve(rules(), visions=visions))

    def test_shares_fall_with_the_square_of_the_distance(self) -> None:
        """At 4 and 9 points, 1 / 5² and 1 / 10² are as 4 to 1."""
        near, far = 1 / (1 + 4) ** 2, 1 / (1 + 9) ** 2
        town = self.town(self.scaled + 4, self.scaled - 9)

        found = compass(town, founded(town, ProcedureId("mayor")))

        assert found.place == {"trust": points(self.scaled)}
        assert found.distances == {"near": points(4), "far": points(9)}
        assert found.shares == {"near": points(100 * near / (near + far)), "far": points(100 * far / (near + far))}
        assert found.nearest == "near"

    def test_a_vision_behind_a_closed_gate_is_not_offered(self) -> None:
        """Trust stands at 50; a gate at 51 leaves the other vision alone."""
        town = self.town(self.scaled + 4, self.scaled - 9, Gate("trust", low=51))

        assert compass(town, founded(town, ProcedureId("mayor"))).shares == {"far": points(100)}

    def test_a_city_far_from_all_visions_is_a_patchwork(self) -> None:
        """Beyond 26 points, the nearest vision is no name for the city."""
        towns = [self.town(self.scaled + away, 100) for away in (26, 27)]

        found = [compass(town, founded(town, ProcedureId("mayor"))).nearest for town in towns]
        assert found == ["near", "patchwork"]

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
    def test_each_way_leads_to_its_vision(self, way: str, vision: str) -> None:
        """The design's seven ways end at the visions they were drawn for."""
        assert compass(model(), path(way)[-1]).nearest == vision

    def test_the_mixture_sums_to_the_whole(self) -> None:
        """Shares sum to 100 % exactly."""
        assert sum(compass(model(), path("human")[-1]).shares.values()) == points(100)

    def test_they_are_told_in_whole_percents_that_sum_to_one_hundred(self) -> None:
        """A room that adds them up finds the whole city, and none is a percent away from what it is."""
        for way in ("business", "human", "ecotechno"):
            shares = compass(model(), path(way)[-1]).shares
            told = percents(shares)
            assert sum(told.values()) == 100
            assert all(abs(told[name] * 1000 - share) < 1000 for name, share in shares.items())


def test_towers_push_people_out_and_life_gets_no_better_for_it() -> None:
    """More people leave than in the city left alone, and lived quality gains nothing worth the name."""
    towers = played({"housing": "high"}, "mayor", rounds=12)[-1]
    quiet = played({}, "mayor", rounds=12)[-1]

    assert towers.readings.displaced > quiet.readings.displaced
    assert towers.readings.lived < quiet.readings.lived + 1_000
