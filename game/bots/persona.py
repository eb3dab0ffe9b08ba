"""A computer player that plays its role card: it proposes, amends, joins, deals and votes for what it follows."""

from typing import Final

from attrs import frozen

from game.bots.balloting import fill_in
from game.bots.bot import Choice, Motive, Why
from game.bots.forecast import Score, score
from game.bots.weighing import wanted_amendment, weighs
from game.content.shapes import InterventionId
from game.engine.moves import (
    Accept,
    Change,
    Decide,
    Join,
    Move,
    Pass,
    Proceed,
    Promise,
    PromiseKind,
    Propose,
    Reply,
    Stand,
    Suggest,
    TakeStand,
)
from game.engine.observe import Observation
from game.engine.phases import Phase
from game.engine.state import ALGORITHM, Game

WORTH_PROPOSING: Final = 60
"""A seat speaks up for an answer that serves its role by more than this; below it, it keeps silent."""
WORTH_JOINING: Final = 300
"""A seat becomes a partner unasked where an answer serves its role by more than this."""
VOICE: Final = 30
"""What one seat's word for or against is worth to the seat that holds the mandate."""
UNBEARABLE: Final = -200
"""The seat with the mandate refuses what the optimiser picked when it is worth less than this to it."""
GIVEN_WORD: Final = 150
"""What a promise weighs with the seat that has made it."""


