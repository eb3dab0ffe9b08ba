"""What each printed sheet says, as plain data in one language: templates lay it out and never ask the game anything."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import evolve

from game.content.cards import Challenge, DataKind, Intervention, Reversibility, Scenario, Shock, Stakeholder
from game.content.pushes import first_push, strength
from game.content.rulebook import Rulebook
from game.content.shocks import shocks_of
from game.content.workshop import Devices, WorkshopPlan
from game.engine.state import BUDGET, CONSENT, EXPERTS, MAJORITY, PLAYABLE, RANKED
from game.paths import data
from game.planning.proposing import planned
from game.planning.wishes import Wishes
from game.report.charts.plan import city_plan
from game.report.drawing import to_svg
from game.report.palette import PAPER
from game.wording.planning import PlanTeller
from game.wording.words import Words

INK: Final = "#16202E"
CODE: Final = "whose-city:"
"""What stands before a card's id in its QR code, so that a reader knows it for ours."""
DATA_ICONS: Final = {
    DataKind.NONE: "eye-off",
    DataKind.AGGREGATE: "chart-column-increasing",
    DataKind.PERSONAL: "fingerprint",
}
WAY_BACK_ICONS: Final = {Reversibility.EASY: "undo-2", Reversibility.COSTLY: "coins", Reversibility.HARD: "lock"}
BALLOTS: Final = {MAJORITY: "approve", RANKED: "rank", EXPERTS: "grade", BUDGET: "tokens", CONSENT: "consent"}
"""The kind of ballot of each way in which people vote."""
PROPOSALS: Final = 3
"""Lines for answers on a ballot: as many as a challenge has."""


