"""The roster: who holds which seat at present, which changes of it are refused, and what each makes of it."""

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from game.content.shapes import StakeholderId
from game.engine.seating import (
    COMPUTERS,
    SOMEBODY,
    Entrust,
    Entrusted,
    Gather,
    Gathered,
    Holder,
    LeaveEmpty,
    Lent,
    SeatingEvent,
    SeatingMove,
    SeatLeftEmpty,
    Swap,
    Swapped,
    SwappedBack,
)
from game.engine.state import Game, State, changed
from game.errors import Refusal

MOST: Final = 99
"""People at one seat: as many as a head-count of two figures tells."""


def holder(game: Game, state: State, player: StakeholderId) -> Holder:
    """Returns who holds a seat at present."""
    found = next((each for seat, each in state.roster if seat == player), None)
    return found or _at_first(game, player)


def holders(game: Game, state: State) -> dict[StakeholderId, Holder]:
    """Returns who holds each seat at present, in the scenario's order."""
    return {player: holder(game, state, player) for player in game.players}


def _at_first(game: Game, player: StakeholderId) -> Holder:
    """Returns who held a seat when the session began; people who were not counted are one."""
    seat = next((each for each in game.seated if each.player == player), None)
    if seat is None:
        return Holder(player)
    return Holder(player, seat.people or (() if seat.bot else SOMEBODY), seat.bot)


def taking_part(state: State, players: Sequence[StakeholderId]) -> Sequence[StakeholderId]:
    """Returns those of some seats that do not abstain."""
    if not state.roster:
        return players
    away = {player for player, each in state.roster if each.abstains}
    return [player for player in players if player not in away]


def vacant(state: State) -> tuple[StakeholderId, ...]:
    """Returns the seats that nobody is left at, and for which nothing has been settled."""
    return tuple(player for player, each in state.roster if each.vacant)


def lending(state: State, player: StakeholderId) -> Lent | None:
    """Returns the change of places for some rounds that a seat is in, if it is in one."""
    return next((lent for lent in state.lent if lent.has(player)), None)


def refused_seating(game: Game, state: State, move: SeatingMove) -> Refusal | None:
    """Returns why a change of the roster is refused, or None."""
    if isinstance(move, Swap):
        return _refused_swap(game, state, move)
    if move.player not in game.players:
        return Refusal.NOT_A_PLAYER
    held = holder(game, state, move.player)
    match move:
        case Gather() if len(move.people) > MOST:
            return Refusal.TOO_MANY_PEOPLE
        case Gather():
            settled = held.bot is not None or held.abstains
            return None if settled or move.people != held.people else Refusal.SAME_HOLDER
        case Entrust() if move.bot not in COMPUTERS:
            return Refusal.NOT_A_COMPUTER
        case Entrust():
            return Refusal.SAME_HOLDER if move.bot == held.bot else None
        case LeaveEmpty():
            return None if held.vacant else Refusal.SEAT_HELD
    raise AssertionError(move)


def _refused_swap(game: Game, state: State, move: Swap) -> Refusal | None:
    if not {move.one, move.other} <= set(game.players):
        return Refusal.NOT_A_PLAYER
    if move.one == move.other or move.rounds < 0:
        return Refusal.NOBODY_TO_SWAP
    ours, theirs = lending(state, move.one), lending(state, move.other)
    if ours is not theirs:
        return Refusal.SEAT_LENT
    anybody = any(holder(game, state, seat).heads for seat in (move.one, move.other))
    return None if ours or anybody else Refusal.NOBODY_TO_SWAP


def reseated(game: Game, state: State, move: SeatingMove) -> tuple[State, SeatingEvent]:
    """Returns the state with another roster, and what happened."""
    if isinstance(move, Swap):
        return _swapped(game, state, move)
    held = holder(game, state, move.player)
    match move:
        case Gather():
            fresh = not held.heads and lending(state, move.player) is None and not held.people
            home = move.player if fresh else held.home
            event: SeatingEvent = Gathered(
                state.round, move.player, held.heads, len(move.people), held.bot is not None and bool(move.people)
            )
            return _placed(state, move.player, Holder(home, move.people), held.bot is not None), event
        case Entrust():
            after = evolve(held, bot=move.bot, abstains=False)
            return _placed(state, move.player, after, True), Entrusted(state.round, move.player, move.bot)
        case LeaveEmpty():
            return _placed(state, move.player, evolve(held, abstains=True)), SeatLeftEmpty(state.round, move.player)
    raise AssertionError(move)


def _placed(state: State, player: StakeholderId, after: Holder, others: bool = False) -> State:
    """Returns the state with a seat held by somebody; to `others` than before, the ballot it has cast is closed."""
    kept = tuple(each for each in state.roster if each[0] != player)
    placed = changed(state, roster=(*kept, (player, after)))
    return _closed(placed, player) if others else placed


def _closed(state: State, player: StakeholderId) -> State:
    """Keeps the ballot that a seat has cast from its new holders."""
    cast = any(ballot.player == player for ballot in state.ballots)
    return changed(state, closed=(*state.closed, player)) if cast and player not in state.closed else state


def _swapped(game: Game, state: State, move: Swap) -> tuple[State, SeatingEvent]:
    lent = lending(state, move.one)
    after = _exchanged(game, state, move.one, move.other)
    if lent is not None:
        back = changed(after, lent=tuple(each for each in state.lent if each is not lent))
        return back, SwappedBack(state.round, lent.one, lent.other)
    if move.rounds:
        after = changed(after, lent=(*state.lent, Lent(move.one, move.other, state.round + move.rounds)))
    return after, Swapped(state.round, move.one, move.other, move.rounds)


def _exchanged(game: Game, state: State, one: StakeholderId, other: StakeholderId) -> State:
    ours, theirs = holder(game, state, one), holder(game, state, other)
    return _placed(_placed(state, one, theirs, True), other, ours, True)


def returned(game: Game, state: State) -> tuple[State, tuple[SeatingEvent, ...]]:
    """Returns the state at the opening of a round, with those back in their seats whose time in others' is over."""
    over = tuple(lent for lent in state.lent if lent.until <= state.round)
    for lent in over:
        state = _exchanged(game, state, lent.one, lent.other)
    events = tuple(SwappedBack(state.round, lent.one, lent.other) for lent in over)
    return changed(state, lent=tuple(each for each in state.lent if each not in over)) if over else state, events


def as_in_the_room(game: Game, then: State, now: dict[StakeholderId, Holder]) -> tuple[SeatingMove, ...]:
    """Returns what seats the people of `now` at an earlier moment: the table goes back in time, the room does not.

    Each group takes the seat that it held then, with the head-count that it has now.
    """
    present = {each.home: each for each in now.values()}
    moves: list[SeatingMove] = []
    for player, held in holders(game, then).items():
        group = present.get(held.home, held)
        if (group.people, group.bot, group.abstains) == (held.people, held.bot, held.abstains):
            continue
        if group.people != held.people or (group.bot is None and held.bot) or held.abstains:
            moves.append(Gather(player, group.people))
        if group.bot is not None:
            moves.append(Entrust(player, group.bot))
        if group.abstains:
            moves.append(LeaveEmpty(player))
    return tuple(moves)
