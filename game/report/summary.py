"""From a session to the figures of its debrief, computed once; every page and screen writes from them."""

import datetime
from itertools import pairwise
from typing import cast

from game import VERSION
from game.city.account import difference
from game.city.exact import FULL, divided, milli
from game.city.explain import contributions, gauge_change
from game.city.felt import lived_standing
from game.city.model import QUALITY, Cause, CauseKind
from game.city.scoring import district_gauge, level_of
from game.city.state import CityState, adoptions
from game.content.cards import Watch
from game.content.shapes import HeadlineId, InterventionId
from game.engine.events import Adjusted, CityMoved, Covered, Decided, Revealed
from game.engine.state import Game, State
from game.report import figures
from game.report.branches import branches
from game.report.causes import KINDS
from game.report.funding import funding
from game.report.governing import SEATS, blind_rounds, counted_in, given_words, otherwise, rulings, steps_told
from game.report.incidents import close_of, incidents_of
from game.report.inventions import inventions
from game.report.mapstory import story
from game.report.opinions import opinions
from game.report.recorded import commitments, recorded
from game.report.roles import roles_of
from game.report.roster import presence
from game.report.rulepack import rule_pack
from game.report.rulers import rulers
from game.report.standing import LIVED, better, compass_of, dimensions_of, groups_of, series_of, shift_of
from game.report.whatif import Turn, what_ifs
from game.session import Session
from game.wording import deciding
from game.wording.roster import sitters
from game.wording.teller import Teller
from game.wording.words import Words

READINGS = (
    "equity", "worst_fifth", "displaced", "trust", "participation", "literacy", "dependency", "human_share",
    "coherence", "image",
)  # fmt: skip
"""What the gauges do not show, in the order the page tells it."""
TURNING_POINTS = 4


def summarised(
    session: Session, words: Words, date: datetime.date, journal: str = "", elsewise: bool = True
) -> figures.Debrief:
    """Returns the figures of a session as it stands: ended or stopped after any round.

    Without `elsewise` it leaves out how else the city could have decided, which takes ten times as long as the rest.
    """
    return _Summary(session, words).debrief(date, journal, elsewise)


