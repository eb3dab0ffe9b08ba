"""What a scenario must hold beyond its shape: names that exist, sums that come out, choices that are real choices.

Pure: takes the scenario and the rulebook it is played with, returns faults with their way from the scenario's root.
"""

from collections.abc import Collection, Iterator, Mapping
from math import fsum
from typing import Final

from game.content.cards import DataKind, Effect, Intervention, Reversibility, Scenario, Tech, When, Where
from game.content.check_reveals import check_reveals
from game.content.check_shocks import check_shocks
from game.content.check_telling import check_telling
from game.content.check_watching import check_sets
from game.content.faults import Fault, Steps
from game.content.geometry import check_map
from game.content.names import Names, names_of, twice, unknown, unknown_icons
from game.content.rulebook import Rulebook
from game.content.shapes import IndicatorId

WHOLE: Final = 100.0
SLACK: Final = 0.01
"""How far shares may stay from 100 %: three thirds written 33.33 are forgiven a hundredth."""
HORIZON: Final = 25
"""Rounds within which every effect has come whole: at most 12 of delay and 12 of growth."""


def check_scenario(
    scenario: Scenario,
    rules: Rulebook,
    playable: Collection[str] | None = None,
    icons: Collection[str] | None = None,
) -> list[Fault]:
    """Returns everything that is wrong with a scenario of the right shape.

    `playable` names the procedures this version can play, `icons` the icons there are; None means any.
    """
    names = names_of(rules)
    return [
        *_table(scenario, names, playable),
        *_agenda(scenario),
        *_city(scenario, rules, names),
        *check_map(scenario.city),
        *_stakeholders(scenario, names),
        *_challenges(scenario, rules, names),
        *_shocks(scenario, names),
        *check_reveals(scenario, names),
        *_icons(scenario, icons),
        *_sources(scenario),
        *_preferences(scenario),
        *check_telling(scenario),
    ]


def _table(scenario: Scenario, names: Names, playable: Collection[str] | None) -> Iterator[Fault]:
    chosen = scenario.procedure
    yield from unknown("procedure", chosen, names.procedures, ("procedure",))
    if playable is not None and chosen in names.procedures and chosen not in playable:
        ready = tuple(name for name in names.procedures if name in playable)
        yield Fault(("procedure",), "not_playable", {"found": chosen, "known": ready}, "known_names")
    seats = [stakeholder.id for stakeholder in scenario.stakeholders]
    yield from unknown("stakeholder", scenario.decider, seats, ("decider",))
    for position, seat in enumerate(scenario.committee):
        yield from unknown("stakeholder", seat, seats, ("committee", position))


def _preferences(scenario: Scenario) -> Iterator[Fault]:
    answers = [answer.id for challenge in scenario.challenges for answer in challenge.answers]
    for position, each in enumerate(scenario.preferences):
        for place, name in enumerate(each.wants):
            yield from unknown("intervention", name, answers, ("preferences", position, "wants", place))


def _agenda(scenario: Scenario) -> Iterator[Fault]:
    asked = [challenge.id for challenge in scenario.challenges]
    for position, name in enumerate(scenario.agenda):
        yield from unknown("challenge", name, asked, ("agenda", position))
        if name in scenario.agenda[:position]:
            yield Fault(("agenda", position), "agenda_twice", {"found": name})
    for name in asked:
        if name not in scenario.agenda:
            yield Fault(("agenda",), "agenda_missing", {"found": name}, on_key=True)


def _city(scenario: Scenario, rules: Rulebook, names: Names) -> Iterator[Fault]:
    city = scenario.city
    yield from twice(city.districts, ("city", "districts"))
    yield from _levels(city.start, names.variables, ("city", "start"), "variable")
    shares = []
    for position, district in enumerate(city.districts):
        steps: Steps = ("city", "districts", position)
        yield from _levels(district.base, names.indicators, (*steps, "base"), "indicator")
        for group in district.population:
            yield from unknown("group", group, names.groups, (*steps, "population", group), on_key=True)
        share = fsum(district.population.values())
        most = WHOLE * 100 / rules.dynamics.focus_reach.value
        if share > most:
            yield Fault(
                (*steps, "population"),
                "crowded_district",
                {"share": round(share, 2), "most": round(most, 1)},
                on_key=True,
            )
        shares.append(share)
    if abs(fsum(shares) - WHOLE) > SLACK:
        yield Fault(("city", "districts"), "population_sum", {"total": round(fsum(shares), 2)}, on_key=True)


