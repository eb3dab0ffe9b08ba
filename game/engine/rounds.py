"""The course of a round: what closes a phase, which one follows, and what each way of deciding makes of it.

Under the algorithm a challenge goes straight to its decision. A participatory budget shelves what is proposed, over
some rounds, and decides it together. Consent asks again once objections have been met, or puts off.
"""

from collections.abc import Callable

from game.city.exact import milli
from game.content.shapes import ChallengeId, InterventionId
from game.engine import events as happened
from game.engine.amending import with_remedies
from game.engine.ballots import decidable
from game.engine.decide.decision import Decision, Reason
from game.engine.deciding import at_stake, counted, public_prices, reasoned, seat_counts, settled
from game.engine.events import Event
from game.engine.legal import offered
from game.engine.optimising import advised, picked
from game.engine.phases import Phase
from game.engine.roster import returned
from game.engine.state import ALGORITHM, BUDGET, CONSENT, Game, Proposal, State, changed

Stepped = tuple[State, tuple[Event, ...]]


def proceeded(game: Game, state: State) -> Stepped:
    """Closes the present phase and opens the next; seats that have not spoken stay silent."""
    following: dict[Phase, Callable[[Game, State], Stepped]] = {
        Phase.BRIEFING: next_challenge,
        Phase.PROPOSAL: proposals_closed,
        Phase.DELIBERATION: deliberation_closed,
        Phase.DECISION: vote_closed,
        Phase.RESOLUTION: lambda _, now: _phase(now, Phase.REFLECTION),
        Phase.REFLECTION: _round_closed,
    }
    return following[state.phase](game, state)


def _phase(state: State, phase: Phase, *before: Event) -> Stepped:
    return changed(state, phase=phase), (*before, happened.PhaseBegan(state.round, phase))


def next_challenge(game: Game, state: State) -> Stepped:
    """Opens the next challenge, or goes on when the round's share of the agenda or its time is used up."""
    cleared = _cleared(state)
    if state.opened >= spread(game, state.round, len(state.queue), state.opened):
        return _agenda_done(game, cleared)
    challenge = state.queue[0]
    if state.time < milli(game.model.procedures[state.procedure].time.value):
        after, events = _agenda_done(game, cleared)
        return after, (happened.TimeRanOut(state.round, challenge), *events)
    offers = offered(game, cleared, challenge)
    opened = changed(
        cleared, challenge=challenge, offers=offers, queue=state.queue[1:], opened=state.opened + 1
    )
    event = happened.ChallengeOpened(state.round, challenge)
    if state.procedure == ALGORITHM:
        after, events = _optimised(game, opened, challenge)
        return after, (event, *events)
    return _phase(opened, Phase.PROPOSAL, event)


def _cleared(state: State) -> State:
    """Returns the state without what belonged to one challenge; what a budget has shelved stays."""
    kept = state.stances if state.shelf else ()
    return changed(
        state, challenge=None, offers=(), proposals=(), passed=(), stances=kept, heard=(), ballots=(), suggested=(),
        pick=None, considered=None, asked_again=0, given_up=(), objections=(),
    )  # fmt: skip


