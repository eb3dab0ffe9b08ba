"""What is on file about one seat, and about the room as a whole; each part with the button that takes it out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from game.forgetting.anew import Part
from game.report.hindsight import Recorded, RoomRecorded
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.wording.recorded import kept_told
from game.wording.words import Words

SEAT: Final = "seat"
KEPT: Final = "kept"
"""A seat's words, those of its kept answers included."""
WHOLE: Final = "whole"
KIND: Final = 220
"""Width of the name of a kind of what is on file, in design units."""
ICONS: Final = {Part.MAPS: "share-2", Part.BRANCHES: "git-branch", Part.NOTES: "pen-line"}


@frozen
class Look:
    """Look at what is on file about a seat, or about the room, which has no name."""

    seat: str


@frozen
class Ask:
    """Ask whether to take something out, or put the question away: a seat's words, a part of the room's, or all."""

    what: str


@frozen
class Sure:
    """Take it out for good."""

    what: str


def card(name: str, value: str, icon: str, chosen: bool, look: Look, personal: bool) -> Node:
    """Returns what turns to a seat's page, or to the room's."""
    return w.Card(
        w.row(
            w.Icon(icon, 28, "accent" if personal else "soft"),
            w.column(
                w.Paragraph(name, t.BODY, t.SEMIBOLD, leading=1.15),
                w.Paragraph(value, t.SMALL, colour="soft", leading=1.2), gap=2, grow=1,
            ),
            gap=12, align="center",
        ),
        pad=(10, 14), raised=False, chosen=chosen, on_press=look, role="radio", key=f"seat {look.seat or 'room'}",
        label=name, value=value,
    )  # fmt: skip


def seat_page(
    each: Recorded, words: Words, journal: Path | None, after: Sequence[Node], large: bool
) -> list[Node]:
    """Returns what is on file about a seat; `after` is what there is to say once it has been taken out."""
    say = words.say
    where = say("recorded.file", file=journal) if journal else say("recorded.unsaved")
    texts = [say("recorded.quoted", words=said) for said in each.texts] or [say("recorded.no_words")]
    promised = say("recorded.quoted", words=each.commitment) if each.commitment else say("recorded.no_commitment")
    return [
        w.heading(each.name, t.TITLE),
        *_gone(each.forgotten), *after,
        w.Panel(
            _section(say("recorded.who"), [each.held], large),
            _section(say("recorded.words"), texts, large),
            *([_section(say("recorded.kept"), list(each.kept), large)] if each.kept else ()),
            _section(say("recorded.commitment"), [promised], large),
            _section(say("recorded.ballots"), [each.ballots], large),
            _section(say("recorded.deeds"), list(each.deeds) or [say("recorded.no_deed")], large),
            fill="sunken", raised=False, pad=t.M, gap=12,
        ),
        _delete_seat(each, words, journal is not None),
        w.Divider(),
        *(w.Paragraph(line, t.SMALL, colour="soft", leading=1.3) for line in (say("recorded.about"), where)),
    ]  # fmt: skip


def room_page(
    found: RoomRecorded, words: Words, journal: Path | None, after: Sequence[Node], large: bool
) -> list[Node]:
    """Returns what is on file about the room, part by part, and every file that the session is kept in."""
    say = words.say
    parts = [_part(found, part, words, large) for part in Part] if journal else []
    files = [w.Paragraph(name, t.SMALL, leading=1.25) for name in found.files]
    whole: list[Node] = [
        w.Divider(),
        w.heading(say("forgetting.whole.title"), t.STRONG),
        w.Paragraph(say("forgetting.whole.about"), t.BODY, leading=1.3),
        w.column(*files, gap=2, key="files"),
        w.Paragraph(say("recorded.copies_elsewhere"), t.SMALL, colour="soft", leading=1.3),
        w.row(
            w.Button(say("forgetting.whole.delete"), "trash-2", "danger", Ask(WHOLE), tall=60, key="delete session")
        ),
    ]
    return [
        w.heading(say("forgetting.room"), t.TITLE),
        *_gone(found.forgotten), *after,
        w.Paragraph(say("recorded.room"), t.BODY, colour="soft", leading=1.3),
        *parts,
        *(whole if journal else [w.Paragraph(say("recorded.unsaved"), t.BODY, leading=1.3)]),
    ]  # fmt: skip


def _gone(lines: Sequence[str]) -> list[Node]:
    return [w.Paragraph(line, t.BODY, t.SEMIBOLD, "good") for line in lines]


def _delete_seat(each: Recorded, words: Words, can: bool) -> Node:
    if not each.personal:
        return w.Paragraph(words.say("recorded.nothing"), t.BODY, colour="soft")
    label = words.say("recorded.delete")
    return w.row(w.Button(label, "eraser", "danger", Ask(SEAT), tall=60, enabled=can, key="forget"))


def _part(found: RoomRecorded, part: Part, words: Words, large: bool) -> Node:
    """Returns one part of the room's: what it is, each thing of it, and its button where there is something."""
    say, held = words.say, found.of(part.value)
    lines = [say("recorded.quoted", words=each) for each in held] or [say(f"forgetting.{part.value}.none")]
    label = say(f"forgetting.{part.value}.delete")
    button = w.Button(label, "eraser", on_press=Ask(part.value), tall=52, breaks=True, key=f"forget {part.value}")
    beside, below = ((), [w.row(button)]) if large else ((button,), [])
    title = w.row(
        w.Icon(ICONS[part], 26, "accent" if held else "soft"),
        w.heading(say(f"forgetting.{part.value}"), t.BODY, grow=1), *(beside if held else ()), gap=12, align="center",
    )  # fmt: skip
    told = (w.Paragraph(line, t.BODY, leading=1.3) for line in lines)
    return w.Panel(title, *told, *(below if held else []), pad=t.M, gap=t.S, raised=False, fill="sunken")


def question(what: str, seat: Recorded | None, found: RoomRecorded, words: Words) -> Node:
    """Returns what is asked once before something goes for good: what goes, and what stays."""
    say = words.say
    away, yes = Ask(""), say("recorded.yes")
    kept = seat.kept if seat is not None and what == SEAT else ()
    match what:
        case "seat" if seat is not None:
            title, about = say("recorded.ask", seat=seat.name), say("recorded.ask_about")
        case "whole":
            title, yes = say("forgetting.whole.ask"), say("forgetting.whole.yes")
            about = words.count("forgetting.whole.ask_about", len(found.files), files=", ".join(found.files))
        case _:
            title, about = say(f"forgetting.{what}.ask"), say(f"forgetting.{what}.ask_about")
    both = w.Button(say("recorded.yes_kept"), "eraser", "danger", Sure(KEPT), tall=60, key="delete kept")
    return w.Dialog(
        title,
        *(w.Paragraph(line, t.BODY, leading=1.35) for line in (about, *kept_told(kept, False, words))),
        actions=(
            w.Button(say("recorded.no"), "x", on_press=away, tall=60, key="keep all"),
            w.Button(yes, "eraser", "danger", Sure(what), tall=60, key="delete all"), *([both] if kept else ()),
        ),
        across=1040, on_cancel=away, key="sure",
    )  # fmt: skip


def _section(title: str, lines: list[str], large: bool) -> Node:
    """Returns what is on file of one kind, its name before it; over it where text is enlarged."""
    told = w.column(*(w.Paragraph(line, t.BODY, leading=1.3) for line in lines), gap=4, grow=1)
    name = w.heading(title, t.BODY, colour="soft")
    if large:
        return w.column(name, told, gap=4)
    name.width = KIND
    return w.row(name, told, gap=t.M, align="start")
