"""The shipped record is true, and what moved since a record is found, the most telling first."""

from attrs import evolve

from game.city.claims import tried
from game.city.explored import every_plan, random_cities, random_city
from game.city.measured import Moved, first_stale, measured, moved
from game.city.reach import random_way, visions_drawn, visions_of_paths
from game.content.load_claims import load_record
from game.content.measured import Measured, measured_text
from game.content.shapes import ProcedureId
from game.paths import data
from tests.city.reference import held_to, rules
from tests.city.test_claims import dice, found

BEFORE = Measured(
    claims={"C1": 100, "C2": 50, "C3": 7, "C4": 1},
    paths={"human": {"lived": 60_000, "trust": 50_000, "image": 1}, "lost": {"lived": 1}},
)
AFTER = Measured(
    claims={"C1": 90, "C2": -1, "C3": 7, "C5": 1},
    paths={"human": {"lived": 60_010, "trust": 49_000, "mood": 1}, "jail": {"lived": 1}},
)


def test_the_shipped_record_is_true() -> None:
    """`whose-city check rules --record` has been run since the rules or the model last changed."""
    now = measured(held_to().reference, rules(), found().values())

    assert now == load_record().measured
    assert measured_text(now) == data("rules", "measured.yaml").read_text(encoding="utf-8")


def test_what_moved_is_told_in_its_order() -> None:
    """Claims that changed side stand apart from margins; levels come largest shift first; the rest is new or gone."""
    assert moved(BEFORE, AFTER) == Moved(
        sides={"C2": (50, -1)},
        margins={"C1": (100, 90)},
        paths={"human": {"trust": (50_000, 49_000), "lived": (60_000, 60_010)}},
        new=("C5", "jail", "mood"),
        gone=("C4", "lost", "image"),
    )
    assert list(moved(BEFORE, AFTER).paths["human"]) == ["trust", "lived"]


def test_a_claim_at_zero_does_not_hold() -> None:
    """A margin of nothing is the wrong side of the line."""
    one, zero = (Measured({"C1": margin}, {}) for margin in (1, 0))

    assert moved(one, zero).sides == {"C1": (1, 0)}
    assert moved(zero, one).sides == {"C1": (0, 1)}


def test_nothing_moved_is_nothing() -> None:
    """A measure beside itself shows no difference; a thousandth is one."""
    off = evolve(BEFORE, claims={**BEFORE.claims, "C1": 101})

    assert moved(BEFORE, BEFORE).nothing
    assert not moved(BEFORE, off).nothing


def test_the_first_number_that_is_no_longer_true_is_pointed_at() -> None:
    """A claim first, then a level of a path."""
    of_path = evolve(BEFORE, paths={**BEFORE.paths, "lost": {"lived": 2}})

    assert first_stale(moved(BEFORE, AFTER)) == ("claims", "C2")
    assert first_stale(moved(BEFORE, of_path)) == ("paths", "lost", "lived")
    assert first_stale(moved(BEFORE, evolve(BEFORE, paths={}))) == ("claims",)


def test_a_link_erased_moves_the_measure() -> None:
    """Without growth on rents, fewer people leave the business city, and the record would say so."""
    fewer = evolve(rules(), couplings=rules().couplings[1:])
    now = measured(held_to().reference, fewer, tried(held_to().reference, fewer, held_to().claims))

    shifts = moved(load_record().measured, now).paths["business"]

    assert shifts["displaced"][1] < shifts["displaced"][0]
    assert shifts["affordability"][1] > shifts["affordability"][0]


def test_a_random_way_is_drawn_again_by_its_dice() -> None:
    """The same dice draw the same way; another number draws another."""
    reference = held_to().reference
    ways = [random_way(reference, rules(), dice(number)) for number in (1, 1, 2)]

    assert ways[0] == ways[1] != ways[2]
    assert sorted(ways[0].order) == sorted(reference.order)


def test_the_reference_paths_come_to_every_vision() -> None:
    """No shipped vision is out of reach."""
    reached = visions_of_paths(held_to().reference, rules())

    assert {vision.id for vision in rules().visions.prototypes} <= {*reached}


def test_random_games_end_at_a_vision_each() -> None:
    """The counts of visions sum to the games played, the commonest first."""
    drawn = visions_drawn(held_to().reference, rules(), 12, dice)

    assert sum(drawn.values()) == 12
    assert list(drawn.values()) == sorted(drawn.values(), reverse=True)


def test_a_random_city_stays_near_the_reference() -> None:
    """Levels move by at most 15 points in districts and 10 in the city, and stay within 10 and 90."""
    reference, city = held_to().reference, random_city(held_to().reference, dice(4))
    shifts = [
        abs(level - reference.districts[name].base[k])
        for name, district in city.districts.items()
        for k, level in district.base.items()
    ]

    assert 0 < max(shifts) <= 15
    assert all(abs(level - reference.start[k]) <= 10 for k, level in city.start.items())
    assert all(10 <= level <= 90 for district in city.districts.values() for level in district.base.values())


def test_every_plan_is_every_choice_of_tech() -> None:
    """With two challenges there are nine plans; the best-lived is at least as livable as the best-ranked."""
    reference = held_to().reference
    small = evolve(
        reference,
        cards={name: card for name, card in reference.cards.items() if name.partition(".")[0] in ("care", "safety")},
        order=("care", "safety"),
    )

    (ranked,) = every_plan(small, rules(), (ProcedureId("budget"),))

    assert ranked.plans == 9
    assert ranked.margin == ranked.best_lived - ranked.lived_of_best_ranked >= 0


def test_carrying_a_plan_to_one_city_varies_nothing(monkeypatch) -> None:
    """Results vary between cities, not within one."""
    monkeypatch.setattr("game.city.explored.CITIES", 1)

    (carried,) = random_cities(held_to().reference, rules(), (ProcedureId("mayor"),), dice)

    assert carried.spread == {"high": 0, "mid": 0, "low": 0}


def test_high_tech_varies_more_from_city_to_city_than_mid_tech(monkeypatch) -> None:
    """Claim C48, by the mayor, on a few cities; the whole of it is `check rules --long`."""
    monkeypatch.setattr("game.city.explored.CITIES", 20)

    (carried,) = random_cities(held_to().reference, rules(), (ProcedureId("mayor"),), dice)

    assert carried.margin > 0
