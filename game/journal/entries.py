"""What a journal tells: what is played, by whom, each move and whatever else was done, on every line of play."""

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from attrs import evolve, field, frozen

from game.content.cards import Manner
from game.content.shapes import PAPER, ChallengeId, ProcedureId, ScenarioId, StakeholderId
from game.engine.moves import Move
from game.engine.seating import Seat

FORMAT: Final = 1
"""The number of this format; a reader refuses any other."""


@frozen
class Header:
    """What is played, by whom, and on which content."""

    scenario: ScenarioId
    procedure: ProcedureId
    rounds: int
    seed: int
    seats: tuple[Seat, ...]
    hashes: Mapping[str, str]
    version: str
    began: str
    """Date and time in ISO 8601, given by the caller."""
    pack: str = PAPER
    """The rule pack it is played with; older journals name none, and were played with the paper's."""
    pack_file: str = ""
    """Where the pack was found, when it is not among those installed."""
    manner: Manner = field(factory=Manner)
    """How the table votes; older journals say nothing, and voted in secret."""
    minutes: int = 0
    """The minutes of play planned; 0 for what the rules say."""
    agenda: tuple[ChallengeId, ...] = ()
    """The challenges asked, in order, when they are not all those of the scenario."""
    format: int = FORMAT


@frozen
class MoveMade:
    """A move that was accepted, and a digest of the state it led to."""

    move: Move
    digest: str


@frozen
class Undone:
    """The last move that still stood was taken back."""


@frozen
class SeatChanged:
    """A seat passed to other people, or to a computer player; newer journals say so by moves."""

    seat: Seat


@frozen
class Branched:
    """The table goes on from an earlier moment, on a line of its own: the first `at` moves of the present line hold."""

    at: int
    name: str


@frozen
class WentTo:
    """The table goes on with another line of play; 0 is the trunk, others count in the order they were opened."""

    line: int


@frozen
class Paced:
    """The facilitator has planned so many minutes of play; 0 goes back to what the rules say."""

    minutes: int


@frozen
class Weighed:
    """The room has said, before it played, how much each thing counts for it: points by name, `-` before what less of
    is better; none takes the weights back."""

    points: tuple[tuple[str, int], ...]


@frozen
class Forgotten:
    """A seat's names and written words have been deleted from every line of the file: how many, and on which day."""

    player: StakeholderId
    names: int
    texts: int
    on: str
    """A date in ISO 8601, given by the caller."""


Entry = MoveMade | Undone | SeatChanged | Branched | WentTo | Paced | Weighed | Forgotten
"""What a line after the first may hold."""


@frozen
class Line:
    """A line of play: the trunk, or a branch that left line `parent` after its first `at` moves."""

    moves: tuple[MoveMade, ...] = ()
    """All the moves that lead here, those before the branching included."""
    name: str = ""
    parent: int | None = None
    at: int = 0


@frozen
class Told:
    """A journal as read: its header, its entries, and whether a cut last line was dropped."""

    header: Header
    entries: tuple[Entry, ...]
    cut: bool = False
    sound_bytes: int = field(default=0, repr=False)
    """How much of the file is whole lines; a writer goes on from there."""

    def moves(self) -> tuple[MoveMade, ...]:
        """Returns the moves that stand on the present line, undone ones left out."""
        lines, present = self._followed
        return lines[present].moves

    def present(self) -> int:
        """Returns the line that the table was on at the end."""
        return self._followed[1]

    def lines(self) -> tuple[Line, ...]:
        """Returns the trunk, then the branches in the order they were opened, each with the moves that stand."""
        return self._followed[0]

    @cached_property
    def _followed(self) -> tuple[tuple[Line, ...], int]:
        return _follow(self.entries)

    def minutes(self) -> int:
        """Returns the minutes of play that were planned; 0 for what the rules say."""
        planned = (entry.minutes for entry in reversed(self.entries) if isinstance(entry, Paced))
        return next(planned, self.header.minutes)

    def weights(self) -> tuple[tuple[str, int], ...]:
        """Returns how much each thing counts for the room; nothing where it did not say."""
        weighed = (entry.points for entry in reversed(self.entries) if isinstance(entry, Weighed))
        return next(weighed, ())

    def forgotten(self) -> tuple[Forgotten, ...]:
        """Returns what was deleted from the file, in order."""
        return tuple(entry for entry in self.entries if isinstance(entry, Forgotten))

    def seats(self) -> tuple[Seat, ...]:
        """Returns who sits where at the end."""
        present = {seat.player: seat for seat in self.header.seats}
        present.update((e.seat.player, e.seat) for e in self.entries if isinstance(e, SeatChanged))
        return tuple(present.values())


def _follow(entries: tuple[Entry, ...]) -> tuple[tuple[Line, ...], int]:
    """Returns the lines of play that entries tell, and which one the table was on at the end."""
    lines, moves, present = [Line()], [list[MoveMade]()], 0
    for entry in entries:
        made = moves[present]
        match entry:
            case MoveMade():
                made.append(entry)
            case Undone() if len(made) > lines[present].at:
                made.pop()
            case Branched(at, name):
                lines.append(Line((), name, present, at))
                moves.append(made[:at])
                present = len(lines) - 1
            case WentTo(number) if number < len(lines):
                present = number
    return tuple(evolve(line, moves=tuple(made)) for line, made in zip(lines, moves, strict=True)), present
