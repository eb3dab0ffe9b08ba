"""The one way the game changes: a state and a move give a new state and the events of it."""

from attrs import evolve

from game.content.cards import Secrecy
from game.engine import events as happened
from game.engine.amending import accepted, heard, joined, standing, suggested
from game.engine.ballots import secrecy
from game.engine.bargaining import bargained, judged, replied
from game.engine.decide.consent import Position
from game.engine.decide.decision import Decision, Reason
from game.engine.decide.mandate import by_mandate
from game.engine.drawing import drawn
from game.engine.events import Event
from game.engine.inventing import admitted, estimated, invented, playing
from game.engine.legal import awaited, offered, veto_cost
from game.engine.moves import (
    Accept,
    Adjust,
    Admit,
    Answer,
    Ask,
    Ballot,
    Bargain,
    Cover,
    Decide,
    Draw,
    Estimate,
    HideScores,
    Instruct,
    Invent,
    Join,
    Judge,
    Move,
    Pass,
    Poll,
    Proceed,
    Propose,
    Reply,
    Reveal,
    RoomMove,
    SeatMove,
    ShowScores,
    Stand,
    Strike,
    Suggest,
    TakeStand,
)
from game.engine.phases import Phase
from game.engine.polling import polled
from game.engine.powers import opposing_cost
from game.engine.refusing import refusal
from game.engine.resolution import due, resolved
from game.engine.roster import reseated
from game.engine.rounds import Stepped, decided, decision_opened, proceeded, proposals_closed, vote_closed
from game.engine.seating import LeaveEmpty, SeatingMove
from game.engine.state import ALGORITHM, Game, Proposal, Stance, State, changed
from game.engine.striking import struck_by_hand
from game.errors import IllegalMove


def step(game: Game, state: State, move: Move) -> Stepped:
    """Returns the state after a move, and what happened.

    Raises IllegalMove with its reason when the rules refuse the move; the old state stands. The game may lack answers
    that were invented in the state, if the state came from a step of the same game: it is `playing` that is played.
    """
    game = playing(game, state)
    after, events = taken(game, state, move)
    if not due(state, after):
        return after, events
    moved, more = resolved(game, after)
    return moved, (*events, *more)


def taken(game: Game, state: State, move: Move) -> Stepped:
    """Returns what a step does but for the last: where the round is `due`, its city has not moved yet.

    `game` is the one that is `playing` in the state. Raises IllegalMove as a step does.
    """
    reason = refusal(game, state, move)
    if reason is not None:
        raise IllegalMove(reason)
    if isinstance(move, Proceed):
        return proceeded(game, state)
    if isinstance(move, SeatingMove):
        return _reseated(game, state, move)
    if isinstance(move, RoomMove):
        after, event = _by_the_room(game, state, move)
        return after, (event,)
    return _by_a_seat(game, state, move)


def _by_the_room(game: Game, state: State, move: RoomMove) -> tuple[State, Event]:
    match move:
        case Adjust():
            return _adjusted(game, state, move)
        case Reveal():
            return changed(state, lifted=(*state.lifted, move.of)), happened.Revealed(state.round, move.of)
        case Cover():
            covered = changed(state, lifted=tuple(of for of in state.lifted if of != move.of))
            return covered, happened.Covered(state.round, move.of)
        case HideScores():
            return changed(state, scoreless=True), happened.ScoresHidden(state.round)
        case ShowScores():
            return changed(state, scoreless=False), happened.ScoresShown(state.round)
        case Strike():
            return struck_by_hand(game, state, move)
        case Draw():
            return drawn(state, move)
        case Poll():
            return polled(state, move)
        case Judge():
            return judged(state, move)
        case Estimate():
            return estimated(state, move)
        case Admit():
            return _admitted(game, state, move)
    raise AssertionError(move)


def _reseated(game: Game, state: State, move: SeatingMove) -> Stepped:
    """Seats people; where only a seat was awaited that now stays empty, the phase closes as on a last word."""
    after, event = reseated(game, state, move)
    if not isinstance(move, LeaveEmpty) or awaited(game, after):
        return after, (event,)
    if state.phase is Phase.PROPOSAL:
        return _after_speaking(game, after, event)
    if state.phase is Phase.DECISION:
        closed, events = vote_closed(game, after)
        return closed, (event, *events)
    return after, (event,)


def _by_a_seat(game: Game, state: State, move: SeatMove) -> Stepped:
    match move:
        case Propose():
            return _after_speaking(game, *_proposed(game, state, move))
        case Pass():
            spoken = changed(state, passed=(*state.passed, move.player))
            return _after_speaking(game, spoken, happened.Passed(move.player))
        case Ask():
            return _asked(game, state, move)
        case Decide():
            return _chosen(game, state, move)
    if isinstance(move, Ballot):
        return _voted(game, state, move)
    after, event = _spoken(game, state, move)
    return after, (event,)


