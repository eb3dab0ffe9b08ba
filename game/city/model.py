"""The rules and one city compiled into whole numbers: made once a game, read each round.

A *cell* is one number of the city: indicator `k` of district `d` is cell `d * len(indicators) + k`; the variables of
the whole city follow. A *channel* is a cell that a cause may push: the city's levels have one axis of channels, cause
after cause. Both are last axes: `values[..., cell]` is the same for one city and for N.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final, NamedTuple

import numpy as np
from attrs import field, frozen

from game.city.arrays import IntArray, Runs, Table, quotient
from game.city.exact import FULL
from game.content.cards import Intervention, Scenario, Shock, Softening
from game.content.rulebook import Procedure, Rulebook
from game.content.shapes import (
    CombinationId,
    DataSetId,
    DistrictId,
    GroupId,
    HeadlineId,
    IndicatorId,
    InterventionId,
    ProcedureId,
    ShockId,
)

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

COHERENCE: Final = IndicatorId("coherence")
DISPLACED: Final = IndicatorId("displaced")
LIVED: Final = IndicatorId("lived")
RESTRICTION: Final = IndicatorId("restriction")


class CauseKind(Enum):
    """What kind of thing moves a number."""

    INTERVENTION = "intervention"
    LINK = "link"
    PRACTICE = "practice"
    """The way of deciding, while it is in use."""
    PRESSURE = "pressure"
    SHOCK = "shock"
    COMBINATION = "combination"
    """Data sets crossed with one another, by whatever projects collect them."""
    RESTRICTION = "restriction"
    """What an intervention forbids or obliges, as people feel it; only in satisfaction."""
    DEPARTURE = "departure"
    """People of a group who had to leave; only in lived quality, where they stay in the accounts."""


class Cause(NamedTuple):
    """A named source of change."""

    kind: CauseKind
    id: str


class Gating(Enum):
    """What lets an effect through, or holds it back (model.md, equation 1)."""

    BENEFIT = 0
    QUALITY = 1
    """A benefit on the quality gauge: at least a part of it needs people to take it up."""
    DATA = 2
    """An economic gain drawn from personal data: safeguards cost some of it."""
    WATCHING = 3
    """Harm where more is worse: surveillance, dependency."""
    HARM = 4


@frozen(eq=False)
class Channels:
    """What causes may push: one place a pair of cause and cell, cause after cause.

    `rises` and `falls` are rounds of inertia; `by_cell` orders the channels by cell.
    """

    causes: tuple[Cause, ...]
    cause: IntArray
    cell: IntArray
    rises: IntArray
    falls: IntArray
    by_cell: IntArray

    def pushing(self, levels: IntArray) -> Runs:
        """Returns the channels that push in some of the cities, gathered by the cell they push.

        Of all that may push, a city has a quarter: nobody else need be read.
        """
        some = np.logical_or.reduce(levels.reshape(-1, levels.shape[-1]), axis=0)
        places = self.by_cell[some[self.by_cell]]
        return Runs.of(places, self.cell[places])

    def of(self, cause: Cause) -> dict[int, int]:
        """Returns the channels of a cause by their cells."""
        place = self.causes.index(cause)
        return {int(self.cell[n]): int(n) for n in np.flatnonzero(self.cause == place)}


@frozen(eq=False)
class Held:
    """Points held in place: pressures for so many rounds, practices while `owner` is the way of deciding."""

    points: IntArray
    owner: IntArray
    rounds: IntArray


@frozen(eq=False)
class Lines:
    """Effects of the interventions, line by line and cell by cell.

    `owner` is the place of the intervention, and `starts` where the lines of each channel begin.
    """

    owner: IntArray
    points: IntArray
    per_round: IntArray
    delay: IntArray
    starts: IntArray
    passing: IntArray
    """The place of its gate among those of all cards: card times gatings plus gating."""
    reach: IntArray
    """The column of its reach: where it acts, and whether only where its card stands."""


@frozen(eq=False)
class ShockLines:
    """Effects of the shocks, line by line and cell by cell.

    `owner` is the place of the shock, and `starts` where the lines of each channel begin.
    """

    owner: IntArray
    points: IntArray
    starts: IntArray
    spared: IntArray
    """The place of what a line is spared, in a table of shocks by the city and its districts."""
    harms: IntArray
    """1 where a line may be spared: harm of a shock that something softens."""
    softened: tuple[tuple[int, Softening], ...]
    """The shocks that something softens, by their places."""


@frozen(eq=False)
class Crossings:
    """What crossing data sets does: the combinations that the scenario's projects can feed, cell by cell.

    `owner` is the place of the combination in `ids`.
    """

    ids: tuple[CombinationId, ...]
    sets: tuple[DataSetId, ...]
    collected: IntArray
    """1 where a project collects a data set as personal data: cards by sets."""
    needed: IntArray
    """1 where a combination takes a data set: combinations by sets."""
    owner: IntArray
    points: IntArray


@frozen(eq=False)
class Links:
    """The couplings, a row for each cell they push; `signal` is the place of the deviation each row reads."""

    names: tuple[str, ...]
    per10: tuple[int, ...]
    """By name, in milli-points for 10 points of change."""
    strengths: IntArray
    """The same, by row."""
    link: IntArray
    signal: IntArray
    least: IntArray
    most: IntArray
    """Between which deviations it pushes: `when: above` and `below`."""
    damped: IntArray
    """Rows weakened by a variable of the city."""
    damper: IntArray
    """The cells of those variables, one for each damped row."""


@frozen(eq=False)
class Cards:
    """The interventions in whole numbers, one place each, in the scenario's order."""

    ids: tuple[InterventionId, ...]
    shares: IntArray
    """Share of the benefits that needs adoption, in %: of most, and of those on the quality gauge."""
    restriction: IntArray
    worry: IntArray
    """Acceptance lost to what it forbids and to the data it collects, in milli-points."""
    load: IntArray
    """Residents' time asked for, in thousandths."""
    digital: IntArray
    """1 where digital literacy counts: all but low-tech."""
    novel: IntArray
    """1 for high-tech, whose newness pleases for a while."""
    leaning: IntArray
    """Its vision, one-hot: cards by leanings."""
    build: IntArray
    """Rounds between the decision and the opening, the way of deciding aside."""
    cost: IntArray
    upkeep: IntArray
    private: IntArray
    """Share of the cost that investors pay at the start, in thousandths of a %."""


