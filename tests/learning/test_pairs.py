"""Sheets are joined by ticket; who is alone is named; knowledge, reversal and empty answers count as the rules say."""

import pytest
from attrs import evolve

from game.content.answersheets import When
from game.content.load_questions import load_questions
from game.content.questions import Part, Question
from game.content.tickets import is_ticket, ticket, tickets
from game.learning.pairs import learnt, part_score
from tests.learning.rooms import answered, sheet

ASKED = load_questions()
B, A = When.BEFORE, When.AFTER


def test_sheets_are_joined_and_those_alone_are_named() -> None:
    """Ten people twice, one only before, two only after."""
    sheets = (*answered(ASKED, 10), sheet(210, B, crossing=1), sheet(229, A, crossing=1), sheet(241, A, crossing=1))

    found = learnt(ASKED, sheets)

    assert found is not None
    assert (found.before, found.after, found.pairs) == (11, 12, 10)
    assert (found.only_before, found.only_after) == ((210,), (229, 241))


def test_no_sheet_says_nothing() -> None:
    """Where nobody answered there is nothing to tell."""
    assert learnt(ASKED, ()) is None


@pytest.mark.parametrize(("people", "shown", "few"), [(4, False, True), (5, True, True), (20, True, False)])
def test_a_small_room_is_not_shown_and_a_middling_one_is_warned_of(people: int, shown: bool, few: bool) -> None:
    """Under five pairs people could be recognised; under twenty chance weighs heavily. Both numbers are rules."""
    found = learnt(ASKED, answered(ASKED, people))

    assert found is not None
    assert (found.shown, found.few) == (shown, few)
    assert all((part.change is not None) is shown for part in found.parts)
    assert all((item.before is not None) is shown for item in found.items)


def test_sheets_left_empty_show_nothing() -> None:
    """Twenty people who answered too little of every part say nothing of the room, however many they are."""
    empty = [evolve(each, answers=dict([*each.answers.items()][:1])) for each in answered(ASKED, 20)]

    found = learnt(ASKED, empty)

    assert found is not None
    assert (found.pairs, found.shown, {part.change for part in found.parts}) == (20, False, {None})


def test_knowledge_is_the_share_of_right_answers() -> None:
    """What is left empty, or not known, is not right; half of the questions must be answered."""
    right = {item.id: item.right for item in ASKED.items if isinstance(item, Question)}
    first, second, *_ = right

    assert part_score(ASKED, Part.KNOWLEDGE, sheet(101, B, **right)) == 100
    assert part_score(ASKED, Part.KNOWLEDGE, sheet(101, B, **{first: right[first], second: 0})) == 25
    assert part_score(ASKED, Part.KNOWLEDGE, sheet(101, B, **{first: right[first]})) is None


def test_a_reversed_statement_counts_the_other_way_round() -> None:
    """Disagreeing entirely with what is reversed scores five."""
    given = {"political_discussions": 5, "points_of_view": 5, "a_say": 5, "for_specialists": 1}

    assert part_score(ASKED, Part.AFFECT, sheet(101, B, **given)) == 5


def test_a_part_is_judged_by_those_who_answered_it_twice() -> None:
    """Who skipped a part afterwards still counts for the others."""
    sheets = list(answered(ASKED, 8))
    last = sheets[-1]
    knowledge = {str(item.id) for item in ASKED.questions}
    sheets[-1] = evolve(last, answers={name: given for name, given in last.answers.items() if name in knowledge})

    found = learnt(ASKED, sheets)

    assert found is not None
    assert {part.part: part.pairs for part in found.parts} == {Part.KNOWLEDGE: 8, Part.AFFECT: 7, Part.INTENT: 7}


def test_a_ticket_betrays_one_wrong_digit_and_two_swapped_ones() -> None:
    """Every such slip, on each of two hundred tickets."""
    slips = []
    for each in tickets(200):
        digits = str(each)
        for at, digit in enumerate(digits):
            slips += [digits[:at] + other + digits[at + 1 :] for other in "0123456789" if other != digit]
            if at and digits[at - 1] != digit:
                slips.append(digits[: at - 1] + digit + digits[at - 1] + digits[at + 1 :])

    assert [slip for slip in slips if is_ticket(int(slip)) and len(str(int(slip))) == len(slip)] == []


def test_tickets_are_all_different() -> None:
    """No two people share one."""
    assert len({ticket(number) for number in range(10, 1000)}) == 990
