"""What an author does to the tiny scenario of these tests, and what the game answers."""

from pathlib import Path

from game.content.load import load_scenario
from game.errors import ContentError
from game.wording.problems import sentence
from game.wording.words import words_in

PLAYABLE = ("mayor", "majority")


def change(file: str, old: str, new: str, folder: str = "tiny") -> None:
    """Replaces a passage of one of the files of a folder (the first, when it stands there twice)."""
    path = Path(folder, file)
    text = path.read_text(encoding="utf-8")

    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(language: str, where: str = "tiny") -> list[str]:
    """Returns every sentence that the check of a scenario prints."""
    try:
        load_scenario(where, playable=PLAYABLE)
    except ContentError as refused:
        return [sentence(problem, words_in(language)) for problem in refused.problems]
    return []


def both(where: str = "tiny") -> list[str]:
    """Returns the sentences in English, then in French."""
    return told("en", where) + told("fr", where)
