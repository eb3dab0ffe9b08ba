"""The books of a session: every amount of money and of time that came in or went out, by name, from the events."""

from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from game.city.exact import milli
from game.city.upkeep import incomes, upkeeps
from game.engine import events as happened
from game.engine.asking import time_taken
from game.engine.events import Event
from game.engine.state import BUDGET, Game, State
from game.session import Session
from game.wording.teller import Teller


class Post(Enum):
    """What an amount is for."""

    INCOME = "income"
    """What comes in every round."""
    GROWTH = "growth"
    """What prosperity adds to the income or takes from it."""
    BUILT = "built"
    """Public money for what was decided."""
    FEE = "fee"
    """What deciding costs in itself."""
    CLAUSE = "clause"
    """A data clause on a project."""
    UPKEEP = "upkeep"
    """What open projects cost every round."""
    GIVEN = "given"
    """Time that a new round brings."""
    DECISION = "decision"
    """Time that deciding a challenge takes."""
    QUESTION = "question"
    """Time that deciding a question of the room takes."""
    AMENDMENT = "amendment"
    """Time that working on a proposal together takes."""
    OPPOSING = "opposing"
    """Time that opposing takes where that power is lost, or that refusing the optimiser takes."""


@frozen
class Entry:
    """One amount in one round, in thousandths: positive when it came in."""

    round: int
    post: Post
    name: str
    amount: int


@frozen
class Book:
    """Money or time: what there was at the start, and every entry since; together they are what is left."""

    start: int
    entries: tuple[Entry, ...]
    private: tuple[Entry, ...] = ()
    """What investors paid: it never went through the city's purse."""

    def during(self, since: int) -> tuple[Entry, ...]:
        """Returns the entries of the rounds after one."""
        return tuple(entry for entry in self.entries if entry.round > since)

    def at(self, round_: int) -> int:
        """Returns what was left at the end of a round."""
        return self.start + sum(entry.amount for entry in self.entries if entry.round <= round_)


def purse(session: Session, teller: Teller) -> Book:
    """Returns the city's money."""
    game = session.game
    found = tuple(entry for event in session.events for entry in _paid(game, event, teller) if entry.amount)
    private = tuple(
        Entry(event.round, Post.BUILT, teller.title(event.taken), event.private)
        for event in session.events
        if isinstance(event, happened.Decided) and event.taken and event.private
    )
    return Book(milli(game.model.rules.finance.start.value), found, private)


def _paid(game: Game, event: Event, teller: Teller) -> Iterator[Entry]:
    """Yields what an event did to the purse."""
    match event:
        case happened.Decided():
            if event.taken is not None:
                yield Entry(event.round, Post.BUILT, teller.title(event.taken), -event.public)
            yield Entry(event.round, Post.FEE, teller.title(event.challenge), -event.fee)
        case happened.ClauseAdded():
            yield Entry(event.round, Post.CLAUSE, teller.title(event.intervention), -event.cost)
        case happened.CityMoved():
            usual, growth = incomes(game.model, event.before, event.after)
            yield Entry(event.round, Post.INCOME, teller.words.say("ledger.usual"), usual)
            yield Entry(event.round, Post.GROWTH, teller.measure("prosperity"), growth)
            for project, cost in upkeeps(game.model, event.before).items():
                yield Entry(event.round, Post.UPKEEP, teller.title(project), -cost)


def hours(session: Session, teller: Teller) -> Book:
    """Returns the table's time."""
    states = session.states
    found = [
        entry
        for before, turn in zip(states, session.turns, strict=False)
        for entry in _taken(session.game, before, turn.state, turn.events, teller)
        if entry.amount
    ]
    return Book(states[0].time, tuple(found))


def _taken(game: Game, before: State, after: State, events: tuple[Event, ...], teller: Teller) -> Iterator[Entry]:
    """Yields what a turn did to the table's time: what its events are known to take, then whatever else it took."""
    left = after.time - before.time
    if after.round > before.round:
        yield Entry(after.round, Post.GIVEN, teller.words.say("ledger.new_round"), left)
        return
    for event in events:
        known = _known(game, event, teller)
        if known is not None:
            post, name, time = known
            amount = max(left, -time)
            left -= amount
            yield Entry(before.round, post, name, amount)
    yield Entry(before.round, *_rest(before, after, teller), left)


def _known(game: Game, event: Event, teller: Teller) -> tuple[Post, str, int] | None:
    """Returns what an event takes for certain, and its name in the book."""
    match event:
        case happened.Decided() if event.procedure != BUDGET:
            time = milli(game.model.procedures[event.procedure].time.value)
            return Post.DECISION, teller.title(event.challenge), time
        case happened.QuestionDecided():
            return Post.QUESTION, teller.title(event.question), time_taken(game, event.question)
        case happened.Amended():
            time = milli(game.model.rules.cocreation.time.value)
            return Post.AMENDMENT, teller.title(event.intervention), time
    return None


def _rest(before: State, after: State, teller: Teller) -> tuple[Post, str]:
    """Returns what else took time: a challenge that a budget shelved, or opposing where that costs time."""
    about = before.challenge or before.question
    shelved = before.procedure == BUDGET and len(after.together) > len(before.together)
    return Post.DECISION if shelved else Post.OPPOSING, teller.title(about) if about else ""
