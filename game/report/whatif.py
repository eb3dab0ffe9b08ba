"""What-ifs as figures: what would have been different, how the rest was played, and what would have come of it."""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from game.city.exact import FULL, divided
from game.city.explain import contributions, gauge_change
from game.city.model import CauseKind
from game.city.scoring import group_satisfaction, level_of
from game.city.state import CityState, adoptions
from game.city.visions import compass
from game.content.shapes import HeadlineId
from game.engine.state import Game
from game.report.hindsight import WhatIf
from game.report.mapfigures import MapLevel
from game.session import Session
from game.whatif.departing import Departure, Elsewhere, Kind, departures, elsewhere
from game.wording.teller import Teller

BESIDE: Final = ("lived", "worst_fifth")
"""What is compared after the four gauges."""
DECISIONS: Final = 3
"""Decisions for which a document tells what the other answers would have made: each takes a while to play."""
Turn = tuple[HeadlineId, int]
"""A gauge and the number of the round in which it turned."""


def what_ifs(session: Session, teller: Teller, turns: Iterable[Turn]) -> Iterator[WhatIf]:
    """Yields what each other answer to the decisions behind these turns would have made, the moves played again."""
    for round_, taken in decisive(session, turns):
        for each in departures(session, round_):
            if each.kind is Kind.ANSWER and each.was == taken:
                yield what_if(session, teller, elsewhere(session, each))


def decisive(session: Session, turns: Iterable[Turn]) -> tuple[tuple[int, str], ...]:
    """Returns the decisions that moved the city most where it turned, each with its round, in the order taken."""
    model, weight = session.game.model, dict[str, int]()
    for gauge, round_ in turns:
        before, after = session.cities[round_ - 1 : round_ + 1]
        parts = gauge_change(model, contributions(model, before, after), before, after, gauge)
        for cause, amount in parts.items():
            if cause.kind is CauseKind.INTERVENTION:
                weight[cause.id] = weight.get(cause.id, 0) + abs(amount)
    taken = {str(each.intervention): each.decided + 1 for each in adoptions(model, session.cities[-1])}
    heaviest = sorted(weight.keys() & taken.keys(), key=lambda each: (-weight[each], each))[:DECISIONS]
    return tuple(sorted((taken[each], each) for each in heaviest))


def departure_told(teller: Teller, departure: Departure) -> str:
    """Returns what would have been different, in one sentence."""
    say, n = teller.words.say, teller.words.whole(departure.round)
    if departure.kind is Kind.WAY:
        return say("whatif.told.way", round=n, way=teller.way(departure.of), was=teller.way(departure.was))
    was = teller.title(departure.was)
    if not departure.of:
        return say("whatif.told.refused" if departure.picked else "whatif.told.none", round=n, was=was)
    return say("whatif.told.answer", round=n, what=teller.title(departure.of), was=was)


def _named(teller: Teller, departure: Departure) -> str:
    """Returns the answer or the way that would have come, "" for none."""
    if departure.kind is Kind.WAY:
        return teller.way(departure.of)
    return teller.title(departure.of) if departure.of else ""


def what_if(session: Session, teller: Teller, other: Elsewhere) -> WhatIf:
    """Returns a session as it would have gone, in figures."""
    game, was, would = session.game, session.cities[-1], other.cities[-1]
    gauges = (*(str(headline.id) for headline in game.model.rules.headlines), *BESIDE)
    return WhatIf(
        round=other.departure.round,
        what=_named(teller, evolve(other.departure, of=other.came)),
        was=_named(teller, evolve(other.departure, of=other.departure.was)),
        told=departure_told(teller, other.departure),
        how=_how(teller, other),
        came=_came(teller, other),
        gauges=tuple(
            MapLevel(of, teller.measure(of), level_of(game.model, was, of), level_of(game.model, would, of))
            for of in gauges
        ),
        visions=_visions(teller, was, would),
        groups=tuple(
            MapLevel(of, teller.measure(of), *(group_satisfaction(game.model, city, of) for city in (was, would)))
            for of in game.model.groups.ids
        ),
        swapped=other.departure.kind is Kind.ANSWER and bool(other.departure.of) and not other.computers,
        seats=tuple(
            MapLevel(seat, teller.seat(seat), *(closeness(game, city, seat) for city in (was, would)))
            for seat in game.players
        ),
    )


def closeness(game: Game, city: CityState, seat: str) -> int:
    """Returns how close a city is to what a seat says it wants, 0..100; its secret aim is left out."""
    watches = next(card.watches for card in game.model.scenario.stakeholders if card.id == seat)
    levels = [(level_of(game.model, city, watch.of), watch) for watch in watches]
    total = sum(watch.weight * (level if watch.want == "up" else FULL - level) for level, watch in levels)
    return divided(total, sum(watch.weight for watch in watches))


def _visions(teller: Teller, was: CityState, would: CityState) -> tuple[MapLevel, ...]:
    """Returns the shares of the visions, the largest of what was played first."""
    model = teller.game.model
    before, after = (compass(model, city).shares for city in (was, would))
    names = {vision.id: teller.words.of(vision.name) for vision in model.rules.visions.prototypes}
    both = dict.fromkeys((*before, *after))
    return tuple(MapLevel(of, names[of], before.get(of, 0), after.get(of, 0)) for of in both)


def _how(teller: Teller, other: Elsewhere) -> str:
    words = teller.words
    if other.computers:
        return words.say("whatif.how.computers")
    lost = words.count("whatif.how.lost", other.lost) if other.lost else words.say("whatif.how.none_lost")
    return f"{words.count('whatif.how.replayed', other.replayed)} {lost}"


def _came(teller: Teller, other: Elsewhere) -> str:
    """Returns that the answer lost all the same, or which one came in the place of none."""
    if other.held:
        return ""
    if not other.came:
        return teller.words.say("whatif.came_none")
    key = "whatif.came" if other.departure.of else "whatif.came_instead"
    if not other.departure.of and other.came == other.departure.was:
        key = "whatif.came_same"
    return teller.words.say(key, what=teller.title(other.came))
