"""Which language is asked for, by the command line or by the system.

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


def _of_system() -> str:
    """Returns the language of a system that names it outside the environment, as Windows does."""
    import locale

    return locale.getlocale()[0] or ""


def _known(language: str) -> str:
    """Returns the language if the game speaks it; the parser of arguments complains of any other."""
    return language if language in LANGUAGES else LANGUAGES[0]
