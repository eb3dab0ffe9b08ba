"""What is proposed to a facilitator: it ends on time, it suits who comes, and its numbers stand in the rules."""

from itertools import pairwise

import pytest
from attrs import evolve

from game.bots.playouts import ROLE
from game.content.cards import Scenario
from game.content.lengths import lengths_of, parts_of
from game.content.workshop import Audience, Devices, check_plan
from game.engine.pacing import minutes_by_rules
from game.engine.state import ALGORITHM, BUDGET, MAJORITY, MANDATE
from game.planning.choosing import Because, because
from game.planning.fitting import least_width, width_of
from game.planning.papers import papers
from game.planning.proposing import game_of, planned, proposed
from game.planning.runsheet import Kind, in_hand, run_sheet
from game.planning.seating import by_difference, seated
from game.planning.wishes import Wishes, wishes_of
from game.wording.planning import PlanTeller
from game.wording.words import words_in
from tests.planning.cities import cities, city, rules
from tests.planning.rehearsal import played_minutes, rehearsed

MINUTES = (45, 90, 180)
LENGTHS = (*MINUTES, 60, 120, 240)
"""Those that scenarios name are rehearsed three times, the others once."""
PEOPLE = (4, 8, 13, 24, 40)
LATE = 5
"""Minutes that a session may end before or after its plan."""


@pytest.mark.parametrize("minutes", LENGTHS)
@pytest.mark.parametrize("scenario", cities(), ids=lambda each: each.id)
def test_a_session_ends_within_five_minutes_of_its_plan(scenario: Scenario, minutes: int) -> None:
    """Rehearsed by computer players on the facilitator's clock, but for the time that the run sheet says is in hand;
    and never do the rounds alone run over as much."""
    late, over = {}, {}
    groups = ((4, True), (13, False), (40, True))
    for seed, (people, first_time) in enumerate(groups if minutes in MINUTES else groups[:1], 1):
        plan = planned(scenario, rules(), Wishes(minutes, people, first_time=first_time))
        game, play = game_of(plan, scenario, rules(), seed), plan.parts(rules().workshop).play
        spare = in_hand(run_sheet(plan, game))
        late[people] = rehearsed(plan, game, ROLE) - (minutes - spare)
        over[people] = played_minutes(game, play, ROLE) - play

    assert {case: round(found, 1) for case, found in late.items() if abs(found) > LATE} == {}
    assert {case: round(found, 1) for case, found in over.items() if found > LATE} == {}


@pytest.mark.parametrize("minutes", [30, 75, 120])
@pytest.mark.parametrize("scenario", cities(), ids=lambda each: each.id)
def test_a_run_sheet_has_no_hole(scenario: Scenario, minutes: int) -> None:
    """Each moment begins where the one before it ends, from the welcome to the last minute."""
    plan = planned(scenario, rules(), Wishes(minutes, 10))
    moments = run_sheet(plan, game_of(plan, scenario, rules()))

    assert all(a.at + a.minutes == pytest.approx(b.at) for a, b in pairwise(moments))
    assert (moments[0].at, moments[-1].at, moments[-1].kind) == (0, minutes, Kind.END)
    assert sum(each.kind is Kind.PAUSE for each in moments) == (minutes >= rules().workshop.break_from.value)


@pytest.mark.parametrize("devices", Devices)
@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("people", PEOPLE)
def test_what_is_proposed_is_sound(people: int, audience: Audience, devices: Devices) -> None:
    """A proposal passes the check that a plan's file must pass, and everybody who comes has a place."""
    plan = planned(city("nordhamn"), rules(), Wishes(75, people, audience, devices, first_time=False))

    assert list(check_plan(plan, city("nordhamn"), rules())) == []
    assert plan.people == people
    assert wishes_of(plan) == Wishes(75, people, audience, devices, False, plan.debrief)


def test_a_first_time_gets_the_city_that_teaches() -> None:
    """And less to do in the same time than those who know the game."""
    first, again = (proposed(cities(), rules(), Wishes(first_time=each)) for each in (True, False))
    asked = planned(city("port-clair"), rules(), Wishes(first_time=False))

    assert (first.scenario, len(first.agenda) < len(asked.agenda)) == ("port-clair", True)
    assert because(city("port-clair"), rules(), wishes_of(first)) == (Because.FIRST_TIME,)
    assert again.scenario != first.scenario


def test_paper_gets_a_vote_that_is_counted_by_hand() -> None:
    """Neither an optimiser nor equal shares; ballots where people vote, and a sheet to write what was decided."""
    plan = proposed(cities(), rules(), Wishes(90, 8, devices=Devices.PAPER, first_time=False))
    by_vote, by_mayor = (evolve(plan, procedure=each) for each in (MAJORITY, MANDATE))

    assert plan.procedure not in (ALGORITHM, BUDGET)
    assert {"record", "map", "challenges"} <= set(papers(plan))
    assert {"ballots"} == set(papers(by_vote)) - set(papers(by_mayor))


