"""What happens to an answer that the room invents, as sentences; and its figures as people say them."""

import re
from typing import Final

from game.content.inventing import BUILD, PRICES, THOUSAND, Spread
from game.engine.invention import Admitted, Estimated, Invented
from game.wording.teller import Teller
from game.wording.words import MINUS, Words

NUMBER: Final = re.compile(r"[+-]?(\d{1,3}(\.\d{0,3})?|\.\d{1,3})")
"""What is read as a number: three decimals are a thousandth."""

Told = Invented | Estimated | Admitted


def told(teller: Teller, event: Told) -> str | None:
    """Returns an event as one sentence, None for one voice more."""
    words, held = teller.words, event.invention
    what, voices = held.idea.told(words.language).title, len(held.estimates)
    match event:
        case Invented():
            return teller.does("event.invented", held.player, what=what)
        case Estimated():
            return None
        case Admitted() if held.admitted:
            return words.count("event.admitted", voices, what=what)
    return words.say("event.turned_down", what=what, reason=held.reason)


def figure(words: Words, name: str, thousandths: int) -> str:
    """Returns a figure without its unit: as many decimals as it has, points with their sign."""
    digits = next(digits for digits in range(4) if not thousandths % 10 ** (3 - digits))
    number = thousandths / THOUSAND
    return words.decimal(number, digits) if name in PRICES else words.signed(number, digits)


def heard(name: str, typed: str) -> int | None:
    """Returns what somebody typed as thousandths, None for what is no number; a comma is as good as a point.

    >>> heard("cost", "2,5"), heard("safety", "−3"), heard("build", "1.5"), heard("cost", "two")
    (2500, -3000, None, None)
    """
    plain = typed.strip().replace(",", ".").replace(MINUS, "-")
    if not NUMBER.fullmatch(plain):
        return None
    number = round(float(plain) * THOUSAND)
    return None if name == BUILD and number % THOUSAND else number


def spread(words: Words, name: str, made: Spread) -> str:
    """Returns the median and the ends of some estimates, without unit; one figure where all are the same."""
    low, middle, high = (figure(words, name, each) for each in made)
    if made.low == made.high:
        return middle
    return words.say("invent.spread", middle=middle, low=low, high=high)
