"""From a session to the figures of its debrief: nothing is made up, nothing is lost."""

import datetime
from functools import cache
from typing import get_args

import pytest

from game.content.shapes import LANGUAGES
from game.engine.events import CityMoved, Decided, ShockStruck
from game.engine.legal import moves_of
from game.engine.moves import Ask, Cover, Decide, HideScores, Proceed, Reveal, ShowScores
from game.engine.observe import payoff
from game.report.figures import CauseKind, Debrief
from game.report.findings import in_short
from game.report.page import render
from game.report.summary import summarised
from game.session import Session
from game.wording.words import words_in
from tests.session.rooms import carry_on, session

DAY = datetime.date(2026, 1, 31)
MAYOR = 2
"""A seed under which city hall decides much and shocks strike."""


@cache
def played(procedure: str = "mayor") -> Session:
    """Returns a whole session of computer players."""
    table = session(seed=MAYOR, procedure=procedure)
    carry_on(table)
    return table


@cache
def debrief(language: str = "en", procedure: str = "mayor") -> Debrief:
    """Returns its figures."""
    return summarised(played(procedure), words_in(language), DAY, "session.jsonl")


def test_each_curve_has_the_start_and_every_round() -> None:
    """The four gauges and lived quality have a level for the start and each of six rounds."""
    assert [len(series.values) for series in debrief().series] == [7] * 5


def test_the_causes_of_each_account_sum_to_its_change() -> None:
    """Whole session and turning points, lived quality included: causes sum to the change exactly."""
    accounts = (*debrief().accounts, *debrief().turning_points)

    found = [sum(cause.amount for cause in account.causes) for account in accounts]

    assert found == [account.shift.after - account.shift.before for account in accounts]


def test_the_turning_points_are_the_rounds_that_moved_most() -> None:
    """No round outside the turning points moved a gauge more than the least of them."""
    gauges = [series for series in debrief().series if series.id != "lived"]
    moves = sorted((abs(b - a) for s in gauges for a, b in zip(s.values, s.values[1:], strict=False)), reverse=True)

    ends = [account.shift for account in debrief().turning_points]
    found = sorted((abs(shift.after - shift.before) for shift in ends), reverse=True)

    assert found == moves[: len(found)]


def test_every_decision_and_every_shock_is_told() -> None:
    """The debrief has as many decisions and incidents as the session had, in order."""
    events = played().events

    assert [d.round for d in debrief().decisions] == [e.round for e in events if isinstance(e, Decided)]
    assert [i.round for i in debrief().incidents] == [e.round for e in events if isinstance(e, ShockStruck)]


def test_the_budget_adds_up() -> None:
    """Start plus income less what was spent and kept up is the last balance."""
    budget, last = debrief().budget, played().state.city.treasury

    assert budget.balance[0] + last.income - budget.public - budget.deciding - budget.upkeep == budget.balance[-1]
    assert budget.public == sum(decision.public for decision in debrief().decisions)
    assert budget.upkeep >= 0 and budget.deciding >= 0


def test_the_mixture_of_visions_is_whole() -> None:
    """Shares sum to 100 %, largest first."""
    shares = [vision.share for vision in debrief().compass.visions]

    assert sum(shares) == 100_000
    assert shares == sorted(shares, reverse=True)


def test_a_payoff_is_how_close_the_city_came() -> None:
    """A stakeholder's score moves as its payoff says."""
    table = played()
    found = [p.score.after - p.score.before for p in debrief().payoffs]
    expected = [payoff(table.game, table.state.city, player) for player in table.game.players]

    assert found == pytest.approx(expected, abs=1)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("procedure", ["mayor", "majority"])
def test_the_page_of_a_real_session_is_written(language: str, procedure: str) -> None:
    """A whole session gives a page in its language with every decision and question on it."""
    figures = debrief(language, procedure)

    page = render(figures, words_in(language))

    assert f'<html lang="{language}"' in page
    assert all(question.split(" ")[0] in page for question in figures.questions)
    assert "{" not in page.split("<body", 1)[1].replace("{}", "").split("</style>")[-1]


def test_a_session_stopped_after_a_round_has_its_debrief_too() -> None:
    """A workshop that ends early is told as far as it went."""
    table = session(seed=1)
    while not any(isinstance(event, CityMoved) for event in table.events):
        table.submit(table.next_unattended()[0])

    figures = summarised(table, words_in("en"), DAY)

    assert figures.rounds == 1
    assert render(figures, words_in("en"))


def test_a_session_in_which_nothing_happened_has_a_page() -> None:
    """Even before the first resolution a page can be written."""
    figures = summarised(session(), words_in("fr"), DAY)

    assert figures.rounds == 0
    assert render(figures, words_in("fr"))


