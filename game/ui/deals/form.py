"""The form of a new deal: who offers it to whom, what it promises, and what it asks in return."""

from typing import Any, Final, Self

from attrs import evolve, field, frozen

from game.content.cards import Challenge
from game.content.shapes import InterventionId, StakeholderId
from game.engine.inventing import answers_to
from game.engine.moves import Bargain, Promise, PromiseKind
from game.engine.state import State
from game.session import Session
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.field import TextField
from game.ui.node import Node
from game.ui.scene import Submit
from game.wording import deciding
from game.wording.teller import Teller

ICONS: Final = {PromiseKind.BACK: "thumbs-up", PromiseKind.OPPOSE: "thumbs-down", PromiseKind.WORD: "quote"}
LONGEST: Final = 160
"""Letters of a promise in words."""


@frozen
class Side:
    """One side of a deal as far as it is filled in; no kind means that nothing is promised."""

    kind: PromiseKind | None = None
    answer: InterventionId | None = None
    words: str = ""

    @property
    def promise(self) -> Promise | None:
        """Returns what is promised, or None when nothing is, or not all of it has been said."""
        if self.kind is PromiseKind.WORD:
            return Promise(self.kind, words=self.words.strip()) if self.words.strip() else None
        return Promise(self.kind, self.answer) if self.kind and self.answer else None

    @property
    def half(self) -> bool:
        """Tells whether a promise was begun and not finished."""
        return self.kind is not None and self.promise is None


@frozen
class Draft:
    """A deal being written; `picking` is the side whose answer is being looked for."""

    by: StakeholderId | None = None
    to: StakeholderId | None = None
    gives: Side = field(factory=lambda: Side(PromiseKind.BACK))
    takes: Side = field(factory=Side)
    picking: str = ""

    def side(self, name: str) -> Side:
        """Returns one of the two sides."""
        return self.gives if name == "gives" else self.takes

    def with_side(self, name: str, **values: Any) -> Self:
        """Returns the deal with something else on one side."""
        side = evolve(self.side(name), **values)
        return evolve(self, picking="", gives=side) if name == "gives" else evolve(self, picking="", takes=side)

    @property
    def offer(self) -> Bargain | None:
        """Returns the deal, or None while something is missing."""
        gives = self.gives.promise
        if self.by is None or self.to is None or gives is None or self.takes.half:
            return None
        return Bargain(self.by, self.to, gives, self.takes.promise)


@frozen
class Write:
    """Change the deal being written, by field."""

    values: dict[str, Any] = field(factory=dict)


@frozen
class Fill:
    """Change one side of the deal being written, by field."""

    side: str
    values: dict[str, Any] = field(factory=dict)


@frozen
class Desk:
    """What the form is written on: the session, the words, the deal so far."""

    session: Session
    teller: Teller
    draft: Draft

    def say(self, key: str, **values: object) -> str:
        """Returns a sentence of the deals' own catalogue."""
        return self.teller.words.say(f"deals.{key}", **values)

    @property
    def people(self) -> tuple[StakeholderId, ...]:
        """Returns the seats held by people."""
        return tuple(seat for seat in self.session.game.players if self.session.seats[seat].bot is None)


def form(desk: Desk) -> list[Node]:
    """Returns the form; without people at the table nobody can offer anything."""
    if not desk.people:
        return [w.Paragraph(desk.say("nobody"), t.BODY, colour="soft")]
    by, offer = desk.draft.by, desk.draft.offer
    whom = [seat for seat in desk.session.game.players if seat != by]
    make = w.Button(
        desk.say("offer"), "handshake", "primary", on_press=Submit(offer), enabled=offer is not None, tall=60,
        key="offer",
    )  # fmt: skip
    return [
        _seats(desk, "by", desk.people, by), _seats(desk, "to", whom, desk.draft.to),
        *_side(desk, "gives"), *_side(desk, "takes"), make,
    ]  # fmt: skip