def _levels(levels: Mapping[IndicatorId, float], wanted: Collection[str], steps: Steps, kind: str) -> Iterator[Fault]:
    for name in levels:
        yield from unknown(kind, name, wanted, (*steps, name), on_key=True)
    missing = tuple(name for name in wanted if name not in levels)
    if missing:
        yield Fault(steps, "missing_levels", {"missing": missing}, on_key=True)


def _stakeholders(scenario: Scenario, names: Names) -> Iterator[Fault]:
    yield from twice(scenario.stakeholders, ("stakeholders",))
    for position, seat in enumerate(scenario.stakeholders):
        steps: Steps = ("stakeholders", position)
        for place, watch in enumerate(seat.watches):
            yield from unknown("watch", watch.of, names.watched, (*steps, "watches", place, "of"))
        yield from unknown("watch", seat.secret_watch.of, names.watched, (*steps, "secret_watch", "of"))


def _challenges(scenario: Scenario, rules: Rulebook, names: Names) -> Iterator[Fault]:
    yield from twice(scenario.challenges, ("challenges",))
    districts = [district.id for district in scenario.city.districts]
    good_up = {each.id: each.good == "up" for each in rules.indicators}
    good_up |= {each.id: each.good == "up" for each in rules.city_variables}
    seen: set[str] = set()
    for position, challenge in enumerate(scenario.challenges):
        steps: Steps = ("challenges", position)
        yield from unknown("district", challenge.district, districts, (*steps, "district"))
        yield from twice(challenge.answers, (*steps, "answers"), seen)
        if {answer.tech for answer in challenge.answers} != set(Tech):
            found = tuple(answer.tech.value for answer in challenge.answers)
            yield Fault((*steps, "answers"), "tech_levels", {"found": found}, on_key=True)
        for place, answer in enumerate(challenge.answers):
            yield from _answer(answer, scenario, names, (*steps, "answers", place))
            yield from check_sets(answer.data, rules, (*steps, "answers", place, "data"))
            better = next((other for other in challenge.answers if dominates(other, answer, good_up)), None)
            if better is not None:
                values = {"found": answer.id, "other": better.id}
                yield Fault((*steps, "answers", place, "id"), "dominated", values, "give_merit")


def _answer(answer: Intervention, scenario: Scenario, names: Names, steps: Steps) -> Iterator[Fault]:
    seats = [stakeholder.id for stakeholder in scenario.stakeholders]
    for position, partner in enumerate(answer.partners):
        yield from unknown("stakeholder", partner, seats, (*steps, "partners", position))
    for name in answer.requires:
        yield from unknown("indicator", name, names.cells, (*steps, "requires", name), on_key=True)
    for headline in answer.announces:
        yield from unknown("headline", headline, names.headlines, (*steps, "announces", headline), on_key=True)
    for position, effect in enumerate(answer.effects):
        place = (*steps, "effects", position)
        yield from _effect(effect, scenario, names, place)
        if effect.where is Where.SITE and not answer.placed:
            yield Fault((*place, "where"), "site_not_placed")


def check_answer(answer: Intervention, scenario: Scenario, rules: Rulebook, steps: Steps) -> list[Fault]:
    """Returns what is wrong with one answer beside those of a scenario: names that nothing has."""
    return [
        *_answer(answer, scenario, names_of(rules), steps), *check_sets(answer.data, rules, (*steps, "data"))
    ]


def _effect(effect: Effect, scenario: Scenario, names: Names, steps: Steps) -> Iterator[Fault]:
    yield from unknown("indicator", effect.indicator, names.cells, (*steps, "indicator"))
    yield from unknown("source", effect.source, scenario.sources, (*steps, "source"))
    if effect.where is Where.SITE and effect.indicator in names.variables:
        yield Fault((*steps, "where"), "site_on_variable", {"found": effect.indicator})
    if effect.when is When.PER_ROUND and not effect.rounds:
        yield Fault((*steps, "when"), "rounds_missing")
    if effect.when is When.ONCE and effect.rounds:
        yield Fault((*steps, "rounds"), "rounds_unused")


