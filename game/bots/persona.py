"""A computer player that plays its role card: it proposes, speaks, joins and votes for what the role follows."""

from typing import Final

from attrs import frozen

from game.bots.bot import Choice, Motive, Why
from game.bots.forecast import Score, score
from game.content.shapes import InterventionId
from game.engine.chance import roll
from game.engine.moves import Decide, Join, Move, Pass, Proceed, Propose, Stand, TakeStand, Vote
from game.engine.observe import Observation
from game.engine.phases import Phase
from game.engine.state import Game

WORTH_PROPOSING: Final = 60
"""A seat speaks up for an answer that serves its role by more than this; below it, it keeps silent."""
WHIM: Final = 140
"""Personas of the same role don't always weigh the same: a forecast wavers by up to this much."""
VOICE: Final = 30
"""What one seat's word for or against is worth to the seat that holds the mandate."""
CLOSE: Final = 0.5
"""A ballot approves the answers worth at least this share of the best one."""


@frozen
class PersonaBot:
    """Plays its role card in good faith and says why in one sentence."""

    def choose(self, game: Game, seen: Observation) -> Choice:
        """Returns the move the role would make."""
        match seen.phase:
            case Phase.PROPOSAL:
                return self._proposes(game, seen)
            case Phase.DELIBERATION:
                return self._deliberates(game, seen)
            case Phase.DECISION:
                return self._decides(game, seen)
        return Choice(Proceed(), Why(Motive.NOTHING_FITS))

    def _proposes(self, game: Game, seen: Observation) -> Choice:
        assert seen.challenge is not None
        home = game.challenge(seen.challenge).district
        offers = [m for m in seen.moves if isinstance(m, Propose) and m.district in (home, None)]
        offers.sort(key=lambda move: -self._weighs(game, seen, move.intervention))
        if not offers or self._weighs(game, seen, offers[0].intervention) <= WORTH_PROPOSING:
            return Choice(Pass(seen.player), Why(Motive.NOTHING_FITS))
        return self._because(game, seen, offers[0], offers[0].intervention)

    def _deliberates(self, game: Game, seen: Observation) -> Choice:
        joins = [m for m in seen.moves if isinstance(m, Join) and self._weighs(game, seen, m.intervention) > 0]
        if joins:
            return self._because(game, seen, joins[0], joins[0].intervention)
        proposals = [proposal.intervention for proposal in seen.proposals]
        subject = max(proposals, key=lambda intervention: abs(self._weighs(game, seen, intervention)))
        stand = Stand.FOR if self._weighs(game, seen, subject) > 0 else Stand.AGAINST
        return self._because(game, seen, TakeStand(seen.player, subject, stand), subject)

    def _decides(self, game: Game, seen: Observation) -> Choice:
        choices = {m.intervention: m for m in seen.moves if isinstance(m, Decide) and m.intervention is not None}
        if choices:
            best = max(choices, key=lambda intervention: self._hears(game, seen, intervention))
            if self._hears(game, seen, best) > 0:
                return self._because(game, seen, choices[best], best)
        if any(isinstance(m, Decide) for m in seen.moves):
            return Choice(Decide(seen.player, None), Why(Motive.NOTHING_FITS))
        ballots = [m for m in seen.moves if isinstance(m, Vote)]
        weighed = {c: self._weighs(game, seen, c) for m in ballots for c in m.approved}
        best_weight = max(weighed.values(), default=0)
        liked = {c for c, weight in weighed.items() if weight > 0 and weight >= CLOSE * best_weight}
        ballot = max(ballots, key=lambda vote: len(liked.intersection(vote.approved)) - len(set(vote.approved) - liked))
        if not ballot.approved:
            return Choice(ballot, Why(Motive.NOTHING_FITS))
        top = max(ballot.approved, key=lambda intervention: self._weighs(game, seen, intervention))
        return self._because(game, seen, ballot, top)

    def _weighs(self, game: Game, seen: Observation, intervention: InterventionId) -> int:
        who = f"{seen.player}/{intervention}"
        return score(game, seen.player, intervention).total + roll(game.seed, 0, "whim", who, 2 * WHIM + 1) - WHIM

    def _hears(self, game: Game, seen: Observation, intervention: InterventionId) -> int:
        said = [stance.stand for stance in seen.stances if stance.intervention == intervention]
        voices = said.count(Stand.FOR) - said.count(Stand.AGAINST)
        return self._weighs(game, seen, intervention) + VOICE * voices

    def _because(self, game: Game, seen: Observation, move: Move, intervention: InterventionId) -> Choice:
        forecast = score(game, seen.player, intervention)
        liked = self._weighs(game, seen, intervention) > 0
        if _tasteful(forecast) or forecast.heaviest is None:
            return Choice(move, Why(Motive.LEANS, intervention))
        return Choice(move, Why(Motive.LIKES if liked else Motive.FEARS, intervention, forecast.heaviest))


def _tasteful(forecast: Score) -> bool:
    """Tells whether taste for a tech level, more than any effect, made the forecast."""
    return abs(forecast.leaning) > abs(forecast.total - forecast.leaning)
