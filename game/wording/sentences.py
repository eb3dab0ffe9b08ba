"""Events, causes, reasons and refusals as sentences in the language of the room."""

from typing import Protocol

from game.bots.bot import Choice
from game.city.model import Cause, CauseKind
from game.city.scoring import gauges
from game.city.state import CityState, strikes
from game.content.reveals import DIMENSIONS, VISIONS
from game.content.shapes import DistrictId, HeadlineId, InterventionId, ShockId, StakeholderId, Text
from game.content.shocks import sources_of
from game.content.watching import Combination
from game.engine import events as happened
from game.engine.decide.decision import Decision
from game.engine.events import Event
from game.engine.moves import Answer, Ballot, Reply, Stand
from game.engine.reveal import shown_by
from game.engine.seating import SeatingEvent
from game.engine.state import Game
from game.wording import deciding, inventing, powers, roster, shocks
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
    """Tells one game in one language."""

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
        self._titles |= deciding.option_titles(self)

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

    def event(self, event: Event) -> str | None:
        """Returns an event as one sentence, or None for one that needs none."""
        say, words = self.words.say, self.words
        match event:
            case happened.PhaseBegan() | happened.ChancesDrawn():
                return None
            case happened.ChallengeOpened():
                return say("event.challenge", challenge=self.title(event.challenge))
            case happened.TimeRanOut():
                return say("event.no_time", challenge=self.title(event.challenge))
            case happened.Proposed():
                return self._proposed(event)
            case happened.Passed():
                return self.does("event.passed", event.player)
            case happened.StandTaken():
                key = "event.for" if event.stand is Stand.FOR else "event.against"
                return self.does(key, event.player, what=self.title(event.intervention))
            case happened.Joined():
                return self.does("event.joined", event.player, what=self.title(event.intervention))
            case happened.BallotCast():
                return self._voted(event)
            case happened.Decided():
                return self._decided(event)
            case happened.LeftAsItIs():
                return say("event.left", challenge=self.title(event.challenge))
            case happened.ShockStruck():
                return shocks.begun(event, self.game.model.shocks[event.shock], words, self.measure)
            case happened.ShockEnded():
                return shocks.over(event, self.game.model.shocks[event.shock], words, self.measure)
            case happened.CityMoved():
                return self._moved(event)
            case happened.Adjusted():
                return self._adjusted(event)
            case happened.Revealed():
                return say("event.revealed", what=self.measure(event.of))
            case happened.Covered():
                return say("event.covered", what=self.measure(event.of))
            case happened.ScoresHidden():
                return say("event.scores_hidden")
            case happened.ScoresShown():
                return say("event.scores_shown")
            case happened.Polled():
                return self.words.count("event.polled", event.people)
            case happened.MapDrawn():
                return self._map_drawn(event)
            case happened.Invented() | happened.Estimated() | happened.Admitted():
                return inventing.told(self, event)
            case happened.GameEnded():
                return say("event.ended", round=words.whole(event.round))
        return roster.told(self, event) if isinstance(event, SeatingEvent) else self._of_deciding(event)

    def _of_deciding(self, event: Event) -> str | None:
        """Returns an event of the way of deciding as one sentence, or None for one that needs none."""
        say = self.words.say
        match event:
            case happened.AmendmentSuggested() | happened.Amended():
                key = "event.amended" if isinstance(event, happened.Amended) else "event.suggested"
                who = event.author if isinstance(event, happened.Amended) else event.player
                change = deciding.amendment(self, event.amendment)
                return self.does(key, who, what=self.title(event.intervention), change=change)
            case happened.AmendmentDeclined():
                change = deciding.amendment(self, event.amendment)
                what = self.title(event.intervention)
                return self.does("event.declined", event.player, what=what, change=change)
            case happened.Asked():
                return self.does("event.asked", event.player, what=self.title(event.question))
            case happened.Instructed():
                watches = ", ".join(f"{self.measure(name)} {self.words.signed(n, 0)}" for name, n in event.watches)
                return say("event.instructed", watches=watches)
            case happened.Picked():
                return say("event.picked", why=self.decision(event.decision))
            case happened.ConsentAsked():
                key = "event.consent_again" if event.again else "event.consent_asked"
                return say(key, what=self.title(event.intervention))
            case happened.Objected():
                key, what = "event.put_off" if event.put_off else "event.objected", self.title(event.intervention)
                return self.words.count(key, len(event.objections), what=what)
            case happened.QuestionDecided():
                key = "event.question_yes" if event.decision.chosen else "event.question_no"
                return say(key, why=f"{self.decision(event.decision)} {self.tally(event.decision)}".strip())
            case happened.WayChanged():
                return deciding.way_changed(self, event).strip()
            case happened.ClauseAdded():
                cost = self.words.money(event.cost)
                return say("event.clause_added", what=self.title(event.intervention), cost=cost)
            case happened.BargainOffered():
                return deciding.deal(self, event.bargain)
            case happened.BargainAnswered():
                key, made = "event.deal_taken" if event.agrees else "event.deal_refused", event.bargain
                return self.does(key, made.partner, other=self.seat(made.player))
            case happened.PromiseJudged():
                return deciding.judged(self, event)
            case happened.PowerLost():
                return powers.lost(self, event)
            case happened.PowerRegained():
                return powers.regained(self, event)
        return None

    def _voted(self, event: happened.BallotCast) -> str:
        if event.ballot is None:
            return self.does("event.voted", event.player)
        if isinstance(event.ballot, Answer):
            return deciding.answer(self, event.ballot)
        return self.does("event.voted_open", event.player, ballot=deciding.ballot(self, event.ballot))

    def why(self, player: StakeholderId, choice: Choice) -> str | None:
        """Returns a computer player's reason as one sentence, or None for a ballot, whose reason would tell it."""
        why = choice.why
        if isinstance(choice.move, Ballot) and not isinstance(choice.move, Answer):
            return None
        if isinstance(choice.move, Reply):
            return self.does(f"why.{why.motive.value}", player)
        if why.intervention is None:
            return self.does("why.nothing_fits", player)
        key = why.motive.value
        if why.watched is not None:
            watches = self.game.stakeholder(player).watches
            key += "_" + next(watch.want for watch in watches if watch.of == why.watched)
        return self.does(
            f"why.{key}",
            player,
            what=self.title(why.intervention),
            watched=self.measure(why.watched) if why.watched else "",
            tech=self._tech(why.intervention),
        )

    def _tech(self, option: InterventionId) -> str:
        card = self.game.model.interventions.get(option)
        return self.words.say(f"tech.{card.tech.value}") if card else ""

    def decision(self, decision: Decision) -> str:
        """Returns why a decision came out as it did."""
        return deciding.decision(self, decision)

    def tally(self, decision: Decision) -> str:
        """Returns the count of a vote, option by option; nothing where nothing was counted."""
        return deciding.tally(self, decision)

    def _proposed(self, event: happened.Proposed) -> str:
        return self.does(
            "event.proposed" if event.district is None else "event.proposed_in",
            event.player,
            what=self.title(event.intervention),
            where=self.place(event.district),
        )

    def _decided(self, event: happened.Decided) -> str:
        own = deciding.of_challenge(event.decision, self.game.challenge(event.challenge))
        told = [self.decision(own), self.tally(own)]
        if event.opens is not None:
            cost = self.words.money(event.public)
            told.append(self.words.say("event.opens", round=self.words.whole(event.opens), cost=cost))
        if event.contested:
            told.append(self.words.say("event.contested"))
        return " ".join(part for part in told if part)

    def _adjusted(self, event: happened.Adjusted) -> str:
        return self.words.say(
            "event.adjusted" if event.after else "event.erased",
            link=self.cause(Cause(CauseKind.LINK, event.link)),
            before=self.words.signed(event.before / 1000),
            after=self.words.signed(event.after / 1000),
        )

    def _map_drawn(self, event: happened.MapDrawn) -> str:
        told = {"author": event.author, "moment": self.words.say(f"map.moment.{event.moment.value}")}
        if not event.arrows:
            return self.words.say("event.map_erased", **told)
        return self.words.count("event.map_drawn", event.arrows, **told)

    def _moved(self, event: happened.CityMoved) -> str | None:
        before = gauges(self.game.model, event.before.values)
        after = gauges(self.game.model, event.after.values)
        changes = ", ".join(
            self.words.say("event.gauge", gauge=self.measure(k), change=self.words.change(after[k] - before[k]))
            for k in after
            if k in shown_by(self.game, event.before.round + 1)
        )
        return self.words.say("event.moved", changes=changes) if changes else None