@frozen(eq=False)
class Uptake:
    """What makes people take up an intervention, in whole numbers (model.md, equation 5)."""

    base: int
    least: int
    fit: int
    cells: IntArray
    """Where trust and digital literacy stand; what they are compared with, and what a point of each is worth."""
    neutral: IntArray
    rates: IntArray
    novelty: IntArray
    """The pull of the new, by the round of the decision."""
    civic_capacity: int
    civic_penalty: int


@frozen(eq=False)
class Groups:
    """The groups in whole numbers; weights by indicator (or variable) and group, negative where more is worse."""

    ids: tuple[GroupId, ...]
    leave: IntArray
    restriction: IntArray
    local: IntArray
    city: IntArray
    inverted: IntArray
    """Sum of the weights that count 100 - x."""


@frozen(eq=False)
class Model:
    """Everything the dynamics read, in whole numbers.

    `people` counts thousandths of a % of the city's people, by district and group; `weights` the same by district and
    `whole` in all. `first_cells` gives an indicator's cell in the first district, or a variable's only cell.
    """

    scenario: Scenario
    rules: Rulebook
    districts: tuple[DistrictId, ...]
    indicators: tuple[IndicatorId, ...]
    variables: tuple[IndicatorId, ...]
    first_cells: Mapping[IndicatorId, int]
    base: IntArray
    people: IntArray
    weights: IntArray
    whole: int
    groups: Groups
    cards: Cards
    uptake: Uptake
    channels: Channels
    pressures: Held
    practices: Held
    effects: Lines
    shock_effects: ShockLines
    crossings: Crossings
    links: Links
    reach: IntArray
    """Strength of an effect, in %: by chosen district + 1 (0: none), and column."""
    saturation: Table
    adoption: Table
    interventions: Mapping[InterventionId, Intervention]
    shocks: Mapping[ShockId, Shock]
    """In the order they are drawn."""
    procedures: Mapping[ProcedureId, Procedure]
    gauge_weights: Mapping[HeadlineId, IntArray]
    """What each indicator weighs in a gauge, in %."""
    ecological: IntArray
    """Cells of the ecology gauge."""
    base_means: IntArray = field(init=False)
    """City-wide levels of the indicators at the start."""
    all_gauge_weights: IntArray = field(init=False)
    """`gauge_weights` side by side: indicators by gauges."""
    base_gauges: Mapping[HeadlineId, int] = field(init=False)
    """The gauges at the start."""
    room: IntArray = field(init=False)
    """The room each cell has above its start, then below it: `(2, cells)`."""

    @base_means.default
    def _starting_means(self) -> IntArray:
        return self.means(self.base)

    @all_gauge_weights.default
    def _side_by_side(self) -> IntArray:
        return np.stack(list(self.gauge_weights.values()), axis=-1)

    @base_gauges.default
    def _starting_gauges(self) -> dict[HeadlineId, int]:
        levels = quotient(self.base_means @ self.all_gauge_weights, 100).tolist()
        return dict(zip(self.gauge_weights, levels, strict=True))

    @room.default
    def _room(self) -> IntArray:
        return np.stack([FULL - self.base, self.base])

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

    def local(self, values: IntArray) -> IntArray:
        """Returns the cells of the districts as `(..., districts, indicators)`, without the city's variables."""
        count = len(self.districts) * len(self.indicators)
        return values[..., :count].reshape(*values.shape[:-1], len(self.districts), len(self.indicators))

    def means(self, values: IntArray) -> IntArray:
        """Returns the city-wide levels `(..., indicators)`: means over the people who lived there at the start."""
        return quotient((self.local(values) * self.weights[:, None]).sum(axis=-2), self.whole)

    def mean_of(self, values: IntArray, indicator: IndicatorId) -> IntArray:
        """Returns the city-wide levels `(...)` of one indicator, or of a variable of the city."""
        first, step = self.first_cells[indicator], len(self.indicators)
        if first >= step:
            return values[..., first]
        column = values[..., first : step * len(self.districts) : step]
        return quotient((column * self.weights).sum(axis=-1), self.whole)

    def mean(self, values: IntArray, indicator: IndicatorId) -> int:
        """Returns the city-wide level of an indicator in one city, in milli-points."""
        return int(self.mean_of(values, indicator))
