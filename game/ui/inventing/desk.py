"""What lies on the sheet: the answer being written, what each voice has typed, and what pressing something changes."""

from collections.abc import Mapping
from typing import Any, Final, Self

from attrs import evolve, field, frozen

from game.content.cards import Challenge, DataKind, Leaning, Tech
from game.content.inventing import BUILD, COST, PRICES, THOUSAND, UPKEEP, Figures, Idea
from game.content.shapes import IndicatorId, StakeholderId
from game.engine.inventing import VOICE_LONGEST, bounds, room_left, touchable, voices_needed
from game.engine.invention import Invention
from game.engine.phases import Phase
from game.engine.state import State
from game.keeping import Kept
from game.session import Session
from game.wording.inventing import figure, heard
from game.wording.teller import Teller
from game.wording.words import Words

STEPS: Final = {COST: 500, UPKEEP: 100, BUILD: THOUSAND}
"""Thousandths that a press on minus or plus changes a price by; of an effect, a point."""
FIRST: Final = {COST: 5000, UPKEEP: 300, BUILD: THOUSAND}
"""Where the first press begins, on an empty line; an effect begins at nothing."""


@frozen
class Draft:
    """An answer being written."""

    by: StakeholderId | None = None
    title: str = ""
    words: str = ""
    tech: Tech | None = None
    leaning: Leaning | None = None
    touches: tuple[IndicatorId, ...] = ()
    placed: bool = True
    data: DataKind = DataKind.NONE
    records: str = ""

    @property
    def lacks(self) -> str:
        """Returns what is still missing, by its name; "" when all of it is there."""
        wanted = ("title", "words", "tech", "leaning", "touches")
        empty = [name for name in wanted if not _said(getattr(self, name))]
        if self.data is not DataKind.NONE and not self.records.strip():
            empty.append("records")
        return empty[0] if empty else ""

    def idea(self, challenge: Challenge, language: str) -> Idea | None:
        """Returns the idea, None while something is missing."""
        if self.lacks or self.tech is None or self.leaning is None:
            return None
        records = self.records.strip() if self.data is not DataKind.NONE else ""
        return Idea(
            challenge.id, language, self.title.strip(), self.words.strip(), self.tech, self.leaning, self.touches,
            self.placed, self.data, records,
        )  # fmt: skip

    def touching(self, name: IndicatorId, most: int) -> Self:
        """Returns the draft with an indicator touched, or no longer; beyond the most, nothing changes."""
        if name in self.touches:
            return evolve(self, touches=tuple(each for each in self.touches if each != name))
        return self if len(self.touches) >= most else evolve(self, touches=(*self.touches, name))


