"""What could happen is told beforehand, exactly, and without ever touching the dice."""

from typing import Any

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as some

from game.city.building import struck
from game.city.compiling import compiled
from game.city.dynamics import founded
from game.city.exact import FULL
from game.city.model import Model
from game.city.state import CityState, strikes
from game.content.cards import Condition, Shock, ShockKind
from game.content.shapes import ShockId
from game.engine.events import ChancesDrawn, ShockStruck
from game.engine.incidents import befallen
from game.engine.moves import Proceed
from game.engine.odds import Outlook, next_throw, odds, outlooks
from game.engine.phases import Phase
from game.engine.setup import first_state
from game.engine.step import step
from tests.city import reference
from tests.engine.table import game, rules, until

SEEDS = 4000


def general(of: str) -> Shock:
    """Returns a general shock of the rules."""
    return next(shock for shock in rules().rulebook.shocks if shock.id == of)


def accident(name: str = "accident", **changes: Any) -> Shock:
    """Returns an accident that nothing prepares, unless told otherwise."""
    return evolve(general("heatwave"), **{"id": ShockId(name), "softened_by": None, "from_round": 1} | changes)


def drift(name: str = "drift", **changes: Any) -> Shock:
    """Returns a drift on lived quality: it begins below 40 and ends above 50."""
    ends = {"starts": (Condition("lived", below=40),), "stops": (Condition("lived", above=50),)}
    return evolve(general("protest"), **{"id": ShockId(name), "from_round": 1, **ends} | changes)


def model_of(*shocks: Shock, **numbers: float) -> Model:
    """Returns the shipped city in which only these shocks may happen; `numbers` change the rules of chance."""
    model = game().model
    chances = model.rules.chances
    changed = {name: evolve(getattr(chances, name), value=value) for name, value in numbers.items()}
    rulebook = evolve(model.rules, chances=evolve(chances, **changed), shocks=shocks)
    return compiled(evolve(model.scenario, shocks=()), rulebook)


def city_at(lived: float, model: Model | None = None) -> CityState:
    """Returns the city as it starts, but for its lived quality; of the model's one shock, if none is given."""
    start = founded(model or model_of(drift()), game().procedure)
    return evolve(start, readings=evolve(start.readings, lived=np.asarray(round(lived * 1000))))


def only(model: Model, city: CityState, round_: int = 1) -> Outlook:
    """Returns the outlook of a city's one shock."""
    (found,) = outlooks(model, city, round_)
    return found


@pytest.mark.parametrize(("lived", "chance"), [(41, 0), (40, 0), (39, 11), (30, 20), (10, 40)])
def test_the_odds_grow_with_the_distance_past_the_threshold(lived: float, chance: int) -> None:
    """10 % at the threshold and 10 % more for 10 points: 9 points past it, 19 %, capped at the most."""
    below = accident(chance=10, chance_per10=10, starts=(Condition("lived", below=40),))
    model = model_of(below, most=40)

    assert only(model, city_at(lived)).odds == chance * 1000


def test_the_start_least_past_its_threshold_sets_the_odds() -> None:
    """With two starts, 20 and 5 points past, the odds grow with the 5."""
    starts = (Condition("lived", below=40), Condition("trust", above=45))
    model = model_of(accident(chance=10, chance_per10=10, starts=starts))

    assert only(model, city_at(20)).odds == 15_000


def test_all_starts_must_hold() -> None:
    """One start that doesn't hold leaves no chance, and is told as the one that doesn't."""
    starts = (Condition("lived", below=40), Condition("trust", above=60))
    found = only(model_of(accident(starts=starts)), city_at(20))

    assert (found.odds, [start.met for start in found.starts]) == (0, [True, False])


def test_the_room_can_make_every_accident_likelier_or_impossible() -> None:
    """The likelihood of the rules multiplies all odds of accidents; at 0 none is left."""
    one = accident(chance=16)

    assert [only(model_of(one, likelihood=x), city_at(50)).odds for x in (0, 50, 100, 200)] == [0, 8000, 16_000, 32_000]


def test_an_accident_waits_for_its_first_round() -> None:
    """Before it, the odds are 0 and the round from which it may come is told."""
    found = only(model_of(accident(from_round=3)), city_at(50), 2)

    assert (found.odds, found.earliest) == (0, 3)


def test_odds_leave_room_for_what_comes_before() -> None:
    """With one new shock a round: 50 %, then half of 40 %, then what both leave of 30 %."""
    shocks = [accident(f"a{chance}", chance=chance) for chance in (50, 40, 30)]
    model = model_of(*shocks, most_new=1)
    found = outlooks(model, city_at(50, model), 1)

    assert [each.odds for each in found] == [50_000, 20_000, 9_000]


