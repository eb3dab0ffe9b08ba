"""The cells of a city: which place stands for an indicator in a district, or for a variable of the whole city."""

from functools import cached_property

from attrs import frozen

from game.content.cards import Scenario
from game.content.rulebook import CityVariable, Indicator, Rulebook
from game.content.shapes import HeadlineId, IndicatorId


@frozen
class Cells:
    """Finds the cells that names stand for."""

    scenario: Scenario
    rules: Rulebook

    @cached_property
    def indicators(self) -> tuple[IndicatorId, ...]:
        """What is measured district by district, in the order of the rules."""
        return tuple(indicator.id for indicator in self.rules.indicators)

    @cached_property
    def variables(self) -> tuple[IndicatorId, ...]:
        """What the whole city has one of, in the order of the rules."""
        return tuple(variable.id for variable in self.rules.city_variables)

    @cached_property
    def entries(self) -> dict[IndicatorId, Indicator | CityVariable]:
        """Both by their names."""
        entries: tuple[Indicator | CityVariable, ...] = (*self.rules.indicators, *self.rules.city_variables)
        return {entry.id: entry for entry in entries}

    def of(self, name: IndicatorId) -> list[int]:
        """Returns the cells of an indicator, district by district, or the one cell of a variable of the city."""
        return self._places[name]

    @cached_property
    def _places(self) -> dict[IndicatorId, list[int]]:
        count, columns = len(self.scenario.city.districts), len(self.indicators)
        local = {name: [d * columns + k for d in range(count)] for k, name in enumerate(self.indicators)}
        return local | {name: [count * columns + place] for place, name in enumerate(self.variables)}

    @cached_property
    def headlines(self) -> dict[IndicatorId, HeadlineId]:
        """The gauge that each indicator counts for."""
        return {indicator.id: indicator.headline for indicator in self.rules.indicators}
