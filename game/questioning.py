"""`whose-city learning FILE.csv…`: what sheets of before and after say of a room; without a file, one to fill in."""

from argparse import Namespace

from game.content.answersheets import HEADER, When, read_answers
from game.content.load_questions import load_questions
from game.content.questions import Questionnaire
from game.content.tickets import tickets
from game.learning.pairs import learnt
from game.report.learnt import finding, item_levels, item_told, notes, part_line, part_name
from game.wording.words import Words


def tell_learning(asked: Namespace, words: Words) -> None:
    """Prints what the sheets of all files together say. Raises ContentError with every fault of every file."""
    questions = load_questions(asked.questions)
    if not asked.files:
        print(blank(questions, asked.people), end="")
        return
    found = learnt(questions, read_answers(asked.files, questions))
    assert found is not None
    print(finding(found, words), "", sep="\n")
    for part in found.parts if found.shown else ():
        print(words.say("learning.line", part=part_name(part.part, words), told=part_line(part, words)))
    if found.shown:
        print()
    for item in found.items if found.shown else ():
        first, last = item_levels(item, words)
        print(f"  {first:>5} → {last:<5} {item_told(item, words)}")
    print(*(["", *notes(found, words)] if found.shown else notes(found, words)), sep="\n")


def blank(questions: Questionnaire, people: int) -> str:
    """Returns a table to type paper sheets into: the columns, and two lines a ticket."""
    lines = [",".join((*HEADER, *(item.id for item in questions.items)))]
    empty = "," * len(questions.items)
    lines += [f"{ticket},{when.value}{empty}" for when in When for ticket in tickets(people)]
    return "\n".join(lines) + "\n"
