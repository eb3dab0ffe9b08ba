"""What a game calls its gauges, seats, answers, districts and causes, in the language of the room."""

from typing import Protocol

from game.city.model import Cause, CauseKind
from game.city.state import CityState, strikes
from game.content.reveals import DIMENSIONS, VISIONS
from game.content.shapes import DistrictId, HeadlineId, InterventionId, ShockId, Text
from game.content.shocks import sources_of
from game.content.watching import Combination
from game.engine.options import QuestionKind
from game.engine.state import Game
from game.wording.words import Words


class Named(Protocol):
    """Anything with an id and a name."""

    @property
    def id(self) -> str:
        """What the rules call it."""

    @property
    def name(self) -> Text:
        """What people call it."""


class Titled(Protocol):
    """Anything with an id and a title."""

    @property
    def id(self) -> str:
        """What the scenario calls it."""

    @property
    def title(self) -> Text:
        """What people read on it."""


class Teller:
    """Names what one game is made of, in one language."""

    def __init__(self, game: Game, words: Words) -> None:
        """Holds the game whose names it needs and the words it speaks."""
        self.game = game
        self.words = words
        rules, scenario = game.model.rules, game.model.scenario
        measures: tuple[Named, ...] = (
            *rules.headlines,
            *rules.indicators,
            *rules.city_variables,
            *rules.readings,
            *rules.groups,
        )
        ways: tuple[Named, ...] = (*rules.procedures, *rules.phases, *rules.pressures)
        cards, hits = game.model.interventions.values(), game.model.shocks.values()
        titled: tuple[Titled, ...] = (*scenario.challenges, *cards, *hits)
        self._measures = {entry.id: words.of(entry.name) for entry in measures}
        self._measures |= {name: words.say(f"reveal.{name}") for name in (VISIONS, DIMENSIONS)}
        self._ways = {entry.id: words.of(entry.name) for entry in ways}
        self._seats: dict[str, str] = {entry.id: words.of(entry.name) for entry in scenario.stakeholders}
        self._plural = {entry.id for entry in scenario.stakeholders if entry.plural}
        self._districts = {entry.id: words.of(entry.name) for entry in scenario.city.districts}
        self._titles = {entry.id: words.of(entry.title) for entry in titled}
        self._titles |= self._options()

    def measure(self, of: str) -> str:
        """Returns what an indicator, a gauge, a reading, a group or anything else that can be shown is called."""
        return self._measures[of]

    def way(self, of: str) -> str:
        """Returns what a procedure, a phase or a pressure is called."""
        return self._ways[of]

    def seat(self, of: str) -> str:
        """Returns what a stakeholder is called."""
        return self._seats[of]

    def does(self, key: str, *seats: str, **values: object) -> str:
        """Returns a sentence about what a seat does, or two of them, its verb agreeing with their names: `{who}`."""
        who = self.words.say("seats.both").join(self.seat(seat) for seat in seats)
        many = len(seats) > 1 or not self._plural.isdisjoint(seats)
        return self.words.agree(key, many, who=who, **values)

    def title(self, of: str) -> str:
        """Returns the title of a challenge, of a shock, or of anything that can be decided."""
        return self._titles[of]

    def place(self, district: DistrictId | None) -> str:
        """Returns where something stands: a district, or the whole city."""
        return self.words.say("place.city") if district is None else self._districts[district]

    def district(self, of: str) -> str:
        """Returns what a district is called."""
        return self._districts[DistrictId(of)]

    def cause(self, cause: Cause, since: CityState | None = None) -> str:
        """Returns what a source of change is called.

        `since` is the city before the change: a shock whose time was over by then is told as fading.
        """
        match cause.kind:
            case CauseKind.INTERVENTION:
                return self.title(cause.id)
            case CauseKind.SHOCK:
                title = self.title(cause.id)
                return self.words.say("cause.fading", shock=title) if self._fades(cause, since) else title
            case CauseKind.LINK:
                start, end = cause.id.split(">")
                return self.words.say("cause.link", start=self.measure(start), end=self.measure(end))
            case CauseKind.PRACTICE:
                return self.words.say("cause.practice", procedure=self.way(cause.id))
            case CauseKind.PRESSURE:
                return self.way(cause.id)
            case CauseKind.COMBINATION:
                return self.words.of(self._combination(cause).name)
            case CauseKind.RESTRICTION:
                return self.words.say("cause.restriction", intervention=self.title(cause.id))
            case CauseKind.DEPARTURE:
                return self.words.say("cause.departure", group=self.measure(cause.id))

    def _combination(self, cause: Cause) -> Combination:
        return next(entry for entry in self.game.model.rules.combinations if entry.id == cause.id)

    def _fades(self, cause: Cause, since: CityState | None) -> bool:
        hit = {s.shock: s for s in strikes(self.game.model, since)} if since else {}
        return since is not None and cause.id in hit and not hit[ShockId(cause.id)].holds(since.round)

    def source(self, cause: Cause, headline: HeadlineId | None = None) -> str:
        """Returns what a cause rests on: the sentence of the link, or the sources of the card.

        Given a gauge, only what the card does to that gauge is sourced.
        """
        rules, scenario = self.game.model.rules, self.game.model.scenario
        sources = scenario.sources
        match cause.kind:
            case CauseKind.LINK:
                link = next(entry for entry in rules.couplings if entry.id == cause.id)
                return self.words.of(link.say)
            case CauseKind.INTERVENTION | CauseKind.RESTRICTION:
                cards = self.game.model.interventions[InterventionId(cause.id)].effects
            case CauseKind.SHOCK:
                shock = self.game.model.shocks[ShockId(cause.id)]
                cards, sources = shock.effects, sources_of(shock, scenario, rules)
            case CauseKind.PRACTICE:
                practice = next(entry for entry in rules.procedures if entry.id == cause.id)
                return self.words.of(rules.sources[practice.source])
            case CauseKind.PRESSURE:
                pressure = next(entry for entry in rules.pressures if entry.id == cause.id)
                return self.words.of(rules.sources[pressure.source])
            case CauseKind.COMBINATION:
                crossed = self._combination(cause)
                return f"{self.words.of(crossed.say)} {self.words.of(rules.sources[crossed.source])}"
            case CauseKind.DEPARTURE:
                return self.words.say("cause.departure_why")
        measured = {i.id for i in rules.indicators if headline in (None, i.headline)}
        keys = dict.fromkeys(effect.source for effect in cards if headline is None or effect.indicator in measured)
        return " ".join(self.words.of(sources[key]) for key in keys)

    def _options(self) -> dict[str, str]:
        """Returns what the options that are no answers are called: questions, and leaving things as they are."""
        say, model = self.words.say, self.game.model
        ways = {f"{QuestionKind.WAY.value}:{way}": say("option.way", way=self.way(way)) for way in model.procedures}
        clauses = {
            f"{QuestionKind.CLAUSE.value}:{card}": say("option.clause", what=self.words.of(entry.title))
            for card, entry in model.interventions.items()
        }
        return {**ways, **clauses, "as_it_is": say("option.as_it_is")}
