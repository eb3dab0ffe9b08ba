"""The questionnaire of the house: the user's own where there is one, else the one that comes with the game."""

from pathlib import Path

from game.content.check_questions import check_questions
from game.content.folder import read_file
from game.content.load import QUESTIONS_FILE
from game.content.questions import Questionnaire
from game.content.sound import refuse, structured
from game.paths import data, user_root


def questions_file() -> Path:
    """Returns the file that is asked from: `rules/questions.yaml` in the user's own folder, or the shipped one."""
    own = user_root() / "rules" / QUESTIONS_FILE
    return own if own.is_file() else data("rules", QUESTIONS_FILE)


def load_questions(path: Path | None = None) -> Questionnaire:
    """Returns the questionnaire of a file, by default that of the house.

    Raises ContentError with every fault of the file, sorted by place.
    """
    merged = read_file(path or questions_file())
    asked, faults = structured(Questionnaire, merged)
    if asked is not None:
        faults += check_questions(asked)
    refuse(merged, faults)
    assert asked is not None
    return asked
