"""The rules and one city compiled into whole numbers: made once a game, read each round.

A *cell* is one number of the city: indicator `k` of district `d` is cell `d * len(indicators) + k`; the variables of
the whole city follow. Cells of good that lies downward (surveillance, dependency) are marked, not turned.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final, NamedTuple

from attrs import frozen

from game.city.exact import divided, milli
from game.content.cards import Effect, Intervention, Scenario, Shock, Tech, When, Where
from game.content.rulebook import CityVariable, Coupling, Indicator, Procedure, Rulebook
from game.content.shapes import (
    DistrictId,
    GroupId,
    HeadlineId,
    IndicatorId,
    InterventionId,
    ProcedureId,
    ShockId,
)
from game.content.shocks import shocks_of

QUALITY: Final = HeadlineId("quality")
ECONOMY: Final = HeadlineId("economy")
ECOLOGY: Final = HeadlineId("ecology")
SURVEILLANCE: Final = HeadlineId("surveillance")

TRUST: Final = IndicatorId("trust")
LITERACY: Final = IndicatorId("literacy")
PARTICIPATION: Final = IndicatorId("participation")
DEPENDENCY: Final = IndicatorId("dependency")
IMAGE: Final = IndicatorId("image")
PROSPERITY: Final = IndicatorId("prosperity")
AFFORDABILITY: Final = IndicatorId("affordability")
CONTROL: Final = IndicatorId("control")


class CauseKind(Enum):
    """What kind of thing moves a number."""

    INTERVENTION = "intervention"
    LINK = "link"
    PRACTICE = "practice"
    """The way of deciding, while it is in use."""
    PRESSURE = "pressure"
    SHOCK = "shock"
    RESTRICTION = "restriction"
    """What an intervention forbids or obliges, as people feel it; only in satisfaction."""


class Cause(NamedTuple):
    """A named source of change."""

    kind: CauseKind
    id: str


class Target(NamedTuple):
    """A cell that a source pushes, and with how much inertia."""

    cell: int
    settling: int


@frozen
class CompiledEffect:
    """An effect in whole numbers: one line of a card on one cell."""

    cell: int
    district: int | None
    points: int
    where: Where
    per_round: int
    delay: int
    settling: int
    benefit: bool
    good_up: bool
    quality: bool
    economic: bool


@frozen
class CompiledLink:
    """A coupling in whole numbers; `cells` are the cells it pushes, each with the place it reads (-1: the city)."""

    cause: Cause
    source: IndicatorId
    per10: int
    when: str
    damped_by: int | None
    targets: tuple[Target, ...]
    places: tuple[int, ...]


@frozen
class CompiledGroup:
    """A group in whole numbers; weights are (indicator position or city cell, is a city cell, inverted, weight)."""

    id: GroupId
    leave: int
    restriction: int
    weights: tuple[tuple[int, bool, bool, int], ...]


@frozen
class Model:
    """Everything the dynamics read, in whole numbers.

    `people` counts thousandths of a % of the city's people, by district then group; `weights` the same by district and
    `whole` in all. `first_cells` gives an indicator's cell in the first district, or a variable's only cell.
    """

    scenario: Scenario
    rules: Rulebook
    districts: tuple[DistrictId, ...]
    indicators: tuple[IndicatorId, ...]
    variables: tuple[IndicatorId, ...]
    first_cells: Mapping[IndicatorId, int]
    groups: tuple[CompiledGroup, ...]
    base: tuple[int, ...]
    weights: tuple[int, ...]
    whole: int
    people: tuple[int, ...]
    falls_slower: Mapping[int, int]
    least_settling: Mapping[int, int]
    interventions: Mapping[InterventionId, Intervention]
    effects: Mapping[InterventionId, tuple[CompiledEffect, ...]]
    shocks: Mapping[ShockId, Shock]
    """In the order they are drawn."""
    shock_effects: Mapping[ShockId, tuple[CompiledEffect, ...]]
    links: tuple[CompiledLink, ...]
    pressures: tuple[tuple[Cause, int, tuple[tuple[Target, int], ...]], ...]
    practices: Mapping[ProcedureId, tuple[Cause, tuple[tuple[Target, int], ...]]]
    procedures: Mapping[ProcedureId, Procedure]
    saturation: tuple[tuple[int, int], ...]
    adoption: tuple[tuple[int, int], ...]

    def cell(self, indicator: IndicatorId, district: int = 0) -> int:
        """Returns the cell of an indicator in a district, or of a variable of the whole city."""
        first = self.first_cells[indicator]
        return first + district * len(self.indicators) if first < len(self.indicators) else first

    def place(self, cell: int) -> tuple[DistrictId | None, IndicatorId]:
        """Returns the district (None for the whole city) and the indicator of a cell."""
        district, column = divmod(cell, len(self.indicators))
        if district < len(self.districts):
            return self.districts[district], self.indicators[column]
        return None, self.variables[cell - len(self.districts) * len(self.indicators)]

    def mean(self, values: tuple[int, ...], indicator: IndicatorId) -> int:
        """Returns the city-wide level of an indicator: the mean over its people, or the variable itself."""
        first, step = self.first_cells[indicator], len(self.indicators)
        if first >= step:
            return values[first]
        column = values[first : step * len(self.districts) : step]
        return divided(sum(level * weight for level, weight in zip(column, self.weights, strict=True)), self.whole)


def compiled(scenario: Scenario, rules: Rulebook) -> Model:
    """Returns the model of a scenario under a rulebook; both must have been checked."""
    city = scenario.city
    indicators = tuple(indicator.id for indicator in rules.indicators)
    variables = tuple(variable.id for variable in rules.city_variables)
    compiler = _Compiler(scenario, rules, indicators, variables)
    base = [milli(district.base[k]) for district in city.districts for k in indicators]
    people = tuple(milli(d.population.get(g.id, 0)) for d in city.districts for g in rules.groups)
    count = len(rules.groups)
    weights = tuple(sum(people[d * count : (d + 1) * count]) for d in range(len(city.districts)))
    cards = [answer for challenge in scenario.challenges for answer in challenge.answers]
    shocks = shocks_of(scenario, rules)
    practice_settling = round(rules.dynamics.practice_settling.value)
    return Model(
        scenario=scenario,
        rules=rules,
        districts=tuple(district.id for district in city.districts),
        indicators=indicators,
        variables=variables,
        first_cells={k: compiler.cells(k)[0] for k in (*indicators, *variables)},
        groups=compiler.groups(),
        base=(*base, *(milli(city.start[k]) for k in variables)),
        weights=weights,
        whole=sum(weights),
        people=people,
        falls_slower={
            compiler.cells(variable.id)[0]: variable.falls_slower
            for variable in rules.city_variables
            if variable.falls_slower > 1
        },
        least_settling={
            cell: compiler.least_settling(k) for k in (*indicators, *variables) for cell in compiler.cells(k)
        },
        interventions={card.id: card for card in cards},
        effects={card.id: compiler.effects(card.effects, card.settling) for card in cards},
        shocks={shock.id: shock for shock in shocks},
        shock_effects={shock.id: compiler.effects(shock.effects, shock.settling) for shock in shocks},
        links=tuple(compiler.link(coupling) for coupling in rules.couplings),
        pressures=tuple(
            (Cause(CauseKind.PRESSURE, p.id), p.rounds, compiler.held(p.per_round, 1)) for p in rules.pressures
        ),
        practices={
            p.id: (Cause(CauseKind.PRACTICE, p.id), compiler.held(p.practice, practice_settling))
            for p in rules.procedures
        },
        procedures={p.id: p for p in rules.procedures},
        saturation=tuple((milli(x) // 10, milli(y) // 10) for x, y in rules.dynamics.saturation.points),
        adoption=tuple((milli(x), milli(y)) for x, y in rules.acceptance.adoption.points),
    )


@frozen
class _Compiler:
    """Finds the cells that names stand for."""

    scenario: Scenario
    rules: Rulebook
    indicators: tuple[IndicatorId, ...]
    variables: tuple[IndicatorId, ...]

    @property
    def entries(self) -> tuple[Indicator | CityVariable, ...]:
        return (*self.rules.indicators, *self.rules.city_variables)

    def cells(self, name: IndicatorId) -> list[int]:
        count = len(self.scenario.city.districts)
        if name in self.variables:
            return [count * len(self.indicators) + self.variables.index(name)]
        return [d * len(self.indicators) + self.indicators.index(name) for d in range(count)]

    def least_settling(self, name: IndicatorId) -> int:
        return next(entry.least_settling for entry in self.entries if entry.id == name)

    def target(self, cell: int, name: IndicatorId, settling: int) -> Target:
        return Target(cell, max(settling, self.least_settling(name)))

    def held(self, points: Mapping[IndicatorId, float], settling: int) -> tuple[tuple[Target, int], ...]:
        return tuple(
            (self.target(cell, name, settling), milli(level))
            for name, level in points.items()
            for cell in self.cells(name)
        )

    def effects(self, effects: tuple[Effect, ...], settling: int) -> tuple[CompiledEffect, ...]:
        headlines = {indicator.id: indicator.headline for indicator in self.rules.indicators}
        good = {entry.id: entry.good == "up" for entry in self.entries}
        return tuple(
            CompiledEffect(
                cell=cell,
                district=None if effect.indicator in self.variables else d,
                points=milli(effect.points),
                where=effect.where,
                per_round=effect.rounds if effect.when is When.PER_ROUND else 0,
                delay=effect.delay,
                settling=self.target(cell, effect.indicator, settling).settling,
                benefit=(effect.points > 0) == good[effect.indicator],
                good_up=good[effect.indicator],
                quality=headlines.get(effect.indicator) == QUALITY,
                economic=headlines.get(effect.indicator) == ECONOMY,
            )
            for effect in effects
            for d, cell in enumerate(self.cells(effect.indicator))
        )

    def link(self, coupling: Coupling) -> CompiledLink:
        cells = self.cells(coupling.to)
        to_city = coupling.to in self.variables
        return CompiledLink(
            cause=Cause(CauseKind.LINK, coupling.id),
            source=coupling.from_,
            per10=milli(coupling.per10),
            when=coupling.when,
            damped_by=self.cells(coupling.damped_by)[0] if coupling.damped_by else None,
            targets=tuple(self.target(cell, coupling.to, coupling.settling) for cell in cells),
            places=(-1,) if to_city else tuple(range(len(cells))),
        )

    def groups(self) -> tuple[CompiledGroup, ...]:
        return tuple(
            CompiledGroup(
                id=group.id,
                leave=milli(group.leave.value),
                restriction=milli(group.restriction.value),
                weights=tuple(self.weight(name, weight) for name, weight in group.weights.items()),
            )
            for group in self.rules.groups
        )

    def weight(self, name: str, weight: int) -> tuple[int, bool, bool, int]:
        plain = IndicatorId(name.removeprefix("-"))
        in_city = plain in self.variables
        position = self.cells(plain)[0] if in_city else self.indicators.index(plain)
        return position, in_city, name.startswith("-"), weight


def private_percent(rules: Rulebook, tech: Tech) -> int:
    """Returns the share of a cost that investors pay for a tech level, in thousandths of a %."""
    table = rules.finance.private
    return milli({Tech.LOW: table.low, Tech.MID: table.mid, Tech.HIGH: table.high}[tech])