def _said(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else bool(value)


@frozen
class Write:
    """Change the answer being written, by field."""

    values: dict[str, Any] = field(factory=dict)


@frozen
class Touch:
    """Say that the answer changes an indicator, or no longer."""

    name: IndicatorId


@frozen
class Turn:
    """Look at another step, another answer or another voice, by field of `Place`."""

    values: dict[str, Any] = field(factory=dict)


@frozen
class Figure:
    """Something was typed as a figure of the voice that speaks."""

    name: str
    typed: str


@frozen
class Nudge:
    """The voice that speaks moves a figure by a step."""

    name: str
    by: int


@frozen
class MoreVoices:
    """One more voice is heard."""


@frozen
class Give:
    """The voice that speaks gives its estimate."""


@frozen
class Reasoned:
    """A reason to refuse the answer was typed."""

    text: str


@frozen
class Place:
    """What is being looked at: which step, which answer, which voice."""

    step: str = "write"
    number: int = 0
    voice: str = ""
    more: int = 0
    """Voices added to those of the seats."""
    reason: str = ""


@frozen
class Desk:
    """What the sheet is written on: the session, the words, the draft, the figures typed so far."""

    session: Session
    words: Words
    draft: Draft
    place: Place
    typed: Mapping[tuple[int, str], Mapping[str, str]]
    kept: Kept | None = None
    """Where the answer being looked at was kept."""

    def say(self, key: str, **values: object) -> str:
        """Returns a sentence of the sheet's own catalogue."""
        return self.words.say(f"invent.{key}", **values)

    @property
    def state(self) -> State:
        """The present state."""
        return self.session.state

    @property
    def teller(self) -> Teller:
        """Tells the game."""
        return Teller(self.session.game, self.words)

    @property
    def held(self) -> Invention | None:
        """The answer being looked at."""
        held = self.state.inventions
        return held[self.place.number] if self.place.number < len(held) else None

    @property
    def challenge(self) -> Challenge | None:
        """The challenge that an answer can be written to now."""
        open_ = self.state.phase is Phase.PROPOSAL and self.state.challenge is not None
        return self.session.game.challenge(self.state.challenge) if open_ and self.state.challenge else None

    @property
    def people(self) -> tuple[StakeholderId, ...]:
        """Returns the seats held by people."""
        return tuple(seat for seat, held in self.session.holders.items() if held.heads)

    @property
    def room_left(self) -> int:
        """Returns how many more answers may be written."""
        return room_left(self.session.game, self.state)

    @property
    def touchable(self) -> tuple[IndicatorId, ...]:
        """Returns what an answer may change by itself."""
        return touchable(self.session.game.model.rules)

    @property
    def most(self) -> int:
        """Returns how many indicators an answer may touch."""
        return round(self.session.game.model.rules.inventing.touches.value)

    @property
    def missing(self) -> int:
        """Returns how many estimates are still needed of the answer being looked at."""
        return max(0, voices_needed(self.session.game) - len(self.held.estimates)) if self.held else 0

    def bounds(self, name: str) -> tuple[int, int]:
        """Returns the least and the most of a figure."""
        return bounds(self.session.game.model.rules, name)

    def name(self, figure_: str) -> str:
        """Returns what a figure is called."""
        return self.say(f"figure.{figure_}") if figure_ in PRICES else self.teller.measure(figure_)

    @property
    def voices(self) -> tuple[str, ...]:
        """Returns the voices: people named at the seats, else their seats; those that spoke; those added."""
        spoke = [voice for voice, _ in self.held.estimates] if self.held else []
        known = dict.fromkeys((*self._sat(), *spoke))
        added, number = 0, 0
        while added < self.place.more or len(known) < voices_needed(self.session.game):
            number += 1
            name = self.say("voice", n=self.words.whole(number))
            added += name not in spoke
            known.setdefault(name)
        return tuple(known)

    def _sat(self) -> list[str]:
        """Returns a voice for each person at the seats: their name, or that of their seat, numbered from the second.

        Two people of one name are told apart by their seats.
        """
        sat = [
            (name, self.teller.seat(seat) if number == 1 else f"{self.teller.seat(seat)} {number}")
            for seat, held in self.session.holders.items()
            for number, name in enumerate(held.people if held.heads else (), 1)
        ]
        names = [name for name, _ in sat]
        told = [f"{name} ({own})" if name and names.count(name) > 1 else name or own for name, own in sat]
        return [voice[:VOICE_LONGEST].strip() for voice in told]

    @property
    def voice(self) -> str:
        """Returns the voice that speaks: the one asked for, else the first that has not, else the first."""
        voices = self.voices
        if self.place.voice in voices:
            return self.place.voice
        return self.following or voices[0]

    @property
    def following(self) -> str:
        """Returns the next voice that has not spoken, "" when all have."""
        spoke = [voice for voice, _ in self.held.estimates] if self.held else []
        return next((voice for voice in self.voices if voice not in spoke), "")

    @property
    def given(self) -> Figures | None:
        """Returns what the voice that speaks has given already."""
        return dict(self.held.estimates).get(self.voice) if self.held else None

    def written(self, name: str) -> str:
        """Returns what stands in a line of the voice that speaks: what it typed, else what it gave."""
        typed = self.typed.get((self.place.number, self.voice), {})
        if name in typed:
            return typed[name]
        given = dict(self.given or ())
        return figure(self.words, name, given[name]) if name in given else ""

    def number(self, name: str) -> int | None:
        """Returns the figure in a line of the voice that speaks, None while it is none or passes its bounds."""
        low, high = self.bounds(name)
        number = heard(name, self.written(name))
        return number if number is not None and low <= number <= high else None

    @property
    def figures(self) -> Figures | None:
        """Returns the estimate of the voice that speaks, None while a figure is missing."""
        if self.held is None:
            return None
        told = [(name, self.number(name)) for name in self.held.idea.figures]
        return tuple((name, number) for name, number in told if number is not None) if all(
            number is not None for _, number in told
        ) else None

    def nudged(self, name: str, by: int) -> str:
        """Returns what a line reads after a step; an empty one begins at its first step."""
        low, high = self.bounds(name)
        before, step = self.number(name), STEPS.get(name, THOUSAND)
        after = before + by * step if before is not None else FIRST.get(name, by * THOUSAND)
        return figure(self.words, name, min(high, max(low, after)))