def test_time_that_no_city_can_fill_is_told() -> None:
    """An optimiser decides in a minute: four hours of it leave most of one in hand, before the debrief."""
    plan = planned(city("quai-neuf"), rules(), Wishes(240, 8))
    moments = run_sheet(plan, game_of(plan, city("quai-neuf"), rules()))
    spare, debrief = (next(each for each in moments if each.kind is kind) for kind in (Kind.SPARE, Kind.DEBRIEF))

    assert spare.minutes > 30
    assert debrief.at == pytest.approx(spare.at + spare.minutes)
    assert debrief.minutes == rules().workshop.debrief_most.value


def test_time_is_not_filled_with_rounds_that_decide_nothing() -> None:
    """Past the city's own lengths no round is added for which no challenge is left; those it has say why they are."""
    plan = planned(city("quai-neuf"), rules(), Wishes(240, 8))
    rows = PlanTeller(plan, city("quai-neuf"), rules(), words_in("en")).rows()

    assert plan.rounds == max(length.rounds for length in lengths_of(city("quai-neuf"), rules()))
    assert [row.what for row in rows if "the city’s time" in row.what] == []
    assert len([row for row in rows if "all challenges are settled" in row.what]) == plan.rounds - len(plan.agenda)


def test_time_in_hand_says_how_much_can_be_played_again() -> None:
    """Rounds on the screen, and time to compare what comes of them; challenges by a show of hands on paper."""
    told = {}
    for devices in Devices:
        plan = planned(city("quai-neuf"), rules(), Wishes(240, 8, devices=devices))
        teller = PlanTeller(plan, city("quai-neuf"), rules(), words_in("en"))
        told[devices] = next(row.what for row in teller.rows() if row.what.startswith("In hand"))

    assert "play 5 rounds again" in told[Devices.SCREEN]
    assert "decide 8 challenges again" in told[Devices.PAPER]


@pytest.mark.parametrize("minutes", [60, 90, 120, 180])
@pytest.mark.parametrize("scenario", cities(), ids=lambda each: each.id)
def test_a_proposal_is_not_tight_of_itself(scenario: Scenario, minutes: int) -> None:
    """From an hour on, whatever is proposed on paper leaves the phases the width that the rules ask for."""
    wishes = Wishes(minutes, 8, devices=Devices.PAPER, questionnaire=minutes >= 90)
    plan = planned(scenario, rules(), wishes)

    assert width_of(game_of(plan, scenario, rules()), wishes.play(rules())) >= least_width(rules(), wishes)


def test_a_questionnaire_has_its_minutes_and_its_sheets() -> None:
    """Before roles are read and after the debrief; the rounds give them up, the end stays where it was."""
    without, asked = (planned(city("port-clair"), rules(), Wishes(questionnaire=each)) for each in (False, True))
    moments = run_sheet(asked, game_of(asked, city("port-clair"), rules()))
    kinds = [each.kind for each in moments]

    assert kinds[:3] == [Kind.WELCOME, Kind.BEFORE, Kind.ROLES]
    assert kinds[-3:] == [Kind.DEBRIEF, Kind.AFTER, Kind.END]
    assert moments[-1].at == 90
    assert without.parts(rules().workshop).play - asked.parts(rules().workshop).play == 8
    assert "questionnaire" in set(papers(asked)) - set(papers(without))


def test_the_parts_of_a_session_are_those_of_the_rules() -> None:
    """A lesson, a workshop, half a day."""
    parts = [parts_of(minutes, rules().workshop) for minutes in MINUTES]

    assert [(each.opening, each.play, each.pause, each.debrief) for each in parts] == [
        (4, 36, 0, 5), (7, 72, 0, 11), (11, 134, 10, 25),
    ]  # fmt: skip


def test_a_longer_debrief_takes_its_minutes_from_the_rounds() -> None:
    """The challenges that no longer fit are left out, never squeezed below what the rules bear."""
    short, long = (planned(city("port-clair"), rules(), Wishes(90, debrief=each)) for each in (5, 25))
    width = parts_of(90, rules().workshop, 25).play / minutes_by_rules(game_of(long, city("port-clair"), rules()))

    assert len(long.agenda) < len(short.agenda)
    assert width >= rules().workshop.tightest_first.value / 100


def test_few_people_hold_the_seats_that_differ_most() -> None:
    """The one that decides first; the others go to computer players."""
    seats, witnesses = seated(city("port-clair"), rules(), 4, Audience.ADULTS)

    assert [seat for seat, people in seats.items() if people] == sorted(
        by_difference(city("port-clair"))[:4], key=list(seats).index
    )
    assert (seats[city("port-clair").decider], witnesses) == (1, 0)


def test_teenagers_sit_in_pairs_and_a_crowd_has_witnesses() -> None:
    """Nobody is the fifth on a seat."""
    pairs, _ = seated(city("port-clair"), rules(), 12, Audience.TEENAGERS)
    crowd, witnesses = seated(city("port-clair"), rules(), 40, Audience.ADULTS)

    assert sorted(pairs.values()) == [0, 0, 2, 2, 2, 2, 2, 2]
    assert (set(crowd.values()), witnesses) == ({4}, 8)


def test_wishes_are_brought_within_the_rules() -> None:
    """Ten minutes or a thousand people are nobody's workshop."""
    plan = proposed(cities(), rules(), evolve(Wishes(), minutes=10, people=1000))

    assert (plan.minutes, plan.people) == (30, 40)
