"""The course of a game: phases, moves, decisions, refusals."""

import pytest
from attrs import evolve

from game.city.state import adoptions
from game.engine.decide.decision import Reason
from game.engine.events import CityMoved, Decided, LeftAsItIs, ShockStruck, TimeRanOut
from game.engine.legal import awaited, decidable, legal_moves
from game.engine.moves import Decide, Join, Pass, Proceed, Propose, Stand, TakeStand, Vote
from game.engine.phases import Phase
from game.engine.setup import first_state, new_game
from game.engine.state import MANDATE, PLAYABLE
from game.engine.step import step
from game.errors import GameError, IllegalMove, Refusal
from tests.engine.table import game, loaded, play, rules, until


def offered(state):
    """Returns an answer of the present challenge that asks for no partner and needs nothing, with its home."""
    of = game()
    challenge = of.challenge(state.challenge)
    free = next(a for a in challenge.answers if not a.partners and not a.requires)
    return free.id, challenge.district if free.placed else None


def test_a_round_goes_through_its_phases_in_order() -> None:
    """Briefing, proposal, deliberation, decision, resolution, reflection, and the next round's briefing."""
    of, state = game(), first_state(game())
    seen = [state.phase]
    while state.round == 1:
        if state.phase is Phase.PROPOSAL and not state.proposals:
            state = play(of, state, Propose("residents", *offered(state)))
        state = play(of, state, Proceed())
        if state.phase is not seen[-1]:
            seen.append(state.phase)

    assert seen == [
        Phase.BRIEFING,
        Phase.PROPOSAL,
        Phase.DELIBERATION,
        Phase.DECISION,
        Phase.RESOLUTION,
        Phase.REFLECTION,
        Phase.BRIEFING,
    ]


def test_the_proposals_close_when_every_seat_has_spoken() -> None:
    """Once each seat has proposed or passed, the table deliberates without anybody closing the phase."""
    of, state = game(), until(game(), Phase.PROPOSAL)
    state = play(of, state, Propose("residents", *offered(state)))

    state = play(of, state, *(Pass(player) for player in of.players if player != "residents"))

    assert state.phase is Phase.DELIBERATION


def test_a_challenge_nobody_answers_goes_to_the_end_of_the_agenda() -> None:
    """Without a proposal nothing is decided, and the challenge waits behind the others."""
    of, state = game(), until(game(), Phase.PROPOSAL)
    challenge = state.challenge

    after, events = step(of, state, Proceed())

    assert isinstance(events[0], LeftAsItIs)
    assert after.queue[-1] == challenge


def test_a_seat_that_stands_behind_a_proposal_does_not_double_it() -> None:
    """Two seats with the same answer make one proposal with two proposers."""
    of, state = game(), until(game(), Phase.PROPOSAL)
    answer = offered(state)

    state = play(of, state, Propose("residents", *answer), Propose("greens", *answer))

    assert [p.proposers for p in state.proposals] == [("residents", "greens")]


def test_more_than_half_of_the_ballots_adopt() -> None:
    """Five of eight seats approve: the answer is adopted; it and the vote are paid."""
    of, state = game(), until(game(), Phase.PROPOSAL)
    answer = offered(state)
    state = play(of, state, Propose("residents", *answer), Proceed(), Proceed())
    before = state.city.treasury.budget
    ballots = [Vote(player, (answer[0],) if place < 5 else ()) for place, player in enumerate(of.players)]

    state = play(of, state, *ballots[:-1])
    _, events = step(of, state, ballots[-1])

    decided = next(event for event in events if isinstance(event, Decided))
    moved = next(event for event in events if isinstance(event, CityMoved))
    assert (decided.decision.winner, decided.decision.reason) == (answer[0], Reason.MOST_APPROVED)
    assert moved.before.treasury.budget == before - decided.public - decided.fee
    assert decided.fee > 0


def test_exactly_half_of_the_ballots_do_not_adopt() -> None:
    """Four of eight is no majority: nothing is adopted and nothing is paid."""
    of, state = game(), until(game(), Phase.PROPOSAL)
    answer = offered(state)
    state = play(of, state, Propose("residents", *answer), Proceed(), Proceed())
    ballots = [Vote(player, (answer[0],) if place < 4 else ()) for place, player in enumerate(of.players)]

    state = play(of, state, *ballots[:-1])
    after, events = step(of, state, ballots[-1])

    decided = next(event for event in events if isinstance(event, Decided))
    assert (decided.decision.winner, decided.decision.reason) == (None, Reason.NO_MAJORITY)
    assert adoptions(game().model, after.city) == ()


def test_deciding_takes_time_and_a_round_may_run_out_of_it() -> None:
    """A vote takes 2.5 of a round's 3 points: a second challenge finds no time and waits."""
    of, state = game(), until(game(), Phase.PROPOSAL)
    state = play(of, state, Propose("residents", *offered(state)), Proceed(), Proceed())

    after, events = step(of, state, Proceed())

    assert any(isinstance(event, TimeRanOut) for event in events)
    assert after.time == 500


def test_under_a_mandate_only_the_decider_decides() -> None:
    """City hall takes a proposal; anybody else who tries is refused, and so is a vote."""
    of = game(MANDATE)
    state = until(of, Phase.PROPOSAL)
    answer = offered(state)
    state = play(of, state, Propose("residents", *answer), Proceed(), Proceed())

    with pytest.raises(IllegalMove) as refused:
        step(of, state, Decide("residents", answer[0]))
    with pytest.raises(IllegalMove) as vote:
        step(of, state, Vote("residents", (answer[0],)))
    after = play(of, state, Decide("cityhall", answer[0]))

    assert (refused.value.reason, vote.value.reason) == (Refusal.NOT_YOUR_CALL, Refusal.NOT_YOUR_CALL)
    assert adoptions(of.model, after.city)[0].intervention == answer[0]


