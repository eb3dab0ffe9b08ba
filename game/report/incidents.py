"""What befell the city in a session, why and with what odds; and what came close without befalling it."""

from collections.abc import Iterable

from game.city.exact import FULL, divided, milli
from game.engine.events import PowerLost, PowerRegained, ShockEnded, ShockStruck
from game.engine.odds import Outlook
from game.engine.powers import rule_of
from game.report.figures import Close, Incident
from game.session import Session
from game.wording import powers
from game.wording.shocks import percent, reasons, waited_for
from game.wording.teller import Teller
from game.wording.words import Words


def incidents_of(session: Session, teller: Teller, words: Words) -> tuple[Incident, ...]:
    """Returns the shocks met and the powers lost, in their order."""
    found: list[Incident] = []
    for event in session.events:
        if isinstance(event, ShockStruck):
            found.append(_incident(session, event, teller, words))
        elif isinstance(event, PowerLost):
            found.append(_loss(session, event, teller, words))
    return tuple(found)


def _loss(session: Session, event: PowerLost, teller: Teller, words: Words) -> Incident:
    rule = rule_of(session.game.model, event.loss)
    backs = (each for each in session.events if isinstance(each, PowerRegained) and each.loss == event.loss)
    back = next((each.round for each in backs if each.round > event.round), None)
    ended = words.say("power.back_in", round=words.whole(back)) if back else words.say("power.still")
    why = f"{powers.lost(teller, event)} {ended}"
    return Incident(event.round, words.of(rule.name), words.of(rule.say), teller.place(None), why)


def _incident(session: Session, event: ShockStruck, teller: Teller, words: Words) -> Incident:
    shock = session.game.model.shocks[event.shock]
    key = "report.odds.drift" if event.odds is None else "report.odds.accident"
    key = "report.odds.by_hand" if event.by_hand else key
    chance = words.say(key, odds=percent(event.odds or 0, words))
    ends = (each for each in session.events if isinstance(each, ShockEnded) and each.shock == shock.id)
    over = next((each.round for each in ends if each.round > event.round), None)
    ended = words.say("report.odds.over", round=words.whole(over)) if over else words.say("report.odds.still")
    why = " ".join([chance, *reasons(event, shock, words, teller.measure), ended])
    text = words.told(shock.text, shock.plain)
    return Incident(event.round, words.of(shock.title), text, teller.place(shock.district), why)


def close_of(session: Session, teller: Teller, words: Words) -> tuple[Close, ...]:
    """Returns the shocks that never came though the dice could have brought them, or nearly could."""
    met = {event.shock for event in session.events if isinstance(event, ShockStruck)}
    near = milli(session.game.model.rules.chances.near.value)
    found: list[Close] = []
    for shock in session.game.model.shocks.values():
        if shock.id in met:
            continue
        seen = [(round_, o) for round_, drawn in session.drawn.items() for o in drawn if o.shock.id == shock.id]
        risked = [(round_, o) for round_, o in seen if o.odds]
        if risked:
            told = words.count("report.close.dice", len(risked), odds=percent(_ever(o for _, o in risked), words))
            found.append(Close(words.of(shock.title), told))
            continue
        round_, nearest = max(seen, key=lambda each: each[1].nearest, default=(0, None))
        if nearest is not None and nearest.starts and -nearest.nearest <= near:
            found.append(Close(words.of(shock.title), _approach(nearest, round_, teller, words)))
    return tuple(found)


def _ever(outlooks: Iterable[Outlook]) -> int:
    """Returns the odds that a shock would have come at least once, in thousandths of a %."""
    spared = FULL
    for outlook in outlooks:
        spared = divided(spared * (FULL - outlook.odds), FULL)
    return FULL - spared


def _approach(outlook: Outlook, round_: int, teller: Teller, words: Words) -> str:
    causes = words.say("shock.and").join(
        waited_for(start, "needs", words, teller.measure) for start in outlook.starts
    )
    return words.say("report.close.nearest", round=words.whole(round_), causes=causes)
