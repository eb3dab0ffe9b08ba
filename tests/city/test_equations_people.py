"""The equations of what people make of the city, worked by hand: acceptance to equity (5 to 10)."""


import numpy as np
import pytest
from attrs import evolve

from game.city.building import adopted
from game.city.compiling import compiled
from game.city.dynamics import founded
from game.city.groups import acceptances, restrictions
from game.city.model import Model
from game.city.reference import scenario_of
from game.city.scoring import gauges
from game.city.state import CityState
from game.content.cards import Intervention, Tech
from game.content.claims import BareDistrict
from game.content.shapes import DistrictId, GroupId, InterventionId, ProcedureId
from tests.city.cells import (
    after_departures,
    gone,
    points,
    raised,
    satisfaction,
    with_gone,
    with_levels,
)
from tests.city.reference import held_to, intervention, model, rules, scenario


def received(card_: Intervention, procedure: str, city: CityState, decided: int = 0) -> int:
    """Returns how a card is received under a way of deciding."""
    way = model().procedures[ProcedureId(procedure)]
    legitimacy, softening = round(way.legitimacy.value), round(way.softening.value)
    of = with_card(card_)
    found = acceptances(of, city.values, np.asarray(decided), city.works, legitimacy, softening)
    return int(found[of.cards.ids.index(card_.id)])


def with_card(card_: Intervention) -> Model:
    """Returns the reference city where a card stands as given."""
    city = scenario()
    challenges = tuple(
        evolve(each, answers=tuple(card_ if answer.id == card_.id else answer for answer in each.answers))
        for each in city.challenges
    )
    return compiled(evolve(city, challenges=challenges), rules())


class TestEquation5:
    """Acceptance and adoption."""

    def test_face_recognition_by_the_mayor(self) -> None:
        """50, the mayor's −10, one degree of restriction, personal data, the pull of the new at the start."""
        start, legitimacy, restriction, data, novelty = 50, -10, -6 * 1, -12, 10

        found = received(intervention("safety.high"), "mayor", founded(model(), "mayor"))

        assert found == points(start + legitimacy + restriction + data + novelty) == points(32)

    def test_softening_takes_the_edge_off_restriction_and_data(self) -> None:
        """By consent 20 % of both is left, and an offer shaped with its users gains 8 × 0.8."""
        start, legitimacy, novelty, softening = 50, 18, 10, 0.8
        restriction, data, fit = -6 * 1 * (1 - softening), -12 * (1 - softening), 8 * softening

        found = received(intervention("safety.high"), "consent", founded(model(), "consent"))

        assert found == points(start + legitimacy + restriction + data + novelty + fit) == points(80.8)

    def test_the_pull_of_the_new_is_gone_after_four_rounds(self) -> None:
        """10 at the start, 2.5 less each round, nothing from the fourth on."""
        city = founded(model(), "mayor")
        found = [received(intervention("safety.high"), "mayor", city, decided) for decided in (0, 1, 3, 4, 9)]

        assert [number - found[-1] for number in found] == [points(10 * left) for left in (1, 0.75, 0.25, 0, 0)]

    def test_trust_counts_half_and_digital_skills_a_third(self) -> None:
        """10 points of trust add 5; 10 of digital skills add 3, except to low tech."""
        start = founded(model(), "majority")
        city = with_levels(model(), start, {"trust": 60, "literacy": 55})
        trust, literacy = 0.5 * 10, 0.3 * 10

        gained = [
            received(intervention(name), "majority", city) - received(intervention(name), "majority", start)
            for name in ("care.low", "care.mid", "care.high")
        ]

        assert gained == [points(trust), points(trust + literacy), points(trust + literacy)]

    def test_residents_time_is_not_endless(self) -> None:
        """Four low-tech answers ask 8; 40 of participation give 40 / 6 = 6.667; each unit over costs 2: 2.666."""
        city = founded(model(), "majority")
        for name in ("mobility.low", "energy.low", "safety.low"):
            city = adopted(model(), city, InterventionId(name), ProcedureId("majority"), None)
        asked, there = 4 * 2, round(40 / 6, 3)

        alone = received(intervention("care.low"), "majority", founded(model(), "majority"))
        fourth = received(intervention("care.low"), "majority", city)

        assert alone - fourth == points(2 * (asked - there)) == points(2.666)

    def test_nobody_is_wholly_refused(self) -> None:
        """However bad, acceptance stays at 5: here 50 − 22 − 25 − 18 − 12 would be −27."""
        harsh = evolve(intervention("waste.high"), tech=Tech.LOW, restriction=3)
        city = with_levels(model(), founded(model(), "algorithm"), {"trust": 0})

        assert received(harsh, "algorithm", city) == points(5)

    @pytest.mark.parametrize(
        ("accepted", "adopting"), [(0, 0), (30, 5), (40, 17.5), (50, 30), (60, 55), (70, 80), (85, 100)]
    )
    def test_adoption_tips(self, accepted: float, adopting: float) -> None:
        """30 → 5 %, 50 → 30, 70 → 80, 85 → 100, straight between: 60 lies halfway from 30 to 80."""
        assert model().adoption.at(np.asarray(points(accepted))) == points(adopting)


