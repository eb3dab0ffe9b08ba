"""What a computer player is: something that, seeing what its seat sees, makes a move and gives a reason."""

from enum import Enum
from typing import Protocol

from attrs import frozen

from game.content.shapes import InterventionId
from game.engine.moves import Move
from game.engine.observe import Observation
from game.engine.state import Game


class Motive(Enum):
    """Why a computer player moved as it did."""

    LIKES = "likes"
    """The answer moves something it follows the way it wants."""
    FEARS = "fears"
    """The answer moves something it follows the other way."""
    LEANS = "leans"
    """The answer is of a kind of technology it trusts, or distrusts."""
    BEST_FOR_ME = "best_for_me"
    """Of all moves, the one that serves its role best a few rounds on."""
    NOTHING_FITS = "nothing_fits"
    """No answer on offer serves its role."""
    CLAUSE = "clause"
    """With a data clause the answer watches people less."""
    SIMPLER = "simpler"
    """A simpler answer would serve it better."""
    TOGETHER = "together"
    """A proposal made with others is better received."""
    LIVABLE = "livable"
    """It has no objection worth stopping the answer for."""
    HAS_A_SAY = "has_a_say"
    """Deciding in that way gives it a voice, or takes it away."""
    TRUSTS_FORECAST = "trusts_forecast"
    """It leaves it to the optimiser."""
    GOOD_DEAL = "good_deal"
    """The deal gives it more than it asks."""
    BAD_DEAL = "bad_deal"
    """The deal asks more than it gives."""
    BY_CHANCE = "by_chance"
    """The dice chose."""


@frozen
class Why:
    """A reason as data: the motive, the answer it is about, and the thing followed that weighed most."""

    motive: Motive
    intervention: InterventionId | None = None
    watched: str | None = None


@frozen
class Choice:
    """A move and its reason."""

    move: Move
    why: Why


class Bot(Protocol):
    """A computer player. It keeps nothing between moves: the same observation gives the same choice."""

    def choose(self, game: Game, seen: Observation) -> Choice:
        """Returns one of `seen.moves`; `seen.moves` is never empty when the table awaits the seat."""
        ...
