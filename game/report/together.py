"""From the sessions of several tables to the figures that compare them; nothing of it tells who voted what."""

from collections.abc import Sequence
from typing import Final

from game.engine.bargaining import Fate, ledger
from game.engine.events import Decided
from game.report.figures import Series
from game.report.standing import LIVED, compass_of, groups_of, series_of
from game.report.togetherfigures import Choice, TableTold, Together
from game.session import Session
from game.wording import deciding
from game.wording.teller import Teller
from game.wording.words import Words

FEWEST: Final = 2
"""Tables that can be compared."""


def put_together(
    sessions: Sequence[tuple[str, Session]], words: Words, left_out: Sequence[str] = ()
) -> Together:
    """Returns tables of one scenario side by side, each with the name of its journal, in the order given.

    `left_out` says which journals are not among them, and why.
    """
    first = sessions[0][1]
    scenario = first.game.model.scenario
    tables = tuple(_table(number, name, each, words) for number, (name, each) in enumerate(sessions, 1))
    return Together(
        title=words.of(scenario.title),
        summary=words.of(scenario.summary),
        challenges=tuple(words.of(challenge.title) for challenge in scenario.challenges),
        tables=tables,
        same_luck=len({each.game.seed for _, each in sessions}) == 1,
        questions=tuple(words.say(f"merge.question.{n}") for n in (1, 2, 3)),
        left_out=tuple(left_out),
    )


def _table(number: int, journal: str, session: Session, words: Words) -> TableTold:
    teller, game, cities = Teller(session.game, words), session.game, session.cities
    fates = [entry.fate for entry in ledger(game, session.state, session.events)]
    return TableTold(
        number=number,
        journal=journal,
        way=teller.way(game.procedure),
        rounds=len(cities) - 1,
        over=session.over,
        people=sum(each.heads for each in session.holders.values()),
        series=_series(teller, session),
        compass=compass_of(teller, cities),
        groups=groups_of(teller, cities),
        choices=_choices(session, teller),
        kept=fates.count(Fate.KEPT),
        broken=fates.count(Fate.BROKEN),
    )


def _series(teller: Teller, session: Session) -> tuple[Series, ...]:
    names = [str(headline.id) for headline in session.game.model.rules.headlines]
    return tuple(series_of(teller, session.cities, name) for name in (*names, LIVED))


def _choices(session: Session, teller: Teller) -> tuple[Choice | None, ...]:
    """Returns what was decided last about each challenge of the scenario."""
    last = {event.challenge: event for event in session.events if isinstance(event, Decided)}
    found = (last.get(challenge.id) for challenge in session.game.model.scenario.challenges)
    return tuple(_choice(session, teller, event) if event else None for event in found)


def _choice(session: Session, teller: Teller, event: Decided) -> Choice:
    card = session.game.intervention(event.taken) if event.taken else None
    how = teller.way(event.procedure)
    if card is None:  # why nothing came of it; what was taken is told beside it
        own = deciding.of_challenge(event.decision, session.game.challenge(event.challenge))
        how = f"{how}. {deciding.decision(teller, own)}"
    return Choice(event.round, teller.title(card.id) if card else None, card.tech.value if card else None, how)
