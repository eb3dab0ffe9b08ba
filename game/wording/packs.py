"""What a rule pack has otherwise than the paper's rules, in sentences."""

from collections.abc import Sequence
from itertools import groupby

from game.city.claims import Finding
from game.city.model import Cause, CauseKind
from game.content.departures import Departure, Pack
from game.wording.teller import Teller
from game.wording.words import Words


def differing(told: Departure, teller: Teller) -> str:
    """Returns one thing that differs: what it is, what it was, what it has become."""
    words = teller.words
    match told.part:
        case "link" | "new_link" | "no_link":
            name, was, now = teller.cause(Cause(CauseKind.LINK, told.name)), *_both(told, words)
            return words.say(f"packs.{told.part}", link=name, was=was, now=now)
        case "no_links" | "no_pressures" | "no_practices":
            return words.count(f"packs.{told.part}", round(told.was or 0))
        case "number":
            return words.say("packs.number", number=_label(told, words), was=_plain(told.was, words),
                             now=_plain(told.now, words))  # fmt: skip
        case "curve":
            return words.say("packs.curve", curve=_label(told, words))
        case "new_pressure":
            return words.say("packs.new_pressure", pressure=teller.way(told.name))
        case "no_pressure":
            return words.say("packs.no_pressure", pressure=_label(told, words))
        case "weight" | "place":
            owner = _label(told, words) if told.label else teller.measure(told.name)
            was, now = _plain(told.was, words), _plain(told.now, words)
            return words.say(f"packs.{told.part}", owner=owner, measure=_measure(told.of, teller), was=was, now=now)
        case "practice" | "pressure":
            was, now = _both(told, words)
            owner, measure = teller.way(told.name), teller.measure(told.of)
            return words.say(f"packs.{told.part}", owner=owner, measure=measure, was=was, now=now)


def _measure(of: str, teller: Teller) -> str:
    """Returns what a weight is on; a leading - counts the measure the other way round."""
    name = teller.measure(of.removeprefix("-"))
    return teller.words.say("packs.inverted", measure=name) if of.startswith("-") else name


def _label(told: Departure, words: Words) -> str:
    return words.of(told.label) if told.label else told.name


def _both(told: Departure, words: Words) -> tuple[str, str]:
    """Returns what it was and what it is, with their signs."""
    return signed(told.was, words), signed(told.now, words)


def signed(number: float | None, words: Words) -> str:
    """Returns a number with its sign, and no more decimals than it needs."""
    return words.signed(number or 0, _digits(number))


def _plain(number: float | None, words: Words) -> str:
    return words.decimal(number or 0, _digits(number))


def _digits(number: float | None) -> int:
    """Returns the decimals a number needs, two at most."""
    return next((digits for digits in (0, 1) if round(number or 0, digits) == round(number or 0, 2)), 2)


def departs(pack: str, claims: int, words: Words) -> str:
    """Returns, in one line, which rules these are and from how many of the paper's claims they depart."""
    return words.count("packs.label", claims, pack=pack) if claims else words.say("packs.near", pack=pack)


def pack_lines(pack: Pack, departures: Sequence[Departure], departing: Sequence[Finding], teller: Teller) -> list[str]:
    """Returns a pack for the terminal: which it is, what it has otherwise and why, where it departs from the paper."""
    words = teller.words
    lines = [departs(words.of(pack.name), len(departing), words)]
    for because, group in groupby(departures, key=lambda each: each.because):
        lines += [f"  {differing(each, teller)}" for each in group]
        lines.append(f"      {words.of(because)}")
    if departing:
        lines.append(words.say("claims.departs_on", claims=", ".join(finding.name for finding in departing)))
    return lines
