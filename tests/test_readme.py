"""The first pages anybody reads: short enough to be read, and true."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import polib
import pytest

from game.cli import main
from game.content.shapes import LANGUAGES
from game.paths import data

TOP: Final = Path(__file__).parents[1]
PAGES: Final = {"en": "README.md", "fr": "LISEZMOI.md"}
MANUAL: Final = ("assets", "manual")
FIRST_ROUND: Final = {"en": "## When something fails", "fr": "## Si quelque chose ne va pas"}
"""The heading under the steps that lead to round one."""
TO_ROUND_ONE: Final = 600
"""Words until then: three minutes of reading."""
WHOLE: Final = 2000
NOT_OURS: Final = {
    "Add python.exe to PATH", "Code", "Download ZIP", "New Terminal at Folder", "Nouveau terminal au dossier",
    "Open in Terminal", "Ouvrir dans un terminal",
}  # fmt: skip
"""What the screens of others say."""


def page(language: str) -> str:
    """Returns the first page of a language."""
    return (TOP / PAGES[language]).read_text(encoding="utf-8")


def manual(language: str) -> str:
    """Returns the facilitator’s manual of a language."""
    return data(*MANUAL, PAGES[language]).read_text(encoding="utf-8")


def plain(text: str) -> str:
    """Returns a text without its thin and wide spaces and the sign it ends on."""
    return re.sub(r"\s+", " ", text).strip(" ?:…!")


def on_screen(language: str) -> set[str]:
    """Returns every text that the game may show, without blanks filled in."""
    entries = [each for path in data("assets", "locale", language).glob("*.po") for each in polib.pofile(str(path))]
    return {plain(text) for each in entries for text in (each.msgstr, *each.msgstr_plural.values())}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_opens_with_two_commands_and_a_picture(language: str) -> None:
    """One plays, one tests; then what it looks like."""
    blocks = page(language).split("\n\n")

    assert blocks[1:3] == [
        "    python -m pip install . && whose-city demo",
        '    python -m pip install ".[test]" && python -m pytest',
    ]
    assert blocks[4].startswith("![")


@pytest.mark.parametrize("language", LANGUAGES)
def test_round_one_is_three_minutes_of_reading_away(language: str) -> None:
    """At two hundred words a minute; and the whole page is read in ten."""
    before, _ = page(language).split(FIRST_ROUND[language])

    assert len(before.split()) <= TO_ROUND_ONE
    assert len(page(language).split()) <= WHOLE


@pytest.mark.parametrize("told", [page, manual])
def test_both_languages_tell_the_same(told: Callable[[str], str]) -> None:
    """As many headings, points, steps, pictures and rows in the same order."""
    shapes = [re.findall(r"^(#+ |- |\d\. |!\[|\| )", told(language), re.MULTILINE) for language in LANGUAGES]

    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("told", "folder"), [(page, TOP), (manual, data(*MANUAL))])
def test_what_is_linked_is_there(told: Callable[[str], str], folder: Path, language: str) -> None:
    """Files and pictures stand where the page says, and a heading answers to each part of a page."""
    links = re.findall(r"\]\(([^)]+)\)", told(language))
    for link in (each for each in links if not each.startswith("https://")):
        file, _, part = link.partition("#")
        target = folder / file if file else folder / PAGES[language]

        assert target.exists(), link
        assert not part or part in {_anchor(each) for each in target.read_text(encoding="utf-8").split("\n")}, link


def _anchor(line: str) -> str:
    heading = re.sub(r"^#+ ", "", line).lower() if line.startswith("#") else ""
    return re.sub(r"[^\w -]", "", heading).replace(" ", "-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_told_and_none_else(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The page names each in a word, the manual with an example."""
    with pytest.raises(SystemExit):
        main(["--help", "--language", language])
    verbs = set(re.findall(r"^    ([a-z]+) ", capsys.readouterr().out, re.MULTILINE))

    assert verbs == set(re.findall(r"`([a-z]+)`", page(language))) - {"cmd"}
    assert verbs == set(re.findall(r"whose-city ([a-z]+)", manual(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_are_named_as_the_screen_names_them(language: str) -> None:
    """What stands in slanted letters on the way to round one is on a screen, the game's or another's."""
    before, _ = page(language).split(FIRST_ROUND[language])
    steps = before.split("\n## ", 1)[1]
    named = {plain(each) for each in re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", steps)}

    assert len(named) > 5
    assert named - NOT_OURS - on_screen(language) == set()