@frozen
class PersonaBot:
    """Plays its role card in good faith and says why in one sentence."""

    def choose(self, game: Game, seen: Observation) -> Choice:
        """Returns the move the role would make."""
        replies = [m for m in seen.moves if isinstance(m, Reply) and m.agrees]
        if replies:
            return self._replies(game, seen, replies[0])
        match seen.phase:
            case Phase.PROPOSAL:
                return self._proposes(game, seen)
            case Phase.DELIBERATION:
                return self._deliberates(game, seen)
            case Phase.DECISION:
                return self._decides(game, seen)
        return Choice(Proceed(), Why(Motive.NOTHING_FITS))

    def _replies(self, game: Game, seen: Observation, yes: Reply) -> Choice:
        """Takes a deal when what both sides would do, if they keep their word, serves its role."""
        offer = seen.deals[yes.number].offer
        worth = sum(self._promised(game, seen, each) for each in (offer.gives, offer.takes) if each)
        if worth >= 0:
            return Choice(yes, Why(Motive.GOOD_DEAL))
        return Choice(Reply(yes.player, yes.number, False), Why(Motive.BAD_DEAL))

    def _promised(self, game: Game, seen: Observation, promise: Promise) -> int:
        """Returns what it is worth to a seat that a promise is kept, by whomever."""
        if promise.intervention is None:
            return 0
        worth = weighs(game, seen, promise.intervention)
        return worth if promise.kind is PromiseKind.BACK else -worth

    def _proposes(self, game: Game, seen: Observation) -> Choice:
        assert seen.challenge is not None
        home = game.challenge(seen.challenge).district
        offers = [m for m in seen.moves if isinstance(m, Propose) and m.district in (home, None)]
        offers.sort(key=lambda move: -self._weighs(game, seen, move.intervention))
        if not offers or self._weighs(game, seen, offers[0].intervention) <= WORTH_PROPOSING:
            return Choice(Pass(seen.player), Why(Motive.NOTHING_FITS))
        return self._because(game, seen, offers[0], offers[0].intervention)

    def _deliberates(self, game: Game, seen: Observation) -> Choice:
        amended = self._accepts(game, seen) or self._suggests(game, seen)
        if amended:
            return amended
        asked = {each.intervention for each in seen.proposals if seen.player in each.missing}
        for move in seen.moves:
            if isinstance(move, Join):
                least = 0 if move.intervention in asked else WORTH_JOINING
                if self._weighs(game, seen, move.intervention) > least:
                    return self._because(game, seen, move, move.intervention)
        proposals = [proposal.intervention for proposal in seen.proposals]
        subject = max(proposals, key=lambda intervention: abs(self._weighs(game, seen, intervention)))
        against = any(isinstance(m, TakeStand) and m.stand is Stand.AGAINST for m in seen.moves)
        stand = Stand.AGAINST if against and self._weighs(game, seen, subject) <= 0 else Stand.FOR
        return self._because(game, seen, TakeStand(seen.player, subject, stand), subject)

    def _accepts(self, game: Game, seen: Observation) -> Choice | None:
        """Takes up what others ask of its proposal, unless it would turn it into something it does not want."""
        answers = [move for move in seen.moves if isinstance(move, Accept)]
        for move in answers:
            lower = move.amendment.change is Change.LEVEL
            if move.accepts and (not lower or self._weighs(game, seen, InterventionId(move.amendment.to)) > 0):
                return Choice(move, Why(Motive.TOGETHER, move.intervention))
        declined = [move for move in answers if not move.accepts]
        return self._because(game, seen, declined[0], declined[0].intervention) if declined else None

    def _suggests(self, game: Game, seen: Observation) -> Choice | None:
        """Suggests one amendment at most to each deliberation."""
        own = any(each.player == seen.player for each in seen.suggested)
        if own or seen.player in seen.heard or any(seen.player in each.authors for each in seen.proposals):
            return None
        for proposal in seen.proposals:
            wanted = wanted_amendment(game, seen, proposal)
            if wanted and Suggest(seen.player, proposal.intervention, wanted) in seen.moves:
                motive = Motive.CLAUSE if wanted.change is Change.CLAUSE else Motive.SIMPLER
                return Choice(Suggest(seen.player, proposal.intervention, wanted), Why(motive, proposal.intervention))
        return None

    def _decides(self, game: Game, seen: Observation) -> Choice:
        choices = {m.intervention: m for m in seen.moves if isinstance(m, Decide)}
        if not choices:
            return fill_in(game, seen, lambda option: self._weighs(game, seen, option))
        if seen.procedure == ALGORITHM:
            return self._trusts(game, seen, choices)
        best = max(
            (option for option in choices if option is not None),
            key=lambda option: self._hears(game, seen, option),
            default=None,
        )
        if best is None or self._hears(game, seen, best) <= 0:
            return Choice(Decide(seen.player, None), Why(Motive.NOTHING_FITS))
        return self._because(game, seen, choices[best], best)

    def _trusts(self, game: Game, seen: Observation, choices: dict[InterventionId | None, Decide]) -> Choice:
        picked = seen.pick.winner if seen.pick else None
        refusals = [move for option, move in choices.items() if option != picked]
        subject = picked or seen.question
        if refusals and subject is not None:
            worth = self._weighs(game, seen, subject)
            if worth < UNBEARABLE if picked else worth > -UNBEARABLE:
                return self._because(game, seen, refusals[0], subject)
        return Choice(choices[picked], Why(Motive.TRUSTS_FORECAST, picked))

    def _weighs(self, game: Game, seen: Observation, option: InterventionId) -> int:
        return weighs(game, seen, option) + self._given_word(seen, option)

    def _given_word(self, seen: Observation, option: InterventionId) -> int:
        """Returns what the seat's own promises about an answer weigh: it means to keep them."""
        own = [
            deal.offer.gives if deal.offer.player == seen.player else deal.offer.takes
            for deal in seen.deals
            if deal.agreed and seen.player in (deal.offer.player, deal.offer.partner)
        ]
        kinds = [promise.kind for promise in own if promise and promise.intervention == option]
        return GIVEN_WORD * (kinds.count(PromiseKind.BACK) - kinds.count(PromiseKind.OPPOSE))

    def _hears(self, game: Game, seen: Observation, option: InterventionId) -> int:
        said = [stance.stand for stance in seen.stances if stance.intervention == option]
        voices = said.count(Stand.FOR) - said.count(Stand.AGAINST)
        return self._weighs(game, seen, option) + VOICE * voices

    def _because(self, game: Game, seen: Observation, move: Move, option: InterventionId) -> Choice:
        if option == seen.question:
            return Choice(move, Why(Motive.HAS_A_SAY, option))
        forecast = score(game, seen.player, option)
        liked = self._weighs(game, seen, option) > 0
        if _tasteful(forecast) or forecast.heaviest is None:
            return Choice(move, Why(Motive.LEANS, option))
        return Choice(move, Why(Motive.LIKES if liked else Motive.FEARS, option, forecast.heaviest))


def _tasteful(forecast: Score) -> bool:
    """Tells whether taste for a tech level, more than any effect, made the forecast."""
    return abs(forecast.leaning) > abs(forecast.total - forecast.leaning)
