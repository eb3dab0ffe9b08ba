"""Shocks begin when the city has earned them, end on the calm side, and may come back."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as some

from game.city.dynamics import advanced
from game.city.explain import contributions
from game.city.model import Cause, CauseKind, Model
from game.city.state import CityState, pushed_by, strikes
from game.content.shapes import ShockId
from game.engine.events import CityMoved, Event, ShockEnded, ShockStruck
from game.engine.incidents import befallen
from game.engine.moves import Proceed
from game.engine.phases import Phase
from game.engine.setup import first_state
from game.engine.step import step
from tests.engine.table import game
from tests.engine.test_odds import accident, city_at, drift, model_of

LEVELS = some.lists(some.integers(20, 70), min_size=1, max_size=14)


def told(model: Model, levels: list[int], seed: int = 1) -> tuple[list[str], CityState]:
    """Returns what befell a city whose lived quality takes these levels, a round each: "+" begun, "-" ended, "."."""
    city, signs = city_at(50, model), []
    for round_, level in enumerate(levels, 1):
        city = evolve(city, round=round_ - 1, readings=city_at(level).readings)
        city, events = befallen(model, city, seed, round_)
        signs.append("".join(sign(event) for event in events) or ".")
    return signs, city


def sign(event: Event) -> str:
    """Returns "+" for a shock that begins, "-" for one that ends."""
    return "+" if isinstance(event, ShockStruck) else "-" if isinstance(event, ShockEnded) else ""


def test_a_drift_begins_below_its_start_and_ends_above_its_stop() -> None:
    """Begun below 40, it stays while quality is 45, ends above 50, and comes back below 40 again."""
    signs, city = told(model_of(drift()), [45, 39, 45, 50, 51, 45, 39])

    assert signs == [".", "+", ".", ".", "-", ".", "+"]
    assert [(s.began, s.ended) for s in strikes(model_of(drift()), city)] == [(6, None)]


@given(LEVELS)
def test_a_drift_is_a_switch_with_two_thresholds(levels: list[int]) -> None:
    """Whatever the levels do, it is under way exactly when the last threshold passed was its start."""
    signs, _ = told(model_of(drift()), levels)
    on, expected = False, []
    for level in levels:
        flips = (level < 40) if not on else (level > 50)
        expected.append(("-" if on else "+") if flips else ".")
        on ^= flips

    assert signs == expected


@given(some.booleans(), some.lists(some.integers(40, 50), min_size=1, max_size=20))
def test_a_drift_never_flickers_between_its_stop_and_its_start(begun: bool, levels: list[int]) -> None:
    """While the level stays between the two thresholds, both included, nothing begins and nothing ends."""
    signs, _ = told(model_of(drift()), [30 if begun else 60, *levels])

    assert signs[1:] == ["."] * len(levels)


def test_one_stop_is_enough() -> None:
    """A drift with two stops ends at the first one reached, and says which."""
    shock = drift()
    model = model_of(evolve(shock, stops=(*shock.stops, evolve(shock.stops[0], of="trust", above=49.0))))
    city, _ = befallen(model, city_at(30), 1, 1)
    _, events = befallen(model, evolve(city, round=1), 1, 2)

    assert [[each.of for each in event.reached] for event in events if isinstance(event, ShockEnded)] == [["trust"]]


def test_a_beginning_tells_the_threshold_passed() -> None:
    """The event holds the level, the threshold and how far past it the city was."""
    _, events = befallen(model_of(drift()), city_at(36.5), 1, 1)
    (begun,) = [event for event in events if isinstance(event, ShockStruck)]

    assert (begun.odds, [(p.of, p.level, p.threshold, p.past) for p in begun.passed]) == (
        None,
        [("lived", 36_500, 40_000, 3_500)],
    )


def test_an_accident_lasts_its_rounds_then_rests() -> None:
    """Certain odds, two rounds long, three of rest: it comes in rounds 1 and 6, and is told as over in round 3."""
    model = model_of(accident(chance=100, lasts=2), most=100, rest=3)

    assert told(model, [50] * 7)[0] == ["+", ".", "-", ".", ".", "+", "."]


def test_no_more_begin_in_a_round_than_the_rules_let() -> None:
    """Three certain accidents and room for two: the third comes a round later."""
    model = model_of(*(accident(f"a{n}", chance=100, lasts=6) for n in range(3)), most=100, most_new=2)

    assert told(model, [50, 50, 50])[0] == ["++", "+", "."]


def test_a_shock_that_is_over_fades() -> None:
    """Its push glides to its level while it lasts, and back towards nothing once it is over."""
    heat = ShockId("heatwave")
    model = model_of(evolve(game().model.shocks[heat], chance=100, from_round=1), most=100, rest=12)
    city, sizes = city_at(50, model), []
    for round_ in range(1, 5):
        city, _ = befallen(model, city, 1, round_)
        city = advanced(model, city)
        sizes.append(sum(map(abs, pushed_by(model, city, Cause(CauseKind.SHOCK, heat)).values())))

    assert 0 < sizes[0] <= sizes[1]
    assert sizes[1] > sizes[2] > sizes[3]


def test_shocks_are_among_the_causes_and_the_sums_stay_exact() -> None:
    """Over whole games, every resolution's contributions sum to its change, shocks included by name."""
    seen = False
    for seed in range(6):
        of = game(procedure="mayor", seed=seed)
        state = first_state(of)
        while state.phase is not Phase.ENDED:
            state, events = step(of, state, Proceed())
            for event in events:
                if isinstance(event, CityMoved):
                    why = contributions(of.model, event.before, event.after)
                    seen |= any(part.cause.kind is CauseKind.SHOCK for part in why)
                    for name in of.model.first_cells:
                        change = of.model.mean(event.after.values, name) - of.model.mean(event.before.values, name)
                        parts = [part for part in why if part.indicator == name]
                        if parts and parts[0].district is None:
                            assert sum(part.amount for part in parts) == change

    assert seen


def test_the_same_seed_meets_the_same_shocks() -> None:
    """A replay meets the same luck; another seed may not."""

    def hits(seed: int) -> list[tuple[int, str]]:
        of = game(seed=seed)
        state, found = first_state(of), []
        while state.phase is not Phase.ENDED:
            state, events = step(of, state, Proceed())
            found += [(event.round, event.shock) for event in events if isinstance(event, ShockStruck)]
        return found

    assert [hits(seed) for seed in range(8)] == [hits(seed) for seed in range(8)]
    assert len({tuple(hits(seed)) for seed in range(8)}) > 1
