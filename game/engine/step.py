"""The one way the game changes: a state and a move give a new state and the events of it."""

from collections.abc import Callable

from attrs import evolve

from game.city.building import adopted, struck
from game.city.dynamics import advanced
from game.city.exact import milli
from game.city.explain import contributions
from game.city.scoring import level_of
from game.content.cards import Shock
from game.content.shapes import InterventionId
from game.engine import events as happened
from game.engine.chance import roll
from game.engine.decide.decision import Decision, TiePolicy
from game.engine.decide.majority import by_majority
from game.engine.decide.mandate import by_mandate
from game.engine.drawing import drawn
from game.engine.events import Event
from game.engine.legal import awaited, decidable, refusal
from game.engine.moves import Adjust, Decide, Draw, Join, Move, Pass, Proceed, Propose, Stand, TakeStand, Vote
from game.engine.phases import Phase
from game.engine.state import MANDATE, Ballot, Game, Proposal, Stance, State
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
            return _after_speaking(game, *_proposed(state, move))
        case Pass():
            spoken = evolve(state, passed=(*state.passed, move.player))
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
    return evolve(state, phase=phase), (*before, happened.PhaseBegan(state.round, phase))


def _next_challenge(game: Game, state: State) -> Stepped:
    """Opens the next challenge, or resolves the round when its share of the agenda or its time is used up."""
    cleared = evolve(state, challenge=None, proposals=(), passed=(), stances=(), heard=(), ballots=())
    if state.opened >= _share(game, state):
        return _resolved(game, cleared)
    challenge = state.queue[0]
    if state.time < milli(game.model.procedures[state.procedure].time.value):
        after, events = _resolved(game, cleared)
        return after, (happened.TimeRanOut(state.round, challenge), *events)
    opened = evolve(cleared, challenge=challenge, queue=state.queue[1:], opened=state.opened + 1)
    return _phase(opened, Phase.PROPOSAL, happened.ChallengeOpened(state.round, challenge))


