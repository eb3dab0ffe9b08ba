"""Text: lines and paragraphs, broken by our own rules and drawn with even letter spacing.

Sizes are pixels here. SDL_ttf puts glyphs on whole pixels, which shows under 30 px: small text is drawn four times
too large and smoothed down. No-break spaces (U+00A0, U+202F) never break, so French punctuation stays with its word;
a soft hyphen (U+00AD) shows only where a line ends on it.
"""

import math
from functools import cache, lru_cache
from typing import Final

import pygame

from game.errors import GameError
from game.paths import data
from game.ui.theme import rgb
from game.ui.vector import SURFACES, for_screen

FACES: Final = {
    400: "Inter_400Regular.ttf",
    500: "Inter_500Medium.ttf",
    600: "Inter_600SemiBold.ttf",
    700: "Inter_700Bold.ttf",
}
FINE: Final = 4
FINE_BELOW: Final = 30
SHARES: Final = {"start": 0.0, "center": 0.5, "end": 1.0}
"""How much of what a line leaves free stands before it."""
SOFT_HYPHEN: Final = "\u00ad"
ALONE: Final = 1 / 3
"""Share of the room that a last word must fill to stand alone on its line."""
TAIL: Final = 4
"""Letters that must follow a hyphen for a line to end on it."""
LEADING: Final = 1.38
"""Line step over font size: body text of a projected page."""


@cache
def _font(weight: int, size: int) -> pygame.font.Font:
    path = data("assets", "fonts", FACES[weight])
    try:
        return pygame.font.Font(str(path), size)
    except (OSError, pygame.error) as fault:
        raise GameError("error.no_font", file=str(path)) from fault


def _sharp(size: float) -> float:
    """Returns the nearest size that can be drawn: quarters of a pixel while text is drawn four times too large."""
    return max(1.0, round(size * FINE) / FINE if size < FINE_BELOW else float(round(size)))


def _grain(size: float) -> int:
    return FINE if size < FINE_BELOW else 1


def _face(weight: int, size: float) -> pygame.font.Font:
    return _font(weight, round(size * _grain(size)))


@lru_cache(16384)
def _width(words: str, weight: int, size: float) -> float:
    return _face(weight, size).size(words)[0] / _grain(size)


def width(words: str, size: float, weight: int = 400, tabular: bool = False) -> float:
    """Returns the width in pixels of one line."""
    pixels, words = _sharp(size), bare(words)
    if not tabular:
        return _width(words, weight, pixels)
    cell = digit_cell(pixels, weight)
    return sum(cell if mark.isdigit() else _width(mark, weight, pixels) for mark in words)


def bare(words: str) -> str:
    """Returns a text without its soft hyphens."""
    return words.replace(SOFT_HYPHEN, "")


@cache
def digit_cell(size: float, weight: int) -> float:
    """Returns the width of the widest digit: Inter's digits differ, and a running number would shake."""
    return max(_width(digit, weight, size) for digit in "0123456789")


def height(size: float, weight: int = 400) -> int:
    """Returns the height in pixels of one line."""
    return _font(weight, max(1, round(size))).get_height()


def ascent(size: float, weight: int = 400) -> float:
    """Returns how far the baseline lies below the top of a line."""
    pixels = _sharp(size)
    return _face(weight, pixels).get_ascent() / _grain(pixels)


def text(words: str, size: float, weight: int, colour: str, tabular: bool = False) -> pygame.Surface:
    """Returns one line of text, cached."""
    pixels, words = _sharp(size), bare(words)
    key = ("text", words, pixels, weight, colour, tabular)
    found = SURFACES.get(key)
    if found is not None:
        return found
    drawn = _cells(words, pixels, weight, colour) if tabular else _line(words, pixels, weight, colour)
    return SURFACES.put(key, for_screen(drawn))


def _line(words: str, size: float, weight: int, colour: str) -> pygame.Surface:
    return _smoothed(_face(weight, size).render(words, True, rgb(colour)), _grain(size))


def _smoothed(drawn: pygame.Surface, grain: int) -> pygame.Surface:
    """Returns text drawn `grain` times too large at its size."""
    if grain == 1:
        return drawn
    wide, high = drawn.get_size()
    return pygame.transform.smoothscale(drawn, (max(1, round(wide / grain)), max(1, round(high / grain))))


def _cells(words: str, size: float, weight: int, colour: str) -> pygame.Surface:
    """Draws digits each centred in a cell of the same width."""
    grain, face, cell = _grain(size), _face(weight, size), digit_cell(size, weight)
    wide = math.ceil(width(words, size, weight, True))
    out = pygame.Surface((max(1, wide) * grain, face.get_height()), pygame.SRCALPHA)
    out.fill((*rgb(colour), 0))
    x = 0.0
    for mark in words:
        own = _width(mark, weight, size)
        step = cell if mark.isdigit() else own
        out.blit(face.render(mark, True, rgb(colour)), (round((x + (step - own) / 2) * grain), 0))
        x += step
    return _smoothed(out, grain)


