"""Ranked ballots: orders from best to worst, where several options may share a place, and duels between options.

What a ballot leaves out shares its last place.
"""

from collections.abc import Iterable, Sequence

from game.content.shapes import InterventionId

Ranking = Sequence[InterventionId | frozenset[InterventionId]]
"""Options from best to worst; those in a set share a place."""
Duels = dict[tuple[InterventionId, InterventionId], int]
"""How many ballots prefer the first of a pair to the second."""


def places(ranking: Ranking, options: Sequence[InterventionId]) -> dict[InterventionId, int]:
    """Returns the place of each option on a ballot, 0 for the best.

    >>> places(["b"], ["a", "b", "c"])
    {'a': 1, 'b': 0, 'c': 1}
    """
    found: dict[InterventionId, int] = {}
    for place, entry in enumerate(ranking):
        found.update(dict.fromkeys(entry if isinstance(entry, frozenset) else (entry,), place))
    return {option: found.get(option, len(ranking)) for option in options}


def duels(rankings: Iterable[Ranking], options: Sequence[InterventionId]) -> Duels:
    """Returns how many ballots prefer each option to each other one."""
    won = {(one, other): 0 for one in options for other in options if one != other}
    for ranking in rankings:
        at = places(ranking, options)
        for one, other in won:
            won[one, other] += at[one] < at[other]
    return won
