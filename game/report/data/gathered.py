"""What a session becomes in tables: levels, fates, causes, decisions, seats, promises, events.

Names of people are left out, and ballots: who voted what is nobody's research but the table's own. Who funded what
under a participatory budget is told seat by seat where the ballots were open, and without the seats elsewhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, overload

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from game.city.arrays import IntArray
from game.city.courses import gauge_courses
from game.city.explain import Parts
from game.city.model import LIVED
from game.city.plans import side_by_side
from game.city.scoring import displaced_of, district_gauges, levels_beside, satisfaction_of
from game.city.state import CityState
from game.city.visions import compass
from game.content.inventing import spread
from game.content.shapes import PAPER, HeadlineId
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
from game.engine.observe import payoffs
from game.engine.powers import rule_of
from game.report.data.tables import ACROSS, ASKED, COLUMNS, Row, Table
from game.report.funding import funded, unit_of
from game.report.roster import ends_of_rounds
from game.session import Session
from game.wording.teller import Teller
from game.wording.words import Words

READINGS: Final = (LIVED, "equity", "worst_fifth", "displaced", "human_share", "coherence")
"""What is no gauge, no indicator and no variable of the city, and is told all the same."""


FloatArray = NDArray[np.float64]
Told = ShockStruck | PowerLost | PowerRegained | WayChanged | Adjusted | Revealed
"""The events that have a line of their own; the others are in other tables."""


@overload
def points(milli: int) -> float: ...
@overload
def points(milli: IntArray) -> FloatArray: ...
def points(milli: int | IntArray) -> float | FloatArray:
    """Returns milli-points as points: one number, or an array of them.

    >>> points(48_213)
    48.213
    """
    return milli / 1000


@frozen
class Named:
    """A session, and what tells it from others: the name of its journal's file, when it began, in which version."""

    session: Session
    name: str
    began: str
    version: str


def tables_of(session: Session, words: Words, name: str, began: str, version: str) -> dict[str, Table]:
    """Returns every table of a session; `name` tells it from others, as its journal's file does."""
    return tables_of_each([Named(session, name, began, version)], words)[0]


def tables_of_each(sessions: Sequence[Named], words: Words) -> list[dict[str, Table]]:
    """Returns the tables of each of several sessions; courses of the same city are read together."""
    kinds: dict[int, list[int]] = {}
    for place, each in enumerate(sessions):
        kinds.setdefault(id(each.session.game.model), []).append(place)
    found: dict[int, dict[str, Table]] = {}
    for places in kinds.values():
        alike = [sessions[place] for place in places]
        courses = gauge_courses(alike[0].session.game.model, [each.session.cities for each in alike])
        told = (_tables(_Gathered.of(each, words, moved)) for each, moved in zip(alike, courses, strict=True))
        found |= zip(places, told, strict=True)
    return [found[place] for place in range(len(sessions))]


