"""What every computer player must do, whichever it is."""

import pytest

from game.bots.bot import Motive
from game.bots.forecast import score
from game.engine.legal import awaited
from game.engine.moves import Propose
from game.engine.observe import observe
from game.engine.phases import Phase
from game.session import BOTS
from tests.engine.table import game, until
from tests.session.rooms import carry_on, session

NAMES = list(BOTS)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("procedure", ["majority", "mayor"])
def test_it_plays_whole_sessions_with_legal_moves(name: str, procedure: str) -> None:
    """A table of this computer player reaches the end; an illegal move would raise."""
    table = session(bot=name, procedure=procedure, seed=4)
    carry_on(table)

    assert table.over


@pytest.mark.parametrize("name", NAMES)
def test_the_same_sight_gives_the_same_choice(name: str) -> None:
    """It keeps nothing between moves: asked twice, it answers the same."""
    of, state = game(), until(game(), Phase.PROPOSAL)
    for player in awaited(of, state):
        seen = observe(of, state, player)
        assert BOTS[name].choose(of, seen) == BOTS[name].choose(of, seen)


@pytest.mark.parametrize("name", NAMES)
def test_its_choice_is_among_its_moves(name: str) -> None:
    """What it chooses is one of the moves it was shown."""
    of, state = game(), until(game(), Phase.PROPOSAL)
    for player in of.players:
        seen = observe(of, state, player)
        assert BOTS[name].choose(of, seen).move in seen.moves


def test_a_persona_never_gives_its_secret_as_a_reason() -> None:
    """Over whole sessions, the thing a persona names is among those its role openly follows."""
    for seed in range(4):
        table = session(seed=seed)
        while not table.over:
            chosen = table.bot_choice()
            if chosen and chosen[1].why.watched:
                card = table.game.stakeholder(chosen[0])
                assert chosen[1].why.watched in {watch.of for watch in card.watches}
            table.submit(table.next_unattended()[0])


def test_a_greedy_player_proposes_what_its_card_values_most() -> None:
    """Of the answers on offer it takes the one with the best forecast for its role."""
    of, state = game(), until(game(), Phase.PROPOSAL)
    seen = observe(of, state, "platform")

    choice = BOTS["greedy"].choose(of, seen)

    offers = {move.intervention for move in seen.moves if isinstance(move, Propose)}
    assert choice.why.motive is Motive.BEST_FOR_ME
    assert choice.move.intervention == max(offers, key=lambda card: score(of, "platform", card).total)


def test_personas_of_different_roles_want_different_things() -> None:
    """At the first challenge the platform and the solidarity association do not propose the same answer."""
    of, state = game(), until(game(), Phase.PROPOSAL)
    choices = {p: BOTS["persona"].choose(of, observe(of, state, p)).move for p in ("platform", "solidarity")}

    assert choices["platform"].intervention != choices["solidarity"].intervention
