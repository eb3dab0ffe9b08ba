"""Paper ballots on screen: every kind is typed into one grid and entered at once; what is wrong is said beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from game.engine.ballots import ballot_kind, decidable
from game.engine.decide.decision import AS_IT_IS
from game.engine.moves import Answer, Ballot, Grade, Pledge, Rank, Vote
from game.engine.phases import Phase
from game.session import Session
from game.ui.scene import Push
from game.ui.scenes import SCENES
from game.ui.tabletop.paper import columns
from tests.ui.hands import Hands
from tests.ui.rooms import everyone, play_until, room, stage

Opened = Callable[..., Hands]
WAYS = {"majority": Vote, "ranked": Rank, "experts": Grade, "budget": Pledge, "consent": Answer}


@pytest.fixture
def papers(tmp_path: Path) -> Opened:
    """Returns a maker of the grid when a vote is open: people hold every second seat, so that there are proposals."""

    def made(way: str, size: tuple[int, int] = (1920, 1080), language: str = "en", text: float = 1.0) -> Hands:
        held = room(tmp_path, people=everyone()[::2], procedure=way)
        session = play_until(held.session, Phase.DECISION)
        while session.bot_choice():
            session.submit(session.bot_choice()[1].move)
        shown = stage(SCENES, held, size, language, text=text)
        shown.open("table")
        shown.perform(Push("papers"))
        return Hands(shown)

    return made


def fill_in(hands: Hands, seat: str, bad: bool = False) -> None:
    """Fills a row in by clicking and typing; `bad` leaves it wrong where a ballot can be wrong."""
    session = hands.scene.room.session
    kind, options = ballot_kind(session.game, session.state), columns(session.game, session.state)
    if kind is Vote:
        hands.press(f"cell {seat} {options[0]}")
    elif kind is Answer:
        hands.press(f"cell {seat} position:{2 if bad else 0}")
    else:
        for place, option in enumerate(options, 1):
            hands.click(f"cell {seat} {option}")
            hands.type(str({Rank: 1 if bad else place, Grade: 9 if bad else 4, Pledge: 99 if bad else 5}[kind]))


def entered(session: Session) -> list[Ballot]:
    """Returns the ballots that have been cast; the last one closes the vote."""
    return [turn.move for turn in session.turns if isinstance(turn.move, Ballot)]


@pytest.mark.parametrize("way", WAYS)
def test_all_papers_are_entered_at_once(papers: Opened, way: str) -> None:
    """Every row typed in becomes the ballot of its seat, and the table is back."""
    hands = papers(way)
    session, seats = hands.scene.room.session, hands.scene.seats
    for seat in seats:
        fill_in(hands, seat)
    hands.press("enter")
    hands.stage.tick(0.05)

    cast = {ballot.player: ballot for ballot in entered(session) if ballot.player in seats}
    assert set(seats) == set(cast) != set()
    assert {WAYS[way]} == {type(ballot) for ballot in cast.values()}
    assert "TableScene" == type(hands.scene).__name__


@pytest.mark.parametrize("way", ["ranked", "experts", "budget", "consent"])
def test_a_wrong_paper_is_told_and_nothing_is_entered(papers: Opened, way: str) -> None:
    """Two equal places, a grade out of range, too many tokens, an objection without its reason."""
    hands = papers(way)
    seat = hands.scene.seats[0]
    fill_in(hands, seat, bad=True)

    assert hands.node(f"fault {seat}").label
    assert not hands.node("enter").enabled


def test_a_blank_paper_counts_once_it_is_handed_in(papers: Opened) -> None:
    """Who approves nothing has voted, too; what is not handed in is not entered."""
    hands = papers("majority")
    session, seats = hands.scene.room.session, hands.scene.seats
    hands.press(f"paper {seats[0]}")
    hands.press("enter")

    assert [Vote(seats[0], ())] == [ballot for ballot in entered(session) if ballot.player in seats]


def test_it_is_reached_from_the_table(papers: Opened) -> None:
    """While a vote is open the table offers it."""
    hands = papers("majority")
    hands.press("close")
    hands.press("step clipboard-list")

    assert "Paper ballots" in hands.says()


@pytest.mark.parametrize("way", ["majority", "ranked", "experts", "budget"])
def test_options_stand_as_printed_ballots_name_them(papers: Opened, way: str) -> None:
    """In the order of the cards on the table, whoever proposed first."""
    session = papers(way).scene.room.session
    laid = [answer.id for asked in session.game.model.scenario.challenges for answer in asked.answers]
    wanted = sorted(decidable(session.state), key=laid.index)
    turned = evolve(session.state, proposals=session.state.proposals[::-1])

    assert wanted
    for state in (session.state, turned):
        assert wanted == [each for each in columns(session.game, state) if each != AS_IT_IS]
