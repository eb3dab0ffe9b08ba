"""What surveillance takes from the seats, when, and how it gives it back."""

import pytest
from attrs import evolve

from game.content.watching import ALGORITHM_DECIDES, DEAR_OPPOSITION, LOSSES, OPEN_BALLOTS, VANISHING
from game.engine.asking import with_powers
from game.engine.events import PowerLost, PowerRegained
from game.engine.legal import legal_moves, offered
from game.engine.moves import Ask, Stand, TakeStand, Vote
from game.engine.observe import observe
from game.engine.phases import Phase
from game.engine.powers import opposing_cost, powers_after, powers_moved, vanished
from game.engine.setup import first_state
from game.engine.state import ALGORITHM, CONSENT
from tests.engine.table import game, play, until

SENSED = ("sensing", "profiling", "control", "opacity")
"""The indicators of the surveillance gauge."""


def watched(level: int):
    """Returns a city whose surveillance gauge stands at a level, in milli-points."""
    of = game()
    city = of.start
    values = city.values.copy()
    for cell in range(len(values)):
        _, indicator = of.model.place(cell)
        if indicator in SENSED:
            values[cell] = level
    return evolve(city, values=values)


def rule(loss):
    """Returns what the rules say of a loss."""
    return getattr(game().model.rules.powers, loss)


@pytest.mark.parametrize("loss", LOSSES)
def test_a_power_goes_above_its_threshold_and_comes_back_under_a_calmer_one(loss: str) -> None:
    """Between the two, it stays as it was: nothing flickers."""
    above, below = round(rule(loss).above.value * 1000), round(rule(loss).below.value * 1000)
    between = (above + below) // 2
    model = game().model

    assert loss not in powers_after(model, watched(above), ())
    assert loss in powers_after(model, watched(above + 1), ())
    assert loss in powers_after(model, watched(between), (loss,))
    assert loss not in powers_after(model, watched(between), ())
    assert loss not in powers_after(model, watched(below - 1), (loss,))


def test_powers_go_in_order() -> None:
    """The higher surveillance, the more is gone: ballots first, the decision last."""
    gone = [powers_after(game().model, watched(level * 1000), ()) for level in range(40, 65)]

    assert all(LOSSES[: len(each)] == each for each in gone)
    assert gone[0] == () and gone[-1] == LOSSES


def test_a_loss_names_its_causes_and_its_return_is_told() -> None:
    """Each loss is an event with the level; so is each return."""
    _, lost = powers_moved(game(), watched(47_000), 3, ())
    _, back = powers_moved(game(), watched(30_000), 4, (OPEN_BALLOTS,))

    assert lost == (PowerLost(3, OPEN_BALLOTS, 47_000, lost[0].causes),)
    assert back == (PowerRegained(4, OPEN_BALLOTS, 30_000),)


def test_secret_votes_become_open() -> None:
    """Once that power is lost, a seat sees how another has voted."""
    of = game()
    state = until(of, Phase.PROPOSAL)
    answer = next(a for a in of.challenge(state.challenge).answers if not a.partners and not a.requires)
    voting = evolve(state, phase=Phase.DECISION, ballots=(Vote("greens", (answer.id,)),))

    assert observe(of, voting, "river").ballots == ()
    assert observe(of, evolve(voting, lost=(OPEN_BALLOTS,)), "river").ballots == voting.ballots


def test_opposing_costs_time() -> None:
    """Speaking against takes time once that power is lost, and none before."""
    of = game()
    state = until(of, Phase.PROPOSAL)
    move = next(move for move in legal_moves(of, state) if getattr(move, "intervention", None))
    floor = evolve(play(of, state, move), phase=Phase.DELIBERATION)
    against = TakeStand("river", move.intervention, Stand.AGAINST)

    free, dear = play(of, floor, against), play(of, evolve(floor, lost=(DEAR_OPPOSITION,)), against)

    assert free.time == floor.time
    assert dear.time == floor.time - opposing_cost(of, (DEAR_OPPOSITION,)) < floor.time


def test_some_answers_vanish_but_never_all() -> None:
    """Where answers vanish, the agenda still offers one to each challenge, and the others are gone from it."""
    of, state = game(), first_state(game())
    erased = {c.id: vanished(of, (VANISHING,), c.answers) for c in of.model.scenario.challenges}

    assert any(erased.values())
    for challenge in of.model.scenario.challenges:
        left = offered(of, evolve(state, lost=(VANISHING,)), challenge.id)
        assert not {answer for answer, _ in left} & erased[challenge.id]
        assert len(erased[challenge.id]) < len(challenge.answers)


def test_the_algorithm_takes_over_and_hands_back() -> None:
    """With the last power the way of deciding changes; with its return, the former one is back."""
    state = first_state(game(CONSENT))

    taken = with_powers(state, LOSSES)
    back = with_powers(taken, (OPEN_BALLOTS,))

    assert (taken.procedure, taken.former) == (ALGORITHM, CONSENT)
    assert (back.procedure, back.former, back.lost) == (CONSENT, None, (OPEN_BALLOTS,))


def test_the_room_cannot_vote_the_algorithm_away() -> None:
    """While the algorithm has taken over, no other way of deciding may be asked for."""
    taken = with_powers(first_state(game(CONSENT)), (ALGORITHM_DECIDES,))
    ways = [move for move in legal_moves(game(CONSENT), taken) if isinstance(move, Ask) and "way:" in move.question]

    assert ways == []
