"""Recorded moves with one answer in the place of another: whoever was for the one is for the other."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve, fields

from game.engine.moves import Amendment, Change, Move, Propose, Suggest
from game.engine.state import State

Swaps = Mapping[str, str]
"""An answer by the one that takes its place; "" for none."""


def swaps_of(moves: Sequence[Move], was: str, other: str) -> Swaps:
    """Returns which answers change places: the one chosen, or that which became it when its level was lowered."""
    if not any(isinstance(move, Propose) and move.intervention == was for move in moves):
        to_it = Amendment(Change.LEVEL, was)
        lowered = (m for m in moves if isinstance(m, Suggest) and m.amendment == to_it)
        was = next((str(move.intervention) for move in lowered), was)
    return {was: other, other: was} if other else {was: ""}


def _swapped(value: Any, swaps: Swaps) -> Any:
    match value:
        case str():
            return swaps.get(value, value)
        case (str() as option, int() as given):
            return swaps.get(option, option), given
        case tuple():
            found = tuple(_swapped(each, swaps) for each in value)
            return tuple(each for each in found if each != "" and not (isinstance(each, tuple) and each[0] == ""))
        case Amendment():
            return evolve(value, to=_swapped(value.to, swaps))
    return value


def moved(move: Move, state: State, swaps: Swaps) -> Move | None:
    """Returns a recorded move with answers that have changed places; None when it was about one that is gone."""
    kept = {each.name: getattr(move, each.name) for each in fields(type(move))}
    named = {name: _swapped(value, swaps) for name, value in kept.items() if name not in ("player", "partner")}
    if "" in (named.get("intervention"), named.get("question")):
        return None
    found: Move = evolve(move, **named)
    if isinstance(found, Propose) and found.intervention != kept["intervention"]:
        sites = [district for answer, district in state.offers if answer == found.intervention]
        if sites and found.district not in sites:
            return evolve(found, district=sites[0])
    return found
