"""Elections drawn from a seed by the game's own dice; the tests and the script that asks the oracles draw the same."""

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from game.engine.chance import roll
from game.engine.decide.election import Election, Support

COUNT: Final = 320
"""Elections of each kind."""
SEED: Final = 1784
"""The year of Condorcet's report on Borda's method, for want of a better number."""
NAMES: Final = "abcdefghijkl"


def draw(kind: str, number: int, what: str, low: int, high: int) -> int:
    """Returns a whole number between two bounds, both included, for one election."""
    return low + roll(SEED, number, kind, what, high - low + 1)


def budget(number: int) -> Election:
    """Returns an election of a participatory budget: 2 to 12 projects, 1 to 40 voters who approve.

    A third have equal costs, so that ties abound; in all of them some projects may be dearer than the budget, or
    approved by nobody.
    """
    options = tuple(NAMES[: draw("budget", number, "options", 2, 12)])
    alike = number % 3 == 0
    costs = {o: 10 if alike else draw("budget", number, f"cost {o}", 1, 60) for o in options}
    most = max(1, sum(costs.values()))
    money = draw("budget", number, "money", max(1, most // 5), max(1, most * 3 // 4))
    likely = draw("budget", number, "likely", 15, 70)
    ballots = []
    for voter in range(draw("budget", number, "voters", 1, 40)):
        liked = {o: 1 for o in options if draw("budget", number, f"{voter} {o}", 1, 100) <= likely}
        ballots.append(Support(f"v{voter:02}", liked))
    return Election(options, costs, money, tuple(ballots))


@frozen
class Ranked:
    """A ranked election: its options, and each ballot from best to worst."""

    options: tuple[str, ...]
    ballots: tuple[tuple[str, ...], ...]


def ranked(number: int, whole: bool = True) -> Ranked:
    """Returns an election of 2 to 6 options and 1 to 40 ballots; where not `whole`, ballots leave some options out."""
    kind = "whole" if whole else "cut"
    options = tuple(NAMES[: draw(kind, number, "options", 2, 6)])
    ballots = []
    for voter in range(draw(kind, number, "voters", 1, 40)):
        order = shuffled(kind, number, voter, options)
        named = len(options) if whole else draw(kind, number, f"{voter} named", 1, len(options))
        ballots.append(order[:named])
    return Ranked(options, tuple(ballots))


def shuffled(kind: str, number: int, voter: int, options: tuple[str, ...]) -> tuple[str, ...]:
    """Returns options in an order of the dice."""
    return tuple(sorted(options, key=lambda o: (draw(kind, number, f"{voter} {o}", 0, 1_000_000), o)))


def budgets() -> Iterator[Election]:
    """Yields every budget election."""
    return (budget(number) for number in range(COUNT))
