"""Who funded what: the parts that the count told of, by seat where the ballots were open and nameless elsewhere."""

from fractions import Fraction
from functools import cache
from itertools import product

import pytest

from game.content.cards import Manner, Paper, Secrecy, Sharing
from game.content.shapes import LANGUAGES
from game.engine.decide.decision import Decision, StepKind
from game.engine.events import Counted, Decided
from game.engine.seating import Seat
from game.report import charts, funders
from game.report.data.gathered import tables_of
from game.report.drawing import Text
from game.report.figures import Funding
from game.report.funding import funding
from game.report.page import render
from game.report.summary import summarised
from game.session import Session, begin
from game.wording.teller import Teller
from game.wording.words import words_in
from tests.engine.table import loaded, rules
from tests.report.test_summary import DAY
from tests.session.rooms import BEGAN, OPEN, carry_on

OPENLY, SECRETLY = Manner(Secrecy.REVEALED), Manner(Secrecy.SECRET)
COMMON = Manner(Secrecy.OPEN, Paper.TOKENS, Sharing.GREEDY)


@cache
def played(manner: Manner) -> Session:
    """Returns a whole session under a participatory budget."""
    seats = [Seat(card.id, bot="persona") for card in loaded().scenario.stakeholders]
    table = begin(loaded(), rules(), seats, 2, None, BEGAN, 6, "budget", manner=manner)
    OPEN.append(table)
    carry_on(table)
    return table


def found(manner: Manner, language: str = "en") -> Funding:
    """Returns who funded what in it."""
    table = played(manner)
    told = funding(table, Teller(table.game, words_in(language)))
    assert told is not None
    return told


def test_the_shares_of_a_project_sum_to_its_cost() -> None:
    """Every k€ of public money that equal shares spent comes out of some seat's purse."""
    assert [project.cost for project in found(OPENLY).projects] == [project.whole for project in found(OPENLY).projects]


def test_the_shares_are_those_that_the_count_told_of() -> None:
    """They are read from its steps, seat by seat, to the k€."""
    table = played(OPENLY)
    teller = Teller(table.game, words_in("en"))
    counted = [event.decision for event in table.events if isinstance(event, Counted)]
    steps = [step for each in counted for step in each.steps if step.kind is StepKind.FUNDED]

    for project, step in zip(found(OPENLY).projects, steps, strict=True):
        exact = {teller.seat(purse.voter): purse.before - purse.after for purse in step.purses}
        assert all(abs(Fraction(share.amount) - exact[share.seat]) < 1 for share in project.shares)


def test_a_secret_ballot_names_no_seat() -> None:
    """Its shares are the same amounts, the largest first, without a name; on the page no seat stands beside one."""
    shown, hidden = found(OPENLY), found(SECRETLY)

    assert {""} == {share.seat for project in hidden.projects for share in project.shares}
    for open_, secret in zip(shown.projects, hidden.projects, strict=True):
        assert sorted((share.amount for share in open_.shares), reverse=True) == [s.amount for s in secret.shares]
    told = funders.told(hidden, words_in("en"))
    assert [] == [seat for seat in hidden.seats if seat in told]


def _named(decision: Decision) -> bool:
    return any(step.parts for step in decision.steps)


@pytest.mark.parametrize(("manner", "named"), [(OPENLY, True), (SECRETLY, False), (COMMON, True)])
def test_what_everyone_hears_names_who_paid_only_where_ballots_are_open(manner: Manner, named: bool) -> None:
    """The decision that the table tells step by step holds no seat's purse after a secret vote."""
    heard = [event.decision for event in played(manner).events if isinstance(event, Decided) and event.taken]

    assert {named} == {_named(decision) for decision in heard}


def test_one_purse_for_all_tells_who_supported_what() -> None:
    """Under the greedy count shares are tokens: they sum to what each project gathered."""
    table = played(COMMON)
    counted = [event for event in table.events if isinstance(event, Counted)]
    gathered = {(each.round, tally.intervention): tally.support for each in counted for tally in each.decision.tally}

    assert found(COMMON).unit == "tokens"
    assert [gathered[project.round, project.id] for project in found(COMMON).projects] == [
        project.whole for project in found(COMMON).projects
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_says_the_finding(language: str) -> None:
    """Who paid for nothing, or who paid most and least; how many seats where it is secret."""
    words = words_in(language)

    for manner in (OPENLY, SECRETLY, COMMON):
        title = funders.finding(found(manner, language), words)
        assert not title[0].islower() and "{" not in title
    assert not any(seat in funders.finding(found(SECRETLY, language), words) for seat in found(SECRETLY).seats)


@pytest.mark.parametrize(("manner", "width"), [*product((OPENLY, SECRETLY, COMMON), (350, 900, 1000, 1700))])
def test_no_two_labels_of_the_picture_touch(manner: Manner, width: float) -> None:
    """As a table or as a list, for a telephone and for a projector, in French, whose names are longer."""
    told = found(manner, "fr")
    drawing = charts.funding(told, words_in("fr"), "t", width, 24 if width > 1500 else 14)
    boxes = [mark.extent for mark in drawing.marks if isinstance(mark, Text)]

    assert all(-0.5 <= left and right <= width + 0.5 for left, _, right, _ in boxes)
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    assert all(project.name in drawing.description for project in told.projects)


def test_the_page_has_the_picture_its_table_and_the_reason() -> None:
    """It says why the seats are named, or why not."""
    for manner, why in ((OPENLY, "shown"), (SECRETLY, "secret")):
        words = words_in("en")
        page = render(summarised(played(manner), words, DAY), words).replace("&#39;", "’")
        assert words.say(f"funders.note.{why}") in page
        assert words.say("funders.col.shares") in page


def test_the_data_name_seats_only_where_ballots_were_open() -> None:
    """A row a share: with the seat's id after an open vote, without it after a secret one."""
    words = words_in("en")
    rows = {
        manner: tables_of(played(manner), words, "x", BEGAN, "1")["contributions"].rows for manner in (OPENLY, SECRETLY)
    }

    assert {row[5] for row in rows[OPENLY]} <= set(played(OPENLY).game.players)
    assert {(None, None)} == {row[5:7] for row in rows[SECRETLY]}
    assert sum(row[8] for row in rows[OPENLY]) == pytest.approx(sum(row[8] for row in rows[SECRETLY]))


def test_a_session_without_a_participatory_budget_has_none() -> None:
    """Nothing is shown where nothing was funded so."""
    table = begin(
        loaded(), rules(), [Seat(c.id, bot="persona") for c in loaded().scenario.stakeholders], 1, None, BEGAN
    )
    OPEN.append(table)

    assert funding(table, Teller(table.game, words_in("en"))) is None
