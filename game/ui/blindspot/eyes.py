"""Whose eyes are on the screen: everyone's, or one seat's while the others look away."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from attrs import field, frozen

from game.city.state import CityState
from game.content.shapes import StakeholderId
from game.engine.reveal import shown_on_table, shown_to
from game.engine.state import Game
from game.session import Session
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.wording.teller import Teller
from game.wording.words import Words

OPEN_FOR: Final = 25.0
"""Seconds that what is for one seat's eyes stays in view before it covers itself again."""


@frozen
class Look:
    """Pressing this hands the screen to a seat (None: back to everyone); `open` lifts the cover for it."""

    seat: StakeholderId | None = None
    open: bool = False


@frozen(slots=False)
class Eyes:
    """A session as those who look at the screen may see it now."""

    session: Session
    words: Words
    look: Look = field(factory=Look)

    @property
    def game(self) -> Game:
        """What stays the same for a whole session."""
        return self.session.game

    @cached_property
    def teller(self) -> Teller:
        """Tells the game in the language shown."""
        return Teller(self.game, self.words)

    @cached_property
    def cities(self) -> Sequence[CityState]:
        """The city at the start and after each round."""
        return self.session.cities

    @cached_property
    def on_table(self) -> frozenset[str]:
        """What everyone may see."""
        return shown_on_table(self.game, self.session.state)

    @cached_property
    def shown(self) -> frozenset[str]:
        """What may be on screen: more than everyone may see only while a seat looks alone."""
        if self.look.seat is None or not self.look.open:
            return self.on_table
        return shown_to(self.game, self.session.state, self.look.seat)

    @property
    def private(self) -> bool:
        """Whether the screen may hold something that is not for everyone."""
        return self.shown != self.on_table

    def say(self, key: str, **values: object) -> str:
        """Returns a sentence of these pages' own catalogue."""
        return self.words.say(f"blindspot.{key}", **values)


def eyes_bar(eyes: Eyes, large: bool, pointed: str = "") -> Node:
    """Returns whose eyes the screen is for, the seats that can ask to look alone, and the cover to lift.

    The seat whose sign is `pointed` at, by its key, is named beside the signs.
    """
    look, say = eyes.look, eyes.say
    seats: list[Node] = [
        w.IconButton(
            card.icon, say("for_seat", who=eyes.words.of(card.name)), "secondary", tall=48, on=look.seat == card.id,
            on_press=Look(None if look.seat == card.id else card.id), key=f"eyes {card.id}",
        )
        for card in eyes.game.model.scenario.stakeholders
    ]  # fmt: skip
    told, act = _cover(eyes)
    mark = w.Icon("eye-off" if look.seat and not look.open else "eye", 28, "accent" if look.seat else "soft")
    start = w.row(mark, w.Paragraph(told, t.BODY, t.MEDIUM, key="eyes told", grow=1), *act, gap=12, align="center")
    named = next((seat.label for seat in seats if seat.key == pointed), say("eyes"))
    end = w.row(w.caption(named), *seats, gap=6, align="center")
    start.grow = 0 if large else 1
    return w.Panel(
        w.column(start, end, gap=t.S) if large else w.row(start, end, gap=t.L, align="center"),
        fill="accent_tint" if look.open else "sunken", raised=False, pad=(8, t.M), key="eyes",
    )  # fmt: skip


def _cover(eyes: Eyes) -> tuple[str, tuple[Node, ...]]:
    look, say = eyes.look, eyes.say
    if look.seat is None:
        return say("for_all"), ()
    who = eyes.teller.seat(look.seat)
    if look.open:
        cover = w.Button(say("cover"), "eye-off", on_press=Look(look.seat), tall=48, size=t.SMALL, key="look")
        return say("seen_by", who=who), (cover,)
    lift = w.Button(say("look"), "eye", "primary", Look(look.seat, open=True), tall=48, size=t.SMALL, key="look")
    return say("look_away", who=who), (lift,)
