"""The plan of a workshop in words: why this city, who sits where, the run sheet, what to print; and its file."""

from collections.abc import Iterator

from attrs import frozen

from game.content.cards import Scenario
from game.content.rulebook import Rulebook
from game.content.workshop import Devices, WorkshopPlan
from game.engine.phases import Phase
from game.engine.state import Game
from game.planning.choosing import because
from game.planning.fitting import least_width, width_of
from game.planning.papers import papers
from game.planning.proposing import game_of
from game.planning.runsheet import Kind, Moment, Step, in_hand, run_sheet
from game.planning.wishes import wishes_of
from game.wording.teller import Teller
from game.wording.words import Words


@frozen
class Row:
    """A line of the run sheet: when, what, and its steps in words ("" for none)."""

    at: str
    what: str
    steps: str


class PlanTeller:
    """Tells one plan in one language."""

    def __init__(self, plan: WorkshopPlan, scenario: Scenario, rules: Rulebook, words: Words) -> None:
        self.plan, self.scenario, self.rules, self.words = plan, scenario, rules, words
        self.game: Game = game_of(plan, scenario, rules)
        self.moments = run_sheet(plan, self.game)
        self._teller = Teller(self.game, words)

    def say(self, key: str, **values: object) -> str:
        """Returns a sentence of the plan's catalogue."""
        return self.words.say(f"plan.{key}", **values)

    def head(self) -> str:
        """Returns the city, the minutes and the people in one line."""
        return self.say(
            "head", city=self.words.of(self.scenario.title), minutes=self.words.whole(self.plan.minutes),
            people=self.words.count("plan.people", self.plan.people),
        )  # fmt: skip

    def why(self) -> str:
        """Returns why this city is proposed, and what it makes a room talk about."""
        found = [self.say(f"because.{each.value}") for each in because(self.scenario, self.rules, wishes_of(self.plan))]
        about = self.scenario.suits.say if self.scenario.suits else self.scenario.summary
        return " ".join([*found, self.words.of(about)])

    def length(self) -> str:
        """Returns rounds, challenges that there is time for, and the way of deciding."""
        asked = {step.challenge for moment in self.moments for step in moment.steps if step.challenge is not None}
        way = next(self.words.of(each.name) for each in self.rules.procedures if each.id == self.plan.procedure)
        return self.say(
            "length", rounds=self.words.count("plan.rounds", self.plan.rounds),
            challenges=self.words.count("plan.challenges", len(asked)), way=way,
        )  # fmt: skip

    def advice(self) -> tuple[str, ...]:
        """Returns what deserves a word: phases too tight, a city that ends early, witnesses, seats that stay empty."""
        return tuple(self._advice())

    def _advice(self) -> Iterator[str]:
        plan, words = self.plan, self.words
        parts = plan.parts(self.rules.workshop)
        if width_of(self.game, parts.play) < least_width(self.rules, wishes_of(plan)):
            yield self.say("tight")
        early = round(in_hand(self.moments))
        if early:
            yield words.count("plan.early", early, rounds=words.count("plan.rounds", plan.rounds))
        if plan.witnesses:
            yield words.count("plan.witnesses_told", plan.witnesses)
        if plan.devices is Devices.PAPER:
            yield self.say("paper_told")

    def seats(self) -> tuple[tuple[str, str], ...]:
        """Returns each seat and who holds it."""
        named = {card.id: self.words.of(card.name) for card in self.scenario.stakeholders}
        return tuple((named[seat], self.holder(people)) for seat, people in self.plan.seats.items())

    def holder(self, people: int) -> str:
        """Returns who holds a seat of so many people."""
        if people:
            return self.words.count("plan.people", people)
        return self.say("empty" if self.plan.devices is Devices.PAPER else "computer")

    def rows(self) -> tuple[Row, ...]:
        """Returns the run sheet, a line a moment."""
        return tuple(self._row(moment) for moment in self.moments)

    def _row(self, moment: Moment) -> Row:
        minutes = self.minutes(moment.minutes)
        long = moment.minutes >= self.rules.workshop.debrief_long.value
        key = f"debrief_{'long' if long else 'short'}" if moment.kind is Kind.DEBRIEF else moment.kind.value
        asked = list(dict.fromkeys(step.challenge for step in moment.steps if step.challenge is not None))
        about = self._teller.title(asked[0]) if len(asked) == 1 else ""
        if moment.kind is Kind.ROUND:
            key = "round_on" if about else "round" if asked else "round_over" if self._over(moment) else "round_idle"
        if self.plan.devices is Devices.PAPER and self.words.has(f"plan.sheet.{key}.paper"):
            key = f"{key}.paper"
        what = self.say(
            f"sheet.{key}", round=self.words.whole(moment.round), minutes=minutes, challenge=about,
            **(self._again(moment.minutes) if moment.kind is Kind.SPARE else {}),
        )  # fmt: skip
        return Row(clock(moment.at), what, self._steps(moment.steps, named=not about))

    def _again(self, minutes: float) -> dict[str, str]:
        """Returns what could be decided anew in some minutes: rounds on the screen, challenges by a show of hands.

        Rounds leave as long as a debate takes to compare what came of them.
        """
        by_rules = {each.id: each.minutes.value for each in self.rules.phases}
        by_hand = by_rules[Phase.DELIBERATION.value] + by_rules[Phase.DECISION.value]
        rounds = min(self.plan.rounds, max(1, int((minutes - by_hand) / sum(by_rules.values()))))
        challenges = min(len(self.plan.agenda), max(1, int(minutes / by_hand)))
        return {
            "rounds": self.words.count("plan.rounds", rounds),
            "challenges": self.words.count("plan.decisions", challenges),
        }

    def _over(self, moment: Moment) -> bool:
        """Tells whether every challenge of the plan has been asked before a moment."""
        asked = {step.challenge for each in self.moments if each.at < moment.at for step in each.steps}
        return asked >= set(self.plan.agenda)

    def _steps(self, steps: tuple[Step, ...], named: bool) -> str:
        """Returns the phases of a round and their minutes; where challenges are `named`, those of each behind it."""
        told, before = [], None
        for step in steps:
            phase = self.say("step", phase=self._teller.way(step.phase.value), minutes=self.minutes(step.minutes))
            if named and step.challenge is not None and step.challenge != before:
                phase = self.say("challenge", challenge=self._teller.title(step.challenge), phase=phase)
            before = step.challenge
            told.append(phase)
        return "\u00a0· ".join(told)

    def minutes(self, minutes: float) -> str:
        """Returns minutes to the half."""
        return in_halves(minutes, self.words)

    def papers(self) -> tuple[tuple[str, str], ...]:
        """Returns what to print, and what each sheet is for."""
        return tuple((self.words.say(f"print.{kind}"), self.say(f"use.{kind}")) for kind in papers(self.plan))


