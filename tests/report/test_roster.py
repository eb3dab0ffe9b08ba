"""The debrief says who sat where, round by round, and who walked in whose shoes."""

import datetime

import pytest

from game.engine.phases import Phase
from game.engine.seating import Entrust, Gather, Swap
from game.report.page import render
from game.report.summary import summarised
from game.session import Session
from game.wording.words import words_in
from tests.ui.rooms import play_until, session

TODAY = datetime.date(2026, 3, 14)


def moved() -> Session:
    """Returns a session of three rounds: two come late, two seats change places in round 2, one is handed over."""
    held = session(("residents", "river"), rounds=3)
    held.submit(Gather("residents", ("Ada", "", "")))
    play_until(held, Phase.BRIEFING, 2)
    held.submit(Swap("residents", "river", 1))
    play_until(held, Phase.BRIEFING, 3)
    held.submit(Entrust("river"))
    play_until(held, Phase.ENDED, 3)
    return held


def test_people_are_counted_at_each_seat_round_by_round() -> None:
    """The start, then the end of each round; a guest's head-count says where it comes from."""
    found = summarised(moved(), words_in("en"), TODAY, elsewise=False).presence

    assert found is not None
    rows = {row.name: row.cells for row in found.rows}
    assert (1, 2, 3) == found.rounds
    assert ("1", "3", "1 (The Clarène, living world)", "3") == rows["Residents"]
    assert ("1", "1", "3 (Residents)", "computer") == rows["The Clarène, living world"]
    assert (2, 4, 4, 3) == found.totals


def test_who_walked_in_whose_shoes_is_told_with_its_rounds() -> None:
    """One line for each of the two, and names of people stand nowhere."""
    found = summarised(moved(), words_in("en"), TODAY, elsewise=False).presence

    assert found is not None
    assert "The people of Residents played The Clarène, living world in round 2." in found.walks
    assert len(found.walks) == 2
    assert not any("Ada" in line for line in found.told)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_has_the_section_only_where_something_moved(language: str) -> None:
    """A room that kept its seats has nothing to read about it."""
    words = words_in(language)
    pages = [render(summarised(each, words, TODAY), words) for each in (moved(), session(rounds=1))]

    assert [True, False] == [words.say("report.roster.title") in page for page in pages]
