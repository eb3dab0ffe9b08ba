"""Powers in words: what the seats have lost to surveillance, why, and how to win it back."""

from game.city.model import Cause
from game.content.shapes import LossId
from game.engine.events import PowerLost, PowerRegained
from game.engine.powers import rule_of
from game.wording.teller import Teller


def name(teller: Teller, loss: LossId) -> str:
    """Returns what a lost power is called."""
    return teller.words.of(rule_of(teller.game.model, loss).name)


def lost(teller: Teller, event: PowerLost) -> str:
    """Returns that a power is lost, at which level, and to what."""
    level = teller.words.points(event.level, 0)
    told = teller.words.say("power.lost", name=name(teller, event.loss), level=level)
    return " ".join(part for part in (told, blamed(teller, event)) if part)


def blamed(teller: Teller, event: PowerLost) -> str:
    """Returns the causes that weigh most on surveillance; nothing where none were drawn up."""
    if not event.causes:
        return ""
    named = (_weight(teller, cause, amount) for cause, amount in event.causes)
    return teller.words.say("power.causes", causes=", ".join(named))


def _weight(teller: Teller, cause: Cause, amount: int) -> str:
    return teller.words.say("power.cause", cause=teller.cause(cause), points=teller.words.signed(amount / 1000))


def regained(teller: Teller, event: PowerRegained) -> str:
    """Returns that a power is won back, and at which level."""
    rule = rule_of(teller.game.model, event.loss)
    level = teller.words.points(event.level, 0)
    return teller.words.say("power.regained", level=level, back=teller.words.of(rule.back))


def warning(teller: Teller, loss: LossId) -> str:
    """Returns what it takes to win a lost power back: the level, and the ways there."""
    powers = teller.game.model.rules.powers
    below = teller.words.points(round(rule_of(teller.game.model, loss).below.value * 1000), 0)
    return f"{teller.words.say('power.back_under', level=below)} {teller.words.of(powers.way_back)}"