@pytest.mark.parametrize(("procedure", "softening"), [("mayor", 0), ("consent", 0.8)])
def test_equation_6_a_restriction_is_felt_as_it_is_refused(procedure: str, softening: float) -> None:
    """Three degrees at 1.2 points each, for the 60 % who don't accept them, less what softening takes off."""
    card_ = InterventionId("waste.high")
    city = adopted(model(), founded(model(), procedure), card_, ProcedureId(procedure), None)
    refused = 1 - 0.40

    felt = restrictions(model(), 5, city.works, np.full(len(model().cards.ids), points(40)))

    assert felt[model().cards.ids.index(card_)] == points(3 * 1.2 * (1 - softening) * refused)
    assert np.count_nonzero(felt) == 1


class TestEquation7:
    """Satisfaction, on the digital nomads of the centre."""

    economy = 22 * 65 + 20 * 60
    life = 16 * 60 + 10 * 55 + 4 * 50 + 12 * 45
    nature = 6 * 25
    unwatched = 6 * (100 - 25) + 4 * (100 - 30)
    start = (economy + life + nature + unwatched) / 100

    def test_it_is_the_weighted_mean_of_what_matters(self) -> None:
        """Prosperity 22 × 65, efficiency 20 × 60, …, and control turned over: 6 × (100 − 25)."""
        city = founded(model(), "mayor")

        assert self.start == pytest.approx(57.6)
        assert satisfaction(model(), city, "nomads", "centre") == points(self.start)

    def test_restrictions_weigh_by_the_groups_factor(self) -> None:
        """Nomads feel 60 % of a restriction of 2 points."""
        city = founded(model(), "mayor")

        assert satisfaction(model(), city, "nomads", "centre", 2) == points(self.start - 0.6 * 2)

    @pytest.mark.parametrize(("change", "noticed"), [(10, 6), (-10, -10)])
    def test_ecological_gains_are_noticed_by_60_percent(self, change: float, noticed: float) -> None:
        """10 points of biodiversity gained count as 6, lost as 10; nomads give it 6 % of their weight."""
        city = raised(model(), founded(model(), "mayor"), "biodiversity", change)

        assert satisfaction(model(), city, "nomads", "centre") == points(self.start + 0.06 * noticed)


def test_equation_8_people_leave_as_living_becomes_dear() -> None:
    """10 points lost send away 1.2 % of the 12 % in hardship on the hillside, then 1.2 % of those still there."""
    dear = raised(model(), founded(model(), "mayor"), "affordability", -10)
    first = 12 * 0.012
    second = (12 - first) * 0.012

    once = after_departures(model(), dear)
    twice = after_departures(model(), once)

    assert gone(model(), once, "precarious", "hillside") == points(first) == 144
    assert gone(model(), twice, "precarious", "hillside") == points(first + second) == 286
    assert gone(model(), twice, "nomads", "centre") == 0