def _shocks(scenario: Scenario, names: Names) -> Iterator[Fault]:
    yield from check_shocks(scenario.shocks, names)
    districts = [district.id for district in scenario.city.districts]
    for position, shock in enumerate(scenario.shocks):
        steps: Steps = ("shocks", position)
        yield from unknown("source", shock.source, scenario.sources, (*steps, "source"))
        if shock.district is not None:
            yield from unknown("district", shock.district, districts, (*steps, "district"))
        for place, effect in enumerate(shock.effects):
            yield from _effect(effect, scenario, names, (*steps, "effects", place))
            if effect.where is Where.SITE and shock.district is None:
                yield Fault((*steps, "effects", place, "where"), "site_without_district")


def _icons(scenario: Scenario, icons: Collection[str] | None) -> Iterator[Fault]:
    yield from unknown_icons(scenario.stakeholders, ("stakeholders",), icons)
    yield from unknown_icons(scenario.challenges, ("challenges",), icons)
    yield from unknown_icons(scenario.shocks, ("shocks",), icons)
    for position, challenge in enumerate(scenario.challenges):
        yield from unknown_icons(challenge.answers, ("challenges", position, "answers"), icons)


def _sources(scenario: Scenario) -> Iterator[Fault]:
    used = {effect.source for each in scenario.challenges for answer in each.answers for effect in answer.effects}
    used |= {effect.source for shock in scenario.shocks for effect in shock.effects}
    used |= {shock.source for shock in scenario.shocks}
    for source in scenario.sources:
        if source not in used:
            yield Fault(("sources", source), "unused_source", {"found": source}, on_key=True)


def dominates(better: Intervention, worse: Intervention, good_up: Mapping[IndicatorId, bool]) -> bool:
    """Tells whether one answer is at least as good as another in everything, and better in something.

    Everything: what it costs, how soon and how surely it acts, what it asks of people, and what it does, on its site
    and elsewhere, in each round after it opens.
    """
    if better is worse:
        return False
    prices = list(zip(_prices(better), _prices(worse), strict=True))
    if any(mine > theirs for mine, theirs in prices) or not _asks_no_more(better, worse):
        return False
    gains, others = _gains(better, good_up), _gains(worse, good_up)
    pairs = [(gains.get(key, 0.0), others.get(key, 0.0)) for key in gains.keys() | others.keys()]
    strict = any(mine < theirs for mine, theirs in prices) or any(mine > theirs for mine, theirs in pairs)
    return strict and all(mine >= theirs for mine, theirs in pairs)


def _prices(answer: Intervention) -> tuple[float, ...]:
    """Returns what had better be small."""
    return (
        answer.cost,
        answer.upkeep,
        answer.build,
        answer.settling,
        answer.adoption,
        answer.restriction,
        list(DataKind).index(answer.data.kind),
        list(Reversibility).index(answer.reversibility),
        len(answer.partners),
        sum(answer.requires.values()),
    )


def _asks_no_more(better: Intervention, worse: Intervention) -> bool:
    """Tells whether one answer can be decided wherever another can: same partners or fewer, same levels or lower."""
    return {*better.partners} <= {*worse.partners} and all(
        level <= worse.requires.get(name, 0) for name, level in better.requires.items()
    )


def _gains(answer: Intervention, good_up: Mapping[IndicatorId, bool]) -> dict[tuple[IndicatorId, bool, int], float]:
    """Returns the points an answer pushes the good way, by indicator, on its site or elsewhere, and round."""
    gains: dict[tuple[IndicatorId, bool, int], float] = {}
    for effect in answer.effects:
        good = 1 if good_up.get(effect.indicator, True) else -1
        for on_site in (True, False) if effect.where is Where.CITY else (True,):
            for round_ in range(effect.delay, HORIZON):
                times = min(round_ - effect.delay + 1, max(1, effect.rounds))
                key = (effect.indicator, on_site, round_)
                gains[key] = gains.get(key, 0.0) + good * effect.points * times
    return gains
