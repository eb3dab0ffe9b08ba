"""The time line of a session: its moments, from each of which a branch may leave, and the lines already opened."""

from typing import Final

from game.engine.events import Decided, LeftAsItIs, PowerLost, ShockStruck
from game.engine.phases import Phase
from game.engine.reveal import without_scores
from game.turns import Moment, Track, moments
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import Branch, GoTo
from game.ui.facilitator.view import Typed, View
from game.ui.field import TextField
from game.ui.node import Node
from game.ui.tabletop.guide import ICONS
from game.wording import deciding
from game.wording.sentences import event_told

TELLING: Final = (Decided, LeftAsItIs, ShockStruck, PowerLost)
"""Events that a moment is remembered by."""


def timeline(view: View) -> list[Node]:
    """Returns the lines of play, the name for the next branch, and the moments of the present line, newest first."""
    tell = view.tell
    field = TextField(
        tell("branch.name"), view.held.branch, lambda text: Typed("branch", text), hint=tell("branch.hint"),
        longest=60, key="branch name",
    )  # fmt: skip
    found = moments(view.game, view.session.turns)
    rows = [_moment(view, each, each is found[-1]) for each in reversed(found)]
    return [
        w.Paragraph(tell("branch.about"), t.SMALL, colour="soft"),
        *(_track(view, number, track) for number, track in enumerate(view.session.tracks)),
        w.Divider(), w.caption(tell("branch.name")), field, *rows,
    ]  # fmt: skip


def named(view: View, number: int) -> str:
    """Returns what a line of play is called."""
    track = view.session.tracks[number]
    return view.words.say("branches.trunk") if track.parent is None else track.name


def _track(view: View, number: int, track: Track) -> Node:
    here = number == view.session.present
    state = track.turns[-1].state if track.turns else moments(view.game, ())[0].state
    where = _where(view, state.round, state.phase)
    if track.parent is None:
        told = view.tell("branch.stands", where=where)
    else:
        left = moments(view.game, track.turns[: track.at])[-1].state
        told = view.tell(
            "branch.left", parent=named(view, track.parent), left=_where(view, left.round, left.phase), where=where
        )
    go = w.Button(
        view.tell("branch.here" if here else "branch.go"), "check" if here else "arrow-right", on_press=GoTo(number),
        enabled=not here, tall=48, size=t.SMALL, key=f"track {number}", hint=named(view, number),
    )  # fmt: skip
    line = w.row(
        w.Icon("git-branch" if track.parent is not None else "route", 28, "accent" if here else "soft"),
        w.column(
            w.Paragraph(named(view, number), t.BODY, t.SEMIBOLD, leading=1.2),
            w.Paragraph(told, t.SMALL, colour="soft"),
            grow=1,
        ),
        go, gap=14, align="center",
    )  # fmt: skip
    return w.Panel(line, pad=(10, 16), raised=False, fill="accent_tint" if here else "sunken", key=f"line {number}")


def _moment(view: View, moment: Moment, present: bool) -> Node:
    """Returns a moment: when, about what, what came of it, and the branch that may leave it."""
    state, where = moment.state, _where(view, moment.state.round, moment.state.phase)
    about = view.teller.title(state.challenge) if state.challenge else ""
    head = _large(f"{where} — {about}" if about else where)
    events = moment.events if view.scores else map(without_scores, moment.events)
    told = [_told(view, event) for event in events if isinstance(event, TELLING)]
    name = view.held.branch.strip() or view.tell("branch.named", n=len(view.session.tracks), where=where)
    leave = w.Button(
        view.tell("branch.leave"), "git-branch", on_press=Branch(moment.at, name), tall=48, size=t.SMALL,
        key=f"moment {moment.at}", hint=head,
    )  # fmt: skip
    lines: list[Node] = [w.Paragraph(head, t.SMALL, t.BOLD if present else t.MEDIUM, leading=1.25)]
    lines += [w.Paragraph(each, t.SMALL, colour="soft", leading=1.25) for each in told if each]
    mark = w.Icon(ICONS[state.phase], 24, "accent" if present else "soft")
    return w.row(mark, w.column(*lines, gap=2, grow=1), leave, gap=12, align="center")


def _large(told: str) -> str:
    return told[:1].upper() + told[1:]


def _told(view: View, event: object) -> str:
    match event:
        case Decided():
            return deciding.decision(view.teller, event.decision)
        case LeftAsItIs() | PowerLost():
            return event_told(view.teller, event) or ""
        case ShockStruck():
            key = "branch.shock_by_hand" if event.by_hand else "branch.shock"
            return view.tell(key, shock=view.teller.title(event.shock))
    return ""


def _where(view: View, round_: int, phase: Phase) -> str:
    name = view.say("turn.ended") if phase is Phase.ENDED else view.teller.way(phase.value)
    return view.words.say("branches.where", round=view.words.whole(round_), phase=name)
