"""One city beside another that set out from the same start under other links: which causes set them apart."""

from game.city.explain import Parts, standing
from game.city.model import Model
from game.city.state import CityState


def set_apart(model: Model, city: CityState, other_model: Model, other: CityState, name: str) -> Parts:
    """Returns what each cause makes of the difference in a level, largest first; the parts sum to it exactly.

    Both cities stand at the same base, so that the difference of two accounts is the account of the difference.
    Raises KeyError for a name that is no indicator, variable or gauge.
    """
    parts, others = standing(model, city, name)[1], standing(other_model, other, name)[1]
    amounts = {cause: others.get(cause, 0) - parts.get(cause, 0) for cause in (*others, *parts)}
    moved = {cause: amount for cause, amount in amounts.items() if amount}
    return dict(sorted(moved.items(), key=lambda entry: (-abs(entry[1]), entry[0].id)))
