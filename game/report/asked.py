"""The questionnaire and the sheets kept beside a session, read for the screen and the page: a fault is one sentence."""

from pathlib import Path

from game.content.answersheets import AnswerSheet
from game.content.keptsheets import beside, kept
from game.content.load_questions import load_questions
from game.content.questions import Questionnaire
from game.errors import ContentError, GameError
from game.learning.pairs import Learnt, learnt
from game.wording.problems import sentence
from game.wording.words import Words


def questionnaire(words: Words) -> Questionnaire:
    """Returns the questionnaire of the house. Raises GameError that tells the first fault of its file."""
    try:
        return load_questions()
    except ContentError as fault:
        raise told(fault, words) from fault


def sheets_in(path: Path, asked: Questionnaire, words: Words) -> tuple[AnswerSheet, ...]:
    """Returns the sheets of a file. Raises GameError that tells its first fault and its place."""
    try:
        return kept(path, asked)
    except ContentError as fault:
        raise told(fault, words) from fault


def learnt_beside(journal: Path, words: Words) -> Learnt | None:
    """Returns what the sheets beside a journal say; None where there are none. Raises GameError as above."""
    return learnt_in(beside(journal), words)


def learnt_in(path: Path, words: Words) -> Learnt | None:
    """Returns what the sheets of a file say; None where it is not there. Raises GameError as above."""
    if not path.exists():
        return None
    asked = questionnaire(words)
    return learnt(asked, sheets_in(path, asked, words))


def told(fault: ContentError, words: Words) -> GameError:
    """Returns an error that says where the first fault stands, and what it is."""
    return GameError("error.answers_damaged", why=sentence(fault.problems[0], words))
