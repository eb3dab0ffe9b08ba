"""Our small reader of catalogues reads what the established one reads."""

from pathlib import Path

import polib
import pytest

from game.content.shapes import LANGUAGES
from game.paths import data
from game.wording.catalogue import read_catalogue

FILES = sorted(file for language in LANGUAGES for file in data("assets", "locale", language).glob("*.po"))
BROKEN = r"""
# a comment, with "quotes"
#: where.py:3
#, python-format
msgid "long"
msgstr ""
"Who said “no”,\n"
"\"maybe\" or \\ at all"

#~ msgid "old"
#~ msgstr "gone"

msgid "ballot"
msgid_plural "ballots"
msgstr[0] "{n} ballot"
msgstr[1] ""
"{n} ballots"
"""


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_catalogues_are_read_as_polib_reads_them(file: Path) -> None:
    """Every shipped file gives the same sentences."""
    entries = polib.pofile(str(file))

    found = read_catalogue(file)

    assert found.texts == {entry.msgid: entry.msgstr for entry in entries if not entry.msgstr_plural}
    assert found.plurals == {entry.msgid: dict(entry.msgstr_plural) for entry in entries if entry.msgstr_plural}


def test_what_an_editor_writes_is_read(tmp_path: Path) -> None:
    """Broken lines, escapes, comments, plurals and obsolete entries are understood."""
    file = tmp_path / "one.po"
    file.write_text(BROKEN, encoding="utf-8")

    found = read_catalogue(file)

    assert found.texts == {"long": 'Who said “no”,\n"maybe" or \\ at all'}
    assert found.plurals == {"ballot": {0: "{n} ballot", 1: "{n} ballots"}}
