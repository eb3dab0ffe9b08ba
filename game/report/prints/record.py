"""The sheet on which somebody writes what a table decides on paper, and how it is typed in afterwards."""

from typing import Any, Final

from game.city.building import price
from game.engine.state import ALGORITHM, CONSENT, MANDATE
from game.report.prints.ballots import KINDS
from game.report.prints.byhand import fee_of
from game.report.prints.sheets import Sheets

COLUMNS: Final = ("order", "who", "where", "votes")
"""What is written of each answer beside what the city pays and whether it is chosen."""
UNASKED: Final = ("where",)
"""The same where an optimiser picks, and nobody proposes or votes."""
LABELS: Final = (
    "how", "who", "where", "order", "pays", "chosen", "round", "nothing", "notes", "typed", "purse", "purse_how",
    "had", "paid", "upkeep", "income", "left", "befell", "more",
)  # fmt: skip


def record_sheet(sheets: Sheets) -> dict[str, Any]:
    """Returns each challenge with its answers, a line to write on for each, and the city's purse round by round."""
    words, game = sheets.words, sheets.game
    finance = sheets.rules.finance
    asked = [
        {
            "number": number,
            "title": words.of(each.title),
            "place": sheets.place(each.district),
            "answers": [
                {"title": words.of(answer.title), "tech": answer.tech.value,
                 "pays": words.decimal(price(game.model, game.start, answer.id, game.procedure)[0] / 1000)}
                for answer in each.answers
            ],
        }
        for number, each in enumerate(sheets.agenda, 1)
    ]  # fmt: skip
    title = sheets.say("record")
    amounts = {
        "floor": words.money(round(finance.debt_floor.value * 1000)),
        "fee": sheets.say("record.fee", fee=fee_of(sheets)) if fee_of(sheets) else "",
    }
    labels = {name: sheets.say(f"record.{name}", **amounts) for name in LABELS}
    labels |= {"votes": sheets.say(f"record.votes.{KINDS.get(game.procedure, 'none')}")}
    return sheets.common(title) | {
        "heading": title, "labels": labels, "steps": _steps(sheets), "challenges": asked,
        "columns": UNASKED if game.procedure == ALGORITHM else COLUMNS,
        "rounds": sheets.played.rounds, "start": words.decimal(finance.start.value),
        "income": words.signed(finance.income.value),
    }  # fmt: skip


def _steps(sheets: Sheets) -> list[str]:
    """Returns how a session is typed in, in the way that it decides."""
    way = str(sheets.game.procedure) if sheets.game.procedure in (ALGORITHM, MANDATE, CONSENT) else ""
    own = {key: f"{key}.{way}" for key in sheets.numbered("print.record.step") if sheets.words.has(f"{key}.{way}")}
    return [sheets.words.say(own.get(key, key)) for key in sheets.numbered("print.record.step")]