def in_halves(minutes: float, words: Words) -> str:
    """Returns minutes to the half, and at least one half."""
    halves = max(1, round(minutes * 2)) / 2
    return words.say("plan.minutes", n=words.decimal(halves, 0 if halves == int(halves) else 1))


def clock(minutes: float) -> str:
    """Returns minutes as hours and minutes.

    >>> clock(79.9)
    '1:19'
    """
    return f"{int(minutes + 1e-6) // 60}:{int(minutes + 1e-6) % 60:02}"


def written(plan: WorkshopPlan, words: Words) -> str:
    """Returns the text of a plan's file, which a facilitator can read and change."""
    say = words.say
    lines = [f"# {line}" for line in say("plan.file.head").split("\n")]
    plain = {
        "scenario": plan.scenario, "minutes": plan.minutes, "debrief": plan.debrief, "audience": plan.audience.value,
        "devices": plan.devices.value, "first_time": str(plan.first_time).lower(), "procedure": plan.procedure,
        "rounds": plan.rounds, "agenda": f"[{', '.join(plan.agenda)}]", "witnesses": plan.witnesses,
        "questionnaire": str(plan.questionnaire).lower(),
    }  # fmt: skip
    for key, value in plain.items():
        shown = f'"{value}"' if key == "scenario" and not str(value).isidentifier() else value
        lines.append(f"{key}: {shown}  # {say(f'plan.file.{key}')}")
    lines.append(f"# {say('plan.file.seats')}")
    lines.append("seats:")
    lines += [f"  {seat}: {people}" for seat, people in plan.seats.items()]
    return "\n".join(lines) + "\n"
