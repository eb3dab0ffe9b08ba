"""What a facilitator knows before anything is planned."""

from typing import Self

from attrs import frozen

from game.content.lengths import Parts, parts_of
from game.content.numbers import Coefficient
from game.content.rulebook import Rulebook
from game.content.timing import Workshop
from game.content.workshop import Audience, Devices, WorkshopPlan


@frozen
class Wishes:
    """How long, how many, who, with what, and whether for the first time."""

    minutes: int = 90
    people: int = 8
    audience: Audience = Audience.ADULTS
    devices: Devices = Devices.SCREEN
    first_time: bool = True
    debrief: int | None = None
    """Minutes kept for the debrief; None for what the rules propose."""
    questionnaire: bool = False
    """Whether people fill in the questionnaire, before and after."""

    def within(self, rules: Workshop) -> Self:
        """Returns the same, its numbers brought within what the rules allow."""
        return type(self)(
            minutes=_between(self.minutes, rules.shortest, rules.longest),
            people=_between(self.people, rules.fewest, rules.most),
            audience=self.audience,
            devices=self.devices,
            first_time=self.first_time,
            debrief=self.debrief,
            questionnaire=self.questionnaire,
        )

    def parts(self, rules: Workshop) -> Parts:
        """Returns what the workshop is made of."""
        return parts_of(self.minutes, rules, self.debrief, self.questionnaire)

    def play(self, rules: Rulebook) -> int:
        """Returns the minutes of play that are left."""
        return self.parts(rules.workshop).play


def wishes_of(plan: WorkshopPlan) -> Wishes:
    """Returns what a plan answers to."""
    return Wishes(
        plan.minutes, plan.people, plan.audience, plan.devices, plan.first_time, plan.debrief, plan.questionnaire
    )


def _between(amount: int, low: Coefficient, high: Coefficient) -> int:
    return round(min(high.value, max(low.value, amount)))
