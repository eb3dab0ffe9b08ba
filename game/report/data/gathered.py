"""What a session becomes in tables: levels, fates, causes, decisions, seats, promises, events.

Names of people are left out, and ballots: who voted what is nobody's research but the table's own. Who funded what
under a participatory budget is told seat by seat where the ballots were open, and without the seats elsewhere.
"""

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from game.city.explain import gauge_changes
from game.city.model import LIVED
from game.city.scoring import district_gauge, group_displaced, group_satisfaction, levels_at_once
from game.city.visions import compass
from game.content.inventing import spread
from game.content.shapes import PAPER
from game.engine.bargaining import ledger
from game.engine.events import (
    Adjusted,
    CityMoved,
    Decided,
    Event,
    PowerLost,
    PowerRegained,
    Revealed,
    ShockStruck,
    WayChanged,
)
from game.engine.observe import payoff
from game.engine.powers import rule_of
from game.report.data.tables import ACROSS, ASKED, COLUMNS, Row, Table
from game.report.funding import funded, unit_of
from game.report.roster import ends_of_rounds
from game.session import Session
from game.wording.sentences import Teller
from game.wording.words import Words

READINGS: Final = (LIVED, "equity", "worst_fifth", "displaced", "human_share", "coherence")
"""What is no gauge, no indicator and no variable of the city, and is told all the same."""


Told = ShockStruck | PowerLost | PowerRegained | WayChanged | Adjusted | Revealed
"""The events that have a line of their own; the others are in other tables."""


def points(milli: int) -> float:
    """Returns milli-points as points.

    >>> points(48_213)
    48.213
    """
    return milli / 1000


def tables_of(session: Session, words: Words, name: str, began: str, version: str) -> dict[str, Table]:
    """Returns every table of a session; `name` tells it from others, as its journal's file does."""
    found = _Gathered(session, Teller(session.game, words), words, name, began, version)
    return {table: Table(table, tuple(getattr(found, table)())) for table in COLUMNS if table not in (*ACROSS, *ASKED)}


