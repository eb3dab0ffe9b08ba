"""From a scenario and a rulebook to a Model: names become places, decimals become whole numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

import numpy as np
from attrs import frozen

from game.city.arrays import IntArray, Table, whole
from game.city.crossing import crossings, possible
from game.city.exact import divided, milli
from game.city.model import (
    COHERENCE,
    DISPLACED,
    ECOLOGY,
    ECONOMY,
    LITERACY,
    LIVED,
    QUALITY,
    RESTRICTION,
    TRUST,
    Cards,
    Cause,
    CauseKind,
    Channels,
    Gating,
    Groups,
    Held,
    Lines,
    Links,
    Model,
    ShockLines,
    Uptake,
)
from game.content.cards import DataKind, Effect, Intervention, Leaning, Scenario, Shock, Tech, When, Where
from game.content.numbers import ByTech
from game.content.rulebook import CityVariable, Coupling, Indicator, Rulebook
from game.content.shapes import DistrictId, GroupId, HeadlineId, IndicatorId
from game.content.shocks import shocks_of

READINGS: Final = (RESTRICTION, LIVED, COHERENCE, DISPLACED)
"""The readings of the city that links may start from; the displaced by district follow them."""
ANY: Final = 1 << 40
"""A deviation that nothing reaches."""


class _Pair(tuple[Scenario, Rulebook]):
    """A scenario and a rulebook, told from others by being themselves: their values are too large to compare."""

    __slots__ = ()

    def __hash__(self) -> int:
        return hash((id(self[0]), id(self[1])))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Pair) and self[0] is other[0] and self[1] is other[1]


def compiled(scenario: Scenario, rules: Rulebook) -> Model:
    """Returns the model of a scenario under a rulebook; both must have been checked. The last few are kept."""
    return _compiled(_Pair((scenario, rules)))


@lru_cache(maxsize=24)
def _compiled(pair: _Pair) -> Model:
    scenario, rules = pair
    compiler = _Compiler(scenario, rules)
    cards = tuple(answer for challenge in scenario.challenges for answer in challenge.answers)
    people = compiler.people()
    weights = people.sum(axis=1)
    routes = compiler.routes(cards)
    return Model(
        scenario=scenario,
        rules=rules,
        districts=tuple(district.id for district in scenario.city.districts),
        indicators=compiler.indicators,
        variables=compiler.variables,
        first_cells={k: compiler.cells(k)[0] for k in (*compiler.indicators, *compiler.variables)},
        base=compiler.base(),
        people=people,
        weights=weights,
        whole=int(weights.sum()),
        groups=compiler.groups(),
        cards=_cards(rules, cards),
        uptake=compiler.uptake(),
        channels=compiler.channels(routes),
        pressures=_held([(n, p.per_round, p.rounds) for n, p in enumerate(rules.pressures)], compiler),
        practices=_held([(n, p.practice, 0) for n, p in enumerate(rules.procedures)], compiler),
        effects=compiler.card_lines(cards),
        shock_effects=compiler.shock_lines(),
        crossings=crossings(rules, cards, compiler.cells),
        links=compiler.links(),
        reach=compiler.reach(weights),
        saturation=Table.through(tuple((milli(x) // 10, milli(y) // 10) for x, y in rules.dynamics.saturation.points)),
        adoption=Table.through(tuple((milli(x), milli(y)) for x, y in rules.acceptance.adoption.points)),
        interventions={card.id: card for card in cards},
        shocks={shock.id: shock for shock in compiler.shocks},
        procedures={p.id: p for p in rules.procedures},
        gauge_weights={
            headline.id: whole([i.weight if i.headline == headline.id else 0 for i in rules.indicators])
            for headline in rules.headlines
        },
        ecological=whole([c for i in rules.indicators if i.headline == ECOLOGY for c in compiler.cells(i.id)]),
    )


@frozen
class _Route:
    """A channel before it has its place: who pushes which cell, and with how much inertia."""

    cause: Cause
    cell: int
    settling: int


class _Row(NamedTuple):
    """An effect on one cell."""

    owner: int
    cell: int
    district: int
    points: int
    per_round: int
    delay: int
    site: int
    gating: int


@frozen
class _Compiler:
    """Finds the cells that names stand for."""

    scenario: Scenario
    rules: Rulebook

    @cached_property
    def indicators(self) -> tuple[IndicatorId, ...]:
        return tuple(indicator.id for indicator in self.rules.indicators)

    @cached_property
    def variables(self) -> tuple[IndicatorId, ...]:
        return tuple(variable.id for variable in self.rules.city_variables)

    @cached_property
    def entries(self) -> dict[IndicatorId, Indicator | CityVariable]:
        entries: tuple[Indicator | CityVariable, ...] = (*self.rules.indicators, *self.rules.city_variables)
        return {entry.id: entry for entry in entries}

    def base(self) -> IntArray:
        city = self.scenario.city
        local = [milli(district.base[k]) for district in city.districts for k in self.indicators]
        return whole([*local, *(milli(city.start[k]) for k in self.variables)])

    def people(self) -> IntArray:
        districts = self.scenario.city.districts
        return whole([[milli(d.population.get(g.id, 0)) for g in self.rules.groups] for d in districts])

    def cells(self, name: IndicatorId) -> list[int]:
        """Returns the cells of an indicator, district by district, or the one cell of a variable of the city."""
        return self._cells[name]

    @cached_property
    def _cells(self) -> dict[IndicatorId, list[int]]:
        count, columns = len(self.scenario.city.districts), len(self.indicators)
        local = {name: [d * columns + k for d in range(count)] for k, name in enumerate(self.indicators)}
        return local | {name: [count * columns + place] for place, name in enumerate(self.variables)}

    def routes(self, cards: Sequence[Intervention]) -> list[_Route]:
        """Returns every channel: pressures, practices, interventions, shocks, crossed data, links, in that order."""
        rules = self.rules
        held = round(rules.dynamics.practice_settling.value)
        return [
            *(r for p in rules.pressures for r in self._to(Cause(CauseKind.PRESSURE, p.id), p.per_round, 1)),
            *(r for p in rules.procedures for r in self._to(Cause(CauseKind.PRACTICE, p.id), p.practice, held)),
            *(r for c in cards for r in self._by(Cause(CauseKind.INTERVENTION, c.id), c.effects, c.settling)),
            *(
                r
                for s in self.shocks
                for r in self._by(Cause(CauseKind.SHOCK, s.id), self.landing(s), s.settling)
            ),
            *(
                r
                for c in possible(rules, cards)
                for r in self._to(Cause(CauseKind.COMBINATION, c.id), [e.indicator for e in c.effects], c.settling)
            ),
            *(r for c in rules.couplings for r in self._to(Cause(CauseKind.LINK, c.id), [c.to], c.settling)),
        ]

    def _to(
        self, cause: Cause, names: Mapping[IndicatorId, float] | Sequence[IndicatorId], settling: int
    ) -> Iterator[_Route]:
        for name in names:
            least = self.entries[name].least_settling
            yield from (_Route(cause, cell, max(settling, least)) for cell in self.cells(name))

    def _by(self, cause: Cause, effects: Sequence[Effect], settling: int) -> Iterator[_Route]:
        yield from self._to(cause, list(dict.fromkeys(effect.indicator for effect in effects)), settling)

    def landing(self, shock: Shock) -> tuple[Effect, ...]:
        """Returns the effects of a shock; one that strikes a place the scenario doesn't name strikes nowhere."""
        return tuple(e for e in shock.effects if e.where is Where.CITY or shock.district is not None)

    def channels(self, routes: Sequence[_Route]) -> Channels:
        causes = tuple(dict.fromkeys(route.cause for route in routes))
        places = {cause: place for place, cause in enumerate(causes)}
        slower = {self.cells(v.id)[0]: v.falls_slower for v in self.rules.city_variables}
        cell = whole([route.cell for route in routes])
        return Channels(
            causes=causes,
            cause=whole([places[route.cause] for route in routes]),
            cell=cell,
            rises=whole([route.settling for route in routes]),
            falls=whole([route.settling * slower.get(route.cell, 1) for route in routes]),
            by_cell=np.argsort(cell, kind="stable"),
        )

    def card_lines(self, cards: Sequence[Intervention]) -> Lines:
        return _lines(
            row for owner, card in enumerate(cards) for row in self._rows(owner, card.effects, card=card)
        )

    @cached_property
    def shocks(self) -> tuple[Shock, ...]:
        return shocks_of(self.scenario, self.rules)

    def shock_lines(self) -> ShockLines:
        rows = [
            row
            for owner, shock in enumerate(self.shocks)
            for row in self._rows(owner, self.landing(shock), site=shock.district)
        ]
        wide = len(self.scenario.city.districts) + 1
        harm = (Gating.WATCHING.value, Gating.HARM.value)
        return ShockLines(
            owner=whole([row.owner for row in rows]),
            points=whole([row.points for row in rows]),
            starts=whole(_starts(rows)),
            spared=whole([row.owner * wide + row.district + 1 for row in rows]),
            harms=whole([int(row.gating in harm) for row in rows]),
            softened=tuple((place, each.softened_by) for place, each in enumerate(self.shocks) if each.softened_by),
        )

    def _rows(
        self,
        owner: int,
        effects: Sequence[Effect],
        card: Intervention | None = None,
        site: DistrictId | None = None,
    ) -> Iterator[_Row]:
        """Yields effects line by line; a shock's site is known here, an intervention's is chosen in play."""
        columns, places = len(self.indicators), [district.id for district in self.scenario.city.districts]
        for name in dict.fromkeys(effect.indicator for effect in effects):
            for cell in self.cells(name):
                district = -1 if name in self.variables else cell // columns
                for effect in effects:
                    if effect.indicator != name:
                        continue
                    misses = card is None and effect.where is Where.SITE and places[district] != site
                    yield _Row(
                        owner,
                        cell,
                        district,
                        0 if misses else milli(effect.points),
                        effect.rounds if effect.when is When.PER_ROUND else 0,
                        effect.delay,
                        int(effect.where is Where.SITE),
                        self._gating(effect, card).value,
                    )

    @cached_property
    def _headlines(self) -> dict[IndicatorId, HeadlineId]:
        return {indicator.id: indicator.headline for indicator in self.rules.indicators}

    def _gating(self, effect: Effect, card: Intervention | None) -> Gating:
        good = self.entries[effect.indicator].good == "up"
        headline = self._headlines.get(effect.indicator)
        if (effect.points > 0) != good:
            return Gating.HARM if good else Gating.WATCHING
        if headline == QUALITY:
            return Gating.QUALITY
        personal = card is not None and card.data.kind is DataKind.PERSONAL
        return Gating.DATA if personal and headline == ECONOMY else Gating.BENEFIT

    def reach(self, weights: IntArray) -> IntArray:
        """Returns how strongly effects act where, by chosen district + 1 and by district and site in one.

        The chosen district gets more, the city as much in all.
        """
        count, focus = len(weights), round(self.rules.dynamics.focus_reach.value)
        table = np.full((count + 1, count + 1, 2), 100, dtype=np.int64)
        for chosen in range(count):
            weight, everybody = int(weights[chosen]), int(weights.sum())
            others = everybody - weight
            table[chosen + 1, 1:, 0] = divided(100 * everybody - focus * weight, others) if others else 100
            table[chosen + 1, chosen + 1, 0] = focus
            table[chosen + 1, 1:, 1] = 0
            table[chosen + 1, chosen + 1, 1] = 100
        return whole(table.reshape(count + 1, -1))

    def links(self) -> Links:
        rows = [
            (place, coupling, self._signal(coupling, cell))
            for place, coupling in enumerate(self.rules.couplings)
            for cell in self.cells(coupling.to)
        ]
        damped = [(n, link.damped_by) for n, (_, link, _) in enumerate(rows) if link.damped_by is not None]
        return Links(
            names=tuple(coupling.id for coupling in self.rules.couplings),
            per10=tuple(milli(coupling.per10) for coupling in self.rules.couplings),
            strengths=whole([milli(link.per10) for _, link, _ in rows]),
            link=whole([place for place, _, _ in rows]),
            signal=whole([signal for _, _, signal in rows]),
            least=whole([0 if link.when == "above" else -ANY for _, link, _ in rows]),
            most=whole([0 if link.when == "below" else ANY for _, link, _ in rows]),
            damped=whole([row for row, _ in damped]),
            damper=whole([self.cells(name)[0] for _, name in damped]),
        )

    def _signal(self, link: Coupling, cell: int) -> int:
        """Returns the place of what a link reads: cells, city-wide means, readings, the displaced by district."""
        districts, columns = len(self.scenario.city.districts), len(self.indicators)
        cells = districts * columns + len(self.variables)
        local = link.to not in self.variables
        if link.from_ == DISPLACED and local:
            return cells + columns + len(READINGS) + cell // columns
        if link.from_ in READINGS:
            return cells + columns + READINGS.index(link.from_)
        if link.from_ in self.variables:
            return self.cells(link.from_)[0]
        column = self.indicators.index(link.from_)
        return cell // columns * columns + column if local else cells + column

    def uptake(self) -> Uptake:
        taken = self.rules.acceptance
        rounds = round(taken.novelty_rounds.value)
        return Uptake(
            base=milli(taken.base.value),
            least=milli(taken.least.value),
            fit=milli(taken.fit.value),
            cells=whole([self.cells(k)[0] for k in (TRUST, LITERACY)]),
            neutral=whole([milli(taken.trust_neutral.value), milli(taken.literacy_neutral.value)]),
            rates=whole([milli(taken.trust.value), milli(taken.literacy.value)]),
            novelty=whole([divided(milli(taken.novelty.value) * n, rounds) for n in range(rounds, -1, -1)]),
            civic_capacity=milli(taken.civic_capacity.value),
            civic_penalty=milli(taken.civic_penalty.value),
        )

    def groups(self) -> Groups:
        rules = self.rules
        weights = {g.id: g.weights for g in rules.groups}

        def signed(group: GroupId, name: IndicatorId) -> int:
            return weights[group].get(name, 0) - weights[group].get(f"-{name}", 0)

        ids = tuple(group.id for group in rules.groups)
        return Groups(
            ids=ids,
            leave=whole([milli(group.leave.value) for group in rules.groups]),
            restriction=whole([milli(group.restriction.value) for group in rules.groups]),
            local=whole([[signed(group, name) for group in ids] for name in self.indicators]),
            city=whole([[signed(group, name) for group in ids] for name in self.variables]),
            inverted=whole([sum(n for k, n in weights[g].items() if k.startswith("-")) for g in ids]),
        )


