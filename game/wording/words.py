"""The catalogues of one language, and numbers written as that language writes them.

The `.po` files are read as they are, so that a translator's file works without a compile step.
"""

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from gettext import c2py
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from game import LANGUAGES
from game.errors import GameError
from game.paths import data
from game.wording.catalogue import read_catalogue

if TYPE_CHECKING:
    from game.content.shapes import Text

MINUS: Final = "\u2212"
"""The typographic minus sign; a hyphen is too short beside a +."""
_DATED: Final = {"fr": "fr", "en": "en_GB"}
"""Where days are written as in each language: the English of the game is that of Europe."""


@frozen
class Words:
    """What can be said in one language."""

    language: str
    texts: dict[str, str]
    plurals: dict[str, dict[int, str]]
    plural_form: Callable[[int], int]
    easy: bool = False
    """Whether cards are told in their easy-to-read words where they have some."""
    cards: str = ""
    """The language of the cards, where they are written in it; "" for the language of the screen."""

    def say(self, key: str, **values: object) -> str:
        """Returns the sentence of a key, its placeholders filled; numbers must come already written.

        Raises KeyError for a key no catalogue has: a hole is a fault, never an English sentence in a French room.
        """
        return self.texts[key].format_map(values) if values else self.texts[key]

    def count(self, key: str, n: int, **values: object) -> str:
        """Returns the sentence of a key in the plural form that `n` asks for; `{n}` is filled with the number."""
        return self.plurals[key][self.plural_form(n)].format_map({"n": self.whole(n), **values})

    def agree(self, key: str, many: bool, **values: object) -> str:
        """Returns the sentence of a key, in the plural when its subject is `many`, where it changes at all.

        >>> words_in("en").agree("event.voted", True, who="Residents")
        'Residents have voted.'
        """
        return self.count(key, 2 if many else 1, **values) if key in self.plurals else self.say(key, **values)

    def of(self, text: "Text") -> str:
        """Returns a card's text in the language of the cards, or else in that of the screen."""
        return text.words.get(self.cards) or text[self.language]

    def told(self, text: "Text", plain: "Text | None") -> str:
        """Returns a card's text, or its easy-to-read one when that is asked for and the card has one."""
        return self.of(plain if self.easy and plain else text)

    def has(self, key: str) -> bool:
        """Tells whether a catalogue holds the key."""
        return key in self.texts

    def whole(self, number: int) -> str:
        """Returns a whole number with this language's grouping."""
        return self.decimal(number, 0)

    def decimal(self, number: float, digits: int = 1) -> str:
        """Returns a number with a fixed count of decimals."""
        return _decimal(self.language, number, digits)

    def signed(self, number: float, digits: int = 1) -> str:
        """Returns a number with its sign, + included; zero has none."""
        rounded = round(number, digits)
        return ("+" if rounded > 0 else "") + self.decimal(rounded if rounded else 0, digits)

    def points(self, milli_points: int, digits: int = 0) -> str:
        """Returns milli-points as points, halves away from zero."""
        return self.decimal(_rounded(milli_points, digits), digits)

    def change(self, milli_points: int, digits: int = 1) -> str:
        """Returns a change of milli-points as signed points."""
        return self.signed(_rounded(milli_points, digits), digits)

    def money(self, milli: int, signed: bool = False) -> str:
        """Returns an amount kept in thousandths of a million euros (k€) as M€, halves away from zero."""
        number = _rounded(milli, 1)
        amount = self.signed(number) if signed else self.decimal(number)
        return f"{amount}\u00a0M€"

    def exact_money(self, milli: int) -> str:
        """Returns an amount in M€ to its last hundredth: for what is paid again and again, and added up on paper."""
        digits = 1 if round(milli / 10) % 10 == 0 else 2
        return f"{self.decimal(_rounded(milli, digits), digits)}\u00a0M€"

    def date(self, day: date) -> str:
        """Returns a day in full, its month in letters."""
        from babel.dates import format_date

        return format_date(day, "long", locale=_DATED[self.language])

    def percent(self, number: float) -> str:
        """Returns a share given in % (0..100)."""
        return self.say("number.percent", number=self.decimal(number, 0))


@lru_cache(4096)
def _decimal(language: str, number: float, digits: int) -> str:
    """Returns a number written; kept, for a table that is built again at each move writes the same hundred numbers."""
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(number, pattern, locale=language).replace("-", MINUS)


def _rounded(milli_points: int, digits: int) -> float:
    step = 10.0 ** (3 - digits)
    whole = int((abs(milli_points) + step / 2) // step)
    return (whole if milli_points >= 0 else -whole) / 10.0**digits


@cache
def words_in(language: str) -> Words:
    """Returns the words of a language, all its catalogues merged.

    Raises GameError when the language or one of its catalogues is missing.
    """
    folder = data("assets", "locale", language)
    files = sorted(folder.glob("*.po"))
    if language not in LANGUAGES or not files:
        raise GameError("error.no_language", language=language, known=", ".join(LANGUAGES))
    texts: dict[str, str] = {}
    plurals: dict[str, dict[int, str]] = {}
    for file in files:
        found = read_catalogue(file)
        texts.update(found.texts)
        plurals.update(found.plurals)
    return Words(language, texts, plurals, _plural_form(language))


def _plural_form(language: str) -> Callable[[int], int]:
    rule: Any = c2py({"fr": "n > 1", "en": "n != 1"}[language])
    return lambda n: int(rule(n))
