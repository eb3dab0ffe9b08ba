"""The one way the game changes: a state and a move give a new state and the events of it."""

from collections.abc import Callable

from attrs import evolve

from game.city.building import adopted
from game.city.dynamics import advanced
from game.city.exact import milli
from game.city.explain import contributions
from game.content.shapes import InterventionId
from game.engine import events as happened
from game.engine.decide.decision import Decision, TiePolicy
from game.engine.decide.majority import by_majority
from game.engine.decide.mandate import by_mandate
from game.engine.drawing import drawn
from game.engine.events import Event
from game.engine.incidents import befallen
from game.engine.legal import awaited, decidable, offered, refusal
from game.engine.moves import (
    Adjust,
    Cover,
    Decide,
    Draw,
    Join,
    Move,
    Pass,
    Proceed,
    Propose,
    Reveal,
    Stand,
    TakeStand,
    Vote,
)
from game.engine.phases import Phase
from game.engine.state import MANDATE, Ballot, Game, Proposal, Stance, State, changed
from game.errors import IllegalMove

Stepped = tuple[State, tuple[Event, ...]]


def step(game: Game, state: State, move: Move) -> Stepped:
    """Returns the state after a move, and what happened.

    Raises IllegalMove with its reason when the rules refuse the move; the old state stands.
    """
    reason = refusal(game, state, move)
    if reason is not None:
        raise IllegalMove(reason)
    match move:
        case Proceed():
            return _proceeded(game, state)
        case Propose():
            return _after_speaking(game, *_proposed(game, state, move))
        case Pass():
            spoken = changed(state, passed=(*state.passed, move.player))
            return _after_speaking(game, spoken, happened.Passed(move.player))
        case TakeStand():
            return _stood(state, move)
        case Join():
            return _joined(state, move)
        case Decide():
            return _decided(game, state, by_mandate(move.intervention))
        case Vote():
            return _voted(game, state, move)
        case Adjust():
            return _adjusted(game, state, move)
        case Reveal():
            lifted = changed(state, lifted=(*state.lifted, move.of))
            return lifted, (happened.Revealed(state.round, move.of),)
        case Cover():
            covered = changed(state, lifted=tuple(of for of in state.lifted if of != move.of))
            return covered, (happened.Covered(state.round, move.of),)
        case Draw():
            after, event = drawn(state, move)
            return after, (event,)


def _proceeded(game: Game, state: State) -> Stepped:
    following: dict[Phase, Callable[[Game, State], Stepped]] = {
        Phase.BRIEFING: _next_challenge,
        Phase.PROPOSAL: _proposals_closed,
        Phase.DELIBERATION: lambda _, now: _phase(now, Phase.DECISION),
        Phase.DECISION: _vote_closed,
        Phase.RESOLUTION: lambda _, now: _phase(now, Phase.REFLECTION),
        Phase.REFLECTION: _round_closed,
    }
    return following[state.phase](game, state)


def _phase(state: State, phase: Phase, *before: Event) -> Stepped:
    return changed(state, phase=phase), (*before, happened.PhaseBegan(state.round, phase))


def _next_challenge(game: Game, state: State) -> Stepped:
    """Opens the next challenge, or resolves the round when its share of the agenda or its time is used up."""
    cleared = changed(state, challenge=None, offers=(), proposals=(), passed=(), stances=(), heard=(), ballots=())
    if state.opened >= _share(game, state):
        return _resolved(game, cleared)
    challenge = state.queue[0]
    if state.time < milli(game.model.procedures[state.procedure].time.value):
        after, events = _resolved(game, cleared)
        return after, (happened.TimeRanOut(state.round, challenge), *events)
    offers = offered(game, cleared, challenge)
    opened = changed(
        cleared, challenge=challenge, offers=offers, queue=state.queue[1:], opened=state.opened + 1
    )
    return _phase(opened, Phase.PROPOSAL, happened.ChallengeOpened(state.round, challenge))


