"""From the counts of a session to who funded what: the parts that each count told of, named only where that is open."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm

from game.city.exact import shared
from game.content.cards import Paper, Sharing
from game.engine.decide.decision import Amount, Step, StepKind
from game.engine.events import Counted
from game.engine.state import BUDGET, Game
from game.report.figures.funding import Funded, Funding, Share, Unit
from game.session import Session
from game.wording.teller import Teller


def funding(session: Session, teller: Teller) -> Funding | None:
    """Returns who funded what; None where no participatory budget paid for anything."""
    found = tuple(funded(session, teller))
    seats = tuple(teller.seat(player) for player in session.game.players)
    return Funding(unit_of(session.game), seats, found) if found else None


def unit_of(game: Game) -> Unit:
    """Returns what seats put in under a game's participatory budget."""
    if game.manner.count is Sharing.EQUAL_SHARES:
        return "money"
    return "tokens" if game.manner.paper is Paper.TOKENS else "votes"


def funded(session: Session, teller: Teller) -> Iterator[Funded]:
    """Yields each project that a participatory budget paid for, in the order it was funded."""
    for event in session.events:
        if isinstance(event, Counted) and event.procedure == BUDGET and event.question is None:
            for step in event.decision.steps:
                if step.kind is StepKind.FUNDED and step.option is not None:
                    cost, name = event.prices[step.option], teller.title(step.option)
                    shares = _shares(session, teller, step, cost, event.shown)
                    yield Funded(event.round, step.option, name, cost, event.shown, shares)


def _shares(session: Session, teller: Teller, step: Step, cost: int, shown: bool) -> tuple[Share, ...]:
    """Returns the shares of a project: by seat, or without their names and the largest first."""
    parts = _whole(step.parts, cost if step.purses else sum(each.given for each in step.backing))
    if shown:
        giving = (player for player in session.game.players if player in parts)
        return tuple(Share(teller.seat(player), parts[player], player) for player in giving)
    return tuple(Share("", amount) for amount in sorted(parts.values(), reverse=True))


def _whole(parts: Sequence[tuple[str, Amount]], whole: int) -> dict[str, int]:
    """Returns exact parts as whole numbers that sum to the whole."""
    exact = [(voter, Fraction(amount)) for voter, amount in parts if amount]
    unit = lcm(*(amount.denominator for _, amount in exact))
    return shared(whole, [(voter, int(amount * unit)) for voter, amount in exact])