def test_equation_8_nobody_leaves_where_living_is_cheaper() -> None:
    """Points gained bring nobody back and send nobody away."""
    cheap = raised(model(), founded(model(), "mayor"), "affordability", 10)

    assert after_departures(model(), cheap).gone.sum() == 0


class TestEquations9And10:
    """Lived quality and equity, in a city of two: 60 nomads of the centre, 40 retirees of the hillside."""

    nomads = 57.6
    home = 22 * 35 + 18 * 30 + 14 * 55 + 12 * 50 + 12 * 65 + 6 * 40
    voice = 6 * 40 + 6 * (100 - 15) + 4 * (100 - 15)
    retirees = (home + voice) / 100

    def town(self) -> Model:
        """Returns the city of two."""
        reference = held_to().reference
        people = {"centre": {GroupId("nomads"): 60.0}, "hillside": {GroupId("retirees"): 40.0}}
        districts = {
            DistrictId(name): BareDistrict(group, reference.districts[DistrictId(name)].base)
            for name, group in people.items()
        }
        return compiled(scenario_of(evolve(reference, districts=districts)), rules())

    def test_lived_quality_is_the_mean_over_the_people(self) -> None:
        """60 at 57.6 and 40 at 47.9."""
        city = founded(self.town(), ProcedureId("mayor"))

        assert self.retirees == pytest.approx(47.9)
        assert city.readings.lived == points(0.60 * self.nomads + 0.40 * self.retirees)

    def test_the_displaced_stay_in_the_accounts(self) -> None:
        """Ten of the forty have left: they count at 20."""
        city = with_gone(self.town(), founded(self.town(), ProcedureId("mayor")), "retirees", "hillside", 10)

        assert city.readings.lived == points(0.60 * self.nomads + 0.30 * self.retirees + 0.10 * 20)
        assert city.readings.displaced == points(10)

    def test_whoever_leaves_a_place_worse_than_that_counts_as_their_neighbours(self) -> None:
        """At 19.3 among the retirees of the hillside, the ten who left count 19.3, not 20: the mean stays as it was."""
        town = self.town()
        poor = with_levels(town, founded(town, ProcedureId("mayor")), {"daily_life": 0, "safety": 0}, "hillside")
        poor = with_levels(town, poor, {"affordability": 0, "solidarity": 0}, "hillside")
        left = (self.home - 22 * 35 - 18 * 30 - 14 * 55 - 12 * 65 + self.voice) / 100

        city = with_gone(town, poor, "retirees", "hillside", 10)

        assert left == pytest.approx(19.3)
        assert city.readings.lived == points(0.60 * self.nomads + 0.40 * left)

    def test_measured_quality_counts_neither_weights_nor_the_displaced(self) -> None:
        """.35 daily life + .25 solidarity + .20 safety + .20 heritage: 52 in the centre, 42 on the hillside."""
        centre = 0.35 * 60 + 0.25 * 40 + 0.20 * 55 + 0.20 * 50
        hillside = 0.35 * 35 + 0.25 * 55 + 0.20 * 30 + 0.20 * 50
        city = with_gone(self.town(), founded(self.town(), ProcedureId("mayor")), "retirees", "hillside", 10)

        assert (centre, hillside) == (pytest.approx(52), pytest.approx(42))
        assert gauges(self.town(), city.values)["quality"] == points(0.60 * centre + 0.40 * hillside)

    def test_equity_is_the_gap_between_the_fifths(self) -> None:
        """Best fifth: 20 nomads. Worst fifth: the 10 who left, at 20, and 10 retirees."""
        worst = (10 * 20 + 10 * self.retirees) / 20
        city = with_gone(self.town(), founded(self.town(), ProcedureId("mayor")), "retirees", "hillside", 10)

        assert city.readings.worst_fifth == points(worst)
        assert city.readings.equity == points(100 - (self.nomads - worst))
