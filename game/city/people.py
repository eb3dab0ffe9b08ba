"""Who the figures are made of: the best and the worst off, those who left, and the projects that pull the same way."""

from collections.abc import Mapping

from attrs import evolve, frozen

from game.city.exact import FULL, divided, milli
from game.city.model import Model
from game.city.state import CityState, adoptions
from game.content.cards import Leaning
from game.content.shapes import DistrictId, GroupId, InterventionId


@frozen
class Members:
    """People of one group in one district: how many, in thousandths of a % of the city, and how they feel.

    `left` are those who had to leave; they are counted at a level of the rules.
    """

    district: DistrictId
    group: GroupId
    people: int
    satisfaction: int
    left: bool = False


def members(model: Model, city: CityState) -> tuple[Members, ...]:
    """Returns everybody who lived there at the start: those who stayed and those who left."""
    away = milli(model.rules.people.displaced_satisfaction.value)
    found = []
    for where, people, left, felt in zip(
        model.districts, model.people.tolist(), city.gone.tolist(), city.readings.satisfaction.tolist(), strict=True
    ):
        for place, group in enumerate(model.groups.ids):
            found.append(Members(where, group, people[place] - left[place], felt[place]))
            found.append(Members(where, group, left[place], min(away, felt[place]), left=True))
    return tuple(each for each in found if each.people)


def worst_fifth(model: Model, city: CityState) -> tuple[Members, ...]:
    """Returns who the worst-off fifth of all first residents are, the worst off first."""
    return _first_fifth(sorted(members(model, city), key=lambda each: each.satisfaction))


def best_fifth(model: Model, city: CityState) -> tuple[Members, ...]:
    """Returns who the best-off fifth of all first residents are, the best off first."""
    return _first_fifth(sorted(members(model, city), key=lambda each: -each.satisfaction))


def _first_fifth(everybody: list[Members]) -> tuple[Members, ...]:
    left = sum(each.people for each in everybody) // 5
    taken = []
    for each in everybody:
        if left:
            taken.append(evolve(each, people=min(each.people, left)))
            left -= taken[-1].people
    return tuple(taken)


def mean(found: tuple[Members, ...]) -> int:
    """Returns the mean satisfaction of some people, in milli-points."""
    return divided(sum(each.satisfaction * each.people for each in found), sum(each.people for each in found))


def leavers(model: Model, city: CityState) -> tuple[Members, ...]:
    """Returns who had to leave, the most numerous first."""
    return tuple(sorted((each for each in members(model, city) if each.left), key=lambda each: -each.people))


def inhabitants(model: Model, share: int) -> int | None:
    """Returns a share of the city's people, in thousandths of a %, as a number; None when nobody counts them."""
    whole = model.scenario.city.inhabitants
    return None if whole is None else divided(share * whole, FULL)


def leanings(model: Model, city: CityState) -> Mapping[Leaning, tuple[InterventionId, ...]]:
    """Returns the projects decided by the vision they serve, the commonest vision first."""
    found: dict[Leaning, tuple[InterventionId, ...]] = {}
    for entry in adoptions(model, city):
        leaning = model.interventions[entry.intervention].leaning
        found[leaning] = (*found.get(leaning, ()), entry.intervention)
    return dict(sorted(found.items(), key=lambda each: -len(each[1])))
