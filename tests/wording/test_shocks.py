"""Shocks in words: the cause with its distance, the end with its reason, the odds without the dice."""

import pytest
from attrs import evolve

from game.city.building import struck
from game.content.shapes import LANGUAGES, ShockId
from game.engine.events import ShockEnded, ShockStruck
from game.engine.odds import Threshold, outlooks
from game.wording.sentences import event_told
from game.wording.shocks import causes, odds_lines, percent, status
from game.wording.teller import Teller
from game.wording.words import words_in
from tests.engine.table import game
from tests.engine.test_odds import accident, city_at, drift, model_of, only

CREEP = ShockId("function_creep")
PASSED = (Threshold("dependency", 63_000, 60_000, True),)


def teller(language: str = "en") -> Teller:
    """Returns what tells the shipped game."""
    return Teller(game(), words_in(language))


def test_a_drift_says_what_it_passed_and_what_will_end_it() -> None:
    """The level, the threshold, and each of its ends."""
    assert event_told(teller(), ShockStruck(3, CREEP, None, PASSED)) == (
        "“While we are at it” has begun. Why: Tech dependency stands at 63.0, above 60. "
        "It will end when “Profiling” falls below 36 or “Opacity” falls below 40."
    )


def test_an_accident_says_its_odds_what_tempered_it_and_how_long_it_lasts() -> None:
    """The odds of its round, the share spared, the rounds it weighs."""
    assert event_told(teller(), ShockStruck(3, ShockId("heatwave"), 16_000, (), 24_000)) == (
        "Unforeseen: “Eleven days at forty degrees” (the odds this round were 16%). "
        "What tempers it (Biodiversity, Resilience) spares the city 24% of the harm. "
        "It weighs on the city for 2 rounds, then fades."
    )


def test_an_end_says_its_reason() -> None:
    """A drift names the stop it reached; an accident is simply over."""
    reached = (Threshold("profiling", 35_400, 36_000, False),)

    assert [event_told(teller(), ShockEnded(5, CREEP, each)) for each in (reached, ())] == [
        "“While we are at it” is over: Profiling stands at 35.4, below 36. What it left behind is fading.",
        "“While we are at it” is over; what it left behind is fading.",
    ]


def test_french_keeps_its_spaces() -> None:
    """The same story in French, with its own marks."""
    assert event_told(teller("fr"), ShockStruck(3, CREEP, None, PASSED)) == (
        "«\u00a0Tant qu’on y est\u00a0»\u00a0: cela a commencé. Pourquoi\u00a0: Dépendance technique à 63,0, "
        "au-dessus de 60. Cela prendra fin quand «\u00a0Profilage\u00a0» passera sous 36 ou "
        "«\u00a0Opacité\u00a0» passera sous 40."
    )


def test_each_state_of_a_shock_has_its_words() -> None:
    """Likely, sure, waiting, too soon, resting, impossible, under way with and without an end."""
    words, away = words_in("en"), city_at(50)
    resting = evolve(struck(model_of(accident()), away, ShockId("accident")), round=3)
    both = model_of(drift(), accident(), most_new=1)
    crowded = outlooks(both, city_at(30, both), 1)[1]

    assert [
        status(only(model_of(accident()), away), words),
        status(only(model_of(drift()), city_at(30)), words),
        status(crowded, words),
        status(only(model_of(accident(from_round=4)), away), words),
        status(only(model_of(accident()), resting, 4), words),
        status(only(model_of(drift()), away), words),
        status(only(model_of(accident()), struck(model_of(accident()), away, ShockId("accident")), 2), words),
        status(only(model_of(drift()), struck(model_of(drift()), city_at(45), ShockId("drift")), 2), words),
        status(only(model_of(drift()), struck(model_of(drift()), city_at(55), ShockId("drift")), 2), words),
    ] == [
        "16% this round",
        "begins this round if nothing changes",
        "ready, but others come first this round",
        "not before round 4",
        "not before round 6",
        "not now",
        "under way since round 1, until round 2",
        "under way since round 1",
        "under way since round 1, ends this round",
    ]


def test_what_a_drift_under_way_waits_for_is_its_end() -> None:
    """Before it begins its starts are told, afterwards its stops."""
    words, measure, model = words_in("en"), teller().measure, model_of(drift())
    on = struck(model, city_at(45), ShockId("drift"))

    assert causes(only(model, city_at(45)), words, measure) == [(False, "Lived quality: 45.0, takes less than 40")]
    assert causes(only(model, on, 2), words, measure) == [(False, "Lived quality: 45.0, ends above 50")]


def test_a_level_that_is_not_shown_is_not_told() -> None:
    """What the shock waits for has its name and its threshold, not the level that the table may not see."""
    words, measure, model = words_in("en"), teller().measure, model_of(drift())

    told = causes(only(model, city_at(45)), words, measure, shown=("trust",))

    assert told == [(False, "Lived quality: not shown yet, takes less than 40")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_odds_of_the_shipped_city_can_all_be_told(language: str) -> None:
    """One line for each shock with its status, then what it waits for; no blank is left."""
    of = game()
    lines = odds_lines(outlooks(of.model, of.start, 2), words_in(language), teller(language).measure)

    assert sum(not line.startswith(" ") for line in lines) == len(of.model.shocks)
    assert [line for line in lines if "{" in line] == []


def test_a_small_chance_is_no_zero() -> None:
    """Under 1 % a decimal is shown, and never 0."""
    assert [percent(each, words_in("en")) for each in (0, 20, 400, 1600)] == ["0%", "0.1%", "0.4%", "2%"]
