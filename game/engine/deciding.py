"""Closing a vote: from the ballots to a decision, and from the decision to the city."""

from attrs import evolve

from game.city.building import Together, adopted, charged, costs, fee
from game.city.exact import FULL, divided, milli
from game.content.cards import Secrecy, Sharing
from game.content.shapes import ChallengeId, InterventionId
from game.engine import events as happened
from game.engine.asking import answered_yes, time_taken
from game.engine.ballots import approved, decidable, secrecy, voters
from game.engine.decide.consent import Position, by_consent
from game.engine.decide.decision import Decision, Reason, TiePolicy
from game.engine.decide.election import Election, Support
from game.engine.decide.equalshares import by_equal_shares
from game.engine.decide.grades import by_grades
from game.engine.decide.greedy import by_greedy
from game.engine.decide.majority import by_majority
from game.engine.decide.mandate import by_mandate
from game.engine.decide.runoff import by_runoff
from game.engine.events import Event
from game.engine.moves import Answer, Grade, Pledge, Rank, Stand
from game.engine.phases import Phase
from game.engine.state import (
    ALGORITHM,
    BUDGET,
    CONSENT,
    EXPERTS,
    MANDATE,
    RANKED,
    Game,
    Proposal,
    State,
    changed,
)

Prices = dict[InterventionId, int]
"""What the city would pay for each option, in thousandths of M€."""


def public_prices(game: Game, state: State, options: tuple[InterventionId, ...]) -> Prices:
    """Returns what the city would pay for each answer among some options; a question costs nothing here."""
    public, _ = costs(game.model, state.city, state.procedure)
    places = {card: place for place, card in enumerate(game.model.cards.ids)}
    return {option: int(public[places[option]]) if option in places else 0 for option in options}


def envelope(game: Game, state: State) -> int:
    """Returns what a participatory budget may spend, in thousandths of M€, once deciding itself is paid."""
    rules = game.model.rules
    room = int(state.city.treasury.budget) - milli(rules.finance.debt_floor.value)
    room -= fee(game.model, state.procedure) * max(1, len(state.together))
    return max(0, divided(room * milli(rules.deciding.envelope.value), FULL))


