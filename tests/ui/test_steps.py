"""A round as a sequence: its steps sum to the change, to the milli-point and as written, and take a few seconds."""

from functools import cache
from inspect import getsource

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.city.apart import apart
from game.city.scoring import gauge
from game.engine.events import CityMoved
from game.engine.phases import Phase
from game.engine.reveal import revealable, shown_by, withheld
from game.session import Session
from game.ui.resolving import steps as module
from game.ui.resolving.playback import BEFORE, Playback, Steer
from game.ui.resolving.steps import OPENING, TENTH, Group, Step, change_of, steps_of
from tests.ui.rooms import play_until, session

WAYS = ("mayor", "algorithm", "consent", "majority")


@cache
def played(way: str) -> Session:
    """Returns a session played to its end."""
    return play_until(session(procedure=way, seed=5), Phase.ENDED)


def resolutions(way: str) -> list[CityMoved]:
    """Returns every resolution of a session."""
    return [event for event in played(way).events if isinstance(event, CityMoved)]


def levels(held: Session, moved: CityMoved, of: str) -> tuple[int, int]:
    """Returns where a gauge stood before a resolution, and after it."""
    before, after = (gauge(held.game.model, city.values, of) for city in (moved.before, moved.after))  # type: ignore[arg-type]
    return before, after


def change(held: Session, moved: CityMoved, of: str) -> int:
    """Returns what the resolution made of a gauge."""
    before, after = levels(held, moved, of)
    return after - before


@pytest.mark.parametrize("way", WAYS)
def test_steps_sum_to_the_change(way: str) -> None:
    """For every gauge shown, the moves of the steps sum to its change to the milli-point."""
    held = played(way)
    for moved in resolutions(way):
        steps = steps_of(held.game.model, moved, shown_by(held.game, moved.round))
        for rule in held.game.model.rules.headlines:
            assert change(held, moved, rule.id) == change_of(steps, rule.id)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_told_sums_to_what_is_written(way: str) -> None:
    """The tenths told step by step add up to the change as its two levels are read; none is more than a tenth off."""
    held = played(way)
    for moved in resolutions(way):
        steps = steps_of(held.game.model, moved, shown_by(held.game, moved.round))
        for rule in held.game.model.rules.headlines:
            told = sum(step.told.get(rule.id, 0) for step in steps)
            assert apart(*levels(held, moved, rule.id)) == told
            assert all(abs(step.told.get(rule.id, 0) - step.moves.get(rule.id, 0)) <= TENTH for step in steps)


@given(st.data())
def test_steps_sum_whatever_is_covered(data: st.DataObject) -> None:
    """Whatever is covered, the gauges shown still add up, and nothing is told of the others."""
    way = data.draw(st.sampled_from(WAYS))
    held, moved = played(way), data.draw(st.sampled_from(resolutions(way)))
    shown = frozenset(data.draw(st.sets(st.sampled_from(sorted(revealable(held.game))))))

    steps = steps_of(held.game.model, moved, shown)

    for rule in held.game.model.rules.headlines:
        expected = change(held, moved, rule.id) if rule.id in shown else 0
        assert expected == change_of(steps, rule.id)
    assert not [step for step in steps if step.cause is not None and withheld(shown, step.cause) and not step.opened]


@pytest.mark.parametrize("way", WAYS)
def test_a_sequence_is_short(way: str) -> None:
    """A sequence never lasts longer than fifteen seconds, and one of four steps or more at least eight."""
    held = played(way)
    for moved in resolutions(way):
        steps = steps_of(held.game.model, moved, shown_by(held.game, moved.round))
        lasting = OPENING + sum(step.seconds for step in steps)
        assert lasting <= 15
        assert lasting >= 8 or len(steps) < 4


def test_the_largest_comes_first_and_groups_last() -> None:
    """Single causes stand in order of size, before what is told together."""
    held = played("mayor")
    for moved in resolutions("mayor"):
        steps = steps_of(held.game.model, moved, shown_by(held.game, moved.round))
        single = [step for step in steps if step.cause and not step.opened and step.count == 1]
        sizes = [sum(map(abs, step.moves.values())) for step in single]
        grouped = [step.group is not None for step in steps]

        assert sizes[:5] == sorted(sizes, reverse=True)[:5]
        assert all(step.group in Group for step in steps if step.group)
        assert not any(grouped) or True in grouped[-4:]


def test_what_opens_is_always_told() -> None:
    """A project that opens in the round has a step of its own, lit where it stands, even before it moves anything."""
    held = played("mayor")
    opened = [
        step
        for moved in resolutions("mayor")
        for step in steps_of(held.game.model, moved, shown_by(held.game, moved.round))
        if step.opened
    ]

    assert opened
    assert all(step.cause is not None and len(step.districts) <= 1 for step in opened)


def test_steps_are_read_off_the_events() -> None:
    """The contributions come with the resolution; the module never works them out anew."""
    assert "contributions(" not in getsource(module).replace("moved.contributions", "")


def sequence(count: int = 3) -> Playback:
    """Returns a sequence of so many steps at its opening."""
    step = Step(None, Group.OTHERS, moves={"economy": 100})  # type: ignore[dict-item]
    return Playback(resolutions("mayor")[0], (step,) * count)


def test_a_playback_runs_to_its_rest() -> None:
    """Each moment leads to the next, from the opening to the rest, where it stays."""
    at, seen = sequence(), []
    for _ in range(6):
        seen.append(at.at)
        at = at.on()

    assert [BEFORE, 0, 1, 2, 3, 3] == seen
    assert at.resting
    assert 300 == at.made("economy")  # type: ignore[arg-type]


def test_only_the_last_change_can_be_shown() -> None:
    """Shown alone, a step lands on the city as it was before the round, more slowly, and then holds."""
    second = sequence().on().on()

    alone = second.steered(Steer.LAST)

    assert (200, 100) == (second.made("economy"), alone.made("economy"))  # type: ignore[arg-type]
    assert alone.seconds > second.seconds
    assert not alone.on().going


def test_hands_on_a_playback_hold_it() -> None:
    """Stepping back or forward pauses; holding again goes on; skipping lands everything."""
    start = sequence()

    assert start.steered(Steer.ON).at == 0
    assert not start.steered(Steer.ON).going
    assert start.steered(Steer.BACK).at == BEFORE
    assert start.steered(Steer.HOLD).steered(Steer.HOLD) == start
    assert start.steered(Steer.SKIP).resting
    assert start.steered(Steer.SLOW).seconds > start.seconds
