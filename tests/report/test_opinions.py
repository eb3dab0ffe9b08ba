"""What the room thinks: counts are always told, groups only where a guess is worth something."""

from collections import Counter

import pytest

from game.content.load import load_rulebook
from game.engine.chance import roll
from game.engine.moves import Poll
from game.errors import IllegalMove
from game.journal.file import read_journal
from game.replaying import resume
from game.report.opinions import SMALLEST, grouped, opinions, sizes
from game.session import begin
from game.wording.teller import Teller
from game.wording.words import words_in
from tests.ui.rooms import session, shipped

CAMPS = ("aaaddddp", "dddaaaap", "addadada")


def room(people: int, camps: int, seed: int, noise: int = 15, empty: int = 5) -> tuple[list[str], list[int]]:
    """Returns sheets of people of so many camps, and each one's camp; `noise` and `empty` in % of answers."""
    sheets, truth = [], []
    for person in range(people):
        camp = person % camps
        sheet = ""
        for place, letter in enumerate(CAMPS[camp]):
            drawn = roll(seed, 0, "sheet", f"{person} {place}", 100)
            other = "adp"[roll(seed, 1, "sheet", f"{person} {place}", 3)]
            sheet += "-" if drawn < empty else other if drawn < empty + noise else letter
        sheets.append(sheet)
        truth.append(camp)
    return sheets, truth


def hits(sheets: list[str], truth: list[int]) -> float:
    """Returns the share of people whose group is mostly of their camp; 0 where the number of groups is wrong."""
    found = grouped(sheets)
    if found is None or len(sizes(found)) != len(set(truth)):
        return 0.0
    camps = Counter((person.group, camp) for person, camp in zip(found.people, truth, strict=True))
    best = {group: max((n, camp) for (g, camp), n in camps.items() if g == group)[0] for group, _ in camps}
    return sum(best.values()) / len(sheets)


@pytest.mark.parametrize(("people", "camps"), [(40, 2), (60, 2), (60, 3)])
def test_camps_that_are_there_are_found(people: int, camps: int) -> None:
    """In at least nine rooms of ten, nine people of ten are put with their own camp."""
    rooms = [hits(*room(people, camps, seed)) for seed in range(20)]

    assert sum(each >= 0.9 for each in rooms) >= 18


def test_camps_that_are_not_there_are_seldom_made_up() -> None:
    """Answers by chance alone: at most one room of ten is told in groups."""
    rooms = [grouped(room(40, 1, seed, noise=95, empty=5)[0]) for seed in range(30)]

    assert sum(each is not None for each in rooms) <= 3


@pytest.mark.parametrize("people", [1, 8, 23])
def test_small_rooms_have_no_groups(people: int) -> None:
    """Under 24 people nothing is guessed, however clear the camps."""
    assert grouped(room(people, 2, 1, noise=0)[0]) is None


def test_empty_sheets_allow_no_guess() -> None:
    """Where less than 60 % is answered, nothing is guessed."""
    assert grouped(room(40, 2, 1, noise=0, empty=50)[0]) is None


def test_no_group_has_fewer_than_five_people() -> None:
    """Three people who stand apart are no group."""
    sheets = [CAMPS[0]] * 30 + [CAMPS[1]] * 3

    found = grouped(sheets)

    assert found is None or min(sizes(found)) >= SMALLEST


def test_everybody_alike_is_one_room() -> None:
    """Equal sheets divide by nothing and make no groups."""
    assert grouped([CAMPS[0]] * 30) is None


def test_the_same_sheets_give_the_same_map() -> None:
    """Nothing is left to chance."""
    sheets, _ = room(40, 2, 3)

    assert grouped(sheets) == grouped(list(sheets))


def test_shared_and_dividing_statements_are_named() -> None:
    """Both camps agree on the last one, and disagree on the first."""
    sheets = ["aaadddda"] * 15 + ["dddaaaaa"] * 15

    found = grouped(sheets)

    assert found is not None
    assert (7,) == found.agreed
    assert 7 not in found.dividing and len(found.dividing) == 2


def test_every_answer_is_counted_under_its_seat() -> None:
    """Agree, disagree and pass; what is empty is in none."""
    held = session()
    held.submit(Poll(("aadp----", "adpp----", "d-------")))

    found = opinions(held, Teller(held.game, words_in("en")))

    assert found is not None and found.grouping is None and found.people == 3
    assert [(2, 1, 0), (1, 1, 0), (0, 1, 1), (0, 0, 2)] == [
        (each.agree, each.disagree, each.passed) for each in found.statements[:4]
    ]


@pytest.mark.parametrize("sheets", [("a",), ("aaaaaaax",), ("aaaaaaaa",) * 201])
def test_a_poll_that_does_not_fit_the_seats_is_refused(sheets: tuple[str, ...]) -> None:
    """One answer a seat, of the four letters, on at most 200 sheets."""
    with pytest.raises(IllegalMove):
        session().submit(Poll(sheets))


def test_a_poll_is_in_the_journal(tmp_path) -> None:
    """Resumed, the session still knows what the room thinks; the last poll counts."""
    loaded, rules = shipped()
    seats = session().seats.values()
    path = tmp_path / "j.jsonl"
    held = begin(loaded, rules, list(seats), 1, path, "2026-01-01T10:00:00")
    held.submit(Poll(("aaaaaaaa",)))
    held.submit(Poll(("dddddddd", "pppppppp")))
    held.close()

    again, _ = resume(path, loaded, load_rulebook())

    again.close()

    assert ("dddddddd", "pppppppp") == again.state.sheets
    assert 2 == len(read_journal(path).moves())
