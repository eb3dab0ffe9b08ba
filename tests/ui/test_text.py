"""Lines break where French and English allow, and no word is lost."""

from collections.abc import Iterator

import polib
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.paths import data
from game.ui import text
from tests.ui.screens import open_display

open_display()
WORDS = st.lists(st.text("abcéèçœ’-ÀÉ", min_size=1, max_size=14), min_size=1, max_size=24).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(words=WORDS, room=st.integers(20, 500))
def test_breaking_loses_no_letter(words: str, room: int) -> None:
    """All letters of a text are on its lines, in order."""
    lines = text.lines(words, 20, 400, room)

    assert words.replace(" ", "") == "".join(lines).replace(" ", "")


@settings(max_examples=60, deadline=None)
@given(words=WORDS, room=st.integers(120, 500))
def test_lines_fit_their_room(words: str, room: int) -> None:
    """No line is wider than its room."""
    for line in text.lines(words, 20, 400, room):
        assert text.width(line, 20) <= room


@settings(max_examples=60, deadline=None)
@given(words=WORDS, room=st.integers(160, 500))
def test_a_short_last_word_is_not_left_alone(words: str, room: int) -> None:
    """A text ends on two words at least, or on a long one, where the line before can spare one and it fits."""
    lines = text.lines(words, 20, 400, room)
    alone = len(lines) > 1 and " " not in lines[-1] and text.width(lines[-1], 20) <= room * text.ALONE
    if not alone:
        return
    before, _, spared = lines[-2].rpartition(" ")

    fits = text.width(f"{spared} {lines[-1]}", 20) <= room
    assert " " not in before or lines[-2].endswith("-") or not fits


def test_what_is_short_stays_with_its_word() -> None:
    """A line never ends on the hyphen of « tour-ci » or « a-t-on »; it may on that of « centre-ville »."""
    broken = [line for room in range(130, 400, 5) for line in text.lines("Que dira-t-on ce tour-ci ?", 20, 400, room)]

    assert not [line for line in broken if line.endswith("-")]
    assert ("centre-", "ville") == text.lines("centre-ville", 20, 400, 75)


def test_no_break_spaces_keep_french_punctuation() -> None:
    """A guillemet or a question mark never starts or ends a line alone."""
    words = "«\u00a0Qui décide\u202f?\u00a0», demande l’association\u202f; «\u00a0et pour qui\u202f?\u00a0»"
    broken = [line for room in range(140, 600, 10) for line in text.lines(words, 20, 400, room)]

    assert not [line for line in broken if line.startswith(("?", ";", "»")) or line.endswith("«")]


def test_a_soft_hyphen_shows_only_where_a_line_ends_on_it() -> None:
    """A long word breaks at its soft hyphens, with a hyphen; on one line nothing shows of them."""
    word = "vidéo\u00adprotection"

    assert ("vidéo-", "protection") == text.lines(word, 20, 400, 110)
    assert ("vidéoprotection",) == text.lines(word, 20, 400, 400)
    assert text.width("vidéoprotection", 20) == text.width(word, 20)


def test_no_short_word_is_left_alone() -> None:
    """The last line of a paragraph is never one short word: the word before comes down to it, on as many lines."""
    words = "La satisfaction moyenne du cinquième des habitants qui vivent le moins bien."
    broken = [text.lines(words, 20, 400, room) for room in range(200, 700, 5)]

    assert not [lines for lines in broken if len(lines) > 1 and lines[-1] == "bien."]
    assert ("Un mot.", "Deux") == text.lines("Un mot.\nDeux", 20, 400, 400)


def test_balanced_title_has_even_lines() -> None:
    """A balanced title keeps its number of lines and leaves no lone word."""
    title = "Caméras à analyse d’images pour la rue commerçante du Port"
    plain, even = text.lines(title, 26, 700, 420), text.lines(title, 26, 700, 420, True)

    assert len(plain) == len(even)
    spread = [text.width(line, 26, 700) for line in even]
    assert min(spread) > 0.6 * max(spread)


def test_tabular_digits_keep_their_width() -> None:
    """A running clock is as wide at 11:11 as at 08:48."""
    assert text.width("11:11", 24, 700, True) == text.width("08:48", 24, 700, True)


def test_text_is_drawn_in_its_colour() -> None:
    """Small text, drawn large and smoothed down, keeps its colour and has ink."""
    drawn = text.text("Écologie", 20, 600, "#0A5C36")
    pixels = [drawn.get_at((x, y)) for x in range(drawn.get_width()) for y in range(drawn.get_height())]
    ink = [pixel for pixel in pixels if pixel.a > 200]

    assert len(ink) > 100
    assert max(abs(pixel.r - 10) + abs(pixel.g - 92) + abs(pixel.b - 54) for pixel in ink) <= 6


def texts() -> Iterator[tuple[str, str]]:
    """Yields every text that the screen may show, with the file it stands in."""
    for file in sorted(data("assets", "locale").rglob("*.po")):
        for entry in polib.pofile(str(file)):
            yield file.name, "".join([entry.msgstr, *entry.msgstr_plural.values()])
    for folder in ("scenarios", "rules"):
        for file in sorted(data(folder).rglob("*.yaml")):
            yield file.name, file.read_text(encoding="utf-8")


@pytest.mark.parametrize("weight", text.FACES)
def test_fonts_have_every_letter_of_catalogues_and_scenarios(weight: int) -> None:
    """No text of the interface, of a scenario or of the rules has a letter that a shipped face can't draw."""
    font = pygame.font.Font(str(data("assets", "fonts", text.FACES[weight])), 20)
    letters: dict[str, str] = {}
    for file, words in texts():
        letters |= {letter: file for letter in words if letter not in "\n\t\u00ad"}

    missing = {f"{file}: U+{ord(letter):04X}" for letter, file in letters.items() if font.metrics(letter)[0] is None}

    assert set() == missing


def test_fonts_have_every_sign() -> None:
    """The shipped faces have the letters and signs of both languages and of the charts."""
    signs = "àâçéèêëîïôùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŒ«»’“”–—…\u00a0\u202f·−×÷±≈→←↑↓▲▼●○½€%°₂"
    font = pygame.font.Font(str(text.data("assets", "fonts", text.FACES[400])), 20)

    assert "" == "".join(sign for sign, metrics in zip(signs, font.metrics(signs), strict=True) if metrics is None)
