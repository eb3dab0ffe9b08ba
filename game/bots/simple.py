"""Two plain computer players: one throws dice, one looks a few rounds ahead for itself."""

from typing import Final

from attrs import frozen

from game.bots.bot import Choice, Motive, Why
from game.bots.forecast import score
from game.bots.weighing import weighs_question
from game.content.shapes import InterventionId
from game.engine.chance import roll
from game.engine.decide.consent import Position
from game.engine.decide.decision import AS_IT_IS
from game.engine.moves import (
    Accept,
    Answer,
    Ballot,
    Decide,
    Grade,
    Join,
    Move,
    Pass,
    Pledge,
    Propose,
    Rank,
    Reply,
    Stand,
    Suggest,
    TakeStand,
    Vote,
)
from game.engine.observe import Observation
from game.engine.options import question_of
from game.engine.state import Game

LITTLE: Final = 0
"""A forecast above this is worth proposing; one below it is worth opposing."""


@frozen
class RandomBot:
    """Picks among its legal moves by addressed dice."""

    def choose(self, game: Game, seen: Observation) -> Choice:
        """Returns any legal move, each as likely as another; but first it answers what it was asked."""
        said = f"{len(seen.stances)}/{len(seen.proposals)}/{len(seen.suggested)}/{len(seen.objections)}/{seen.time}"
        address = f"{seen.player}/{seen.phase.value}/{seen.challenge}/{said}"
        due = tuple(move for move in seen.moves if isinstance(move, Accept | Reply)) or seen.moves
        picked = due[roll(game.seed, seen.round, "random bot", address, len(due))]
        return Choice(picked, Why(Motive.BY_CHANCE, about(picked)))


@frozen
class GreedyBot:
    """Takes the answer whose written effects serve its role card best, whatever it costs the others."""

    def choose(self, game: Game, seen: Observation) -> Choice:
        """Returns the legal move with the best forecast; ties go to the first in the order of legal moves."""
        best = max(seen.moves, key=lambda move: self._worth(game, seen, move))
        motive = Motive.NOTHING_FITS if isinstance(best, Pass) else Motive.BEST_FOR_ME
        return Choice(best, Why(motive, about(best)))

    def _worth(self, game: Game, seen: Observation, move: Move) -> tuple[int, int]:
        match move:
            case Propose():
                home = game.challenge(seen.challenge).district if seen.challenge else None
                return score(game, seen.player, move.intervention).total, int(move.district in (home, None))
            case Join():
                return abs(score(game, seen.player, move.intervention).total), int(self._likes(game, seen, move))
            case TakeStand():
                worth = score(game, seen.player, move.intervention).total
                return abs(worth), int((worth > LITTLE) == (move.stand is Stand.FOR))
            case Decide():
                return (self._total(game, seen, move.intervention) if move.intervention else LITTLE), 0
            case Vote() | Rank() | Grade() | Pledge() | Answer():
                return self._ballot_worth(game, seen, move), 0
            case Accept():
                return LITTLE, int(not move.accepts)
            case Suggest() | Reply():
                return LITTLE - 1, 0
        return LITTLE, 0

    def _ballot_worth(self, game: Game, seen: Observation, ballot: Ballot) -> int:
        match ballot:
            case Rank():
                best = len(ballot.order)
                return sum((best - place) * self._total(game, seen, each) for place, each in enumerate(ballot.order))
            case Grade():
                return sum(grade * self._total(game, seen, option) for option, grade in ballot.grades)
            case Pledge():
                return sum(tokens * self._total(game, seen, option) for option, tokens in ballot.tokens)
            case Answer():
                liked = self._total(game, seen, ballot.intervention) > LITTLE
                wanted = Position.CONSENT if liked else Position.ASIDE
                return int(ballot.position is wanted)
        return sum(self._total(game, seen, option) for option in ballot.approved)

    def _total(self, game: Game, seen: Observation, option: InterventionId) -> int:
        if option == AS_IT_IS:
            return LITTLE
        return weighs_question(game, seen, option) if question_of(option) else score(game, seen.player, option).total

    def _likes(self, game: Game, seen: Observation, move: Join) -> int:
        return 2 if score(game, seen.player, move.intervention).total > LITTLE else -1


def about(move: Move) -> InterventionId | None:
    """Returns the intervention a move is about, if it is about one."""
    match move:
        case Propose() | TakeStand() | Join() | Decide() | Suggest() | Accept() | Answer():
            return move.intervention
        case Vote():
            return move.approved[0] if move.approved else None
    return None