def _starts(rows: Sequence[_Row]) -> list[int]:
    keys = [(row.owner, row.cell) for row in rows]
    return [place for place, key in enumerate(keys) if not place or keys[place - 1] != key]


def _lines(rows: Iterable[_Row]) -> Lines:
    """Returns the lines with the place where those of each channel begin: same owner, same cell."""
    found = list(rows)
    columns = whole(found).reshape(-1, len(_Row._fields)).T
    owner, _, district, points, per_round, delay, site, gating = columns
    return Lines(
        owner=owner,
        points=points,
        per_round=per_round,
        delay=delay,
        starts=whole(_starts(found)),
        passing=whole(owner * len(Gating) + gating),
        reach=whole((district + 1) * 2 + site),
    )


def _held(owners: Sequence[tuple[int, Mapping[IndicatorId, float], int]], compiler: _Compiler) -> Held:
    rows = [
        (milli(points), owner, rounds)
        for owner, held, rounds in owners
        for name, points in held.items()
        for _ in compiler.cells(name)
    ]
    return Held(*whole(rows).reshape(-1, 3).T)


def _cards(rules: Rulebook, cards: Sequence[Intervention]) -> Cards:
    taken = rules.acceptance
    data = {
        DataKind.NONE: taken.data.none,
        DataKind.AGGREGATE: taken.data.aggregate,
        DataKind.PERSONAL: taken.data.personal,
    }
    worry = [card.restriction * milli(taken.restriction.value) + milli(data[card.data.kind]) for card in cards]
    least = taken.quality_share.value
    return Cards(
        ids=tuple(card.id for card in cards),
        shares=whole([(round(card.adoption), round(max(card.adoption, least))) for card in cards]),
        restriction=whole([card.restriction for card in cards]),
        worry=whole(worry),
        load=whole([milli(_by_tech(taken.civic_load, card.tech)) for card in cards]),
        digital=whole([int(card.tech is not Tech.LOW) for card in cards]),
        novel=whole([int(card.tech is Tech.HIGH) for card in cards]),
        leaning=whole([[int(card.leaning is leaning) for leaning in Leaning] for card in cards]),
        build=whole([card.build for card in cards]),
        cost=whole([milli(card.cost) for card in cards]),
        upkeep=whole([milli(card.upkeep) for card in cards]),
        private=whole([milli(_by_tech(rules.finance.private, card.tech)) for card in cards]),
    )


def _by_tech(table: ByTech, tech: Tech) -> float:
    return {Tech.LOW: table.low, Tech.MID: table.mid, Tech.HIGH: table.high}[tech]
