"""The questionnaire on paper, written beside the sheets that it will be typed into."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from game.wording.words import Words

if TYPE_CHECKING:
    from game.content.cards import Scenario
    from game.content.questions import Questionnaire
    from game.ui.room import Room

ROOMFUL: Final = 30
"""Sheets for a room of which nobody has sat down yet."""


@frozen
class PrintSheets:
    """Write the sheets of the questionnaire."""


def people_of(room: "Room") -> int:
    """Returns how many sheets to print: one for each person at the table, a roomful before anybody sits there."""
    holders = room.session.holders.values() if room.playing else ()
    return sum(each.heads for each in holders) or ROOMFUL


def scenario_of(room: "Room") -> "Scenario":
    """Returns the city whose name the sheets bear: that of the session, else the first one at hand."""
    if room.playing:
        return room.session.game.model.scenario
    from game.content.load import load_scenario

    return load_scenario(next(each.folder for each in room.scenarios() if not each.problems)).scenario


def printed(room: "Room", asked: "Questionnaire", words: Words, folder: Path) -> Iterator[Path]:
    """Writes the sheets into a folder and yields their file. Raises GameError where that can't be done."""
    from game.content.load import load_rulebook
    from game.report.prints.kinds import write_pdf
    from game.report.prints.questionnaire import questionnaire_sheet
    from game.report.prints.sheets import Sheets
    from game.report.prints.typesetting import typeset

    sheets = Sheets(scenario_of(room), load_rulebook().rulebook, words)
    path = folder / f"questionnaire.{words.language}.pdf"
    write_pdf(path, typeset("questionnaire", questionnaire_sheet(sheets, asked, people_of(room))))
    yield path
