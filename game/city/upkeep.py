"""Where a round's money comes from and goes, project by project: what `collected` adds up (equation 12)."""

import numpy as np

from game.city.exact import milli
from game.city.model import Model
from game.city.state import CityState
from game.content.shapes import InterventionId


def upkeeps(model: Model, city: CityState) -> dict[InterventionId, int]:
    """Returns what each open intervention costs in the round that begins in this city, in thousandths of M€."""
    open_now = np.flatnonzero((city.works.opens <= city.round) & (model.cards.upkeep != 0)).tolist()
    return {model.cards.ids[place]: int(model.cards.upkeep[place]) for place in open_now}


def incomes(model: Model, before: CityState, after: CityState) -> tuple[int, int]:
    """Returns a round's income: what the rules give every round, and what growth adds to it or takes from it."""
    whole, usual = int(after.treasury.income - before.treasury.income), milli(model.rules.finance.income.value)
    return usual, whole - usual