@frozen(slots=False)
class _Gathered:
    """One session being written down, a method a table."""

    session: Session
    teller: Teller
    words: Words
    name: str
    began: str
    version: str

    def sessions(self) -> Iterator[Row]:
        session, game = self.session, self.session.game
        vision = compass(game.model, session.cities[-1]).nearest
        visions = game.model.rules.visions
        names = {each.id: self.words.of(each.name) for each in (*visions.prototypes, visions.patchwork)}
        people = sum(seat.bot is None for seat in session.seats.values())
        pack = session.pack.applied.pack.id if session.pack else PAPER
        yield (
            self.name, game.model.scenario.id, pack, game.procedure, game.rounds, len(session.cities) - 1,
            session.over, len(session.seats), people, game.seed, self.began, self.version, vision, names[vision],
        )  # fmt: skip

    def levels(self) -> Iterator[Row]:
        rules = self.session.game.model.rules
        names: dict[str, None] = {str(headline.id): None for headline in rules.headlines}
        names |= dict.fromkeys(str(indicator.id) for indicator in rules.indicators)
        names |= dict.fromkeys(str(variable.id) for variable in rules.city_variables)
        names |= dict.fromkeys(READINGS)
        told = {of: self.teller.measure(of) for of in names}
        for number, city in enumerate(self.session.cities):
            levels = levels_at_once(self.session.game.model, city, names)
            for of, level in levels.items():
                yield self.name, number, of, told[of], points(level)

    def districts(self) -> Iterator[Row]:
        model = self.session.game.model
        for number, city in enumerate(self.session.cities):
            for place, district in enumerate(model.scenario.city.districts):
                for headline in model.rules.headlines:
                    level = district_gauge(model, city.values, headline.id, place)
                    yield self.name, number, district.id, self.words.of(district.name), headline.id, points(level)

    def groups(self) -> Iterator[Row]:
        model = self.session.game.model
        for number, city in enumerate(self.session.cities):
            for group in model.rules.groups:
                satisfied, gone = group_satisfaction(model, city, group.id), group_displaced(model, city, group.id)
                yield self.name, number, group.id, self.words.of(group.name), points(satisfied), points(gone)

    def causes(self) -> Iterator[Row]:
        model = self.session.game.model
        for event in self._happened():
            if isinstance(event, CityMoved):
                moved = gauge_changes(model, event.contributions, event.before, event.after)
                for headline, parts in moved.items():
                    for cause, amount in parts.items():
                        told = self.teller.cause(cause, event.before)
                        kind, of = cause.kind.value, str(cause.id)
                        yield self.name, event.round, headline, kind, of, told, points(amount)

    def decisions(self) -> Iterator[Row]:
        for event in self._happened():
            if isinstance(event, Decided):
                yield self._decision(event)

    def _decision(self, event: Decided) -> Row:
        taken, proposal = event.taken, event.proposal
        card = self.session.game.intervention(taken) if taken else None
        return (
            self.name, event.round, event.challenge, self.teller.title(event.challenge), event.procedure,
            taken, self.teller.title(taken) if taken else None, card.tech.value if card else None, event.district,
            points(event.public), points(event.private), event.opens, event.contested,
            len(proposal.proposers) if proposal else None, len(proposal.partners) if proposal else None,
            len(proposal.amended) if proposal else None,
        )  # fmt: skip

    def contributions(self) -> Iterator[Row]:
        unit = unit_of(self.session.game)
        ids = {self.teller.seat(player): player for player in self.session.game.players}
        for project in funded(self.session, self.teller):
            for share in project.shares:
                amount = points(share.amount) if unit == "money" else share.amount
                yield (
                    self.name, project.round, project.id, project.name, points(project.cost), ids.get(share.seat),
                    share.seat or None, unit, amount,
                )  # fmt: skip

    def seats(self) -> Iterator[Row]:
        city = self.session.cities[-1]
        for player, seat in self.session.seats.items():
            moved = points(payoff(self.session.game, city, player))
            yield self.name, player, self.teller.seat(player), seat.bot is not None, moved

    def presence(self) -> Iterator[Row]:
        for number, held in ends_of_rounds(self.session):
            for player, each in held.items():
                home = each.home if each.heads and each.home != player else None
                yield self.name, number, player, self.teller.seat(player), each.heads, each.bot is not None, home

    def promises(self) -> Iterator[Row]:
        session = self.session
        for entry in ledger(session.game, session.state, session.events):
            kind = entry.promise.kind.value
            yield self.name, entry.deal.round, entry.by, entry.to, kind, entry.fate.value

    def inventions(self) -> Iterator[Row]:
        taken = {event.taken for event in self._happened() if isinstance(event, Decided)}
        for held in self.session.state.inventions:
            idea, card = held.idea.told(self.words.language), held.card.id if held.card else None
            told = (held.round, idea.challenge, card, idea.title, idea.language, idea.tech.value)
            for figure in idea.figures:
                given = [dict(figures)[figure] for _, figures in held.estimates]
                ends = tuple(points(each) for each in spread(given)) if given else (None, None, None)
                fate = (len(given), bool(held.admitted), card is not None and card in taken)
                yield self.name, *told, figure, *ends, *fate

    def events(self) -> Iterator[Row]:
        for event in self._happened():
            if isinstance(event, Told):
                yield self.name, event.round, *self._told(event)

    def _told(self, event: Told) -> tuple[str, str, str]:
        """Returns the kind of an event, what it is about, and that in words."""
        game = self.session.game
        match event:
            case ShockStruck(shock=shock):
                return "shock", shock, self.words.of(game.model.shocks[shock].title)
            case PowerLost(loss=loss) | PowerRegained(loss=loss):
                kind = "power_lost" if isinstance(event, PowerLost) else "power_regained"
                return kind, loss, self.words.of(rule_of(game.model, loss).name)
            case WayChanged(after=way):
                return "way_changed", way, self.teller.way(way)
            case Adjusted(link=link):
                return "link_moved", link, link
            case Revealed(of=of):
                return "shown", of, self.teller.measure(of)

    def _happened(self) -> tuple[Event, ...]:
        return self.session.events