def _share(game: Game, state: State) -> int:
    """Returns how many challenges this round takes, so that the agenda is spread over the rounds left."""
    left = game.rounds - state.round + 1
    waiting = len(state.queue) + state.opened
    most = round(game.model.rules.finance.challenges_per_round.value)
    return min(most, waiting, -(-waiting // left))


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
    after, events = _proposals_closed(game, state)
    return after, (event, *events)


def _proposals_closed(game: Game, state: State) -> Stepped:
    if state.proposals:
        return _phase(state, Phase.DELIBERATION)
    assert state.challenge is not None
    left = happened.LeftAsItIs(state.round, state.challenge)
    after, events = _next_challenge(game, changed(state, queue=(*state.queue, state.challenge)))
    return after, (left, *events)


def _stood(state: State, move: TakeStand) -> Stepped:
    player, answer = move.player, move.intervention
    others = [stance for stance in state.stances if stance.intervention != answer or stance.player != player]
    stance = Stance(player, answer, move.stand)
    event = happened.StandTaken(move.player, move.intervention, move.stand)
    heard = state.heard if move.player in state.heard else (*state.heard, move.player)
    return changed(state, stances=(*others, stance), heard=heard), (event,)


def _joined(state: State, move: Join) -> Stepped:
    known = state.proposal(move.intervention)
    assert known is not None
    missing = tuple(partner for partner in known.missing if partner != move.player)
    joined = evolve(known, partners=(*known.partners, move.player), missing=missing)
    proposals = tuple(joined if p is known else p for p in state.proposals)
    return changed(state, proposals=proposals), (happened.Joined(move.player, move.intervention),)


def _adjusted(game: Game, state: State, move: Adjust) -> Stepped:
    links = game.model.links
    own = links.per10[links.names.index(move.link)]
    adjusted = {name: per10 for name, per10 in state.city.adjusted.items() if name != move.link}
    before = state.city.adjusted.get(move.link, own)
    after = own if move.per10 is None else move.per10
    if after != own:
        adjusted[move.link] = after
    city = evolve(state.city, adjusted=adjusted)
    return changed(state, city=city), (happened.Adjusted(state.round, move.link, before, after),)


def _voted(game: Game, state: State, move: Vote) -> Stepped:
    after = changed(state, ballots=(*state.ballots, Ballot(move.player, move.approved)))
    event = happened.BallotCast(move.player)
    if awaited(game, after):
        return after, (event,)
    closed, events = _vote_closed(game, after)
    return closed, (event, *events)


def _vote_closed(game: Game, state: State) -> Stepped:
    if state.procedure == MANDATE:
        return _decided(game, state, by_mandate(None))
    ballots = [ballot.approved for ballot in state.ballots]
    return _decided(game, state, by_majority(decidable(state), ballots, TiePolicy.FIRST_PROPOSED))


def _decided(game: Game, state: State, decision: Decision) -> Stepped:
    """Takes the time of the procedure, adopts what was chosen, and goes on to the next challenge."""
    assert state.challenge is not None
    spent = milli(game.model.procedures[state.procedure].time.value)
    event = happened.Decided(state.round, state.challenge, state.procedure, decision)
    after = changed(state, time=state.time - spent)
    if decision.winner is not None:
        after, event = _adopted(game, after, event, decision.winner)
    following, events = _next_challenge(game, after)
    return following, (event, *events)


def _adopted(
    game: Game, state: State, event: happened.Decided, chosen: InterventionId
) -> tuple[State, happened.Decided]:
    proposal = state.proposal(chosen)
    assert proposal is not None
    before = state.city.treasury
    city = adopted(game.model, state.city, chosen, state.procedure, proposal.district)
    place = game.model.cards.ids.index(chosen)
    received, opens = int(city.works.received[place]), int(city.works.opens[place])
    contested = received < milli(game.model.rules.acceptance.contested_below.value)
    told = evolve(
        event,
        district=proposal.district,
        public=int(city.treasury.public - before.public),
        private=int(city.treasury.private - before.private),
        opens=opens + 1,
        contested=contested,
    )
    return changed(state, city=city), told


def _resolved(game: Game, state: State) -> Stepped:
    """Lets befall what the city has earned, moves it, and tells why."""
    city, events = befallen(game.model, state.city, game.seed, state.round)
    moved = advanced(game.model, city)
    why = contributions(game.model, city, moved) if game.explained else ()
    told = happened.CityMoved(state.round, city, moved, why)
    return _phase(changed(state, city=moved), Phase.RESOLUTION, *events, told)


def _round_closed(game: Game, state: State) -> Stepped:
    if state.round >= game.rounds:
        ended = changed(state, phase=Phase.ENDED)
        return ended, (happened.GameEnded(state.round),)
    finance = game.model.rules.finance
    time = min(state.time + milli(finance.time_per_round.value), milli(finance.time_most.value))
    return _phase(changed(state, round=state.round + 1, opened=0, time=time), Phase.BRIEFING)
