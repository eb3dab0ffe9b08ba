"""From a scenario and a rulebook to a Model: names become places, decimals become whole numbers."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final

import numpy as np
from attrs import frozen

from game.city.arrays import IntArray, Table, whole
from game.city.cells import Cells
from game.city.crossing import crossings, possible
from game.city.exact import divided, milli
from game.city.lines import card_lines, landing, shock_lines
from game.city.model import (
    COHERENCE,
    DISPLACED,
    ECOLOGY,
    LITERACY,
    LIVED,
    RESTRICTION,
    TRUST,
    Cards,
    Cause,
    CauseKind,
    Channels,
    Groups,
    Held,
    Links,
    Model,
    Uptake,
)
from game.content.cards import DataKind, Effect, Intervention, Leaning, Scenario, Shock, Tech
from game.content.numbers import ByTech
from game.content.rulebook import Coupling, Rulebook
from game.content.shapes import GroupId, IndicatorId
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
    cells = Cells(scenario, rules)
    compiler = _Compiler(cells)
    cards = tuple(answer for challenge in scenario.challenges for answer in challenge.answers)
    people = compiler.people()
    weights = people.sum(axis=1)
    routes = compiler.routes(cards)
    return Model(
        scenario=scenario,
        rules=rules,
        districts=tuple(district.id for district in scenario.city.districts),
        indicators=cells.indicators,
        variables=cells.variables,
        first_cells={k: cells.of(k)[0] for k in (*cells.indicators, *cells.variables)},
        base=compiler.base(),
        people=people,
        weights=weights,
        whole=int(weights.sum()),
        groups=compiler.groups(),
        cards=_cards(rules, cards),
        uptake=compiler.uptake(),
        channels=compiler.channels(routes),
        pressures=_held([(n, p.per_round, p.rounds) for n, p in enumerate(rules.pressures)], cells),
        practices=_held([(n, p.practice, 0) for n, p in enumerate(rules.procedures)], cells),
        effects=card_lines(cells, cards),
        shock_effects=shock_lines(cells, compiler.shocks),
        crossings=crossings(rules, cards, cells.of),
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
        ecological=whole([c for i in rules.indicators if i.headline == ECOLOGY for c in cells.of(i.id)]),
    )


@frozen
class _Route:
    """A channel before it has its place: who pushes which cell, and with how much inertia."""

    cause: Cause
    cell: int
    settling: int


@frozen
class _Compiler:
    """Makes the parts of a model."""

    cells: Cells

    @property
    def scenario(self) -> Scenario:
        return self.cells.scenario

    @property
    def rules(self) -> Rulebook:
        return self.cells.rules

    def base(self) -> IntArray:
        city = self.scenario.city
        local = [milli(district.base[k]) for district in city.districts for k in self.cells.indicators]
        return whole([*local, *(milli(city.start[k]) for k in self.cells.variables)])

    def people(self) -> IntArray:
        districts = self.scenario.city.districts
        return whole([[milli(d.population.get(g.id, 0)) for g in self.rules.groups] for d in districts])

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
                for r in self._by(Cause(CauseKind.SHOCK, s.id), landing(s), s.settling)
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
            least = self.cells.entries[name].least_settling
            yield from (_Route(cause, cell, max(settling, least)) for cell in self.cells.of(name))

    def _by(self, cause: Cause, effects: Sequence[Effect], settling: int) -> Iterator[_Route]:
        yield from self._to(cause, list(dict.fromkeys(effect.indicator for effect in effects)), settling)

    def channels(self, routes: Sequence[_Route]) -> Channels:
        causes = tuple(dict.fromkeys(route.cause for route in routes))
        places = {cause: place for place, cause in enumerate(causes)}
        slower = {self.cells.of(v.id)[0]: v.falls_slower for v in self.rules.city_variables}
        cell = whole([route.cell for route in routes])
        return Channels(
            causes=causes,
            cause=whole([places[route.cause] for route in routes]),
            cell=cell,
            rises=whole([route.settling for route in routes]),
            falls=whole([route.settling * slower.get(route.cell, 1) for route in routes]),
            by_cell=np.argsort(cell, kind="stable"),
        )

    @cached_property
    def shocks(self) -> tuple[Shock, ...]:
        return shocks_of(self.scenario, self.rules)

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
            for cell in self.cells.of(coupling.to)
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
            damper=whole([self.cells.of(name)[0] for _, name in damped]),
        )

    def _signal(self, link: Coupling, cell: int) -> int:
        """Returns the place of what a link reads: cells, city-wide means, readings, the displaced by district."""
        districts, columns = len(self.scenario.city.districts), len(self.cells.indicators)
        after = districts * columns + len(self.cells.variables)
        local = link.to not in self.cells.variables
        if link.from_ == DISPLACED and local:
            return after + columns + len(READINGS) + cell // columns
        if link.from_ in READINGS:
            return after + columns + READINGS.index(link.from_)
        if link.from_ in self.cells.variables:
            return self.cells.of(link.from_)[0]
        column = self.cells.indicators.index(link.from_)
        return cell // columns * columns + column if local else after + column

    def uptake(self) -> Uptake:
        taken = self.rules.acceptance
        rounds = round(taken.novelty_rounds.value)
        return Uptake(
            base=milli(taken.base.value),
            least=milli(taken.least.value),
            fit=milli(taken.fit.value),
            cells=whole([self.cells.of(k)[0] for k in (TRUST, LITERACY)]),
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
            local=whole([[signed(group, name) for group in ids] for name in self.cells.indicators]),
            city=whole([[signed(group, name) for group in ids] for name in self.cells.variables]),
            inverted=whole([sum(n for k, n in weights[g].items() if k.startswith("-")) for g in ids]),
        )


def _held(owners: Sequence[tuple[int, Mapping[IndicatorId, float], int]], cells: Cells) -> Held:
    rows = [
        (milli(points), owner, rounds)
        for owner, held, rounds in owners
        for name, points in held.items()
        for _ in cells.of(name)
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
