"""Many sessions of computer players: the same numbers each time, and what wins by construction is warned of."""

from attrs import evolve

from game.bots.playouts import balance_of, fingerprint, outcomes
from game.content.balance import Balance, lint_balance
from game.content.cards import Tech
from game.engine.state import PLAYABLE
from tests.engine.table import game

SESSIONS = 7


def played(first: int = 0) -> list:
    """Returns seven short sessions, one a way of deciding."""
    return list(outcomes(game(rounds=2), range(first, first + SESSIONS)))


def test_the_ways_of_deciding_take_turns() -> None:
    """Seven sessions in a row are decided in the seven ways."""
    assert {each.way for each in played()} == set(PLAYABLE)


def test_the_same_seeds_give_the_same_fingerprint() -> None:
    """Nothing is drawn but by address; other seeds give another digest."""
    assert fingerprint(played()) == fingerprint(played()) != fingerprint(played(7))


def test_what_is_taken_was_proposed() -> None:
    """No session takes an answer that was not on its table, and each taken answer counts once at its tech level."""
    found = played()
    balance = balance_of(game(), found)

    assert all(each.taken <= each.proposed for each in found if each.way != "algorithm")
    assert sum(balance.levels.values()) == sum(balance.taken.values()) == sum(len(each.taken) for each in found)
    assert sum(balance.visions.values()) == sum(balance.ahead.values()) == balance.sessions == SESSIONS


def fair() -> Balance:
    """Returns the balance of a scenario in which nothing wins by construction."""
    cards = {a.id: 10 for c in game().model.scenario.challenges for a in c.answers}
    seats = dict.fromkeys(game().players, 12)
    return Balance(100, cards, cards, dict.fromkeys(Tech, 80), {"human": 50, "business": 50}, seats, seats)


def rules_broken(found: Balance) -> list[str]:
    """Returns the rules that a balance breaks."""
    return [fault.rule for fault in lint_balance(game().model.scenario, found)]


def test_a_fair_scenario_is_not_warned_of() -> None:
    """Where every card is taken now and then and nobody always wins, nothing is said."""
    assert rules_broken(fair()) == []


def test_a_card_that_nobody_takes_is_named() -> None:
    """The warning stands at the card."""
    found = evolve(fair(), taken=fair().taken | {"mobility.low": 0})
    (fault,) = lint_balance(game().model.scenario, found)

    assert (fault.rule, fault.values["name"], fault.steps[0]) == ("never_taken", "mobility.low", "challenges")


def test_what_wins_by_construction_is_named() -> None:
    """A vision, a tech level or a seat that wins nearly always, and a seat that never comes closer."""
    one_vision = evolve(fair(), visions={"human": 90, "business": 10})
    one_level = evolve(fair(), levels={Tech.LOW: 200, Tech.MID: 30, Tech.HIGH: 10})
    seat_wins = evolve(fair(), ahead=fair().ahead | {"cityhall": 70})
    aim_never = evolve(fair(), closer=fair().closer | {"river": 0})

    assert rules_broken(one_vision) == ["one_vision"]
    assert rules_broken(one_level) == ["one_level", "one_level"]
    assert rules_broken(seat_wins) == ["seat_wins"]
    assert rules_broken(aim_never) == ["aim_never"]


def test_each_warning_says_what_can_be_done() -> None:
    """A remedy stands behind each, another one for a tech level taken too often than for one taken too seldom."""
    nothing = dict.fromkeys(fair().taken, 0)
    found = evolve(
        fair(),
        taken=nothing,
        visions={"human": 90, "business": 10},
        levels={Tech.LOW: 200, Tech.MID: 30, Tech.HIGH: 10},
        ahead=fair().ahead | {"cityhall": 70},
        closer=fair().closer | {"river": 0},
    )
    hints = [fault.hint for fault in lint_balance(game().model.scenario, found)]

    assert {"worth_taking", "other_ends", "level_less", "level_more", "harder_aim", "within_reach"} == set(hints)