def quorum(game: Game, state: State) -> int:
    """Returns how many seats must have cast a ballot: a share of those who may, rounded up."""
    seats = len(voters(game, state.procedure))
    return -(-seats * milli(game.model.rules.deciding.quorum.value) // FULL)


def counted(game: Game, state: State) -> Decision:
    """Returns what the ballots cast so far decide, under the present way of deciding."""
    options = decidable(state)
    tie = TiePolicy(game.model.rules.deciding.tie)
    least = round(game.model.rules.deciding.pass_grade.value)
    prices, needed = public_prices(game, state, options), quorum(game, state)
    match state.procedure:
        case way if way == MANDATE:
            return by_mandate(None)
        case way if way == ALGORITHM:
            assert state.pick is not None
            return state.pick
        case way if way == EXPERTS:
            grades = [dict(ballot.grades) for ballot in state.ballots if isinstance(ballot, Grade)]
            return by_grades(options, grades, least, tie, prices, needed)
        case way if way == RANKED:
            orders = [ballot.order for ballot in state.ballots if isinstance(ballot, Rank)]
            return by_runoff(options, orders, tie, prices, needed)
        case way if way == CONSENT:
            return _consented(game, state)
        case way if way == BUDGET and state.question is None:
            return _funded(game, state, options, prices)
    votes = [tuple(option for option in options if option in approved(b, least)) for b in state.ballots]
    return by_majority(options, votes, tie, prices, needed)


def _consented(game: Game, state: State) -> Decision:
    if state.considered is None:
        return Decision((), Reason.NO_BALLOT)
    answers = {str(b.player): (b.position, b.reason) for b in state.ballots if isinstance(b, Answer)}
    return by_consent(state.considered, answers, len(game.players), quorum(game, state))


def _funded(game: Game, state: State, options: tuple[InterventionId, ...], prices: Prices) -> Decision:
    if len(state.ballots) < quorum(game, state):
        return Decision((), Reason.NO_QUORUM if state.ballots else Reason.NO_BALLOT, ballots=len(state.ballots))
    election = budget_election(game, state, options, prices)
    tie = TiePolicy(game.model.rules.deciding.tie)
    if game.manner.count is Sharing.GREEDY:
        return by_greedy(election, tie)
    step = round(game.model.rules.deciding.completion.value)
    return by_equal_shares(election, tie, completion=step)


def budget_election(game: Game, state: State, options: tuple[InterventionId, ...], prices: Prices) -> Election:
    """Returns the election of a participatory budget: at most one answer to each challenge."""
    least = round(game.model.rules.deciding.pass_grade.value)
    challenges = {answer.id: c.id for c in game.model.scenario.challenges for answer in c.answers}
    ballots = []
    for ballot in state.ballots:
        worth = dict(ballot.tokens) if isinstance(ballot, Pledge) else dict.fromkeys(approved(ballot, least), 1)
        ballots.append(Support(ballot.player, {option: worth[option] for option in options if option in worth}))
    return Election(
        options, prices, envelope(game, state), tuple(ballots), {option: challenges[option] for option in options}
    )


def record(game: Game, state: State, decision: Decision) -> happened.Counted:
    """Returns what a recount needs of a decision, as the vote closed."""
    options = decidable(state)
    return happened.Counted(
        round=state.round,
        procedure=state.procedure,
        challenges=at_stake(state),
        proposals=state.proposals,
        ballots=state.ballots,
        stances=state.stances,
        prices=public_prices(game, state, options),
        envelope=envelope(game, state),
        decision=decision,
        shown=secrecy(game, state) is not Secrecy.SECRET or state.procedure == CONSENT,
        city=state.city,
        question=state.question,
        watches=state.watches,
    )


def at_stake(state: State) -> tuple[ChallengeId, ...]:
    """Returns the challenges being decided; none when a question is."""
    if state.question is not None or state.challenge is None:
        return ()
    return state.together or (state.challenge,)


def settled(game: Game, state: State, decision: Decision) -> tuple[State, tuple[Event, ...]]:
    """Returns the state in which a decision is carried out, and the events of it.

    Everyone hears of the decision; whose money paid for what goes with it only where everyone may see the ballots.
    """
    counted_ = record(game, state, decision)
    decision = decision if counted_.shown else decision.nameless()
    if state.question is not None:
        after, events = _question_settled(game, state, decision, state.question)
    else:
        after, events = _challenges_settled(game, state, decision)
    return after, (counted_, *events)


def _question_settled(
    game: Game, state: State, decision: Decision, question: InterventionId
) -> tuple[State, tuple[Event, ...]]:
    event = happened.QuestionDecided(state.round, question, state.procedure, decision)
    after = changed(
        state, time=max(0, state.time - time_taken(game, question)), question=None, asked=True, ballots=(),
        stances=tuple(each for each in state.stances if each.intervention != question), pick=None, considered=None,
        asked_again=0, objections=(), phase=Phase.BRIEFING,
    )  # fmt: skip
    if not decision.chosen:
        return after, (event,)
    following, told = answered_yes(game, after, question)
    return following, (event, told)


def _challenges_settled(game: Game, state: State, decision: Decision) -> tuple[State, tuple[Event, ...]]:
    """Takes the time and the money of the procedure for each challenge, and adopts what was chosen for it."""
    events, way = [], state.procedure
    # A participatory budget took its time as each challenge was deliberated.
    spent = 0 if way == BUDGET else milli(game.model.procedures[way].time.value)
    for challenge in at_stake(state):
        answers = {answer.id for answer in game.challenge(challenge).answers}
        taken = next((option for option in decision.chosen if option in answers), None)
        paid = _fee(game, state)
        event = happened.Decided(state.round, challenge, way, decision, taken, paid)
        state = changed(state, time=max(0, state.time - spent), city=charged(state.city, paid))
        if taken is not None:
            state, event = _adopted(game, state, event, taken)
        events.append(event)
    return state, tuple(events)


def _fee(game: Game, state: State) -> int:
    """Returns what deciding costs, or what is left above the debt limit where that is less."""
    left = int(state.city.treasury.budget) - milli(game.model.rules.finance.debt_floor.value)
    return max(0, min(fee(game.model, state.procedure), left))


def together(game: Game, proposal: Proposal) -> Together:
    """Returns what working on a proposal together adds to the way of deciding (rules: `cocreation`)."""
    rules = game.model.rules.cocreation
    count = min(len(proposal.coauthors), round(rules.most.value))
    clause = round(rules.clause.value) if proposal.clause else 0
    softening = count * round(rules.softening.value) + clause
    return Together(count * round(rules.legitimacy.value), softening, proposal.clause)


def _adopted(
    game: Game, state: State, event: happened.Decided, chosen: InterventionId
) -> tuple[State, happened.Decided]:
    proposal = state.proposal(chosen)
    assert proposal is not None
    before = state.city.treasury
    made = together(game, proposal)
    city = adopted(game.model, state.city, chosen, state.procedure, proposal.district, together=made)
    place = game.model.cards.ids.index(chosen)
    received, opens = int(city.works.received[place]), int(city.works.opens[place])
    contested = received < milli(game.model.rules.acceptance.contested_below.value)
    told = evolve(
        event,
        proposal=proposal,
        district=proposal.district,
        public=int(city.treasury.public - before.public),
        private=int(city.treasury.private - before.private),
        opens=opens + 1,
        contested=contested,
    )
    return changed(state, city=city), told


def seat_counts(state: State, option: InterventionId) -> int:
    """Returns how many more seats stand for an option than against it."""
    said = [stance.stand for stance in state.stances if stance.intervention == option]
    return said.count(Stand.FOR) - said.count(Stand.AGAINST)


def reasoned(state: State) -> tuple[Answer, ...]:
    """Returns the objections that give a reason."""
    answers = (ballot for ballot in state.ballots if isinstance(ballot, Answer))
    return tuple(a for a in answers if a.position is Position.OBJECT and a.reason.strip())

