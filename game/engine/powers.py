"""The powers that the seats lose when surveillance passes its thresholds, and win back when it calms down."""

from typing import Final

from game.content.shapes import ChallengeId, InterventionId, LossId
from game.engine.state import Game

OPEN_BALLOTS: Final = LossId("open_ballots")
ALGORITHM_DECIDES: Final = LossId("algorithm_decides")


def vanished(game: Game, lost: tuple[LossId, ...], challenge: ChallengeId) -> frozenset[InterventionId]:
    return frozenset()


def opposing_cost(game: Game, lost: tuple[LossId, ...]) -> int:
    return 0
