"""How the city decided, and how else it could have: the session recounted, and played in each of the seven ways."""

from game.bots.persona import PersonaBot
from game.bots.ways import Played, compared
from game.city.scoring import level_of
from game.content.cards import Paper
from game.content.shapes import ProcedureId
from game.engine.bargaining import Entry, ledger
from game.engine.decide.decision import Decision
from game.engine.events import CityMoved, Counted, ScoresHidden, ScoresShown, WayChanged
from game.engine.recount import whole_session, wished
from game.engine.state import BUDGET, CONSENT, EXPERTS, MAJORITY, RANKED, Game
from game.report.figures import Counting, GivenWord, Otherwise, Ruling, WayPlayed, Ways
from game.report.standing import LIVED
from game.session import Session
from game.wording import deciding
from game.wording.teller import Teller

BESIDE = ("trust", "participation")
"""What is compared beside lived quality and the gauges."""

SEATS = "report.votes"
COUNTED = {MAJORITY: SEATS, CONSENT: SEATS, RANKED: "report.firsts", EXPERTS: "report.grades"}
"""What each way counts, by the key that says so many of them; the others count nothing, or a budget's own ballots."""


def counted_in(game: Game, way: ProcedureId) -> str:
    """Returns the key that says what a way of deciding counts for an answer; empty where it counts nothing."""
    if way == BUDGET:
        return "report.tokens" if game.manner.paper is Paper.TOKENS else SEATS
    return COUNTED.get(way, "")


def rulings(session: Session, teller: Teller) -> tuple[Ruling, ...]:
    """Returns the way the session opened in, then each way it changed to, with the first round it was used in."""
    changed = (event for event in session.events if isinstance(event, WayChanged))
    opened = Ruling(1, teller.way(session.game.procedure))
    return (opened, *(Ruling(event.round, teller.way(event.after)) for event in changed))


def blind_rounds(session: Session) -> tuple[int, ...]:
    """Returns the rounds whose outcome the table saw without its scores: the facilitator had hidden them."""
    found, hidden = [], False
    for event in session.events:
        hidden = isinstance(event, ScoresHidden) or (hidden and not isinstance(event, ScoresShown))
        if hidden and isinstance(event, CityMoved):
            found.append(event.round)
    return tuple(found)


def given_words(session: Session, teller: Teller) -> tuple[GivenWord, ...]:
    """Returns every promise of the deals agreed, in the order they were offered, and what came of it."""
    return tuple(told_word(teller, entry) for entry in ledger(session.game, session.state, session.events))


def told_word(teller: Teller, entry: Entry) -> GivenWord:
    """Returns a promise of the ledger in words, and what came of it."""
    told = deciding.given_word(teller, entry.by, entry.to, entry.promise)
    return GivenWord(entry.deal.round, told, entry.fate.value)


def steps_told(teller: Teller, decision: Decision) -> tuple[str, ...]:
    """Returns each step of a count in words, without the purses: a table of its own has them, where they are shown."""
    return tuple(deciding.numbered(teller, decision.nameless()))


def otherwise(session: Session, teller: Teller) -> Otherwise:
    """Returns how else the city could have decided. Plays the scenario seven times: seconds, not milliseconds."""
    return Otherwise(recount(session, teller), ways(session, teller))


def recount(session: Session, teller: Teller) -> tuple[Counting, ...]:
    """Returns what each rule that shares money out makes of all the session's wishes together; nothing where none were.

    Who would have got nothing is told only where every ballot was shown; elsewhere it would tell what seats want.
    """
    every = wished(event for event in session.events if isinstance(event, Counted) and event.question is None)
    shown = all(each.shown for each in every)
    return tuple(
        Counting(
            teller.words.say(f"recount.rule.{each.rule.value}"),
            tuple(teller.title(option) for option in each.decision.chosen),
            each.spent,
            tuple(teller.seat(seat) for seat in each.empty) if shown else (),
            len(each.empty),
        )
        for each in whole_session(session.game, every)
    )


def ways(session: Session, teller: Teller) -> Ways:
    """Returns the scenario under each way of deciding: the same luck, a computer player in every seat."""
    game = session.game
    names = (LIVED, *(str(headline.id) for headline in game.model.rules.headlines), *BESIDE)
    played = tuple(_way(session, teller, each, names) for each in compared(game, PersonaBot()))
    start = tuple(level_of(game.model, game.start, name) for name in names)
    return Ways(tuple(teller.measure(name) for name in names), start, played)


def _way(session: Session, teller: Teller, played: Played, names: tuple[str, ...]) -> WayPlayed:
    game = session.game
    levels = tuple(level_of(game.model, played.city, name) for name in names)
    opening = played.way == game.procedure
    return WayPlayed(teller.way(played.way), opening, levels, played.decided, played.contested, played.lost)