def _seats(desk: Desk, name: str, seats: Any, chosen: StakeholderId | None) -> Node:
    buttons: list[Node] = [
        w.Button(
            desk.teller.seat(seat), on_press=Write({name: seat}), on=seat == chosen, tall=48, size=t.SMALL,
            key=f"{name} {seat}",
        )
        for seat in seats
    ]  # fmt: skip
    return _asked(desk.say(name), buttons)


def _asked(question: str, buttons: list[Node]) -> Node:
    """Returns a question above what can be answered, which a reader hears with the answers."""
    head = w.Label(question, t.BODY, t.SEMIBOLD)
    return w.column(head, w.flow(*buttons, gap=8), gap=6, role="group", label=question)


def _side(desk: Desk, name: str) -> list[Node]:
    side = desk.draft.side(name)
    kinds = [(kind, icon) for kind, icon in ICONS.items()]
    buttons: list[Node] = [
        w.Button(
            desk.say(f"kind.{kind.value}"), icon, on_press=Fill(name, {"kind": kind}), on=side.kind is kind, tall=48,
            size=t.SMALL, key=f"{name} {kind.value}",
        )
        for kind, icon in kinds
    ]  # fmt: skip
    if name == "takes":
        nothing = w.Button(
            desk.say("kind.nothing"), "minus", on_press=Fill(name, {"kind": None}), on=side.kind is None, tall=48,
            size=t.SMALL, key="takes nothing",
        )  # fmt: skip
        buttons.insert(0, nothing)
    return [_asked(desk.say(name), buttons), *_what(desk, name, side)]


def _what(desk: Desk, name: str, side: Side) -> list[Node]:
    if side.kind is None:
        return []
    if side.kind is PromiseKind.WORD:
        return [
            TextField(
                desk.say("words"), side.words, lambda text: Fill(name, {"words": text}), desk.say("words_hint"),
                LONGEST, key=f"{name} words",
            )
        ]  # fmt: skip
    label = desk.teller.title(side.answer) if side.answer else desk.say("pick")
    pick = Write({"picking": name})
    return [w.Button(label, "search" if side.answer is None else "check", on_press=pick, key=f"{name} answer")]


def picker(desk: Desk) -> Node:
    """Returns the answers that can still come to the table, challenge by challenge."""
    away = Write({"picking": ""})
    parts = [part for challenge in to_come(desk.session) for part in _answers(desk, challenge)]
    return w.Dialog(
        desk.say("pick"), *(parts or [w.Paragraph(desk.say("none_left"), t.BODY)]),
        actions=(w.Button(desk.teller.words.say("app.close"), on_press=away, key="put picker away"),),
        across=1480, on_cancel=away, key="picker",
    )  # fmt: skip


def to_come(session: Session) -> tuple[Challenge, ...]:
    """Returns the challenges that are on the table or will come to it, in that order."""
    state: State = session.state
    present = (*state.together, *([state.challenge] if state.challenge else []))
    return tuple(session.game.challenge(each) for each in dict.fromkeys((*present, *state.queue)))


def _answers(desk: Desk, challenge: Challenge) -> tuple[Node, ...]:
    side, words = desk.draft.picking, desk.teller.words
    chosen = desk.draft.side(side).answer
    answers = [
        w.Button(
            words.of(answer.title), answer.icon, on_press=Fill(side, {"answer": answer.id}), on=answer.id == chosen,
            size=t.SMALL, key=f"pick {answer.id}",
        )
        for answer in answers_to(desk.session.game, desk.session.state, challenge.id)
    ]  # fmt: skip
    return w.Paragraph(words.of(challenge.title), t.BODY, t.SEMIBOLD), w.flow(*answers, gap=8)


def told(desk: Desk) -> str:
    """Returns the deal being written as one sentence, or what is still missing."""
    draft, offer = desk.draft, desk.draft.offer
    if offer:
        return deciding.deal(desk.teller, offer)
    if not desk.people:
        return ""
    missing = "to" if draft.to is None else "gives" if draft.gives.promise is None else "takes"
    return desk.say(f"lacks.{missing}")