def test_an_answer_without_its_partner_cannot_be_decided() -> None:
    """Until the partner joins, a ballot for it is refused; then it is not."""
    of, state = game(), until(game(), Phase.PROPOSAL)
    while True:
        asking = [a for a in of.challenge(state.challenge).answers if a.partners and not a.requires]
        if asking:
            break
        state = until(of, Phase.PROPOSAL, play(of, until(of, Phase.BRIEFING, state), Proceed()))
    card, partner = asking[0], asking[0].partners[0]
    proposer = next(player for player in of.players if player not in card.partners)
    district = of.challenge(state.challenge).district if card.placed else None
    state = play(of, state, Propose(proposer, card.id, district), Proceed())
    lonely = play(of, state, Proceed())

    with pytest.raises(IllegalMove) as refused:
        step(of, lonely, Vote(proposer, (card.id,)))
    joined = play(of, state, *(Join(player, card.id) for player in card.partners), Proceed())

    assert refused.value.reason is Refusal.PARTNER_MISSING
    assert partner in lonely.proposals[0].missing
    assert decidable(joined) == (card.id,)


@pytest.mark.parametrize(
    ("phase", "move", "reason"),
    [
        (Phase.BRIEFING, Pass("residents"), Refusal.WRONG_PHASE),
        (Phase.PROPOSAL, Pass("nobody"), Refusal.NOT_A_PLAYER),
        (Phase.PROPOSAL, Propose("residents", "governance.high", "hills"), Refusal.NOT_ON_TABLE),
        (Phase.PROPOSAL, Vote("residents", ()), Refusal.WRONG_PHASE),
        (Phase.PROPOSAL, TakeStand("residents", "mobility.low", Stand.FOR), Refusal.WRONG_PHASE),
    ],
)
def test_each_illegal_move_has_its_reason(phase: Phase, move, reason: Refusal) -> None:
    """A refused move names a reason of the closed list, and the old state stands."""
    state = until(game(), phase)

    with pytest.raises(IllegalMove) as refused:
        step(game(), state, move)

    assert refused.value.reason is reason


def test_a_proposal_needs_a_district_of_the_city() -> None:
    """An answer that has a place is refused without one, and in a district that does not exist."""
    state = until(game(), Phase.PROPOSAL)
    answer, _ = offered(state)

    for district in (None, "atlantis"):
        with pytest.raises(IllegalMove) as refused:
            step(game(), state, Propose("residents", answer, district))
        assert refused.value.reason is Refusal.NOT_A_DISTRICT


def test_a_city_in_debt_is_refused_a_dear_answer() -> None:
    """With the budget at the debt floor every answer is too dear."""
    state = until(game(), Phase.PROPOSAL)
    treasury = evolve(state.city.treasury, budget=-12_000)
    poor = evolve(state, city=evolve(state.city, treasury=treasury), offers=())

    with pytest.raises(IllegalMove) as refused:
        step(game(), poor, Propose("residents", *offered(state)))

    assert refused.value.reason is Refusal.TOO_DEAR


def test_an_answer_that_needs_sensors_waits_for_them() -> None:
    """The city's operating system asks for sensors at 40: before, it is refused as not yet possible."""
    of = game()
    state = until(of, Phase.PROPOSAL)
    asked = evolve(state, challenge="governance")
    card = of.intervention("governance.high")

    with pytest.raises(IllegalMove) as refused:
        step(of, asked, Propose("platform", card.id, of.challenge("governance").district if card.placed else None))

    assert refused.value.reason is Refusal.NOT_YET_POSSIBLE


def test_nobody_is_waited_for_when_nothing_is_asked() -> None:
    """In a briefing the table waits for no seat; in a proposal for all of them."""
    assert awaited(game(), first_state(game())) == ()
    assert awaited(game(), until(game(), Phase.PROPOSAL)) == game().players


def test_after_the_last_round_no_move_is_legal() -> None:
    """The session ends after its rounds, and says so to any further move."""
    of = game(rounds=2)
    state = until(of, Phase.ENDED)

    with pytest.raises(IllegalMove) as refused:
        step(of, state, Proceed())

    assert (state.round, refused.value.reason, legal_moves(of, state)) == (2, Refusal.GAME_OVER, ())


def test_a_shock_strikes_only_where_its_conditions_hold() -> None:
    """Over many seeds, no shock strikes before its first round or short of its thresholds."""
    struck = []
    for seed in range(25):
        of, state = game(seed=seed), first_state(game(seed=seed))
        while state.phase is not Phase.ENDED:
            state, events = step(of, state, Proceed())
            struck += [(of.model.shocks[e.shock], e) for e in events if isinstance(e, ShockStruck)]

    assert struck
    assert [e for shock, e in struck if e.round < shock.from_round or not all(each.met for each in e.passed)] == []


def test_a_way_of_deciding_that_is_not_played_is_refused() -> None:
    """A session asked to open under a lottery is told which ways there are."""
    with pytest.raises(GameError) as refused:
        new_game(loaded().scenario, rules().rulebook, 1, procedure="lottery")

    assert refused.value.values == {"found": "lottery", "known": ", ".join(PLAYABLE)}