def test_a_drift_comes_before_accidents() -> None:
    """A drift whose starts hold takes the only place, whatever the list says, and the accident is told as waiting."""
    model = model_of(accident(chance=50), drift(), most_new=1)
    found = outlooks(model, city_at(20, model), 1)

    assert [(each.shock.id, each.odds, each.die) for each in found] == [("drift", FULL, FULL), ("accident", 0, 50_000)]


@given(some.lists(some.integers(1, 60), min_size=1, max_size=5), some.integers(0, 3))
def test_the_odds_of_a_round_sum_to_what_begins(chances: list[int], most: int) -> None:
    """The expected number of shocks is what enumerating every fall of the dice gives."""
    model = model_of(*(accident(f"a{n}", chance=chance) for n, chance in enumerate(chances)), most_new=most)
    found = outlooks(model, city_at(50, model), 1)
    expected = 0.0
    for fall in range(2 ** len(chances)):
        fallen = [bool(fall >> n & 1) for n in range(len(chances))]
        weight = 1.0
        for down, chance in zip(fallen, chances, strict=True):
            weight *= chance / 100 if down else 1 - chance / 100
        expected += weight * min(most, sum(fallen))

    assert sum(each.odds for each in found) / FULL == pytest.approx(expected, abs=1e-3)


def test_dice_fall_as_often_as_told() -> None:
    """Over thousands of seeds an accident comes as often as its odds say."""
    model, city = model_of(accident(chance=16)), city_at(50)
    came = sum(
        isinstance(event, ShockStruck) for seed in range(SEEDS) for event in befallen(model, city, seed, 1)[1]
    )

    assert came / SEEDS == pytest.approx(0.16, abs=0.02)


def test_the_odds_never_tell_the_dice() -> None:
    """Two games that differ by their seed alone are told the same odds; so they are before the dice and after."""
    told = [odds(game(seed=seed), first_state(game(seed=seed))) for seed in range(20)]

    assert all(each == told[0] for each in told)


def test_the_likeliest_comes_first_and_nothing_is_left_at_the_end() -> None:
    """What is under way, then falling odds; once the last round is resolved, nothing can happen any more."""
    of = game(procedure="mayor", seed=4)
    state = until(of, Phase.RESOLUTION)
    listed = [each.odds for each in odds(of, state) if each.under_way is None]
    ended = until(of, Phase.ENDED)

    assert listed == sorted(listed, reverse=True)
    assert (next_throw(state), odds(of, ended)) == (2, ())


def test_every_round_keeps_what_it_drew_from() -> None:
    """A round's events hold the odds it had, equal to what was told just before it, in the order of drawing."""
    of = game(seed=3)
    state = until(of, Phase.BRIEFING)
    while state.phase is not Phase.RESOLUTION:
        before, (state, events) = state, step(of, state, Proceed())
    (drawn,) = [event for event in events if isinstance(event, ChancesDrawn)]

    assert drawn.outlooks == outlooks(of.model, before.city, 1)


def test_a_drift_under_way_tells_what_would_end_it() -> None:
    """It has no odds left; its stops stand with the present level and whether they are reached."""
    model = model_of(drift())
    found = only(model, struck(model, city_at(45), ShockId("drift")), 2)

    (stop,) = found.stops

    assert found.odds == 0
    assert (stop.of, stop.level, stop.threshold, stop.met) == ("lived", 45_000, 50_000, False)


@pytest.mark.parametrize("kind", ShockKind)
def test_both_kinds_are_among_the_general_shocks(kind: ShockKind) -> None:
    """The rules hold drifts and accidents."""
    assert any(shock.kind is kind for shock in rules().rulebook.shocks)


def earned(way: str, rounds: int = 6) -> float:
    """Returns how many shocks the reference city would meet on a way, each round by its odds."""
    cities = reference.path(way)[:rounds]
    return sum(
        each.odds for round_, city in enumerate(cities, 2) for each in outlooks(reference.model(), city, round_)
    ) / FULL  # fmt: skip


def test_a_jail_city_earns_more_than_a_human_one() -> None:
    """On the reference city, the path to the jail city is in danger several times as often as the human path."""
    assert earned("jail") > 3 * earned("human")


def test_the_reference_city_is_tried_without_shocks() -> None:
    """The claims are held against what is decided alone: no path of the reference city ever meets a shock."""
    assert [strikes(reference.model(), city) for city in reference.path("jail")] == [()] * 12