class Sheets:
    """Everything that can be printed of a scenario under some rules, in the language of the words.

    With a plan, what it plays and nothing else: its challenges, the ballots of its way, its run sheet.
    """

    def __init__(self, scenario: Scenario, rules: Rulebook, words: Words, plan: WorkshopPlan | None = None) -> None:
        self.scenario, self.rules, self.words, self.plan = scenario, rules, words, plan
        self.names = {seat.id: words.of(seat.name) for seat in scenario.stakeholders}

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
            "effects": [self._effect(answer, str(rule.id)) for rule in self.rules.headlines],
        }

    def _facts(self, answer: Intervention) -> Iterator[dict[str, str]]:
        words = self.words
        partners = ", ".join(self.names[partner] for partner in answer.partners)
        yield {"icon": icon(DATA_ICONS[answer.data.kind]), "say": words.of(answer.data.what)}
        ready = words.count("print.ready", answer.build) if answer.build else self.say("ready_now")
        yield {"icon": icon("construction"), "say": ready}
        upkeep = self.words.say("table.answer.upkeep", money=words.money(round(answer.upkeep * 1000)))
        yield {"icon": icon("wrench"), "say": upkeep}
        way_back = words.say(f"table.answer.{answer.reversibility.value}")
        yield {"icon": icon(WAY_BACK_ICONS[answer.reversibility]), "say": way_back}
        if partners:
            yield {"icon": icon("handshake"), "say": words.say("table.answer.needs", who=partners)}

    def _effect(self, answer: Intervention, headline: str) -> dict[str, str]:
        rule = next(each for each in self.rules.headlines if each.id == headline)
        marks = strength(first_push(self.rules, answer, rule.id))
        sign = "=" if marks == 0 else ("+" if marks > 0 else "−") * abs(marks)
        return {"icon": icon(rule.icon, PAPER[headline]), "name": self.words.of(rule.name), "sign": sign}

    def challenges(self) -> dict[str, Any]:
        """Returns the challenges to read aloud, numbered in the order of the agenda."""
        found = [
            {
                "number": number,
                "title": self.words.of(each.title),
                "text": self.words.told(each.text, each.plain),
                "icon": icon(each.icon),
                "place": self.place(each.district),
                "answers": [
                    {"title": self.words.of(answer.title), "level": self.words.say(f"tech.{answer.tech.value}"),
                     "tech": answer.tech.value}
                    for answer in each.answers
                ],
            }
            for number, each in enumerate(self.agenda, 1)
        ]  # fmt: skip
        return self.common(self.say("challenges")) | {"challenges": found}

    def shocks(self) -> dict[str, Any]:
        """Returns what may befall the city, to read aloud when it does, each with what it waits for."""
        found = [
            {
                "id": each.id,
                "title": self.words.of(each.title),
                "text": self.words.told(each.text, each.plain),
                "icon": icon(each.icon),
                "place": self.place(each.district) if each.district else self.say("shock.everywhere"),
                "waits": self._waits(each),
            }
            for each in shocks_of(self.scenario, self.rules)
        ]
        return self.common(self.say("shocks")) | {"shocks": found}

    def _waits(self, shock: Shock) -> str:
        """Returns what must hold for a shock to come, and whether the dice decide then."""
        come = self.say(f"shock.{shock.kind.value}")
        if not shock.starts:
            return f"{self.say('shock.any_time')} {come}"
        starts = [
            self.say(
                "shock.above" if each.above is not None else "shock.below",
                measure=self.measures[each.of], level=self.words.decimal(each.threshold, 0),
            )
            for each in shock.starts
        ]  # fmt: skip
        return f"{self.say('shock.when', starts=self.words.say('shock.and').join(starts))} {come}"

    def place(self, district: str) -> str:
        """Returns the name of a district."""
        return next(self.words.of(each.name) for each in self.scenario.city.districts if each.id == district)

    def roles(self) -> dict[str, Any]:
        """Returns the role sheets, the secret apart so that it can be folded away."""
        labels = {name: self.say(name) for name in ("argument", "aim", "secret", "follows", "fold", "notes")}
        found = [self._role(seat) for seat in self.scenario.stakeholders]
        return self.common(self.say("roles")) | {"labels": labels, "roles": found}

    def _role(self, seat: Stakeholder) -> dict[str, Any]:
        words = self.words
        return {
            "id": seat.id,
            "name": words.of(seat.name),
            "icon": icon(seat.icon),
            "brief": words.told(seat.brief, seat.plain),
            "argument": words.of(seat.argument),
            "aim": words.of(seat.aim),
            "secret": words.of(seat.secret),
            "watches": [self._watched(watch.of, watch.want) for watch in seat.watches],
            "secret_watch": self._watched(seat.secret_watch.of, seat.secret_watch.want),
        }

    def _watched(self, of: str, want: str) -> str:
        return f"{'▲' if want == 'up' else '▼'} {self.measures[of]}"

    @property
    def measures(self) -> Mapping[str, str]:
        """The names of everything a seat may follow."""
        rules, words = self.rules, self.words
        named = (*rules.headlines, *rules.indicators, *rules.city_variables, *rules.readings, *rules.groups)
        return {str(each.id): words.of(each.name) for each in named}  # type: ignore[attr-defined]

    def tents(self) -> dict[str, Any]:
        """Returns the cards that stand before each seat."""
        seats = [
            {"name": self.words.of(seat.name), "icon": icon(seat.icon), "aim": self.words.of(seat.aim)}
            for seat in self.scenario.stakeholders
        ]
        return self.common(self.say("tents")) | {"seats": seats}

    def ballots(self) -> dict[str, Any]:
        """Returns a ballot of each kind that a way of deciding asks for, the plan's own alone where there is one."""
        own = BALLOTS.get(self.plan.procedure) if self.plan else None
        kinds = (own,) if own else tuple(BALLOTS.values())
        tokens = round(self.rules.deciding.tokens.value)
        found = [
            {"kind": kind, "title": self.say(f"ballot.{kind}"), "how": self.say(f"ballot.{kind}_how", tokens=tokens)}
            for kind in kinds
        ]
        labels = {name: self.say(f"ballot.{name}") for name in ("seat", "challenge", "as_it_is", "reason", "remedy")}
        labels |= {name: self.say(f"ballot.{name}") for name in ("consents", "aside", "objects")}
        return self.common(self.say("ballots")) | {"ballots": found, "labels": labels, "lines": PROPOSALS}

    def map(self) -> dict[str, Any]:
        """Returns the city's map, its districts and who lives there."""
        city = self.scenario.city
        drawing = city_plan(city, self.words, self.words.of(self.scenario.title))
        districts = [
            {"name": self.words.of(each.name), "about": self.words.of(each.about)} for each in city.districts
        ]
        return self.common(self.say("map")) | {"svg": to_svg(drawing, PAPER, "plan"), "districts": districts}

    def rules_poster(self) -> dict[str, Any]:
        """Returns the poster: a round in six steps, the seven ways of deciding, the four gauges."""
        words, rules = self.words, self.rules
        phases = [
            {"name": words.of(each.name), "say": words.of(each.say),
             "minutes": words.count("print.minutes", max(1, round(each.minutes.value)))}
            for each in rules.phases
        ]  # fmt: skip
        ways = [
            {"name": words.of(each.name), "say": words.of(each.say), "icon": icon(each.icon),
             "time": words.decimal(each.time.value, 1), "money": words.money(round(each.money.value * 1000))}
            for each in rules.procedures if each.id in PLAYABLE
        ]  # fmt: skip
        gauges = [
            {"name": words.of(each.name), "about": words.of(each.about), "icon": icon(each.icon, PAPER[str(each.id)])}
            for each in rules.headlines
        ]
        labels = {name: self.say(name) for name in ("round", "ways", "gauges", "way_costs")}
        heading = self.say("rules")
        told = {"heading": heading, "phases": phases, "ways": ways, "gauges": gauges, "labels": labels}
        return self.common(heading) | told

    def guide(self, minutes: int, rounds: int) -> dict[str, Any]:
        """Returns the facilitator's guide: what to prepare, the run sheet, what to say, two debriefs."""
        words, plan = self.words, self.plan
        teller = PlanTeller(plan or self._plan(minutes, rounds), self.scenario, self.rules, words)
        on_paper = plan is not None and plan.devices is Devices.PAPER
        names = ("before", "learning", "say", "objection", "short", "long")
        listed = {name: self.listed(f"guide.{name}") for name in names}
        listed |= {"before": self.listed("guide.paper")} if on_paper else {}
        objections = [
            {"said": said, "answer": words.say(f"guide.answer.{number}")}
            for number, said in enumerate(listed.pop("objection"), 1)
        ]
        return self.common(self.say("guide")) | listed | {
            "labels": {name: words.say(f"guide.{name}") for name in (
                "title", "lead", "before", "sheet", "at", "what", "say", "objections", "short", "long", "questions",
                "seats", "real", "seat", "held", "learning", "notes",
            )},
            "objections": objections,
            "learning": listed["learning"] if plan and plan.questionnaire else [],
            "sheet": [{"at": row.at, "what": row.what, "steps": row.steps} for row in teller.rows()],
            "plan": {"head": teller.head(), "length": teller.length(), "advice": teller.advice(),
                     "seats": [{"name": name, "who": who} for name, who in teller.seats()] if plan else [],
                     "label": teller.say("seats")},
            "briefing": words.told(self.scenario.briefing, self.scenario.plain),
            "questions": [words.of(question) for question in self.scenario.questions],
            "seats": [{"name": words.of(s.name), "aim": words.of(s.aim), "argument": words.of(s.argument)}
                      for s in self.scenario.stakeholders],
            "real": words.of(self.scenario.real_and_invented),
        }  # fmt: skip

    def listed(self, key: str) -> list[str]:
        """Returns the sentences `key.1`, `key.2`… of the catalogue."""
        return [self.words.say(each) for each in self._numbered(key)]

    def _numbered(self, key: str) -> Iterator[str]:
        """Yields the keys `key.1`, `key.2`… that the catalogues have."""
        number = 1
        while self.words.has(f"{key}.{number}"):
            yield f"{key}.{number}"
            number += 1

    def _plan(self, minutes: int, rounds: int) -> WorkshopPlan:
        """Returns a plan of that length, every seat held by one person."""
        seats = {seat.id: 1 for seat in self.scenario.stakeholders}
        wishes = Wishes(minutes, len(seats), first_time=False)
        return evolve(planned(self.scenario, self.rules, wishes), seats=seats, witnesses=0, rounds=rounds)


def code(text: str) -> str:
    """Returns a QR code as SVG text; it holds that text and no address of the internet."""
    import segno

    return str(segno.make(text, micro=False, error="m").svg_inline(border=0, dark=INK))


def icon(name: str, colour: str = INK) -> str:
    """Returns an icon as SVG text in a colour."""
    return data("assets", "icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