def test_what_the_facilitator_showed_is_named() -> None:
    """Lifting a veil and letting it fall are told with their round, and are on the page."""
    table = session(seed=MAYOR)
    for move in (Reveal("lived"), Cover("lived")):
        table.submit(move)

    found = summarised(table, words_in("en"), DAY)

    assert [(each.round, each.what, each.shown) for each in found.lifted] == [
        (1, "Lived quality", True),
        (1, "Lived quality", False),
    ]
    assert "the facilitator covers “Lived quality” again" in render(found, words_in("en"))


def test_rounds_seen_without_scores_are_told() -> None:
    """The page says in which rounds the facilitator had hidden them; where none was, it says nothing."""
    table = session(seed=MAYOR, rounds=4)
    play_to(table, 2)
    table.submit(HideScores())
    play_to(table, 4)
    table.submit(ShowScores())
    carry_on(table)
    told = summarised(table, words_in("en"), DAY, elsewise=False)

    assert told.blind_rounds == (2, 3)
    assert any("In rounds 2, 3" in line for line in in_short(told, words_in("en")))
    assert not any("hidden" in line for line in in_short(debrief(), words_in("en")))


def test_each_way_of_deciding_is_named_with_its_round() -> None:
    """The way the session opened in comes first, then those it changed to."""
    table = session(seed=MAYOR, procedure="mayor", rounds=3, bot=None)
    cityhall = table.game.model.scenario.decider
    table.submit(Ask(cityhall, "way:consent"))
    carry_on_people(table)
    told = summarised(table, words_in("en"), DAY, elsewise=False)

    assert told.rulings[0].since == 1
    assert [each.name for each in told.rulings] == ["The mayor decides", "Consent"]


def play_to(table: Session, number: int) -> None:
    """Lets a session play itself to the briefing of a round."""
    while table.state.round < number:
        table.submit(table.next_unattended()[0])


def carry_on_people(table: Session) -> None:
    """Lets city hall take what was asked, and the table go on to the end."""
    while not table.over:
        options = moves_of(table.game, table.state, table.game.model.scenario.decider)
        taken = next((move for move in options if isinstance(move, Decide) and move.intervention), None)
        table.submit(taken if taken and table.state.question else Proceed())


def test_departures_are_counted_in_people() -> None:
    """The shipped city says how many live there, so those who left are told as people."""
    groups = debrief().groups

    assert sum(group.leavers or 0 for group in groups) == pytest.approx(
        sum(group.people * group.displaced for group in groups) / 100_000 * 1.8, abs=3
    )


def test_what_the_gauges_hide_is_all_there() -> None:
    """Equity, the worst off, the displaced, human decisions, coherence and dependency, each with its meaning."""
    found = {reading.id: reading.about for reading in debrief().readings}

    assert {"equity", "worst_fifth", "displaced", "human_share", "coherence", "dependency"} <= found.keys()
    assert all(found.values())


def test_each_incident_has_its_odds_and_its_cause() -> None:
    """An accident says its odds, a drift that chance had no part, and both what they passed or how long they last."""
    struck = [event for event in played().events if isinstance(event, ShockStruck)]
    told = [incident.why for incident in debrief().incidents]

    assert ["no part" in why for why in told] == [event.odds is None for event in struck]
    assert ["Why: " in why for why in told] == [bool(event.passed) for event in struck]


def test_what_came_close_is_told_and_what_came_is_not() -> None:
    """A shock the dice could have brought, or one near its thresholds, is told once; none that happened is."""
    found = [close.title for close in debrief().close]
    came = {incident.title for incident in debrief().incidents}

    assert found
    assert len(found) == len(set(found))
    assert came & set(found) == set()


@pytest.mark.parametrize(
    ("way", "unit"),
    [("majority", "vote"), ("ranked", "first place"), ("experts", "median grade"), ("budget", "token")],
)
def test_each_way_says_what_it_counted(way: str, unit: str) -> None:
    """Votes, first places, grades or tokens, in words; dots stand for seats only, and never for tokens."""
    held = session(procedure=way, rounds=4)
    while not held.over:
        held.submit(held.next_unattended()[0])
    found = summarised(held, words_in("en"), datetime.date(2026, 1, 1))
    answers = [answer for decision in found.decisions for answer in decision.answers]

    assert all(unit in answer.count for answer in answers if answer.count)
    assert any(answer.count for answer in answers)
    assert all(answer.votes is None or answer.votes <= len(held.game.players) for answer in answers)


def test_a_budget_decision_tells_the_answers_to_its_own_challenge() -> None:
    """Challenges decided together are told apart: three answers at most, each once."""
    held = session(procedure="budget", rounds=4)
    while not held.over:
        held.submit(held.next_unattended()[0])
    found = summarised(held, words_in("en"), datetime.date(2026, 1, 1))

    assert found.decisions
    assert all(len({a.title for a in d.answers}) == len(d.answers) <= 3 for d in found.decisions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_cause_has_a_name(language: str) -> None:
    """The page says of every cause what kind it is, data sets crossed included."""
    words = words_in(language)

    assert [kind for kind in get_args(CauseKind) if not words.has(f"report.kind.{kind}")] == []