def _spoken(game: Game, state: State, move: SeatMove) -> tuple[State, Event]:
    """Plays what a seat says without anything closing on it."""
    match move:
        case TakeStand():
            return _stood(game, state, move)
        case Join():
            return joined(state, move)
        case Suggest():
            return suggested(game, state, move)
        case Accept():
            return accepted(game, state, move)
        case Invent():
            return invented(state, move)
        case Bargain():
            return bargained(state, move)
        case Reply():
            return replied(state, move)
        case Instruct():
            return changed(state, watches=move.watches), happened.Instructed(state.round, move.watches)
    raise AssertionError(move)


def _proposed(game: Game, state: State, move: Propose) -> tuple[State, Event]:
    known = state.proposal(move.intervention)
    if known is None:
        asked = game.intervention(move.intervention).partners
        missing = tuple(partner for partner in asked if partner != move.player)
        proposal = Proposal(move.intervention, move.district, (move.player,), missing=missing)
        proposals = (*state.proposals, proposal)
    else:
        missing = tuple(partner for partner in known.missing if partner != move.player)
        joined = evolve(known, proposers=(*known.proposers, move.player), missing=missing)
        proposals = tuple(joined if p is known else p for p in state.proposals)
    stance = Stance(move.player, move.intervention, Stand.FOR)
    after = changed(state, proposals=proposals, stances=(*state.stances, stance))
    return after, happened.Proposed(move.player, move.intervention, move.district)


def _after_speaking(game: Game, state: State, event: Event) -> Stepped:
    if awaited(game, state):
        return state, (event,)
    after, events = proposals_closed(game, state)
    return after, (event, *events)


def _stood(game: Game, state: State, move: TakeStand) -> tuple[State, Event]:
    cost = opposing_cost(game, state.lost) if move.stand is Stand.AGAINST else 0
    spoken = heard(standing(state, move.player, move.intervention, move.stand), move.player)
    event = happened.StandTaken(move.player, move.intervention, move.stand)
    return changed(spoken, time=state.time - cost), event


def _asked(game: Game, state: State, move: Ask) -> Stepped:
    event = happened.Asked(state.round, move.player, move.question)
    stance = Stance(move.player, move.question, Stand.FOR)
    asking = changed(state, question=move.question, ballots=(), stances=(*state.stances, stance), heard=(), given_up=())
    after, events = decision_opened(game, asking)
    return after, (event, *events)


def _chosen(game: Game, state: State, move: Decide) -> Stepped:
    """Takes what the seat with the mandate chose; under the algorithm, its pick or a refusal of it."""
    if state.procedure != ALGORITHM:
        return decided(game, state, by_mandate(move.intervention))
    assert state.pick is not None
    if move.intervention == state.pick.winner:
        return decided(game, state, state.pick)
    chosen = () if move.intervention is None else (move.intervention,)
    refused = Decision(chosen, Reason.VETOED, state.pick.tally, 0, state.pick.steps)
    return decided(game, changed(state, time=state.time - veto_cost(game, state)), refused)


def _voted(game: Game, state: State, move: Ballot) -> Stepped:
    objecting = isinstance(move, Answer) and move.position is Position.OBJECT
    cost = opposing_cost(game, state.lost) if objecting else 0
    closed_to = tuple(seat for seat in state.closed if seat != move.player)
    after = changed(state, ballots=(*state.ballots, move), closed=closed_to, time=state.time - cost)
    shown = secrecy(game, state) is Secrecy.OPEN or isinstance(move, Answer)
    event = happened.BallotCast(move.player, move if shown else None)
    if awaited(game, after):
        return after, (event,)
    closed, events = vote_closed(game, after)
    return closed, (event, *events)


def _admitted(game: Game, state: State, move: Admit) -> tuple[State, Event]:
    """Admits an answer of the room, which may be proposed at once where its challenge is being answered."""
    grown, after, event = admitted(game, state, move)
    card = event.invention.card
    if card is None or state.phase is not Phase.PROPOSAL or state.challenge != event.invention.idea.challenge:
        return after, event
    assert state.challenge is not None
    new = tuple(offer for offer in offered(grown, after, state.challenge) if offer[0] == card.id)
    return changed(after, offers=(*after.offers, *new)), event


def _adjusted(game: Game, state: State, move: Adjust) -> tuple[State, Event]:
    links = game.model.links
    own = links.per10[links.names.index(move.link)]
    adjusted = {name: per10 for name, per10 in state.city.adjusted.items() if name != move.link}
    before = state.city.adjusted.get(move.link, own)
    after = own if move.per10 is None else move.per10
    if after != own:
        adjusted[move.link] = after
    city = evolve(state.city, adjusted=adjusted)
    return changed(state, city=city), happened.Adjusted(state.round, move.link, before, after)
