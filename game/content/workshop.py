"""The plan of a workshop, as a facilitator keeps it in a file: who comes, how long, which city, who sits where."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Annotated, Any

from attrs import frozen

from game.content.cards import Scenario
from game.content.faults import Fault, Steps, closest
from game.content.lengths import Parts, parts_of
from game.content.rulebook import Rulebook
from game.content.shapes import About, Between, ChallengeId, Count, ProcedureId, StakeholderId
from game.content.timing import Workshop


class Audience(Enum):
    """Who comes."""

    ADULTS = "adults"
    """Adults who read with ease."""
    TEENAGERS = "teenagers"
    """Teenagers from 14 on."""
    EASY = "easy"
    """People for whom reading is work: cards are told in easy words."""


class Devices(Enum):
    """What there is to play with."""

    SCREEN = "screen"
    """One laptop and a projector."""
    PAPER = "paper"
    """Paper only; what was decided is typed in afterwards."""


@frozen
class WorkshopPlan:
    """A workshop as it is meant to go."""

    scenario: Annotated[str, About("the city: the name of its folder, or the way to it")]
    minutes: Annotated[int, Between(1, 600), About("the whole workshop, from welcome to goodbye")]
    audience: Annotated[Audience, About("adults, teenagers (14 and over) or easy (reading is work)")]
    devices: Annotated[Devices, About("screen: a laptop and a projector; paper: nothing but paper")]
    first_time: Annotated[bool, About("whether the facilitator runs it for the first time")]
    procedure: Annotated[ProcedureId, About("the way of deciding at the start")]
    rounds: Annotated[int, Between(2, 12)]
    agenda: Annotated[tuple[ChallengeId, ...], Count(1, 24), About("the challenges played, in order")]
    debrief: Annotated[int, Between(1, 120), About("minutes kept for the debrief")]
    seats: Annotated[Mapping[StakeholderId, Annotated[int, Between(0, 20)]], About("how many people hold each seat")]
    witnesses: Annotated[int, Between(0, 200), About("people who hold no seat, and watch for the others")] = 0
    questionnaire: Annotated[bool, About("whether people fill in the questionnaire, before and after")] = False

    @property
    def people(self) -> int:
        """Returns how many people come."""
        return sum(self.seats.values()) + self.witnesses

    @property
    def held(self) -> tuple[StakeholderId, ...]:
        """Returns the seats that people hold."""
        return tuple(seat for seat, people in self.seats.items() if people)

    def parts(self, rules: Workshop) -> Parts:
        """Returns what the workshop is made of."""
        return parts_of(self.minutes, rules, self.debrief, self.questionnaire)


def check_plan(plan: WorkshopPlan, scenario: Scenario, rules: Rulebook) -> Iterator[Fault]:
    """Yields what a plan says that its city or the rules do not bear."""
    workshop = rules.workshop
    yield from _named("procedure", [plan.procedure], [each.id for each in rules.procedures], listed=False)
    yield from _named("agenda", plan.agenda, [each.id for each in scenario.challenges])
    seats = [each.id for each in scenario.stakeholders]
    yield from _named("seats", plan.seats, seats)
    missing = tuple(seat for seat in seats if seat not in plan.seats)
    if missing:
        yield Fault(("seats",), "plan_seats", {"missing": missing}, on_key=True)
    for seat, people in plan.seats.items():
        yield from _within(("seats", seat), people, 0, workshop.a_seat_most.value)
    yield from _within(("minutes",), plan.minutes, workshop.shortest.value, workshop.longest.value)
    if not missing:
        yield from _within(("seats",), plan.people, 1, workshop.most.value, "plan_people")
    if plan.parts(workshop).play < plan.rounds * _least(rules):
        yield Fault(("rounds",), "plan_no_time", {"rounds": plan.rounds, "minutes": plan.minutes})


def _named(
    key: str, found: Mapping[Any, int] | Sequence[str], known: Sequence[str], listed: bool = True
) -> Iterator[Fault]:
    """Yields a fault for each name that the city does not know, or that comes twice."""
    seen: set[str] = set()
    for place, name in enumerate(found):
        mapped = isinstance(found, Mapping)
        steps: Steps = (key, name if mapped else place) if listed else (key,)
        if name not in known:
            close = closest(name, known)
            values = {"found": name, "known": tuple(known), "close": close}
            yield Fault(steps, "plan_unknown", values, "did_you_mean" if close else "known_names", mapped)
        elif name in seen:
            yield Fault(steps, "plan_twice", {"found": name})
        seen.add(name)


def _within(steps: Steps, found: int, low: float, high: float, rule: str = "out_of_range") -> Iterator[Fault]:
    if not low <= found <= high:
        yield Fault(steps, rule, {"found": found, "low": low, "high": high}, on_key=rule != "out_of_range")


def _least(rules: Rulebook) -> float:
    """Returns the fewest minutes that a round may take, each phase at the low end of its range."""
    return sum(phase.minutes.low for phase in rules.phases)
