"""What-ifs as figures: what would have been different, how the rest was played, and what would have come of it."""

from collections.abc import Iterable, Iterator
from typing import Final

from game.city.exact import FULL, divided
from game.city.scoring import group_satisfaction, level_of
from game.city.state import CityState
from game.city.visions import compass
from game.engine.state import Game
from game.report.hindsight import WhatIf
from game.report.mapfigures import MapLevel
from game.session import Session
from game.whatif.departing import Departure, Elsewhere, Kind, departures, elsewhere
from game.wording.sentences import Teller

BESIDE: Final = ("lived", "worst_fifth")
"""What is compared after the four gauges."""
ROUNDS: Final = 3
"""Turning points for which a document tells what the other answers would have made: each takes a while to play."""


def what_ifs(session: Session, teller: Teller, rounds: tuple[int, ...]) -> Iterator[WhatIf]:
    """Yields what each other answer of these rounds would have made, the recorded moves played again."""
    for round_ in rounds:
        for each in departures(session, round_):
            if each.kind is Kind.ANSWER:
                yield what_if(session, teller, elsewhere(session, each))


def turning_rounds(rounds: Iterable[int]) -> tuple[int, ...]:
    """Returns the first turning points that a document plays otherwise, in order, each once."""
    return tuple(sorted(dict.fromkeys(rounds)))[:ROUNDS]


def departure_told(teller: Teller, departure: Departure) -> str:
    """Returns what would have been different, in one sentence."""
    say, n = teller.words.say, teller.words.whole(departure.round)
    if departure.kind is Kind.WAY:
        return say("whatif.told.way", round=n, way=teller.way(departure.of), was=teller.way(departure.was))
    was = teller.title(departure.was)
    if not departure.of:
        return say("whatif.told.none", round=n, was=was)
    return say("whatif.told.answer", round=n, what=teller.title(departure.of), was=was)


def what_if(session: Session, teller: Teller, other: Elsewhere) -> WhatIf:
    """Returns a session as it would have gone, in figures."""
    game, was, would = session.game, session.cities[-1], other.cities[-1]
    gauges = (*(str(headline.id) for headline in game.model.rules.headlines), *BESIDE)
    return WhatIf(
        round=other.departure.round,
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
    parts = [words.count("whatif.how.replayed", other.replayed)]
    parts.append(words.count("whatif.how.lost", other.lost) if other.lost else words.say("whatif.how.none_lost"))
    if other.departure.kind is Kind.ANSWER and other.departure.of:
        parts.insert(0, words.say("whatif.how.swapped"))
    return " ".join(parts)


def _came(teller: Teller, other: Elsewhere) -> str:
    """Returns that the answer lost all the same, or that another came in the place of none."""
    if other.held:
        return ""
    came = teller.title(other.came) if other.came else teller.words.say("whatif.nothing")
    return teller.words.say("whatif.came", what=came)
