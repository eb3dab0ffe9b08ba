"""Where a sequence stands and how it runs: forward, back, held, slow, or showing only the last change. Pure values."""

from enum import Enum
from typing import Final, Self

from attrs import evolve, frozen

from game.content.shapes import HeadlineId
from game.engine.events import CityMoved
from game.ui.resolving.steps import OPENING, Step, change_of

SLOW: Final = 2.2
"""How much longer each step lasts when the sequence runs slowly."""
REST: Final = 3.4
"""Seconds on the result before the table shows it as it will stay."""
BEFORE: Final = -1
"""The place of the opening, before the first step."""


class Steer(Enum):
    """What the hands on a sequence may ask."""

    HOLD = "hold"
    """Pause, or go on."""
    ON = "on"
    BACK = "back"
    LAST = "last"
    """Show only the last change again, slowly, and hold there."""
    SLOW = "slow"
    AGAIN = "again"
    SKIP = "skip"


@frozen
class Playback:
    """A sequence being shown: `at` is the step that lands now, BEFORE at the opening, one past the last at rest."""

    moved: CityMoved
    steps: tuple[Step, ...]
    at: int = BEFORE
    going: bool = True
    slow: bool = False
    alone: bool = False
    """Whether only the step at hand is shown, on the city as it was before the round."""

    @property
    def resting(self) -> bool:
        """Whether every step has landed."""
        return self.at >= len(self.steps)

    @property
    def step(self) -> Step | None:
        """The step that lands now, None at the opening and at rest."""
        return self.steps[self.at] if 0 <= self.at < len(self.steps) else None

    @property
    def seconds(self) -> float:
        """How long the present moment is shown."""
        base = OPENING if self.at == BEFORE else self.step.seconds if self.step else REST
        return base * (SLOW if self.slow or self.alone else 1.0)

    @property
    def landed(self) -> tuple[Step, ...]:
        """The steps whose effect shows: those up to the present one, or it alone."""
        if self.alone and self.step:
            return (self.step,)
        return self.steps[: self.at + 1]

    def made(self, gauge: HeadlineId) -> int:
        """Returns what has landed of a gauge's change, in milli-points."""
        return change_of(self.landed, gauge)

    def on(self) -> Self:
        """Returns the next moment; it holds after a change shown alone."""
        if self.alone:
            return evolve(self, going=False)
        return evolve(self, at=min(len(self.steps), self.at + 1))

    def steered(self, asked: Steer) -> Self:
        """Returns the sequence as the hands on it ask."""
        match asked:
            case Steer.HOLD:
                return evolve(self, going=not self.going, alone=False)
            case Steer.ON:
                return evolve(self, at=min(len(self.steps), self.at + 1), going=False, alone=False)
            case Steer.BACK:
                return evolve(self, at=max(BEFORE, self.at - 1), going=False, alone=False)
            case Steer.LAST:
                last = min(max(self.at, 0), len(self.steps) - 1)
                return evolve(self, at=last, going=True, alone=True)
            case Steer.SLOW:
                return evolve(self, slow=not self.slow)
            case Steer.AGAIN:
                return evolve(self, at=BEFORE, going=True, alone=False)
        return evolve(self, at=len(self.steps), going=False)
