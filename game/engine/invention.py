"""An answer that a seat writes during the game: where it stands, and what happens to it."""

from attrs import frozen

from game.content.cards import Intervention
from game.content.inventing import Figures, Idea
from game.content.shapes import StakeholderId


@frozen
class Invention:
    """An answer that a seat wrote, what each voice estimates, and what the facilitator made of it; then its card."""

    player: StakeholderId
    round: int
    idea: Idea
    estimates: tuple[tuple[str, Figures], ...] = ()
    admitted: bool | None = None
    reason: str = ""
    card: Intervention | None = None


@frozen
class Invented:
    """A seat has written an answer of its own; the room estimates it."""

    player: StakeholderId
    number: int
    invention: Invention


@frozen
class Estimated:
    """So many voices have now estimated an invented answer."""

    round: int
    number: int
    invention: Invention


@frozen
class Admitted:
    """An invented answer is part of the game from now on, or was refused for a reason."""

    round: int
    number: int
    invention: Invention
