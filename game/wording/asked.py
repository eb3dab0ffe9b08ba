"""What is asked for before anything else is known: which language, and whether the window opens on its title.

Imports nothing slow: the first frame of the window waits for it.
"""

import os
from collections.abc import Sequence

from game import LANGUAGES


def language_of(arguments: Sequence[str]) -> str:
    """Returns the language asked for, else the system's, else French, the language the game comes from.

    >>> language_of(["play", "--language", "en"])
    'en'
    """
    for place, argument in enumerate(arguments):
        if argument.startswith("--language="):
            return _known(argument.removeprefix("--language="))
        if argument == "--language" and place + 1 < len(arguments):
            return _known(arguments[place + 1])
    return _known((os.environ.get("LC_ALL") or os.environ.get("LANG") or _of_system()).lower()[:2])


def opens_title(arguments: Sequence[str]) -> bool:
    """Says whether a command opens the window on its title: no verb, or `play` without a journal to resume.

    >>> opens_title([]), opens_title(["--language", "en", "play"]), opens_title(["play", "session.jsonl"])
    (True, True, False)
    """
    rest = list(arguments)
    if "--language" in rest[:-1]:
        at = rest.index("--language")
        del rest[at : at + 2]
    return [each for each in rest if not each.startswith("--language=")] in ([], ["play"])


def _of_system() -> str:
    """Returns the language of a system that names it outside the environment, as Windows does."""
    import locale

    return locale.getlocale()[0] or ""


def _known(language: str) -> str:
    """Returns the language if the game speaks it; the parser of arguments complains of any other."""
    return language if language in LANGUAGES else LANGUAGES[0]
