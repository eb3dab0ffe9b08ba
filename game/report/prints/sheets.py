"""What each printed sheet says, as plain data in one language: templates lay it out and never ask the game anything."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from attrs import evolve

from game.city.building import price
from game.city.scoring import level_of
from game.content.cards import Challenge, DataKind, Intervention, Reversibility, Scenario, Shock
from game.content.pushes import first_push, strength
from game.content.rulebook import Rulebook
from game.content.workshop import Devices, WorkshopPlan
from game.engine.state import Game
from game.paths import data
from game.planning.proposing import game_of, planned
from game.planning.wishes import Wishes
from game.report.palette import PAPER
from game.wording.words import MINUS, Words

INK: Final = "#16202E"
CODE: Final = "whose-city:"
"""What stands before a card's id in its QR code, so that a reader knows it for ours."""
DATA_ICONS: Final = {
    DataKind.NONE: "eye-off",
    DataKind.AGGREGATE: "chart-column-increasing",
    DataKind.PERSONAL: "fingerprint",
}
WAY_BACK_ICONS: Final = {Reversibility.EASY: "undo-2", Reversibility.COSTLY: "coins", Reversibility.HARD: "lock"}


class Sheets:
    """Everything that can be printed of a scenario under some rules, in the language of the words.

    With a plan, what it plays and nothing else: its challenges, the ballots of its way, its run sheet.
    """

    def __init__(self, scenario: Scenario, rules: Rulebook, words: Words, plan: WorkshopPlan | None = None) -> None:
        self.scenario, self.rules, self.words, self.plan = scenario, rules, words, plan
        self.names = {seat.id: words.of(seat.name) for seat in scenario.stakeholders}

    @cached_property
    def played(self) -> WorkshopPlan:
        """The plan, or one of the scenario's own length in which one person holds each seat."""
        return self.plan or self.lasting(self.scenario.minutes, self.scenario.rounds)

    def lasting(self, minutes: int, rounds: int) -> WorkshopPlan:
        """Returns the plan, or one of that length in which one person holds each seat."""
        if self.plan:
            return self.plan
        seats = {seat.id: 1 for seat in self.scenario.stakeholders}
        wishes = Wishes(minutes, len(seats), first_time=False)
        return evolve(planned(self.scenario, self.rules, wishes), seats=seats, witnesses=0, rounds=rounds)

    @cached_property
    def game(self) -> Game:
        """The game that is played, as it begins."""
        return game_of(self.played, self.scenario, self.rules)

    @property
    def on_paper(self) -> bool:
        """Tells whether there is nothing but paper to play with."""
        return self.plan is not None and self.plan.devices is Devices.PAPER

    def at_start(self, of: str) -> int:
        """Returns the level of anything a seat may follow as the game begins, in points."""
        return round(level_of(self.game.model, self.game.start, of) / 1000)

    def key(self, key: str) -> str:
        """Returns a key, or that of what is said in its place where there is nothing but paper."""
        paper = f"{key}.paper"
        return paper if self.on_paper and self.words.has(paper) else key

    def say(self, key: str, **values: object) -> str:
        """Returns a sentence of the prints' catalogue."""
        return self.words.say(f"print.{key}", **values)

    def common(self, title: str) -> dict[str, Any]:
        """Returns what every sheet holds: its language, title, city, and words at its foot."""
        return {
            "language": self.words.language,
            "title": f"{self.words.of(self.scenario.title)} · {title}",
            "city": self.words.of(self.scenario.city.name),
            "foot": self.say("foot"),
            "easy": self.words.easy,
            "made": self.say("made"),
        }

    def cards(self) -> dict[str, Any]:
        """Returns the answers, in the order of the agenda, each with its tech level and first effects."""
        cards = [self._card(challenge, answer) for challenge in self.agenda for answer in challenge.answers]
        return self.common(self.say("cards")) | {"cards": cards, "scale": self.say("full_size")}

    @property
    def agenda(self) -> tuple[Challenge, ...]:
        """The challenges that are asked, in order."""
        known = {challenge.id: challenge for challenge in self.scenario.challenges}
        return tuple(known[each] for each in (self.plan.agenda if self.plan else self.scenario.agenda))

    def _card(self, challenge: Challenge, answer: Intervention) -> dict[str, Any]:
        words = self.words
        return {
            "id": answer.id,
            "tech": answer.tech.value,
            "level": words.say(f"tech.{answer.tech.value}"),
            "challenge": words.of(challenge.title),
            "title": words.of(answer.title),
            "text": words.told(answer.text, answer.plain),
            "icon": icon(answer.icon),
            "cost": words.money(round(answer.cost * 1000)),
            "facts": list(self._facts(answer)),
            "code": code(f"{CODE}{answer.id}"),
            "code_about": self.say("code", id=answer.id),
            "effects": self.marks(answer),
        }

    def _facts(self, answer: Intervention) -> Iterator[dict[str, str]]:
        for name, told in self._told_of(answer):
            yield {"icon": icon(name), "say": begun(told)}

    def _told_of(self, answer: Intervention) -> Iterator[tuple[str, str]]:
        """Yields what is to be known of an answer before it is chosen, each with the name of its icon."""
        words = self.words
        yield DATA_ICONS[answer.data.kind], words.of(answer.data.what)
        yield "construction", words.count("print.ready", answer.build) if answer.build else self.say("ready_now")
        public, _ = price(self.game.model, self.game.start, answer.id, self.game.procedure)
        yield "hand-coins", self.say("city_pays", money=words.money(public))
        if answer.upkeep:
            yield "wrench", self.say("upkeep", money=words.exact_money(round(answer.upkeep * 1000)))
        yield WAY_BACK_ICONS[answer.reversibility], words.say(f"table.answer.{answer.reversibility.value}")
        if answer.partners:
            yield "handshake", self.say("partner", who=", ".join(self.names[each] for each in answer.partners))
        for of, level in answer.requires.items():
            levels = {"level": words.decimal(level, 0), "start": words.whole(self.at_start(of))}
            yield "trending-up", self.say("needs_level", measure=self.measures[of], **levels)

    def marks(self, card: Intervention | Shock) -> list[dict[str, str]]:
        """Returns the four gauges, each with the signs of what a card pushes first."""
        return [self._mark(card, str(rule.id)) for rule in self.rules.headlines]

    def _mark(self, card: Intervention | Shock, headline: str) -> dict[str, str]:
        rule = next(each for each in self.rules.headlines if each.id == headline)
        count = strength(first_push(self.rules, card, rule.id))
        sign = "=" if count == 0 else ("+" if count > 0 else MINUS) * abs(count)
        return {"icon": icon(rule.icon, PAPER[headline]), "name": self.words.of(rule.name), "sign": sign}

    def challenges(self) -> dict[str, Any]:
        """Returns the challenges to read aloud, numbered in the order of the agenda."""
        found = [
            {
                "id": each.id,
                "number": number,
                "title": self.words.of(each.title),
                "text": self.words.told(each.text, each.plain),
                "icon": icon(each.icon),
                "place": self.place(each.district),
                "answers": [
                    {"title": self.words.of(answer.title), "level": self.words.say(f"tech.{answer.tech.value}"),
                     "tech": answer.tech.value, "cost": self.words.money(round(answer.cost * 1000))}
                    for answer in each.answers
                ],
            }
            for number, each in enumerate(self.agenda, 1)
        ]  # fmt: skip
        return self.common(self.say("challenges")) | {"challenges": found}

    def place(self, district: str) -> str:
        """Returns the name of a district."""
        return next(self.words.of(each.name) for each in self.scenario.city.districts if each.id == district)

    @property
    def measures(self) -> Mapping[str, str]:
        """The names of everything a seat may follow."""
        rules, words = self.rules, self.words
        named = (*rules.headlines, *rules.indicators, *rules.city_variables, *rules.readings, *rules.groups)
        return {str(each.id): words.of(each.name) for each in named}  # type: ignore[attr-defined]

    def listed(self, key: str) -> list[str]:
        """Returns the sentences `key.1`, `key.2`… of the catalogue."""
        return [self.words.say(each) for each in self.numbered(key)]

    def numbered(self, key: str) -> Iterator[str]:
        """Yields the keys `key.1`, `key.2`… that the catalogue has."""
        number = 1
        while self.words.has(f"{key}.{number}"):
            yield f"{key}.{number}"
            number += 1


def begun(told: str) -> str:
    """Returns a fact that begins its line.

    >>> begun("ready at once")
    'Ready at once'
    """
    return f"{told[0].upper()}{told[1:]}"


def code(text: str) -> str:
    """Returns a QR code as SVG text; it holds that text and no address of the internet."""
    import segno

    return str(segno.make(text, micro=False, error="m").svg_inline(border=0, dark=INK))


def icon(name: str, colour: str = INK) -> str:
    """Returns an icon as SVG text in a colour."""
    return data("assets", "icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