def spread(game: Game, round_: int, queued: int, opened: int) -> int:
    """Returns how many challenges a round takes of those queued and opened."""
    left, waiting = game.rounds - round_ + 1, queued + opened
    most = round(game.model.rules.finance.challenges_per_round.value)
    return min(most, waiting, -(-waiting // left))


def _agenda_done(game: Game, state: State) -> Stepped:
    """Decides what a participatory budget has shelved when its round has come; else the round is to be resolved."""
    every = max(1, round(game.model.rules.deciding.every.value))
    if not state.shelf or (state.round % every and state.round < game.rounds):
        return changed(state, phase=Phase.RESOLUTION), ()
    shelved = changed(state, proposals=state.shelf, shelf=(), challenge=state.together[-1])
    return _phase(shelved, Phase.DECISION)


def _optimised(game: Game, state: State, challenge: ChallengeId) -> Stepped:
    """Lets the optimiser pick among everything on offer; nobody is asked."""
    answers = tuple(dict.fromkeys(answer for answer, _ in state.offers))
    if not answers:
        return _left(game, state, challenge)
    decision, best = picked(game, state, public_prices(game, state, answers))
    proposals = tuple(Proposal(answer, district, ()) for answer, district in best)
    after = changed(state, proposals=proposals, pick=decision)
    return _phase(after, Phase.DECISION, happened.Picked(state.round, decision))


def proposals_closed(game: Game, state: State) -> Stepped:
    """Opens the deliberation; a challenge that nobody answers goes to the end of the agenda."""
    if state.proposals:
        return _phase(state, Phase.DELIBERATION)
    assert state.challenge is not None
    return _left(game, state, state.challenge)


def _left(game: Game, state: State, challenge: ChallengeId) -> Stepped:
    left = happened.LeftAsItIs(state.round, challenge)
    after, events = next_challenge(game, changed(state, queue=(*state.queue, challenge)))
    return after, (left, *events)


def deliberation_closed(game: Game, state: State) -> Stepped:
    """Opens the decision, or the next challenge where the round's are decided together."""
    if state.procedure == BUDGET:
        assert state.challenge is not None
        shelved = changed(
            state,
            shelf=(*state.shelf, *state.proposals),
            together=(*state.together, state.challenge),
            time=state.time - milli(game.model.procedures[BUDGET].time.value),
        )
        return next_challenge(game, shelved)
    return decision_opened(game, state)


def decision_opened(game: Game, state: State) -> Stepped:
    """Opens the decision of the present challenge or question."""
    if state.question is not None and state.procedure == ALGORITHM:
        decision = advised(game, state, state.question)
        after = changed(state, pick=decision)
        return _phase(after, Phase.DECISION, happened.Picked(state.round, decision))
    if state.procedure != CONSENT:
        return _phase(state, Phase.DECISION)
    considered = state.considered if state.considered in decidable(state) else _best_supported(state)
    if considered is None:  # an amendment may have brought what was considered down to an answer still without partners
        return _phase(changed(state, considered=None, ballots=()), Phase.DECISION)
    asked = happened.ConsentAsked(state.round, considered, state.asked_again)
    return _phase(changed(state, considered=considered, ballots=()), Phase.DECISION, asked)


def _best_supported(state: State) -> InterventionId | None:
    """Returns the option that most seats stand for and fewest against; among equals, the one proposed first."""
    options = [option for option in decidable(state) if option not in state.given_up]
    return max(options, key=lambda option: seat_counts(state, option), default=None)


def vote_closed(game: Game, state: State) -> Stepped:
    """Counts the ballots and carries the decision out; under consent, objections come first."""
    decision = counted(game, state)
    if state.procedure == CONSENT and state.considered is not None and decision.reason is Reason.OBJECTED:
        return _objected(game, state, decision, state.considered)
    return decided(game, state, decision)


def _objected(game: Game, state: State, decision: Decision, considered: InterventionId) -> Stepped:
    """Sends a proposal back to be amended; after so many times it is put off, and the next best is considered."""
    objections, most = reasoned(state), round(game.model.rules.deciding.ask_again.value)
    again = state.question is None and state.asked_again + 1 < most
    event = happened.Objected(state.round, considered, objections, not again)
    if again:
        back = changed(
            with_remedies(game, state, objections),
            phase=Phase.DELIBERATION,
            objections=objections,
            asked_again=state.asked_again + 1,
            ballots=(),
            heard=(),
        )
        return back, (event, happened.PhaseBegan(state.round, Phase.DELIBERATION))
    given_up = changed(state, given_up=(*state.given_up, considered), asked_again=0, considered=None, objections=())
    if state.question is None and _best_supported(given_up) is not None:
        after, events = decision_opened(game, changed(given_up, ballots=()))
        return after, (event, *events)
    after, events = decided(game, state, decision)
    return after, (event, *events)


def decided(game: Game, state: State, decision: Decision) -> Stepped:
    """Carries a decision out, and goes on to what comes next."""
    asking = state.question is not None
    postponed = at_stake(state) if decision.reason is Reason.OBJECTED else ()
    after, events = settled(game, state, decision)
    if asking:
        return after, (*events, happened.PhaseBegan(state.round, Phase.BRIEFING))
    after = changed(after, together=(), shelf=(), queue=(*after.queue, *postponed))
    following, more = next_challenge(game, after)
    return following, (*events, *more)


def _round_closed(game: Game, state: State) -> Stepped:
    if state.round >= game.rounds:
        ended = changed(state, phase=Phase.ENDED)
        return ended, (happened.GameEnded(state.round),)
    finance = game.model.rules.finance
    time = min(state.time + milli(finance.time_per_round.value), milli(finance.time_most.value))
    following = changed(state, round=state.round + 1, opened=0, time=time, asked=False)
    seated, events = returned(game, following)
    return _phase(seated, Phase.BRIEFING, *events)


