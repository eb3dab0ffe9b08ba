"""The books: every entry of money and time has a name, and together they are what is left."""

import pytest

from game.engine.phases import Phase
from game.report.ledger import Book, Post, hours, purse
from game.session import Session
from game.wording.teller import Teller
from game.wording.words import words_in
from tests.ui.rooms import play_until, session

WAYS = ("mayor", "algorithm", "experts", "majority", "ranked", "budget", "consent")


def books(held: Session) -> tuple[Book, Book]:
    """Returns the books of money and of time."""
    teller = Teller(held.game, words_in("fr"))
    return purse(held, teller), hours(held, teller)


@pytest.mark.parametrize("way", WAYS)
def test_books_balance_at_every_moment_of_every_way_of_deciding(way: str) -> None:
    """After each round, the start and the entries are the budget and the time left, to the last thousandth."""
    held = session(procedure=way)
    for round_ in range(1, held.game.rounds + 1):
        play_until(held, Phase.REFLECTION, round_)
        money, time = books(held)

        assert int(held.state.city.treasury.budget) == money.at(round_)
        assert held.state.time == time.at(round_)
        assert int(held.state.city.treasury.private) == sum(entry.amount for entry in money.private)


def test_each_entry_says_what_it_is_for_by_name() -> None:
    """No entry is without a name, and what was decided stands under its own."""
    held = play_until(session(procedure="majority"), Phase.ENDED)
    money, time = books(held)

    assert all(entry.name for entry in (*money.entries, *time.entries))
    assert {Post.INCOME, Post.BUILT, Post.UPKEEP} <= {entry.post for entry in money.entries}
    assert {Post.GIVEN, Post.DECISION} <= {entry.post for entry in time.entries}