class _Summary:
    """Reads one session once."""

    def __init__(self, session: Session, words: Words) -> None:
        self.session = session
        self.game: Game = session.game
        self.words = words
        self.teller = Teller(session.game, words)
        self.moved = [event for event in session.events if isinstance(event, CityMoved)]
        self.cities = session.cities
        rules = self.game.model.rules
        self.headlines = [headline.id for headline in rules.headlines]
        self.abouts = {str(each.id): each.about for each in rules.readings}
        self.abouts |= {str(each.id): each.about for each in rules.city_variables}

    def debrief(self, date: datetime.date, journal: str, elsewise: bool) -> figures.Debrief:
        """Returns everything the page shows."""
        scenario, words = self.game.model.scenario, self.words
        payoffs = tuple(self.payoff(player) for player in self.game.players)
        return figures.Debrief(
            language=words.language,
            title=words.of(scenario.title),
            summary=words.of(scenario.summary),
            city=words.of(scenario.city.name),
            date=date,
            rounds=len(self.moved),
            series=self.series(),
            dimensions=dimensions_of(self.teller, self.cities),
            warning=words.of(self.game.model.rules.dimensions_warning),
            readings=tuple(self.reading(name) for name in READINGS),
            compass=compass_of(self.teller, self.cities),
            accounts=tuple(self.account(k, 0, len(self.moved)) for k in (*self.headlines, LIVED)),
            turning_points=self.turning_points(),
            groups=groups_of(self.teller, self.cities),
            districts=self.districts(),
            plan=self.plan(),
            decisions=self.decisions(),
            budget=self.budget(),
            incidents=incidents_of(self.session, self.teller, words),
            close=close_of(self.session, self.teller, words),
            payoffs=payoffs,
            roles=roles_of(self.session, self.teller, payoffs),
            announcements=self.announcements(),
            given_words=given_words(self.session, self.teller),
            opinions=opinions(self.session, self.teller),
            contested=self.contested(),
            lifted=self.lifted(),
            questions=tuple(words.of(question) for question in scenario.questions),
            seats=self.seats(),
            rulings=rulings(self.session, self.teller),
            blind_rounds=blind_rounds(self.session),
            inspired_by=words.of(scenario.inspired_by),
            real_and_invented=words.of(scenario.real_and_invented),
            facts=tuple(
                figures.Fact(words.of(fact.say), words.of(fact.source) if fact.source else "")
                for fact in scenario.facts
            ),
            sources=tuple(words.of(source) for source in scenario.sources.values()),
            seed=self.game.seed,
            version=VERSION,
            journal=journal,
            rules=rule_pack(self.session, words),
            maps=story(self.session, self.words),
            branches=branches(self.session, self.teller),
            presence=presence(self.session, self.teller),
            inventions=inventions(self.session, self.teller),
            funding=funding(self.session, self.teller),
            otherwise=otherwise(self.session, self.teller) if elsewise else None,
            rulers=rulers(self.session, self.teller),
            what_ifs=tuple(what_ifs(self.session, self.teller, self.turned())) if elsewise else (),
            commitments=commitments(self.session, self.teller),
            recorded=recorded(self.session, self.teller) if elsewise else (),
        )

    def level(self, city: CityState, name: str) -> int:
        """Returns a level of a city by name."""
        return level_of(self.game.model, city, name)

    def shift(self, name: str) -> figures.Shift:
        """Returns a level at the start and now."""
        return shift_of(self.game, self.cities, name)

    def series(self) -> tuple[figures.Series, ...]:
        """Returns the gauges and lived quality, round by round."""
        return tuple(series_of(self.teller, self.cities, name) for name in (*self.headlines, LIVED))

    def reading(self, name: str) -> figures.Reading:
        """Returns a level the gauges do not show."""
        about = self.words.of(self.abouts[name])
        return figures.Reading(name, self.teller.measure(name), self.shift(name), better(self.game, name), about)

    def account(self, headline: str, since: int, until: int) -> figures.Account:
        """Returns why a headline moved between the ends of two rounds; the causes sum to the change."""
        before, after = self.cities[since], self.cities[until]
        changes = contributions(self.game.model, before, after)
        if headline == LIVED:
            causes = self.lived_causes(before, after)
        else:
            parts = gauge_change(self.game.model, changes, before, after, HeadlineId(headline))
            causes = tuple(self.cause(cause, amount, before, HeadlineId(headline)) for cause, amount in parts.items())
        shift = figures.Shift(self.level(before, headline), self.level(after, headline))
        name, good = self.teller.measure(headline), better(self.game, headline)
        return figures.Account(cast(figures.HeadlineId, headline), name, good, since, until, shift, causes)

    def cause(self, cause: Cause, amount: int, before: CityState, headline: HeadlineId = QUALITY) -> figures.Cause:
        """Returns a cause in words, and what its effects on a gauge rest on."""
        name, source = self.teller.cause(cause, before), self.teller.source(cause, headline)
        return figures.Cause(name, KINDS[cause.kind], amount, source)

    def lived_causes(self, before: CityState, after: CityState) -> tuple[figures.Cause, ...]:
        """Returns why lived quality moved: what each cause did to people, and those who had to leave."""
        (_, was), (_, now) = (lived_standing(self.game.model, city) for city in (before, after))
        return tuple(self.cause(cause, amount, before) for cause, amount in difference(was, now).items())

    def turned(self) -> tuple[Turn, ...]:
        """Returns the gauges and rounds that moved most, in the order they were played."""
        moves = [
            (-abs(self.level(after, name) - self.level(before, name)), number, name)
            for number, (before, after) in enumerate(pairwise(self.cities), 1)
            for name in self.headlines
        ]
        kept = sorted(sorted(moves)[:TURNING_POINTS], key=lambda entry: entry[1:])
        return tuple((name, number) for size, number, name in kept if size)

    def turning_points(self) -> tuple[figures.Account, ...]:
        """Returns why the gauges moved in the rounds in which they moved most."""
        return tuple(self.account(name, number - 1, number) for name, number in self.turned())

    def districts(self) -> tuple[figures.DistrictFate, ...]:
        """Returns what became of each district."""
        model, first, last = self.game.model, self.cities[0], self.cities[-1]
        return tuple(
            figures.DistrictFate(
                district.id,
                self.words.of(district.name),
                tuple(
                    figures.Shift(*(self.district_level(city, name, place) for city in (first, last)))
                    for name in (*self.headlines, LIVED)
                ),
                district.polygon,
                int(last.readings.displaced_by_district[place]),
            )
            for place, district in enumerate(model.scenario.city.districts)
        )

    def district_level(self, city: CityState, name: str, place: int) -> int:
        """Returns a gauge in a district, or how its people live."""
        model = self.game.model
        if name != LIVED:
            return district_gauge(model, city.values, HeadlineId(name), place)
        people, levels = model.people[place], city.readings.satisfaction[place]
        return divided(int((levels * people).sum()), max(1, int(people.sum())))

    def plan(self) -> figures.Plan:
        """Returns the map."""
        city = self.game.model.scenario.city
        river = city.river
        return figures.Plan(city.size, river.points if river else (), river.width if river else 0.0, city.sea)

    def decisions(self) -> tuple[figures.Decision, ...]:
        """Returns how each challenge was settled."""
        befores = self.session.states
        return tuple(
            self.decision(event, before)
            for before, turn in zip(befores, self.session.turns, strict=False)
            for event in turn.events
            if isinstance(event, Decided)
        )

    def decision(self, event: Decided, before: State) -> figures.Decision:
        """Returns one decision, with the proposals as they stood on the table."""
        chosen = event.taken
        challenge = self.game.challenge(event.challenge)
        own = {answer.id for answer in challenge.answers}
        unit = counted_in(self.game, event.procedure)
        votes = {tally.intervention: int(tally.support) for tally in event.decision.tally if unit}
        answers = tuple(
            figures.Answer(
                self.teller.title(proposal.intervention),
                self.game.intervention(proposal.intervention).tech.value,
                tuple(self.teller.seat(player) for player in proposal.proposers),
                self.teller.place(proposal.district),
                votes.get(proposal.intervention) if unit == SEATS else None,
                proposal.intervention == chosen,
                self.words.count(unit, votes[proposal.intervention]) if proposal.intervention in votes else "",
            )
            for proposal in (*before.shelf, *before.proposals)
            if proposal.intervention in own
        )
        opened = event.opens is not None and event.opens <= len(self.moved)
        return figures.Decision(
            round=event.round,
            challenge=self.teller.title(event.challenge),
            procedure=self.teller.way(event.procedure),
            answers=answers,
            public=event.public,
            private=event.private,
            accepted=self.accepted(chosen) if chosen else None,
            contested=event.contested,
            opens=event.opens if opened else None,
            why=deciding.decision(self.teller, deciding.of_challenge(event.decision, challenge)),
            steps=steps_told(self.teller, event.decision),
        )

    def accepted(self, intervention: InterventionId) -> int:
        """Returns how far people accept an intervention at the end, in milli-points."""
        place = self.game.model.cards.ids.index(intervention)
        return int(self.cities[-1].readings.acceptance[place])

    def budget(self) -> figures.Budget:
        """Returns the city's money, round by round."""
        last = self.cities[-1].treasury
        balance = tuple(int(city.treasury.budget) for city in self.cities)
        start = milli(self.game.model.rules.finance.start.value)
        upkeep = start + int(last.income - last.public - last.budget)
        floor = milli(self.game.model.rules.finance.debt_floor.value)
        public = sum(event.public for event in self.session.events if isinstance(event, Decided) and event.taken)
        return figures.Budget(balance, floor, public, int(last.private), upkeep, int(last.public) - public)

    def payoff(self, player: str) -> figures.Payoff:
        """Returns what a stakeholder got."""
        card = next(seat for seat in self.game.model.scenario.stakeholders if seat.id == player)
        watches = (*card.watches, card.secret_watch)
        scores = (self.closeness(city, watches) for city in (self.cities[0], self.cities[-1]))
        return figures.Payoff(
            self.words.of(card.name),
            self.words.of(card.aim),
            self.words.of(card.secret),
            figures.Shift(*scores),
            tuple(self.watched(watch) for watch in card.watches),
            self.watched(card.secret_watch),
            str(card.id),
        )

    def closeness(self, city: CityState, watches: tuple[Watch, ...]) -> int:
        """Returns how close a city is to what watches want, 0..100 in milli-points."""
        levels = [(self.level(city, watch.of), watch) for watch in watches]
        total = sum(watch.weight * (level if watch.want == "up" else FULL - level) for level, watch in levels)
        return divided(total, sum(watch.weight for watch in watches))

    def watched(self, watch: Watch) -> figures.Watched:
        """Returns one thing followed."""
        return figures.Watched(self.teller.measure(watch.of), watch.want, self.shift(watch.of))

    def announcements(self) -> tuple[figures.Announcement, ...]:
        """Returns what was promised and what came of it."""
        model, first, last = self.game.model, self.cities[0], self.cities[-1]
        changes = contributions(model, first, last)
        told = []
        for adopted in adoptions(model, last):
            for headline, points in model.interventions[adopted.intervention].announces.items():
                parts = gauge_change(model, changes, first, last, headline)
                delivered = parts.get(Cause(CauseKind.INTERVENTION, adopted.intervention), 0)
                told.append(
                    figures.Announcement(
                        self.teller.title(adopted.intervention),
                        adopted.decided + 1,
                        self.teller.measure(headline),
                        milli(points),
                        delivered,
                    )
                )
        return tuple(told)

    def contested(self) -> tuple[figures.Contested, ...]:
        """Returns the links the room moved."""
        causes = ((e, Cause(CauseKind.LINK, e.link)) for e in self.session.events if isinstance(e, Adjusted))
        return tuple(
            figures.Contested(e.round, self.teller.cause(cause), self.teller.source(cause), e.before, e.after)
            for e, cause in causes
        )

    def lifted(self) -> tuple[figures.Lifted, ...]:
        """Returns what the facilitator showed before its time, and covered again."""
        showings = (event for event in self.session.events if isinstance(event, Revealed | Covered))
        return tuple(
            figures.Lifted(event.round, self.teller.measure(event.of), isinstance(event, Revealed))
            for event in showings
        )

    def seats(self) -> tuple[figures.Seat, ...]:
        """Returns who sat where."""
        cards = {seat.id: seat for seat in self.game.model.scenario.stakeholders}
        return tuple(
            figures.Seat(
                self.words.of(cards[player].name), cards[player].icon,
                () if held.bot else sitters(self.words, held.people), bool(held.bot),
            )
            for player, held in self.session.holders.items()
        )
