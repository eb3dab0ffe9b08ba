"""Every shipped city, and every variant of one, can be played to its end however it is decided."""

from typing import Final

import pytest

from game.bots.persona import PersonaBot
from game.bots.ways import compared
from game.content.load import list_scenarios, load_scenario
from game.engine.setup import new_game
from game.engine.state import PLAYABLE
from game.paths import data
from tests.engine.table import rules

CITIES: Final = {each.id: each.folder for each in list_scenarios([data("scenarios")])}
ROUNDS: Final = 3


@pytest.mark.parametrize("city", list(CITIES))
def test_a_city_is_played_to_its_end_in_every_way(city: str) -> None:
    """Each of the seven ways ends, and whoever decides has decided something."""
    game = new_game(load_scenario(CITIES[city]).scenario, rules().rulebook, 5, ROUNDS)
    ended = {each.way: each for each in compared(game, PersonaBot())}

    assert tuple(ended) == PLAYABLE
    assert {each.city.round for each in ended.values()} == {ROUNDS}
    assert all(each.decided for each in ended.values())
