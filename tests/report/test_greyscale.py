"""Everything can be printed without colour: letters stand out, and no direction is told by its colour alone."""

import re
from collections.abc import Iterator
from typing import Any, Final

import pytest

from game.content.shapes import LANGUAGES
from game.report.document.setting import document
from game.report.palette import PAPER
from game.wording.words import words_in
from tests.report.everything import PAGES, whole

ARROWS: Final = "▲▼"
SIGN: Final = re.compile(r"[▲▼+−]|\d")
NEAR: Final = 56.0
"""Units of a drawing within which the sign of a mark stands: four letters high."""
TEXTS: Final = ("ink", "soft", "accent", "rise", "fall", "economy", "ecology", "surveillance", "quality")
GROUND: Final = 0.1
"""How dark the ground of a whole zone may be, which is no mark."""
OTHERWISE: Final = ("map-", "opinion-map")
"""Pictures that tell by other means: maps of causes by dashes and badges, the map of opinions by shapes."""
COLOURED: Final = {PAPER["rise"]: "rise", PAPER["fall"]: "fall"}


def light(colour: str) -> float:
    """Returns how light a colour is, from 0 to 1, as WCAG weighs it: what is left of it in grey."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ground", ["surface", "sunken"])
@pytest.mark.parametrize("name", TEXTS)
def test_letters_stand_out_in_grey(name: str, ground: str) -> None:
    """Contrast is one of lightness: at least 4.5 to 1 on paper, and on tinted paper 4."""
    ratio = (light(PAPER[ground]) + 0.05) / (light(PAPER[name]) + 0.05)

    assert ratio >= (4.5 if ground == "surface" else 4.0)


def marks(svg: str) -> Iterator[tuple[str, float]]:
    """Yields the colour and the height of each coloured mark of a picture that is no text."""
    for kind, attributes in re.findall(r"<(rect|circle|polyline|polygon) ([^>]*)>", svg):
        colour = next((name for hue, name in COLOURED.items() if f'"{hue}"' in attributes), None)
        if colour is None:
            continue
        held = dict(re.findall(r'([\w-]+)="([^"]*)"', attributes))
        if float(held.get("fill-opacity", 1)) <= GROUND:
            continue
        match kind:
            case "rect":
                yield colour, float(held["y"]) + float(held["height"]) / 2
            case "circle":
                yield colour, float(held["cy"])
            case _:
                yield colour, float(held["points"].split()[-1].split(",")[1])


def signs(svg: str) -> list[float]:
    """Returns the heights at which a picture has an arrow, a sign or a number."""
    texts = re.findall(r'<text x="[^"]*" y="([^"]*)"[^>]*>([^<]*)</text>', svg)
    return [float(y) for y, told in texts if SIGN.search(told)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_what_rises_or_falls_has_its_sign_beside_its_colour(name: str, language: str) -> None:
    """Blue and orange are alike in grey: each bar, line or cell has an arrow or a number near it."""
    every = re.findall(r"<svg .*?</svg>", PAGES[name](language), re.DOTALL)
    pictures = [svg for svg in every if not any(f'aria-labelledby="{known}' in svg for known in OTHERWISE)]
    alone = [
        (colour, y) for svg in pictures for told in (signs(svg),) for colour, y in marks(svg)
        if not any(abs(y - sign) <= NEAR for sign in told)
    ]  # fmt: skip

    assert [] == alone


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_coloured_word_says_its_direction(name: str, language: str) -> None:
    """Changes in tables and sentences bear an arrow, whatever their colour."""
    words = re.findall(r'<(\w+) class="(?:rise|fall)"[^>]*>([^<]*)</\1>', PAGES[name](language))

    assert [] == [told for _, told in words if not any(arrow in told for arrow in ARROWS)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_coloured_word_of_the_document_says_its_direction(language: str) -> None:
    """On paper too: what has the tone of a rise or a fall bears an arrow."""

    def toned(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            if value.get("tone") in ("rise", "fall"):
                yield str(value.get("text", value.get("change")))
            for each in value.values():
                yield from toned(each)
        elif isinstance(value, list | tuple):
            for each in value:
                yield from toned(each)

    found = list(toned(document(whole(language), words_in(language))))

    assert len(found) > 50
    assert [] == [told for told in found if not any(arrow in told for arrow in ARROWS)]
