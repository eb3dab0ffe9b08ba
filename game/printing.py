"""`whose-city print`: everything a workshop puts on the table, as PDF files, in one language."""

from argparse import Namespace

from game.errors import GameError
from game.paths import SHIPPED, data
from game.planning.papers import papers
from game.wording.words import Words


def print_sheets(asked: Namespace, words: Words) -> int:
    """Writes the PDF files asked for; returns how many cards have a text that does not fit.

    Raises GameError for a kind that there is not, or nowhere to write; ContentError with every fault of the scenario.
    """
    from game.content.load import load_rulebook, load_scenario
    from game.report.prints.kinds import made, write_pdf
    from game.report.prints.sheets import Sheets
    from game.report.prints.typesetting import overflowing, typeset

    rules = load_rulebook(pack=asked.rules).rulebook
    if asked.plan:
        from game.content.load_workshop import load_plan

        loaded = load_plan(asked.plan, rules)
        scenario, plan = loaded.scenario.scenario, loaded.plan
        kinds = chosen(asked.only) if asked.only else tuple(each.kind for each in papers(plan))
    else:
        scenario = load_scenario(asked.scenario or data("scenarios", SHIPPED), rules).scenario
        kinds, plan = chosen(asked.only), None
    sheets = made(
        Sheets(scenario, rules, words), asked.minutes or scenario.minutes, asked.rounds or scenario.rounds, plan
    )
    spilled = 0
    for kind in kinds:
        sheet = sheets[kind]()
        for card in overflowing(kind, sheet):
            print(words.say("print.overflow", sheet=words.say(f"print.{kind}"), card=card))
            spilled += 1
        path = asked.output / f"{scenario.id}-{kind}.{words.language}.pdf"
        write_pdf(path, typeset(kind, sheet))
        print(words.say("print.written", file=path))
    return spilled


def chosen(only: str | None) -> tuple[str, ...]:
    """Returns the kinds named, separated by commas; all of them where none is. Raises GameError for an unknown one."""
    from game.report.prints.kinds import KINDS

    if not only:
        return KINDS
    names = tuple(name.strip() for name in only.split(","))
    for name in names:
        if name not in KINDS:
            raise GameError("error.no_such_sheet", found=name, known=", ".join(KINDS))
    return names
