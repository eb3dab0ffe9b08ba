"""Which language is spoken: the one asked for, else the one last chosen in the window, else the system's or English."""

import json
from pathlib import Path

import pytest

from game.paths import settings_file
from game.ui.preferences import keeping, load_settings
from game.ui.scene import Settings
from game.wording.asked import LOCALE, language_of, opens_title


@pytest.fixture(autouse=True)
def nobody_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves the system without a language, and the person without a choice made before."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path))
    for name in LOCALE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("game.wording.asked._of_system", lambda: "")


@pytest.mark.parametrize(
    ("locale", "spoken"),
    [("fr_FR.UTF-8", "fr"), ("fr_CA", "fr"), ("en_GB.UTF-8", "en"), ("de_DE.UTF-8", "en"), ("C.UTF-8", "en")],
)
def test_the_system_says_french_or_it_is_english(locale: str, spoken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without a language, or with one that the game does not have, is spoken to as programs do."""
    unsaid = language_of([])
    monkeypatch.setenv("LANG", locale)

    assert ("en", spoken) == (unsaid, language_of([]))


def test_what_was_chosen_in_the_window_holds_for_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both open in it, until another is chosen; `--language` goes before it."""
    keeping("en")(Settings(language="fr"))
    monkeypatch.setenv("LANG", "en_GB.UTF-8")

    assert ("fr", "fr") == (language_of([]), load_settings(language_of([])).language)
    assert "en" == language_of(["report", "--language=en"])


def test_the_language_of_one_command_is_not_kept() -> None:
    """Another setting changed in a window opened with `--language` leaves the language as it was."""
    keep = keeping("fr")
    keep(Settings(language="fr", text=1.5))
    before = json.loads(settings_file().read_text(encoding="utf-8"))["language"]
    keep(Settings(language="en"))
    keep(Settings(language="fr"))

    assert "en" == before
    assert "fr" == language_of([])


@pytest.mark.parametrize("asked", [["--language", "de"], ["--language=de"], ["play", "--language", "EN"]])
def test_no_window_opens_in_a_language_there_is_not(asked: list[str]) -> None:
    """The command says so instead, in a language there is."""
    assert not opens_title(asked)
    assert "en" == language_of(asked)
