"""`whose-city print`: everything a workshop puts on the table, as PDF files, in one language."""

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from game.errors import GameError
from game.paths import SHIPPED, data
from game.planning.papers import papers
from game.wording.words import Words

if TYPE_CHECKING:
    from game.content.cards import Scenario
    from game.content.rulebook import Rulebook
    from game.content.workshop import WorkshopPlan
    from game.report.prints.sheets import Sheets

ASKED: Final = ("questionnaire",)
"""What is printed only when it is named: not every workshop wants it."""


def print_sheets(asked: Namespace, words: Words) -> int:
    """Writes the PDF files asked for; returns how many cards have a text that does not fit.

    Raises GameError for a kind that there is not, or nowhere to write; ContentError with every fault of the scenario.
    """
    from game.content.load import load_rulebook
    from game.report.prints.kinds import file_of, made, words_for, write_pdf
    from game.report.prints.sheets import Sheets
    from game.report.prints.typesetting import overflowing, typeset

    rules = load_rulebook(pack=asked.rules).rulebook
    scenario, plan = _planned(asked, rules)
    kinds = papers(plan) if plan and not asked.only else chosen(asked.only)
    told = Sheets(scenario, rules, words_for(plan, evolve(words, easy=asked.easy)), plan)
    sheets: dict[str, Callable[[], dict[str, Any]]] = {
        **made(told, asked.minutes or scenario.minutes, asked.rounds or scenario.rounds),
        "questionnaire": lambda: _questionnaire(told, asked),
    }
    spilled = 0
    for kind in kinds:
        sheet = sheets[kind]()
        for card in overflowing(kind, sheet):
            print(words.say("print.overflow", sheet=words.say(f"print.{kind}"), card=card))
            spilled += 1
        path = asked.output / file_of(told, kind)
        write_pdf(path, typeset(kind, sheet))
        print(words.say("print.written", file=path))
    return spilled


def _planned(asked: Namespace, rules: "Rulebook") -> "tuple[Scenario, WorkshopPlan | None]":
    """Returns the city of a plan and the plan, or the city asked for."""
    from game.content.load import load_scenario
    from game.content.load_workshop import load_plan

    if asked.plan is None:
        return load_scenario(asked.scenario or data("scenarios", SHIPPED), rules).scenario, None
    loaded = load_plan(asked.plan, rules)
    return loaded.scenario.scenario, loaded.plan


def _questionnaire(sheets: "Sheets", asked: Namespace) -> dict[str, Any]:
    from game.content.load_questions import load_questions
    from game.report.prints.questionnaire import questionnaire_sheet

    people = sheets.plan.people if sheets.plan else asked.people
    return questionnaire_sheet(sheets, load_questions(asked.questions), people)


def chosen(only: str | None) -> tuple[str, ...]:
    """Returns the kinds named, each once, or what every workshop needs. Raises GameError for an unknown one."""
    from game.report.prints.kinds import KINDS

    if not only:
        return KINDS
    names = tuple(dict.fromkeys(name.strip().lower() for name in only.split(",") if name.strip()))
    for name in names or (only,):
        if name not in (*KINDS, *ASKED):
            raise GameError("error.no_such_sheet", found=name, known=", ".join((*KINDS, *ASKED)))
    return names
