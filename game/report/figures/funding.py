"""Who funded what under a participatory budget, seat by seat; without the seats where the ballots were secret."""

from typing import Literal

from attrs import frozen

Unit = Literal["money", "tokens", "votes"]
"""What a seat puts in: thousandths of M€ from a purse of its own, or tokens or votes where one purse pays for all."""


@frozen
class Share:
    """What one seat put into a project; `seat`, its name, and `player` are empty where the ballots were secret."""

    seat: str
    amount: int
    player: str = ""


@frozen
class Funded:
    """A project that a participatory budget paid for; shares in the order of the seats, or the largest first."""

    round: int
    id: str
    name: str
    cost: int
    shown: bool
    """Whether everyone may see who put in what."""
    shares: tuple[Share, ...]

    def of(self, seat: str) -> int:
        """Returns what a seat put into it; 0 where that is not to be seen."""
        return next((share.amount for share in self.shares if share.seat == seat), 0)

    @property
    def whole(self) -> int:
        """Returns what all seats put into it together."""
        return sum(share.amount for share in self.shares)


@frozen
class Funding:
    """Every project that a participatory budget paid for, in order, and the seats that could vote."""

    unit: Unit
    seats: tuple[str, ...]
    projects: tuple[Funded, ...]

    @property
    def shown(self) -> tuple[Funded, ...]:
        """Returns the projects of which everyone may see who put in what."""
        return tuple(project for project in self.projects if project.shown)

    def given(self, seat: str) -> int:
        """Returns what a seat put into all projects together, as far as that is to be seen."""
        return sum(project.of(seat) for project in self.shown)
