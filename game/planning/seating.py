"""Who sits where: seats that differ most first, several people on one where many come, witnesses where too many do."""

from math import ceil

from game.content.cards import Scenario, Stakeholder
from game.content.rulebook import Rulebook
from game.content.shapes import StakeholderId
from game.content.workshop import Audience
from game.engine.state import EXPERTS


def seated(
    scenario: Scenario, rules: Rulebook, people: int, audience: Audience
) -> tuple[dict[StakeholderId, int], int]:
    """Returns how many people hold each seat, none for a seat that is left, and how many are witnesses."""
    held = _held(scenario, rules, people, audience)
    most = round(rules.workshop.a_seat_most.value) * held
    sitting = min(people, most)
    order = _graded(scenario, rules, by_difference(scenario))
    share, over = divmod(sitting, held)
    places = {seat: share + (place < over) for place, seat in enumerate(order[:held])}
    return {card.id: places.get(card.id, 0) for card in scenario.stakeholders}, people - sitting


def _graded(scenario: Scenario, rules: Rulebook, order: tuple[StakeholderId, ...]) -> tuple[StakeholderId, ...]:
    """Returns the seats in order; where a committee decides, as many of it as must grade come before the others."""
    if scenario.procedure != EXPERTS:
        return order
    committee = [seat for seat in order if seat in scenario.committee]
    least = ceil(len(committee) * rules.deciding.quorum.value / 100)
    first = {scenario.decider, *committee[:least]}
    return tuple(sorted(order, key=lambda seat: seat not in first))


def _held(scenario: Scenario, rules: Rulebook, people: int, audience: Audience) -> int:
    """Returns how many seats people hold."""
    workshop = rules.workshop
    each = {Audience.ADULTS: workshop.adults, Audience.TEENAGERS: workshop.teenagers, Audience.EASY: workshop.easy}
    wanted = -(-people // max(1, round(each[audience].value)))
    least = min(people, round(workshop.seats_least.value))
    return min(len(scenario.stakeholders), max(wanted, least))


def by_difference(scenario: Scenario) -> tuple[StakeholderId, ...]:
    """Returns the seats, the one that decides first, then each time the one that adds most to what is followed."""
    left = list(scenario.stakeholders)
    first = next(card for card in left if card.id == scenario.decider)
    found = [first]
    left.remove(first)
    while left:
        seen = {name for card in found for name in _follows(card)}
        best = max(left, key=lambda card: len(_follows(card) - seen))
        found.append(best)
        left.remove(best)
    return tuple(card.id for card in found)


def _follows(card: Stakeholder) -> frozenset[str]:
    watches = (*card.watches, card.secret_watch)
    return frozenset(f"{each.of} {each.want}" for each in watches)
