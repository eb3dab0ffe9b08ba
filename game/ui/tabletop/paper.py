"""Ballots on paper, typed in by the facilitator: what is written in the cells of a row, read as a ballot."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from game.content.shapes import InterventionId, StakeholderId
from game.engine.ballots import ballot_kind, decidable
from game.engine.decide.consent import Position
from game.engine.decide.decision import AS_IT_IS
from game.engine.inventing import answers_to
from game.engine.moves import Answer, Ballot, Grade, Pledge, Rank, Vote
from game.engine.refusing import refusal
from game.engine.state import Game, State

Cells = Mapping[str, str]
"""What is written in a row, by option; under consent by `POSITION` and `REASON`."""
POSITION, REASON = "position", "reason"
TICK = "x"
"""What a cell of approval holds when it is ticked."""


@frozen
class Paper:
    """A row read: the ballot, or a key of the catalogue that says what is wrong with the row."""

    ballot: Ballot | None = None
    fault: str = ""


def on_ballot(game: Game, state: State) -> tuple[InterventionId, ...]:
    """Returns what can be decided as its cards lie on the table: whoever proposed first does not stand first."""
    laid = [answer.id for asked in game.model.scenario.agenda for answer in answers_to(game, state, asked)]
    return tuple(sorted(decidable(state), key=lambda option: laid.index(option) if option in laid else len(laid)))


def columns(game: Game, state: State) -> tuple[InterventionId, ...]:
    """Returns the options a ballot may name, in the order of their cards, as on printed ballots."""
    if ballot_kind(game, state) is Answer:
        return (state.considered,) if state.considered is not None else ()
    extra = (AS_IT_IS,) if ballot_kind(game, state) is Rank else ()
    return (*on_ballot(game, state), *extra)


def read(game: Game, state: State, seat: StakeholderId, cells: Cells) -> Paper:
    """Returns the ballot that a row of paper says, or what is wrong with it."""
    kind = ballot_kind(game, state)
    options = columns(game, state)
    numbers = {option: int(cells[option]) for option in options if cells.get(option, "").isdecimal()}
    ballot: Ballot | None = None
    if kind is Vote:
        ballot = Vote(seat, tuple(option for option in options if cells.get(option)))
    elif kind is Rank:
        ballot = _ranking(seat, numbers)
    elif kind is Grade:
        ballot = Grade(seat, tuple(numbers.items()))
    elif kind is Pledge:
        ballot = Pledge(seat, tuple((option, tokens) for option, tokens in numbers.items() if tokens))
    elif kind is Answer:
        ballot = _answer(seat, options, cells)
    fault = f"fault_{kind.__name__.lower()}" if kind else ""
    if ballot is None or refusal(game, state, ballot) is not None:
        return Paper(None, fault)
    return Paper(ballot)


def _ranking(seat: StakeholderId, numbers: Mapping[InterventionId, int]) -> Rank | None:
    """Returns the order that numbers give, 1 for the best; None where none or two options have the same number."""
    if not numbers or len(set(numbers.values())) < len(numbers):
        return None
    return Rank(seat, tuple(sorted(numbers, key=lambda option: numbers[option])))


def _answer(seat: StakeholderId, options: Sequence[InterventionId], cells: Cells) -> Answer | None:
    """Returns a position under consent; an objection without a reason is no ballot here."""
    said, reason = cells.get(POSITION, ""), cells.get(REASON, "").strip()
    if not options or not said or (said == Position.OBJECT.value and not reason):
        return None
    return Answer(seat, options[0], Position(said), reason if said == Position.OBJECT.value else "")
