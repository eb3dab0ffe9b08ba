"""Each role takes its session home: what it wanted and did, what it gained and why, its word, and no secret ballot."""

import pytest
from attrs import evolve

from game.content.cards import Secrecy
from game.content.shapes import LANGUAGES, StakeholderId
from game.engine.events import Counted, Decided
from game.engine.moves import Bargain, Promise, PromiseKind, Reply
from game.engine.seating import Gather
from game.report.figures import RolePage
from game.report.page import render
from game.report.roles import roles_of
from game.report.summary import summarised
from game.session import Session
from game.wording.teller import Teller
from game.wording.words import words_in
from tests.report.test_page import read
from tests.report.test_summary import DAY, debrief, played
from tests.session.rooms import carry_on, session


def roles(table: Session, language: str = "en") -> tuple[RolePage, ...]:
    """Returns the roles' pages of a session."""
    return summarised(table, words_in(language), DAY, elsewise=False).roles


def voted(secrecy: Secrecy, procedure: str = "majority") -> Session:
    """Returns a session voted through under a rule about who sees ballots."""
    table = session(seed=2, procedure=procedure, rounds=2)
    table.game = evolve(table.game, manner=evolve(table.game.manner, ballots=secrecy))
    carry_on(table)
    return table


def test_a_role_takes_home_what_it_committed_itself_to() -> None:
    """A seat that wrote nothing has an empty line for it."""
    table = session(seed=2, rounds=2)
    carry_on(table)
    table.commit(StakeholderId("river"), "I shall count the eels.")

    said = {page.payoff.id: page.commitment for page in roles(table)}
    assert {seat: words for seat, words in said.items() if words} == {"river": "I shall count the eels."}
    assert said["residents"] == ""


def test_every_role_has_its_page_in_the_order_of_the_seats() -> None:
    """As many pages as seats, each about its own payoff."""
    found = debrief().roles

    assert [page.payoff for page in found] == list(debrief().payoffs)


def test_the_causes_of_what_a_role_follows_sum_to_its_change() -> None:
    """Whatever level a role follows, its secret one included, the causes sum to the change exactly."""
    gains = [gain for page in debrief().roles for gain in page.gains if gain.account]

    assert [sum(cause.amount for cause in gain.account.causes) for gain in gains if gain.account] == [
        gain.watched.shift.after - gain.watched.shift.before for gain in gains
    ]
    assert {True, False} == {gain.secret for gain in gains}


def test_every_decision_is_on_every_page() -> None:
    """Each page tells each challenge decided, in order, with what was chosen."""
    decided = [event for event in played().events if isinstance(event, Decided)]

    for page in debrief().roles:
        assert len(decided) == len(page.parts)
        assert [event.round for event in decided] == [part.round for part in page.parts]


def test_a_secret_ballot_is_never_told() -> None:
    """Where ballots are secret a page says that the role voted, whatever it voted."""
    told = {part.vote for page in roles(voted(Secrecy.SECRET)) for part in page.parts}

    assert told <= {"secret ballot", ""}
    assert "secret ballot" in told


@pytest.mark.parametrize("secrecy", [Secrecy.OPEN, Secrecy.REVEALED])
def test_a_ballot_that_everyone_saw_is_told(secrecy: Secrecy) -> None:
    """Where ballots are open, or shown once the vote is closed, each page has its role's own."""
    table = voted(secrecy)
    counted = [event for event in table.events if isinstance(event, Counted)]
    teller = Teller(table.game, words_in("en"))

    for page in roles(table):
        for event, part in zip(counted, page.parts, strict=True):
            own = next(each for each in event.ballots if each.player == page.payoff.id)
            assert all(teller.title(option) in part.vote for option in own.approved)  # type: ignore[union-attr]


def test_who_decides_alone_is_told_so() -> None:
    """Under a mandate the decider's page says it decided, those of the others that they have no vote."""
    decider = played().game.model.scenario.decider

    votes = {page.payoff.id: {part.vote for part in page.parts} for page in debrief().roles}

    assert votes.pop(str(decider)) == {"decides alone"}
    assert set().union(*votes.values()) == {"does not vote"}


def test_consent_tells_what_each_role_answered() -> None:
    """Answers under consent are given in public: they are told, objections with their reason."""
    told = " ".join(part.vote for page in roles(voted(Secrecy.SECRET, "consent")) for part in page.parts)

    assert "consents to" in told


def test_a_promise_stands_on_both_pages() -> None:
    """Who gave its word has it under promised, who was given it under received, with what came of it."""
    table = session(seed=2, procedure="mayor", rounds=1)
    giver, taker = table.game.players[:2]
    table.submit(Bargain(giver, taker, Promise(PromiseKind.WORD, words="open the data")))
    table.submit(Reply(taker, 0, True))

    first, second, *others = roles_of(table, Teller(table.game, words_in("en")), debrief().payoffs)

    assert [word.fate for word in first.given] == ["untested"]
    assert first.given == second.received
    assert not any(page.given or page.received for page in others)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_an_article_for_each_role(language: str) -> None:
    """The HTML page has a sheet a role, with room to write what one takes away."""
    shown = debrief(language)
    html = render(shown, words_in(language))

    assert html.count('class="role"') == len(shown.roles)
    assert html.count('class="lines"') == len(shown.roles)
    assert all(page.argument in read(html).text for page in shown.roles)


def test_a_page_says_who_sat_there_even_without_a_name() -> None:
    """A person who gave no name is a person: neither a computer, nor somebody with a made-up name."""
    table = session(seed=2, rounds=2)
    table.submit(Gather(StakeholderId("river"), ("",)))
    table.submit(Gather(StakeholderId("residents"), ("Zoé", "", "")))

    found = summarised(table, words_in("en"), DAY, elsewise=False)
    sat = {page.payoff.id: page.people for page in found.roles}
    assert ("1 person",) == sat["river"]
    assert ("Zoé", "2 others") == sat["residents"]
    assert () == sat["cityhall"]
    assert set(sat.values()) == {seat.players for seat in found.seats}
