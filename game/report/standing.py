"""Where a city stands, as figures: its curves, the visions it mixes, its way among them, the dimensions of rankings."""

from collections.abc import Sequence
from typing import Final, Protocol, cast

from game.city.exact import FULL, divided
from game.city.people import inhabitants
from game.city.scoring import dimensions, group_displaced, group_satisfaction, level_of
from game.city.state import CityState
from game.city.visions import compass
from game.engine.state import Game
from game.report import figures
from game.wording.teller import Teller

LIVED: Final = "lived"
ACROSS: Final = "economy"
UPWARD: Final = LIVED
"""The compass' two axes: over the full factorial of plans they are the least correlated pair (0.03)."""


class Judged(Protocol):
    """Anything the rulebook calls good when it goes one way."""

    @property
    def id(self) -> str:
        """What the rules call it."""

    @property
    def good(self) -> figures.Good:
        """Which way is better."""


def better(game: Game, name: str) -> figures.Good:
    """Returns which way is better for a level."""
    rules = game.model.rules
    entries: tuple[Judged, ...] = (*rules.headlines, *rules.indicators, *rules.city_variables, *rules.readings)
    return next((entry.good for entry in entries if entry.id == name), "up")


def series_of(teller: Teller, cities: Sequence[CityState], name: str) -> figures.Series:
    """Returns a headline round by round."""
    game = teller.game
    values = tuple(level_of(game.model, city, name) for city in cities)
    return figures.Series(cast(figures.HeadlineId, name), teller.measure(name), better(game, name), values)


def shift_of(game: Game, cities: Sequence[CityState], name: str) -> figures.Shift:
    """Returns a level at the start and now."""
    return figures.Shift(*(level_of(game.model, city, name) for city in (cities[0], cities[-1])))


def dimensions_of(teller: Teller, cities: Sequence[CityState]) -> tuple[figures.Reading, ...]:
    """Returns the six dimensions of rankings, at the start and now."""
    model = teller.game.model
    before, after = (dimensions(model, city) for city in (cities[0], cities[-1]))
    return tuple(
        figures.Reading(d.id, teller.words.of(d.name), figures.Shift(before[d.id], after[d.id]))
        for d in model.rules.dimensions
    )


def compass_of(
    teller: Teller, cities: Sequence[CityState], across: str = ACROSS, upward: str = UPWARD
) -> figures.Compass:
    """Returns the mixture of visions and the way there, drawn along two axes of the compass."""
    model, words = teller.game.model, teller.words
    rules = model.rules.visions
    known = {vision.id: vision for vision in rules.prototypes}
    ways = [compass(model, city) for city in cities]
    shares = tuple(
        figures.VisionShare(
            name,
            words.of(known[name].name),
            words.of(known[name].about),
            share,
            (known[name].place[across], known[name].place[upward]),
        )
        for name, share in ways[-1].shares.items()
    )
    path = tuple((way.place[across] / 1000, way.place[upward] / 1000) for way in ways)
    along, up = (figures.Bearing(teller.measure(axis)) for axis in (across, upward))
    return figures.Compass(shares, along, up, path, ways[-1].nearest == rules.patchwork.id)


def groups_of(teller: Teller, cities: Sequence[CityState]) -> tuple[figures.GroupFate, ...]:
    """Returns what became of each group."""
    model, first, last = teller.game.model, cities[0], cities[-1]
    fates = []
    for place, name in enumerate(model.groups.ids):
        people, left = (int(every[:, place].sum()) for every in (model.people, last.gone))
        fates.append(
            figures.GroupFate(
                name,
                teller.measure(name),
                divided(people * FULL, model.whole),
                figures.Shift(*(group_satisfaction(model, city, name) for city in (first, last))),
                group_displaced(model, last, name),
                inhabitants(model, divided(left * FULL, model.whole)),
            )
        )
    return tuple(fates)
