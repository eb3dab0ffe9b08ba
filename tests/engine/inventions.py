"""An answer that a room invents, and the voices that estimate it, for tests of anything that must live with one."""

from typing import Final

from attrs import evolve

from game.content.cards import Leaning, Tech
from game.content.inventing import Figures, Idea
from game.engine.moves import Admit, Estimate, Invent, Move
from game.engine.state import Game, State

IDEA: Final = Idea(
    challenge="",
    language="fr",
    title="Le banc des voisins",
    words="Une heure par semaine, chacun réveille une cour d’immeuble : bancs, eau, ombre.",
    tech=Tech.LOW,
    leaning=Leaning.HUMAN,
    touches=("safety", "literacy"),
)
"""What a seat writes; its challenge is the one on the table."""
VOICES: Final = ("Ana", "Bo", "Chloé")


def idea_for(state: State, **other: object) -> Idea:
    """Returns the idea as an answer to the challenge on the table."""
    return evolve(IDEA, challenge=state.challenge, **other)


def figures(cost: int = 2000, build: int = 1000, safety: int = 3000, literacy: int = 2000) -> Figures:
    """Returns what one voice estimates of that idea, in thousandths."""
    return (("cost", cost), ("upkeep", 100), ("build", build), ("safety", safety), ("literacy", literacy))


GIVEN: Final = (figures(), figures(cost=4000, safety=-1000), figures(cost=3000, build=2000, safety=8000))
"""What the three voices estimate."""


def inventing(of: Game, state: State, player: str = "residents", **other: object) -> list[Move]:
    """Returns the moves by which a seat invents the next answer and the room admits it."""
    number = len(state.inventions)
    estimates = [Estimate(number, voice, given) for voice, given in zip(VOICES, GIVEN, strict=True)]
    return [Invent(player, idea_for(state, **other)), *estimates, Admit(number, True)]
