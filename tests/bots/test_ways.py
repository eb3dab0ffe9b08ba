"""The same city, luck and computer players under each way: what the paper claims about process holds in that table."""

from functools import cache

from game.bots.persona import PersonaBot
from game.bots.ways import Played, compared, under
from game.city.scoring import level_of
from game.engine.state import ALGORITHM, BUDGET, CONSENT, MAJORITY, MANDATE, PLAYABLE, RANKED
from tests.engine.table import game

SEEDS = range(1, 5)
SHARED = (MAJORITY, RANKED, BUDGET, CONSENT)
"""Ways in which every seat has a say."""
IMPOSED = (MANDATE, ALGORITHM)


@cache
def table(seed: int) -> dict[str, Played]:
    """Returns how each way ends with that seed."""
    return {each.way: each for each in compared(game(seed=seed), PersonaBot())}


def mean(of: str, ways) -> float:
    """Returns the mean level at the end, over ways and seeds, in milli-points."""
    levels = [level_of(game().model, table(seed)[way].city, of) for seed in SEEDS for way in ways]
    return sum(levels) / len(levels)


def test_every_way_is_played() -> None:
    """The table has the seven ways, in the order of the game."""
    assert tuple(table(1)) == PLAYABLE


def test_the_same_seed_gives_the_same_table() -> None:
    """Nothing is drawn but by address: played again, it is the same."""
    again = {each.way: each for each in compared(game(seed=2), PersonaBot(), (MANDATE, CONSENT))}

    for way in again:
        assert again[way].city.values.tolist() == table(2)[way].city.values.tolist()


def test_only_the_way_of_deciding_differs() -> None:
    """The game under another way keeps its model, its seed and its length."""
    of = game(seed=3)
    other = under(of, CONSENT)

    assert (other.model, other.seed, other.rounds, other.manner) == (of.model, of.seed, of.rounds, of.manner)


def test_a_city_decided_together_is_lived_better() -> None:
    """C22, C32: where every seat has a say, life is better than where one seat decides or the optimiser does."""
    assert mean("lived", SHARED) > mean("lived", IMPOSED) + 3_000


def test_a_city_decided_together_trusts_and_takes_part_more() -> None:
    """C2, C22: trust and participation are higher where every seat has a say."""
    assert mean("trust", SHARED) > mean("trust", IMPOSED) + 5_000
    assert mean("participation", SHARED) > mean("participation", IMPOSED) + 5_000


def test_the_algorithm_watches_most() -> None:
    """C24, C27: with every seed the optimiser's city is the most watched of the seven, and it alone loses powers."""
    for seed in SEEDS:
        watched = {way: level_of(game().model, each.city, "surveillance") for way, each in table(seed).items()}
        assert max(watched, key=watched.__getitem__) == ALGORITHM
        assert [way for way, each in table(seed).items() if each.lost and way in SHARED] == []
        assert table(seed)[ALGORITHM].lost >= 3


def test_what_is_imposed_is_contested() -> None:
    """C23: under the algorithm most decisions are contested; where every seat has a say none is."""
    for seed in SEEDS:
        assert table(seed)[ALGORITHM].contested * 2 > table(seed)[ALGORITHM].decided
        assert all(table(seed)[way].contested == 0 for way in SHARED)


def test_consent_decides_fewer_things() -> None:
    """It costs time: over the seeds, consent decides less than a mandate."""
    decided = {way: sum(table(seed)[way].decided for seed in SEEDS) for way in (CONSENT, MANDATE)}

    assert decided[CONSENT] < decided[MANDATE]
