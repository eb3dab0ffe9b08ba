"""The room contests a link: journaled as a move, felt from the next round on."""

import pytest

from game.city.model import Cause, CauseKind
from game.city.state import pushed_by
from game.engine.events import Adjusted
from game.engine.moves import Adjust
from game.engine.setup import first_state
from game.engine.step import step
from game.errors import IllegalMove, Refusal
from game.replaying import otherwise
from tests.engine.table import game
from tests.session.rooms import carry_on, session

LINK = "prosperity>affordability"


def test_an_erased_link_pushes_nothing_from_then_on() -> None:
    """With growth no longer pushing rents, the link has no part in any cell of the city."""
    table, _ = otherwise(played(), [Adjust(LINK, 0)])

    cause = Cause(CauseKind.LINK, LINK)
    assert not pushed_by(table.game.model, table.state.city, cause)
    assert pushed_by(table.game.model, played().state.city, cause)


def played():
    """Returns a whole session by the mayor, in which prosperity grows."""
    table = session(procedure="mayor", seed=2)
    carry_on(table)
    return table


def test_the_event_says_from_what_to_what() -> None:
    """A moved link is told with its strength before and after; given back, it has the rules' own again."""
    state, events = step(game(), first_state(game()), Adjust(LINK, -2_000))
    back, again = step(game(), state, Adjust(LINK, None))

    assert events == (Adjusted(1, LINK, -4_000, -2_000),)
    assert again == (Adjusted(1, LINK, -2_000, -4_000),)
    assert back.city.adjusted == {}


@pytest.mark.parametrize(
    ("move", "reason"),
    [(Adjust("rain>umbrellas", 0), Refusal.NOT_A_LINK), (Adjust(LINK, 7_500), Refusal.OUT_OF_RANGE)],
)
def test_a_link_is_moved_within_its_range(move: Adjust, reason: Refusal) -> None:
    """An unknown link and a strength outside the rules' range are refused."""
    with pytest.raises(IllegalMove) as refused:
        step(game(), first_state(game()), move)

    assert refused.value.reason is reason


def test_what_would_have_been_meets_the_same_luck() -> None:
    """With nothing contested the other session is the same session."""
    other, lost = otherwise(played(), [])

    assert (other.state, lost) == (played().state, 0)