@lru_cache(4096)
def lines(words: str, size: float, weight: int, room: int, balanced: bool = False) -> tuple[str, ...]:
    """Returns the lines of a text broken to fit `room` pixels; `balanced` evens their lengths, for titles.

    Breaks at spaces and after hyphens; a single word wider than the room is cut between letters, never lost.
    """
    pixels = _sharp(size)
    broken = _broken(words, pixels, weight, room)
    if not balanced or len(broken) < 2 or "\n" in words:
        return broken
    low, high = max(room // 2, math.ceil(longest_word(words, size, weight)) - 1), room  # no word is cut for balance
    while high - low > 2:
        middle = (low + high) // 2
        if len(_broken(words, pixels, weight, middle)) > len(broken):
            low = middle
        else:
            high = middle
    return _broken(words, pixels, weight, high)


def _broken(words: str, size: float, weight: int, room: int) -> tuple[str, ...]:
    out: list[str] = []
    for part in words.split("\n"):
        rows: list[str] = []
        line = ""
        for piece in _fine(part, size, weight, room):
            joined = line + piece
            if line and _width(_ended(joined), weight, size) > room:
                rows.append(_ended(line))
                joined = piece.lstrip(" ")
            while _width(_ended(joined), weight, size) > room and len(joined) > 1:
                cut = _fitting(joined, size, weight, room)
                rows.append(joined[:cut])
                joined = joined[cut:]
            line = joined
        out += _accompanied([*rows, _ended(line)], size, weight, room)
    return tuple(out)


def _accompanied(rows: list[str], size: float, weight: int, room: int) -> list[str]:
    """Returns the lines of a part whose last is not one short word, where the line before can spare it another."""
    if len(rows) < 2 or " " in rows[-1] or _width(rows[-1], weight, size) > room * ALONE:
        return rows
    before, _, spared = rows[-2].rpartition(" ")
    joined = f"{spared} {rows[-1]}"
    if " " not in before or rows[-2].endswith("-") or _width(joined, weight, size) > room:
        return rows
    return [*rows[:-2], before, joined]


def _ended(line: str) -> str:
    """Returns what a line shows when it ends there: a soft hyphen at its end is written, those inside are not."""
    cut = line.endswith(SOFT_HYPHEN)
    return bare(line.rstrip(" ")) + ("-" if cut else "")


def _fine(part: str, size: float, weight: int, room: int) -> list[str]:
    """Returns the text cut where a line may end; what is short leaves its hyphen only where all would not fit."""
    found: list[str] = []
    for piece in _pieces(part, TAIL):
        found += [piece] if _width(_ended(piece), weight, size) <= room else _pieces(piece)
    return found


def _pieces(part: str, tail: int = 1) -> list[str]:
    """Returns the text cut after each space, soft hyphen and hyphen between letters, `tail` of them after it.

    What is short stays with what it hangs on: « ce tour-ci » and « parle-t-on » do not break at their hyphens.
    """
    pieces: list[str] = []
    start = 0
    for at, mark in enumerate(part):
        after = part[at + 1 : at + 1 + tail]
        inner_hyphen = mark == "-" and at > 0 and part[at - 1].isalpha() and after.isalpha() and len(after) == tail
        if (mark == " " and part[at + 1 : at + 2] != " ") or mark == SOFT_HYPHEN or inner_hyphen:
            pieces.append(part[start : at + 1])
            start = at + 1
    return [*pieces, part[start:]]


def _fitting(word: str, size: float, weight: int, room: int) -> int:
    count = 1
    while count < len(word) and _width(word[: count + 1], weight, size) <= room:
        count += 1
    return count


def longest_word(words: str, size: float, weight: int = 400) -> float:
    """Returns the width of the widest piece that can't be broken."""
    pixels = _sharp(size)
    return max(_width(_ended(piece), weight, pixels) for part in words.split("\n") for piece in _pieces(part))


def paragraph_height(
    words: str, size: float, weight: int, room: int, leading: float = LEADING, balanced: bool = False
) -> int:
    """Returns the height of a paragraph broken to fit `room` pixels."""
    count = len(lines(words, size, weight, room, balanced))
    return round(_sharp(size) * leading) * (count - 1) + height(size, weight)


def paragraph(
    words: str,
    size: float,
    weight: int,
    colour: str,
    room: int,
    leading: float = LEADING,
    balanced: bool = False,
    align: str = "start",
) -> pygame.Surface:
    """Returns a text broken to fit `room` pixels, as wide as its longest line. `align`: start, center or end."""
    key = ("paragraph", words, size, weight, colour, room, leading, balanced, align)
    found = SURFACES.get(key)
    if found is not None:
        return found
    pixels, broken = _sharp(size), lines(words, size, weight, room, balanced)
    drawn = [_line(line, pixels, weight, colour) if line else None for line in broken]
    wide = max((line.get_width() for line in drawn if line), default=1)
    out = pygame.Surface((wide, paragraph_height(words, size, weight, room, leading, balanced)), pygame.SRCALPHA)
    out.fill((*rgb(colour), 0))
    for at, line in enumerate(drawn):
        if line:
            x = round((wide - line.get_width()) * SHARES[align])
            out.blit(line, (x, at * round(pixels * leading)))
    return SURFACES.put(key, for_screen(out))
