"""Filling in any kind of ballot from what each option is worth to a seat."""

from collections.abc import Callable
from typing import Final

from game.bots.bot import Choice, Motive, Why
from game.bots.forecast import score
from game.bots.weighing import wanted_amendment
from game.city.exact import shared
from game.content.shapes import InterventionId, StakeholderId
from game.engine.ballots import BEST, ballot_kind_of, tokens_each
from game.engine.decide.consent import Position
from game.engine.decide.decision import AS_IT_IS
from game.engine.moves import Answer, Ballot, Grade, Pledge, Rank, Vote
from game.engine.observe import Observation
from game.engine.state import Game

CLOSE: Final = 0.5
"""A ballot approves the options worth at least this share of the best one."""
GRADE_STEP: Final = 120
"""Worth for which a grade goes up by one; what is worth nothing gets the grade just below the pass."""
LIVABLE: Final = -60
"""A seat consents to what is worth at least this to it."""
OBJECTIONABLE: Final = -180
"""Below this it objects; in between it stands aside."""
FEAR: Final = "fear:"
"""How a computer player writes its reason: the thing it follows, to be put into words in the reader's language."""

Worth = Callable[[InterventionId], int]


def fill_in(game: Game, seen: Observation, worth: Worth) -> Choice:
    """Returns a seat's ballot, of the kind that is cast at present, and its reason."""
    kind = ballot_kind_of(game, seen.procedure, seen.question)
    options = seen.decidable
    if kind is Answer:
        return _answer(game, seen, worth)
    ballot = _ballot(game, seen.player, kind, options, worth)
    best = max(options, key=worth, default=None)
    if best is None or worth(best) <= 0:
        return Choice(ballot, Why(Motive.NOTHING_FITS))
    if best == seen.question:
        return Choice(ballot, Why(Motive.HAS_A_SAY, best))
    heaviest = score(game, seen.player, best).heaviest
    return Choice(ballot, Why(Motive.LIKES if heaviest else Motive.LEANS, best, heaviest))


def _ballot(
    game: Game, player: StakeholderId, kind: type[Ballot] | None, options: tuple[InterventionId, ...], worth: Worth
) -> Ballot:
    liked = _liked(options, worth)
    if kind is Rank:
        ranked = sorted((*options, AS_IT_IS), key=lambda option: 0 if option == AS_IT_IS else -worth(option))
        return Rank(player, tuple(ranked))
    if kind is Grade:
        least = round(game.model.rules.deciding.pass_grade.value)
        grades = ((option, least - 1 + -(-worth(option) // GRADE_STEP)) for option in options)
        return Grade(player, tuple((option, min(BEST, max(0, grade))) for option, grade in grades))
    if kind is Pledge:
        tokens = shared(tokens_each(game), [(option, worth(option)) for option in liked]) if liked else {}
        return Pledge(player, tuple((option, given) for option, given in tokens.items() if given))
    return Vote(player, liked)


def _liked(options: tuple[InterventionId, ...], worth: Worth) -> tuple[InterventionId, ...]:
    best = max((worth(option) for option in options), default=0)
    return tuple(option for option in options if worth(option) > 0 and worth(option) >= CLOSE * best)


def _answer(game: Game, seen: Observation, worth: Worth) -> Choice:
    """Answers a proposal under consent: an objection names what the seat fears for, and what would lift it."""
    option = seen.considered
    assert option is not None
    if worth(option) >= LIVABLE:
        return Choice(Answer(seen.player, option, Position.CONSENT), Why(Motive.LIVABLE, option))
    may_object = any(isinstance(m, Answer) and m.position is Position.OBJECT for m in seen.moves)
    if option == seen.question or worth(option) >= OBJECTIONABLE or not may_object:
        return Choice(Answer(seen.player, option, Position.ASIDE), Why(Motive.LIVABLE, option))
    feared = score(game, seen.player, option).heaviest
    proposal = next(each for each in seen.proposals if each.intervention == option)
    remedy = wanted_amendment(game, seen, proposal)
    reason = f"{FEAR}{feared}" if feared else FEAR
    motive = Motive.FEARS if feared else Motive.LEANS
    return Choice(Answer(seen.player, option, Position.OBJECT, reason, remedy), Why(motive, option, feared))
