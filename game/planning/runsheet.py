"""The run sheet: what happens when, to the minute, from the welcome to the goodbye."""

from collections.abc import Iterator
from enum import Enum
from itertools import groupby

from attrs import frozen

from game.content.lengths import Parts, parts_of
from game.content.shapes import ChallengeId
from game.content.workshop import WorkshopPlan
from game.engine.pacing import outline, shared_out
from game.engine.phases import Phase
from game.engine.setup import first_state
from game.engine.state import Game


class Kind(Enum):
    """What a moment of a workshop is for."""

    WELCOME = "welcome"
    """People come in, the game and its city are told in two minutes."""
    ROLES = "roles"
    """Each reads its role and introduces it."""
    ROUND = "round"
    """A round is played."""
    PAUSE = "pause"
    """A break."""
    DEBRIEF = "debrief"
    """Roles are left and the room talks about it."""
    END = "end"
    """Time is up."""


@frozen
class Step:
    """A phase within a round and the minutes it has, on one challenge or on none."""

    phase: Phase
    challenge: ChallengeId | None
    minutes: float


@frozen
class Moment:
    """Something on the run sheet: when it begins, in minutes from the welcome, how long it takes, and its steps."""

    at: float
    kind: Kind
    minutes: float
    round: int = 0
    steps: tuple[Step, ...] = ()


def run_sheet(plan: WorkshopPlan, game: Game) -> tuple[Moment, ...]:
    """Returns the moments of a workshop; the debrief has what its rounds leave."""
    parts = parts_of(plan.minutes, game.model.rules.workshop, plan.debrief)
    return tuple(_moments(plan.minutes, parts, _rounds(game, parts.play)))


def _rounds(game: Game, play: int) -> list[tuple[Step, ...]]:
    stretches = outline(game, first_state(game))
    timed = zip(stretches, shared_out(game, stretches, play), strict=True)
    return [
        tuple(Step(each.phase, each.challenge, minutes) for each, minutes in steps)
        for _, steps in groupby(timed, key=lambda pair: pair[0].round)
    ]


def _moments(minutes: int, parts: Parts, rounds: list[tuple[Step, ...]]) -> Iterator[Moment]:
    yield Moment(0, Kind.WELCOME, parts.welcome)
    yield Moment(parts.welcome, Kind.ROLES, parts.roles)
    at: float = parts.opening
    half = parts.opening + parts.play / 2
    pause = parts.pause
    for number, steps in enumerate(rounds, 1):
        took = sum(each.minutes for each in steps)
        yield Moment(at, Kind.ROUND, took, number, steps)
        at += took
        if pause and number < len(rounds) and at + took / 2 >= half:
            yield Moment(at, Kind.PAUSE, pause)
            at, pause = at + pause, 0
    yield Moment(at, Kind.DEBRIEF, minutes - at)
    yield Moment(minutes, Kind.END, 0)
