"""What is asked for before anything else is known: which language, and whether the window opens on its title.

Imports nothing slow: the first frame of the window waits for it.
"""

import os
from collections.abc import Sequence
from typing import Final

from game import LANGUAGES
from game.paths import kept_settings

OPTION: Final = "--language"
OTHERWISE: Final = "en"
"""What is spoken where nobody says, as programs do (`LANG=C`), and to those whose language the game does not have."""
LOCALE: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system says which language its messages have, the first one set counting."""


def language_of(arguments: Sequence[str]) -> str:
    """Returns the language asked for, else the last one chosen in the window, else the system's, else English.

    One that the game does not have is passed over here: the parser of arguments complains of it.

    >>> language_of(["play", "--language", "fr"])
    'fr'
    """
    known = (each for each in (_asked(arguments), kept_settings().get("language")) if each in LANGUAGES)
    found: str = next(known, "") or (next(filter(None, map(os.environ.get, LOCALE)), "") or _of_system()).lower()[:2]
    return found if found in LANGUAGES else OTHERWISE


def _asked(arguments: Sequence[str]) -> str | None:
    """Returns the language that a command names, whether there is one or not; None where it names none."""
    for place, argument in enumerate(arguments):
        if argument.startswith(f"{OPTION}="):
            return argument.removeprefix(f"{OPTION}=")
        if argument == OPTION and place + 1 < len(arguments):
            return arguments[place + 1]
    return None


def opens_title(arguments: Sequence[str]) -> bool:
    """Says whether a command opens the window on its title: no verb, or `play` without a journal to resume.

    It does not where the language asked for is none of the game's: somebody is to be told so first.

    >>> opens_title([]), opens_title(["--language", "en", "play"]), opens_title(["play", "session.jsonl"])
    (True, True, False)
    >>> opens_title(["--language", "de"])
    False
    """
    rest = list(arguments)
    if OPTION in rest[:-1]:
        at = rest.index(OPTION)
        del rest[at : at + 2]
    plain = [each for each in rest if not each.startswith(f"{OPTION}=")] in ([], ["play"])
    return plain and _asked(arguments) in (None, *LANGUAGES)


def _of_system() -> str:
    """Returns the language of a system that names it outside the environment, as Windows does."""
    import locale

    return locale.getlocale()[0] or ""
