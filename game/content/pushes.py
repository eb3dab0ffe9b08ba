"""What a card's own effects push on the gauges, before any chain of consequences: the marks on it."""

from typing import Final

from game.content.cards import Intervention, Shock
from game.content.rulebook import Rulebook
from game.content.shapes import HeadlineId

STRONG: Final = (0.5, 2.5, 5.0)
"""Points on a gauge from which a push has one mark, two, three."""


def first_push(rules: Rulebook, card: Intervention | Shock, headline: HeadlineId) -> float:
    """Returns the points that a card's own effects put on a gauge, all of them in place and fully adopted."""
    weights = {each.id: each.weight for each in rules.indicators if each.headline == headline}
    return sum(e.points * max(1, e.rounds) * weights.get(e.indicator, 0) for e in card.effects) / 100


def strength(push: float) -> int:
    """Returns how many marks a push has: 0 to 3, negative downwards.

    >>> strength(3.0), strength(-0.7), strength(0.1)
    (2, -1, 0)
    """
    count = sum(abs(push) >= least for least in STRONG)
    return count if push > 0 else -count
