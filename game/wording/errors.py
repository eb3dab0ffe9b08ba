"""What went wrong, as one sentence; it knows no rules, so that a window can complain before it loads any."""

from game.errors import GameError
from game.wording.words import Words


def sentence(error: GameError, words: Words) -> str:
    """Returns what went wrong as one sentence: what was expected, what was found, what to do."""
    return words.say(error.key, **{name: _told(value) for name, value in error.values.items()})


def _told(value: object) -> object:
    return "—" if value is None else value
