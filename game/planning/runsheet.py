"""The run sheet: what happens when, to the minute, from the welcome to the goodbye."""

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import groupby
from typing import Final

from attrs import frozen

from game.content.lengths import Parts
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
    BEFORE = "before"
    """The questionnaire of before is filled in."""
    ROLES = "roles"
    """Each reads its role and introduces it."""
    ROUND = "round"
    """A round is played."""
    PAUSE = "pause"
    """A break."""
    SPARE = "spare"
    """The rounds are over and the debrief needs no more: time in hand."""
    DEBRIEF = "debrief"
    """Roles are left and the room talks about it."""
    AFTER = "after"
    """The questionnaire of after is filled in."""
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


SPARED: Final = 5
"""Minutes in hand that the debrief takes without a word."""


def run_sheet(plan: WorkshopPlan, game: Game) -> tuple[Moment, ...]:
    """Returns the moments of a workshop; the debrief has what its rounds leave, up to what it can bear."""
    workshop = game.model.rules.workshop
    parts = plan.parts(workshop)
    longest = max(parts.debrief, round(workshop.debrief_most.value)) + SPARED
    return tuple(_moments(plan.minutes, parts, _rounds(game, parts.play), longest))


def in_hand(moments: Sequence[Moment]) -> float:
    """Returns the minutes that a run sheet has left over."""
    return sum(each.minutes for each in moments if each.kind is Kind.SPARE)


def _rounds(game: Game, play: int) -> list[tuple[Step, ...]]:
    stretches = outline(game, first_state(game))
    timed = zip(stretches, shared_out(game, stretches, play), strict=True)
    return [
        tuple(Step(each.phase, each.challenge, minutes) for each, minutes in steps)
        for _, steps in groupby(timed, key=lambda pair: pair[0].round)
    ]


def _moments(minutes: int, parts: Parts, rounds: list[tuple[Step, ...]], longest: int) -> Iterator[Moment]:
    yield Moment(0, Kind.WELCOME, parts.welcome)
    if parts.asking:
        yield Moment(parts.welcome, Kind.BEFORE, parts.asking)
    yield Moment(parts.welcome + parts.asking, Kind.ROLES, parts.roles)
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
    left = minutes - parts.asking - at
    if left > longest:
        spare = left - (longest - SPARED)
        yield Moment(at, Kind.SPARE, spare)
        at += spare
    yield Moment(at, Kind.DEBRIEF, minutes - parts.asking - at)
    if parts.asking:
        yield Moment(minutes - parts.asking, Kind.AFTER, parts.asking)
    yield Moment(minutes, Kind.END, 0)
