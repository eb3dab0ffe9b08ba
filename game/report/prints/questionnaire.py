"""The questionnaire on paper: a sheet a person, cut in two, the same ticket on the half of before and that of after."""

from typing import Any, Final

from game.content.questions import Questionnaire
from game.content.tickets import tickets
from game.report.prints.sheets import Sheets

LABELS: Final = ("before", "after", "number", "keep", "found_again", "how", "agree", "unsure")


def questionnaire_sheet(sheets: Sheets, asked: Questionnaire, people: int) -> dict[str, Any]:
    """Returns what the sheets of so many people say; items are numbered as the table to type them into has them."""
    words, questions = sheets.words, len(asked.questions)
    told = {
        "labels": {name: words.say(f"learning.print.{name}") for name in LABELS},
        "tickets": [str(each) for each in tickets(people)],
        "questions": [
            {"number": number, "ask": words.of(item.ask), "answers": [words.of(answer) for answer in item.answers]}
            for number, item in enumerate(asked.questions, 1)
        ],
        "statements": [
            {"number": number, "say": words.of(item.say)} for number, item in enumerate(asked.statements, questions + 1)
        ],
        "steps": [words.of(step) for step in asked.steps],
    }
    return sheets.common(words.say("learning.title")) | told
