"""The page of a moment: how many have answered, how to go on, what joins the sheets, and how to be rid of them."""

from pathlib import Path
from typing import Final

from game.content.answersheets import AnswerSheet, When
from game.content.questions import Questionnaire
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.browser import Opening
from game.ui.learning.printing import PrintSheets
from game.ui.learning.steps import Ask, EraseAll, Sure, TypeIn
from game.ui.node import Node
from game.ui.scene import Frame
from game.wording.words import Words

SIDE: Final = 620
"""Design units of what is told beside the two ways to answer."""


def home(
    frame: Frame, words: Words, asked: Questionnaire, sheets: tuple[AnswerSheet, ...], when: When, sure: bool,
    people: int, said: str, file: Path | None,
) -> list[Node]:  # fmt: skip
    """Returns the page; `sure` asks whether the sheets are to be erased, `said` what became of the paper ones."""
    count = sum(sheet.when is when for sheet in sheets)
    lead = words.count(f"learning.home.{when.value}", len(asked.items))
    ways = w.column(
        w.Paragraph(lead, t.STRONG, leading=1.35),
        w.row(
            w.Label(words.whole(count), t.DISPLAY, t.BOLD),
            w.Paragraph(words.count("learning.home.sheets", count), t.STRONG, colour="soft", grow=1),
            gap=t.M, align="center",
        ),
        w.Button(words.say("learning.home.ask"), "user-round", "primary", Ask(), t.STRONG, 72, key="ask", breaks=True),
        w.Button(words.say("learning.home.type"), "clipboard-list", on_press=TypeIn(), tall=60, key="type",
                 breaks=True),
        w.Button(words.count("learning.home.print_now", people), "printer", on_press=PrintSheets(), tall=60,
                 key="print", enabled=said != "learning.home.printing", breaks=True),
        w.Paragraph(words.say(said, file=file), t.SMALL, colour="soft", role="status", key="printed"),
        *_open(words, file),
        gap=t.M, grow=1,
    )  # fmt: skip
    fewest = words.whole(round(asked.measuring.fewest.value))
    told = w.column(*_told(words, fewest), *_erase(words, len(sheets), sure), gap=t.M)
    if frame.large:
        return [w.ScrollColumn(ways, told, gap=t.L, pad=(4, 22, 8, 0), key="learning home", grow=1)]
    told.width = SIDE
    both = w.row(ways, told, gap=t.XXL, align="start")
    return [w.ScrollColumn(both, pad=(t.S, 22, 8, 0), key="learning home", grow=1)]


def _open(words: Words, file: Path | None) -> list[Node]:
    """Returns the way to the sheets of paper, once they are written."""
    if file is None:
        return []
    show = Opening(file.parent)
    key = w.Button(words.say("plan.open_prints"), "folder-open", on_press=show, tall=52, key="open prints", breaks=True)
    return [w.row(key)]


def _told(words: Words, fewest: str) -> list[Node]:
    """Returns what joins the sheets, who sees them and where they are."""
    return [
        w.Panel(
            w.row(w.Icon(icon, 28, "accent"), w.Label(words.say(f"learning.home.{name}_title"), t.BODY, t.SEMIBOLD),
                  gap=12, align="center"),
            w.Paragraph(words.say(f"learning.home.{name}", fewest=fewest), t.SMALL, colour="soft"),
            pad=t.M, gap=t.XS, raised=False, fill="sunken",
        )
        for name, icon in (("link", "link"), ("screen", "eye-off"), ("file", "file-text"))
    ]  # fmt: skip


def _erase(words: Words, count: int, sure: bool) -> list[Node]:
    """Returns the way to be rid of every sheet, which asks once more."""
    if not count:
        return []
    if not sure:
        return [w.row(w.Button(words.say("learning.home.erase"), "trash-2", "quiet", Sure(True), key="erase"))]
    return [
        w.Panel(
            w.Paragraph(words.count("learning.home.sure", count), t.BODY, t.SEMIBOLD, role="alert"),
            w.flow(
                w.Button(words.say("learning.home.erase_all"), "trash-2", "danger", EraseAll(), key="erase all"),
                w.Button(words.say("learning.home.keep_all"), on_press=Sure(False), key="keep all"),
                gap=t.M,
            ),
            pad=t.M, gap=t.M, raised=False, fill="danger_tint", stroke="danger",
        )
    ]  # fmt: skip