def _share(game: Game, state: State) -> int:
    """Returns how many challenges this round takes, so that the agenda is spread over the rounds left."""
    left = game.rounds - state.round + 1
    waiting = len(state.queue) + state.opened
    most = round(game.model.rules.finance.challenges_per_round.value)
    return min(most, waiting, -(-waiting // left))


def _proposed(state: State, move: Propose) -> tuple[State, Event]:
    known = state.proposal(move.intervention)
    if known is None:
        proposals = (*state.proposals, Proposal(move.intervention, move.district, (move.player,)))
    else:
        joined = evolve(known, proposers=(*known.proposers, move.player))
        proposals = tuple(joined if p is known else p for p in state.proposals)
    stance = Stance(move.player, move.intervention, Stand.FOR)
    after = evolve(state, proposals=proposals, stances=(*state.stances, stance))
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
    after, events = _next_challenge(game, evolve(state, queue=(*state.queue, state.challenge)))
    return after, (left, *events)


def _stood(state: State, move: TakeStand) -> Stepped:
    others = tuple(s for s in state.stances if (s.player, s.intervention) != (move.player, move.intervention))
    stance = Stance(move.player, move.intervention, move.stand)
    event = happened.StandTaken(move.player, move.intervention, move.stand)
    heard = state.heard if move.player in state.heard else (*state.heard, move.player)
    return evolve(state, stances=(*others, stance), heard=heard), (event,)


def _joined(state: State, move: Join) -> Stepped:
    proposals = tuple(
        evolve(p, partners=(*p.partners, move.player)) if p.intervention == move.intervention else p
        for p in state.proposals
    )
    return evolve(state, proposals=proposals), (happened.Joined(move.player, move.intervention),)


def _adjusted(game: Game, state: State, move: Adjust) -> Stepped:
    own = next(link.per10 for link in game.model.links if link.cause.id == move.link)
    adjusted = {name: per10 for name, per10 in state.city.adjusted.items() if name != move.link}
    before = state.city.adjusted.get(move.link, own)
    after = own if move.per10 is None else move.per10
    if after != own:
        adjusted[move.link] = after
    city = evolve(state.city, adjusted=adjusted)
    return evolve(state, city=city), (happened.Adjusted(state.round, move.link, before, after),)


def _voted(game: Game, state: State, move: Vote) -> Stepped:
    after = evolve(state, ballots=(*state.ballots, Ballot(move.player, move.approved)))
    event = happened.BallotCast(move.player)
    if awaited(game, after):
        return after, (event,)
    closed, events = _vote_closed(game, after)
    return closed, (event, *events)


def _vote_closed(game: Game, state: State) -> Stepped:
    if state.procedure == MANDATE:
        return _decided(game, state, by_mandate(None))
    ballots = [ballot.approved for ballot in state.ballots]
    return _decided(game, state, by_majority(decidable(game, state), ballots, TiePolicy.FIRST_PROPOSED))


def _decided(game: Game, state: State, decision: Decision) -> Stepped:
    """Takes the time of the procedure, adopts what was chosen, and goes on to the next challenge."""
    assert state.challenge is not None
    spent = milli(game.model.procedures[state.procedure].time.value)
    event = happened.Decided(state.round, state.challenge, state.procedure, decision)
    after = evolve(state, time=state.time - spent)
    if decision.chosen is not None:
        after, event = _adopted(game, after, event, decision.chosen)
    following, events = _next_challenge(game, after)
    return following, (event, *events)


def _adopted(
    game: Game, state: State, event: happened.Decided, chosen: InterventionId
) -> tuple[State, happened.Decided]:
    proposal = state.proposal(chosen)
    assert proposal is not None
    before = state.city.treasury
    city = adopted(game.model, state.city, chosen, state.procedure, proposal.district)
    entry = city.adopted[-1]
    contested = entry.acceptance < milli(game.model.rules.acceptance.contested_below.value)
    told = evolve(
        event,
        district=proposal.district,
        public=city.treasury.public - before.public,
        private=city.treasury.private - before.private,
        opens=entry.opens + 1,
        contested=contested,
    )
    return evolve(state, city=city), told


def _resolved(game: Game, state: State) -> Stepped:
    """Draws the shock of the round, moves the city, and tells why."""
    events: list[Event] = []
    city = state.city
    shock = _drawn_shock(game, state)
    if shock is not None:
        city = struck(city, shock.id)
        events.append(happened.ShockStruck(state.round, shock.id, shock.chance))
    moved = advanced(game.model, city)
    why = contributions(game.model, state.city, moved) if game.explained else ()
    events.append(happened.CityMoved(state.round, state.city, moved, why))
    return _phase(evolve(state, city=moved), Phase.RESOLUTION, *events)


def _drawn_shock(game: Game, state: State) -> Shock | None:
    """Returns the first shock of the scenario whose conditions hold and whose die falls; each strikes once."""
    known = {entry.shock for entry in state.city.struck}
    for shock in game.model.scenario.shocks:
        if shock.id in known or state.round < shock.from_round or not conditions_hold(game, state, shock):
            continue
        if roll(game.seed, state.round, "shock", shock.id, 100) < shock.chance:
            return shock
    return None


def conditions_hold(game: Game, state: State, shock: Shock) -> bool:
    """Tells whether the city has earned a shock: every threshold of it is passed."""
    for condition in shock.when:
        level = level_of(game.model, state.city, condition.of)
        if condition.above is not None and level <= milli(condition.above):
            return False
        if condition.below is not None and level >= milli(condition.below):
            return False
    return True


def _round_closed(game: Game, state: State) -> Stepped:
    if state.round >= game.rounds:
        ended = evolve(state, phase=Phase.ENDED)
        return ended, (happened.GameEnded(state.round),)
    finance = game.model.rules.finance
    time = min(state.time + milli(finance.time_per_round.value), milli(finance.time_most.value))
    return _phase(evolve(state, round=state.round + 1, opened=0, time=time), Phase.BRIEFING)