def _tables(found: "_Gathered") -> dict[str, Table]:
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
    moved: Sequence[Mapping[HeadlineId, Parts]]
    """What each cause made of the change of each gauge, round by round."""

    @classmethod
    def of(cls, named: Named, words: Words, moved: Sequence[Mapping[HeadlineId, Parts]]) -> "_Gathered":
        """Returns what is to be written down of a session."""
        teller = Teller(named.session.game, words)
        return cls(named.session, teller, words, named.name, named.began, named.version, moved)

    def sessions(self) -> Iterator[Row]:
        session, game = self.session, self.session.game
        vision = compass(game.model, self.course[-1]).nearest
        visions = game.model.rules.visions
        names = {each.id: self.words.of(each.name) for each in (*visions.prototypes, visions.patchwork)}
        people = sum(seat.bot is None for seat in session.seats.values())
        pack = session.pack.applied.pack.id if session.pack else PAPER
        yield (
            self.name, game.model.scenario.id, pack, game.procedure, game.rounds, len(self.course) - 1,
            session.over, len(session.seats), people, game.seed, self.began, self.version, vision, names[vision],
        )  # fmt: skip

    @cached_property
    def happened(self) -> tuple[Event, ...]:
        """Everything that happened and still stands."""
        return self.session.events

    @cached_property
    def course(self) -> tuple[CityState, ...]:
        """The city at the start and after each resolved round."""
        return self.session.cities

    @cached_property
    def cities(self) -> CityState:
        """The same, side by side."""
        return side_by_side(self.course)

    def levels(self) -> Iterator[Row]:
        model = self.session.game.model
        rules = model.rules
        names: dict[str, None] = {str(headline.id): None for headline in rules.headlines}
        names |= dict.fromkeys(str(indicator.id) for indicator in rules.indicators)
        names |= dict.fromkeys(str(variable.id) for variable in rules.city_variables)
        names |= dict.fromkeys(READINGS)
        told = [(of, self.teller.measure(of)) for of in names]
        levels = levels_beside(model, self.cities, [*names])
        for number, row in enumerate(points(levels).tolist()):
            for (of, name), level in zip(told, row, strict=True):
                yield self.name, number, of, name, level

    def districts(self) -> Iterator[Row]:
        model = self.session.game.model
        told = [(district.id, self.words.of(district.name)) for district in model.scenario.city.districts]
        for number, places in enumerate(points(district_gauges(model, self.cities.values)).tolist()):
            for (district, name), levels in zip(told, places, strict=True):
                for headline, level in zip(model.gauge_weights, levels, strict=True):
                    yield self.name, number, district, name, headline, level

    def groups(self) -> Iterator[Row]:
        model = self.session.game.model
        told = [(group.id, self.words.of(group.name)) for group in model.rules.groups]
        shares = [[of(model, self.cities, group) for of in (satisfaction_of, displaced_of)] for group, _ in told]
        for number, groups in enumerate(np.moveaxis(points(np.array(shares)), -1, 0).tolist()):
            for (group, name), (satisfied, gone) in zip(told, groups, strict=True):
                yield self.name, number, group, name, satisfied, gone

    def causes(self) -> Iterator[Row]:
        moves = [event for event in self.happened if isinstance(event, CityMoved)]
        for event, moved in zip(moves, self.moved, strict=True):
            for headline, parts in moved.items():
                for cause, amount in parts.items():
                    told = self.teller.cause(cause, event.before)
                    yield self.name, event.round, headline, cause.kind.value, cause.id, told, points(amount)

    def decisions(self) -> Iterator[Row]:
        for event in self.happened:
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
        for project in funded(self.session, self.teller):
            for share in project.shares:
                amount = points(share.amount) if unit == "money" else share.amount
                yield (
                    self.name, project.round, project.id, project.name, points(project.cost), share.player or None,
                    share.seat or None, unit, amount,
                )  # fmt: skip

    def seats(self) -> Iterator[Row]:
        moved = payoffs(self.session.game, self.course[-1])
        for player, seat in self.session.seats.items():
            yield self.name, player, self.teller.seat(player), seat.bot is not None, points(moved[player])

    def presence(self) -> Iterator[Row]:
        for number, held in ends_of_rounds(self.session):
            for player, each in held.items():
                home = each.home if each.heads and each.home != player else None
                yield self.name, number, player, self.teller.seat(player), each.heads, each.bot is not None, home

    def promises(self) -> Iterator[Row]:
        session = self.session
        for entry in ledger(session.game, session.state, self.happened):
            kind = entry.promise.kind.value
            yield self.name, entry.deal.round, entry.by, entry.to, kind, entry.fate.value

    def inventions(self) -> Iterator[Row]:
        taken = {event.taken for event in self.happened if isinstance(event, Decided)}
        for held in self.session.state.inventions:
            idea, card = held.idea.told(self.words.language), held.card.id if held.card else None
            told = (held.round, idea.challenge, card, idea.title, idea.language, idea.tech.value)
            for figure in idea.figures:
                given = [dict(figures)[figure] for _, figures in held.estimates]
                ends = tuple(points(each) for each in spread(given)) if given else (None, None, None)
                fate = (len(given), bool(held.admitted), card is not None and card in taken)
                yield self.name, *told, figure, *ends, *fate

    def events(self) -> Iterator[Row]:
        for event in self.happened:
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
