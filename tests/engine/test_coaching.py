"""The next step suggested: from where the table stands and how it keeps to its plan, never from anything else."""

import pytest
from attrs import evolve

from game.engine.coaching import Advice, Help, Reason, advised
from game.engine.moves import Pass, Proceed, Propose, Stand, TakeStand, Vote
from game.engine.pacing import Pace, course, minutes_by_rules, outline
from game.engine.phases import Phase
from game.engine.setup import first_state
from game.engine.state import State
from tests.engine.table import game, play, until

PLAYERS = game().players
EVERYONE = frozenset(PLAYERS)
ON_TIME = Pace(0, 240)


def proposing() -> State:
    """Returns the first proposals, nobody having spoken."""
    return until(game(), Phase.PROPOSAL)


def debating() -> State:
    """Returns the first debate: one proposal, every other seat silent."""
    state = proposing()
    answer, district = state.offers[0]
    return play(game(), state, Propose(PLAYERS[0], answer, district), Proceed())


def heard(state: State, *players: str) -> State:
    """Returns a debate in which seats have spoken."""
    on_table = state.proposals[0].intervention
    return play(game(), state, *(TakeStand(player, on_table, Stand.FOR) for player in players))


def test_when_everyone_has_spoken_the_table_may_decide() -> None:
    """No clock is needed to see that."""
    assert advised(game(), heard(debating(), *PLAYERS), EVERYONE, None) == Advice(Reason.EVERYONE_HEARD)


def test_seats_not_heard_are_named_once_half_the_debate_is_over() -> None:
    """Pressing gives the first of them the floor; before that, silence may be thought."""
    state = heard(debating(), *PLAYERS[2:])

    assert advised(game(), state, EVERYONE, Pace(119, 240)) is None
    assert advised(game(), state, EVERYONE, Pace(120, 240)) == Advice(Reason.SEATS_QUIET, Help.FLOOR, PLAYERS[:2])


def test_a_table_that_waits_for_computer_players_is_left_alone() -> None:
    """What they have not said yet is nobody's silence."""
    state = heard(debating(), *PLAYERS[2:])

    assert advised(game(), state, frozenset(PLAYERS[1:]), Pace(300, 240)) is None


def test_a_challenge_without_an_answer_the_city_can_take_is_better_left() -> None:
    """Its money is gone, say: nobody can propose, and the room need not find out by pressing every card."""
    state = evolve(proposing(), offers=())

    assert advised(game(), state, EVERYONE, None) == Advice(Reason.NOTHING_TO_PROPOSE)


@pytest.mark.parametrize(("seconds", "minutes"), [(179, None), (180, 3), (330, 5)])
def test_a_silent_room_is_told_after_three_minutes(seconds: int, minutes: int | None) -> None:
    """Nobody has proposed: the question may wait."""
    told = advised(game(), proposing(), EVERYONE, Pace(seconds, 180))

    assert told == (None if minutes is None else Advice(Reason.NOBODY_PROPOSES, minutes=minutes))


def test_behind_plan_the_second_question_of_a_round_can_wait() -> None:
    """The first one is never skipped."""
    late = Pace(10, 180, behind=480)

    assert advised(game(), proposing(), EVERYONE, late) is None
    assert advised(game(), evolve(proposing(), opened=2), EVERYONE, late) == Advice(Reason.BEHIND, minutes=8)


def test_ballots_missing_are_counted_when_time_is_up() -> None:
    """The vote may be closed without them, and not before."""
    state = play(game(), debating(), Proceed())
    state = play(game(), state, *(Vote(player, ()) for player in PLAYERS[:-2]))

    assert advised(game(), state, EVERYONE, Pace(10, 120)) is None
    assert advised(game(), state, EVERYONE, Pace(120, 120)) == Advice(Reason.BALLOTS_MISSING, seats=PLAYERS[-2:])


def test_without_people_or_without_a_clock_nothing_is_said_of_time() -> None:
    """A demonstration needs no coach; a table without a clock is not hurried."""
    state = first_state(game())

    assert advised(game(), state, frozenset(), Pace(999, 60)) is None
    assert advised(game(), state, EVERYONE, None) is None
    assert advised(game(), state, EVERYONE, Pace(130, 60)) == Advice(Reason.TIME_UP, minutes=1)


def test_a_session_takes_what_its_rounds_and_challenges_take() -> None:
    """Briefing, effects and reflection come once a round; proposals, debate and decision for each challenge."""
    assert minutes_by_rules(game()) == 6 * (1 + 1 + 1) + 7 * (3 + 4 + 2)
    assert minutes_by_rules(game("mayor")) == 6 * (1 + 1 + 1) + 8 * (3 + 4 + 2)


def test_a_way_of_deciding_takes_its_own_phases() -> None:
    """The algorithm is asked nothing before it decides; a budget decides several challenges together."""
    ways = {way: [each.phase for each in outline(game(way), first_state(game(way)))] for way in ("algorithm", "budget")}

    assert Phase.DELIBERATION not in ways["algorithm"]
    assert ways["budget"].count(Phase.DELIBERATION) == 6
    assert ways["budget"].count(Phase.DECISION) == 3


def test_what_lies_ahead_shortens_phase_by_phase() -> None:
    """Each phase of a session that answers every challenge is the next of those foreseen at its start."""
    ahead = outline(game(), first_state(game()))
    now = [outline(game(), state) for state in (proposing(), debating())]

    assert now == [ahead[1:], ahead[2:]]


def test_minutes_planned_stretch_every_phase_alike() -> None:
    """Half the rules' time halves each phase, and no phase leaves the range that the rules give it."""
    whole, state = round(minutes_by_rules(game())), debating()

    assert [course(game(), state, each).own(game()) for each in (0, whole, whole / 2)] == pytest.approx([240, 240, 120])
    assert [course(game(), state, each).own(game()) for each in (1, 999)] == [120, 480]


def test_what_is_planned_grows_with_each_phase_left_behind() -> None:
    """At the start nothing is; in a debate, the briefing and the proposals."""
    told = [course(game(), state).gone for state in (first_state(game()), proposing(), debating())]

    assert told == [0, 60, 240]


def test_room_is_made_for_what_comes_back() -> None:
    """A challenge put off takes its time again: the phases to come share out what is left."""
    minutes = round(minutes_by_rules(game()))
    before = course(game(), proposing(), minutes)
    back = play(game(), proposing(), *(Pass(player) for player in PLAYERS))
    after = before.moved(game(), back)

    assert back.queue[-1] == game().model.scenario.agenda[0]
    assert (after.gone, after.own(game()) < before.own(game())) == (240, True)
