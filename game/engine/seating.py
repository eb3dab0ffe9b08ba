"""Who sits where: people, by head-count and by name where they gave one, a computer player, or nobody.

A seat is a role. What it has proposed, promised, cast and scored stays with it, whoever holds it. Nothing here
changes the city: these are the facilitator's moves about people, and what came of them.
"""

from typing import Final

from attrs import frozen

from game.content.shapes import StakeholderId

COMPUTER: Final = "persona"
"""The computer player that holds a seat where no other is named."""
COMPUTERS: Final = (COMPUTER, "greedy", "random")
"""Computer players by the name a journal and the command line use."""
SOMEBODY: Final = ("",)
"""One person who gave no name."""


@frozen
class Seat:
    """Who sits at a seat at first: people (their names, if they gave any) or a computer player (its kind)."""

    player: StakeholderId
    people: tuple[str, ...] = ()
    bot: str | None = None


@frozen
class Holder:
    """Who holds a seat at one moment."""

    home: StakeholderId
    """The seat that these people took first: another one while they walk in somebody's shoes."""
    people: tuple[str, ...] = SOMEBODY
    """One name a person, empty for those who gave none; they are kept while a computer player stands in for them."""
    bot: str | None = None
    """The kind of computer player, None for people."""
    abstains: bool = False
    """Whether nobody is there and the table does not wait for the seat."""

    @property
    def heads(self) -> int:
        """Returns how many people hold the seat."""
        return 0 if self.bot else len(self.people)

    @property
    def vacant(self) -> bool:
        """Tells whether nobody is left, and nothing has been settled for the seat."""
        return not (self.people or self.bot or self.abstains)


Roster = tuple[tuple[StakeholderId, Holder], ...]
"""The seats whose holders have changed since the session began."""


@frozen
class Lent:
    """Two seats whose people have changed places until a round begins."""

    one: StakeholderId
    other: StakeholderId
    until: int

    def has(self, player: StakeholderId) -> bool:
        """Tells whether a seat is one of the two."""
        return player in (self.one, self.other)


@frozen
class Gather:
    """From now on these people hold a seat: some came late, some have left, some take it back from the computer.

    One name a person, empty for those who give none. With nobody the seat waits for a holder.
    """

    player: StakeholderId
    people: tuple[str, ...]


@frozen
class Entrust:
    """A computer player of that kind takes a seat, at once and until people take it back."""

    player: StakeholderId
    bot: str = COMPUTERS[0]


@frozen
class LeaveEmpty:
    """A seat that nobody is left at stays empty: it abstains, and the table no longer waits for it."""

    player: StakeholderId


@frozen
class Swap:
    """The people of two seats change places for so many rounds, 0 for the rest; again, to go back before that."""

    one: StakeholderId
    other: StakeholderId
    rounds: int = 0


SeatingMove = Gather | Entrust | LeaveEmpty | Swap
"""The moves about who sits where."""


@frozen
class Gathered:
    """So many people hold a seat, after so many; `back` when they have taken it from a computer player."""

    round: int
    player: StakeholderId
    before: int
    people: int
    back: bool = False


@frozen
class Entrusted:
    """A computer player has taken a seat."""

    round: int
    player: StakeholderId
    bot: str


@frozen
class SeatLeftEmpty:
    """A seat stays empty and abstains."""

    round: int
    player: StakeholderId


@frozen
class Swapped:
    """The people of two seats have changed places, for so many rounds, 0 for the rest."""

    round: int
    one: StakeholderId
    other: StakeholderId
    rounds: int


@frozen
class SwappedBack:
    """The people of two seats have gone back to where they were."""

    round: int
    one: StakeholderId
    other: StakeholderId


SeatingEvent = Gathered | Entrusted | SeatLeftEmpty | Swapped | SwappedBack
"""What comes of the moves about who sits where."""
