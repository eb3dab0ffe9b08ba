"""What befalls the city when a round is resolved: drifts that end, accidents that are over, shocks that begin."""

from collections.abc import Mapping

from game.city.building import calmed, struck
from game.city.exact import FULL
from game.city.model import Model
from game.city.state import CityState, strikes
from game.content.cards import ShockKind
from game.engine.chance import roll
from game.engine.events import ChancesDrawn, Event, ShockEnded, ShockStruck
from game.engine.odds import Outlook, outlooks


def befallen(
    model: Model, city: CityState, seed: int, round_: int, levels: Mapping[str, int] | None = None
) -> tuple[CityState, tuple[Event, ...]]:
    """Returns the city with what ends and what begins this round, and its events.

    Every threshold is read on the city as it stands before anything of this happens; `levels` are what is watched of
    it, where they have been read already.
    """
    found = outlooks(model, city, round_, levels)
    ends = tuple(end for outlook in found for end in _ended(outlook, round_))
    over = [ShockEnded(round_, s.shock) for s in strikes(model, city) if s.ended == city.round]
    begins = [_struck(outlook, round_) for outlook in _drawn(model, found, seed, round_)]
    for end in ends:
        city = calmed(model, city, end.shock)
    for begin in begins:
        city = struck(model, city, begin.shock)
    return city, (ChancesDrawn(round_, found), *over, *ends, *begins)


def _ended(outlook: Outlook, round_: int) -> tuple[ShockEnded, ...]:
    """Returns the end of a drift that has reached one of its stops; one begun by hand is felt for a round at least."""
    if outlook.under_way is None or not outlook.stopped or outlook.under_way.began + 1 == round_:
        return ()
    return (ShockEnded(round_, outlook.shock.id, tuple(stop for stop in outlook.stops if stop.met)),)


def _drawn(model: Model, found: tuple[Outlook, ...], seed: int, round_: int) -> list[Outlook]:
    """Returns what begins: each whose die falls, in their order, until as many have begun as one round may take."""
    most = round(model.rules.chances.most_new.value)
    falls = (o for o in found if o.die and (o.die == FULL or roll(seed, round_, "shock", o.shock.id, FULL) < o.die))
    return [outlook for outlook, _ in zip(falls, range(most), strict=False)]


def _struck(outlook: Outlook, round_: int) -> ShockStruck:
    drift = outlook.shock.kind is ShockKind.DRIFT
    return ShockStruck(round_, outlook.shock.id, None if drift else outlook.odds, outlook.starts, outlook.spared)
