"""Titles say what was found: all, some or none of it, and what two levels that end alike went through."""

import pytest
from attrs import evolve

from game.report import findings
from game.report.figures import Debrief, GroupFate, Series, Shift
from game.wording.words import words_in
from tests.report.sample import debrief

EN = words_in("en")


def closer(*changes: int) -> Debrief:
    """Returns a debrief in which the stakeholders came so much closer to what they wanted."""
    told = debrief("en")
    scores = (Shift(50_000, 50_000 + change) for change in changes)
    return evolve(told, payoffs=tuple(evolve(told.payoffs[0], score=score) for score in scores))


def lives(measured: tuple[int, int], lived: tuple[int, int]) -> tuple[Series, ...]:
    """Returns quality of life as measured and as lived, from start to end."""
    return (Series("quality", "Quality", "up", measured), Series("lived", "Lived", "up", lived))


def test_all_and_none_are_not_told_as_a_share() -> None:
    """Nobody writes “8 out of 8” or “0 out of 2”."""
    everybody, some, nobody = (findings.payoffs(closer(*of), EN) for of in ((900, 400), (900, 0), (0, 0)))

    assert everybody == EN.say("report.find.payoffs_all")
    assert some.startswith("1 stakeholder out of 2")
    assert nobody == EN.say("report.find.payoffs_none")


def test_one_promise_is_told_as_the_only_one() -> None:
    """Kept or not."""
    made = debrief("en").announcements[0]
    kept, broken = evolve(made, announced=5_000, delivered=5_000), evolve(made, announced=5_000, delivered=0)

    assert findings.promises((kept,), EN) == "The only promise made was kept"
    assert findings.promises((broken,), EN) == "The only promise made was not kept"
    assert findings.promises((broken, broken), EN) == "None of the 2 promises made was kept"
    assert findings.promises((kept, broken), EN).startswith("1 promise out of 2")


def test_what_moved_apart_does_not_tell_the_same_story() -> None:
    """Measured and lived quality that end together have told two stories if one rose and the other did not."""
    apart = findings.blind_spot(lives((50_000, 55_000), (54_500, 54_500)), EN)
    alike = findings.blind_spot(lives((50_000, 55_000), (50_500, 54_500)), EN)
    blind = findings.blind_spot(lives((50_000, 52_060), (50_000, 45_940)), EN)

    assert apart == "Quality of life as measured: +5.0\u00a0points; as lived:\u00a00.0"
    assert alike == EN.say("report.find.no_gap")
    assert blind == "Quality of life: 52.1 as measured, 45.9 as lived, a blind spot of 6.2 points"


def test_a_session_of_computers_has_no_seat_of_people() -> None:
    """It is not counted as nought."""
    seats = tuple(evolve(seat, players=(), computer=True) for seat in debrief("en").seats)

    assert findings.held_by_people(seats, EN) == EN.say("recorded.find_none")


@pytest.mark.parametrize(
    ("values", "told"), [((53_100, 52_800), "from 53.1 to 52.8"), ((53_100, 49_000), "from 53 to 49")]
)
def test_the_largest_move_is_one_that_shows(values: tuple[int, int], told: str) -> None:
    """Two levels that read alike have a decimal more."""
    assert told in findings.largest([Series("lived", "Lived quality", "up", values)], EN)


@pytest.mark.parametrize(("share", "told"), [(40, "0.04%"), (340, "0.3%")])
def test_those_who_left_are_told_from_nobody(share: int, told: str) -> None:
    """A share of the city's people under a tenth of a percent has a second decimal."""
    group = GroupFate("students", "Students", 100_000, Shift(50_000, 50_000), share)

    assert told in findings.displaced([group], EN)
