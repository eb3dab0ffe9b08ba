"""The sheet on which somebody writes what a table decides on paper, and how it is typed in afterwards."""

from typing import Any, Final

from game.report.prints.sheets import Sheets

LABELS: Final = ("how", "who", "where", "votes", "chosen", "round", "nothing", "notes", "typed")


def record_sheet(sheets: Sheets) -> dict[str, Any]:
    """Returns each challenge with its answers, a line to write on for each."""
    words = sheets.words
    asked = [
        {
            "number": number,
            "title": words.of(each.title),
            "place": sheets.place(each.district),
            "answers": [{"title": words.of(answer.title), "tech": answer.tech.value} for answer in each.answers],
        }
        for number, each in enumerate(sheets.agenda, 1)
    ]
    title = sheets.say("record")
    labels = {name: sheets.say(f"record.{name}") for name in LABELS}
    return sheets.common(title) | {
        "heading": title, "labels": labels, "steps": sheets.listed("print.record.step"), "challenges": asked,
    }  # fmt: skip
