"""The session measured by each vision's own ruler, and by the weights that the room set before it played."""

from collections.abc import Mapping, Sequence

from game.city.exact import FULL, divided, settled
from game.city.scoring import level_of
from game.city.state import CityState
from game.report.hindsight import Measured, Ruler
from game.session import Session
from game.wording.teller import Teller

ROOM = "room"


def rulers(session: Session, teller: Teller) -> tuple[Ruler, ...]:
    """Returns the session by the ruler of each vision, then by the room's own where it has made one."""
    game, words = session.game, teller.words
    named = {vision.id: words.of(vision.name) for vision in game.model.rules.visions.prototypes}
    found = [
        _ruler(
            teller, session.cities, each.vision, named[each.vision], words.of(each.counts),
            {name: round(weight.value) for name, weight in each.weights.items()},
        )
        for each in game.model.rules.rulers.visions
    ]  # fmt: skip
    weights = {name: points for name, points in session.weights if points}
    if weights:
        room = _ruler(teller, session.cities, ROOM, words.say("rulers.room"), words.say("rulers.room_counts"), weights)
        found.append(room)
    return tuple(found)


def _ruler(
    teller: Teller, cities: Sequence[CityState], id_: str, name: str, counts: str, weights: Mapping[str, int]
) -> Ruler:
    whole = sum(weights.values())
    before, after = (_parts(teller, city, weights) for city in (cities[0], cities[-1]))
    parts = tuple(
        Measured(
            each.removeprefix("-"), teller.measure(each.removeprefix("-")), divided(weight * 100, whole),
            each.startswith("-"), level_of(teller.game.model, cities[-1], each.removeprefix("-")),
            before[each], after[each],
        )
        for each, weight in weights.items()
    )  # fmt: skip
    return Ruler(id_, name, counts, sum(before.values()), sum(after.values()), parts, id_ == ROOM)


def _parts(teller: Teller, city: CityState, weights: Mapping[str, int]) -> dict[str, int]:
    """Returns what each level gives to the score; rounded so that they sum to it."""
    whole = sum(weights.values())
    given = [(name, weight * _level(teller, city, name)) for name, weight in weights.items()]
    return settled(divided(sum(amount for _, amount in given), whole), given, whole)


def _level(teller: Teller, city: CityState, name: str) -> int:
    level = level_of(teller.game.model, city, name.removeprefix("-"))
    return FULL - level if name.startswith("-") else level
