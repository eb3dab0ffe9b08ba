"""A workshop being prepared: what was asked, the cities there are, and the plan as it stands."""

from collections.abc import Mapping
from typing import Any, Self

from attrs import evolve, field, frozen

from game.content.cards import Scenario
from game.content.lengths import FEWEST, MOST
from game.content.load import Loaded
from game.content.rulebook import Rulebook
from game.content.shapes import StakeholderId
from game.content.workshop import WorkshopPlan, check_plan
from game.planning.fitting import FEWEST_CHALLENGES, with_challenges
from game.planning.proposing import planned, proposed
from game.planning.wishes import Wishes, wishes_of


@frozen
class Draft:
    """What is on the screen; `city` is the one chosen by hand, "" for the one proposed; names are of those who sit."""

    rules: Rulebook
    cities: Mapping[str, Loaded]
    wishes: Wishes
    plan: WorkshopPlan
    city: str = ""
    names: Mapping[StakeholderId, str] = field(factory=dict)

    @property
    def scenario(self) -> Scenario:
        """Returns the city of the plan."""
        return self.cities[self.plan.scenario].scenario

    def reading(self, found: Mapping[str, Loaded]) -> Self:
        """Returns the draft with more cities to choose from."""
        return evolve(self, cities={**self.cities, **found})

    def wished(self, values: Mapping[str, Any]) -> Self:
        """Returns a draft proposed anew for other wishes; a city chosen by hand stays."""
        wishes = evolve(self.wishes, **{"debrief": None, **values}).within(self.rules.workshop)
        return evolve(self, wishes=wishes, plan=_proposal(self.rules, self.cities, wishes, self.city))

    def moved_to(self, city: str) -> Self:
        """Returns a draft of another city."""
        return evolve(self, city=city, plan=_proposal(self.rules, self.cities, self.wishes, city))

    def changed(self, values: Mapping[str, Any]) -> Self:
        """Returns the draft with some of its plan changed; what would not fit the time stays as it was."""
        plan = evolve(self.plan, **values)
        if next(iter(check_plan(plan, self.scenario, self.rules)), None) is not None:
            return self
        return evolve(self, plan=plan, wishes=wishes_of(plan))

    def asked(self, count: int) -> Self:
        """Returns the draft with so many challenges."""
        return self.changed({"agenda": with_challenges(self.scenario, self.rules, count)})

    def seated(self, seat: StakeholderId, people: int) -> Self:
        """Returns the draft with so many people on a seat."""
        return self.changed({"seats": {**self.plan.seats, seat: people}})

    def named(self, seat: StakeholderId, text: str) -> Self:
        """Returns the draft with the first names of those on a seat, as they are written."""
        return evolve(self, names={**self.names, seat: text})

    def holding(self, plan: WorkshopPlan, loaded: Loaded) -> Self:
        """Returns the draft of a plan that was kept."""
        cities = {**self.cities, plan.scenario: loaded}
        return evolve(self, cities=cities, plan=plan, wishes=wishes_of(plan), city=plan.scenario)

    @property
    def rounds(self) -> tuple[int, int]:
        """Returns the fewest and the most rounds that there is time for."""
        play = self.plan.parts(self.rules.workshop).play
        return FEWEST, min(MOST, int(play / sum(phase.minutes.low for phase in self.rules.phases)))

    @property
    def challenges(self) -> tuple[int, int]:
        """Returns the fewest and the most challenges that can be asked."""
        return FEWEST_CHALLENGES, len(with_challenges(self.scenario, self.rules, len(self.scenario.challenges)))

    @property
    def debriefs(self) -> tuple[int, int]:
        """Returns the shortest and the longest debrief."""
        workshop = self.rules.workshop
        return round(workshop.debrief_least.value), round(workshop.debrief_most.value)


def drafted(rules: Rulebook, cities: Mapping[str, Loaded]) -> Draft:
    """Returns a draft of what is asked for most: a workshop of 90 minutes, for the first time."""
    wishes = Wishes()
    return Draft(rules, cities, wishes, _proposal(rules, cities, wishes, ""))


def _proposal(rules: Rulebook, cities: Mapping[str, Loaded], wishes: Wishes, city: str) -> WorkshopPlan:
    if city:
        return evolve(planned(cities[city].scenario, rules, wishes), scenario=city)
    plan = proposed([each.scenario for each in cities.values()], rules, wishes)
    return evolve(plan, scenario=next(key for key, each in cities.items() if each.scenario.id == plan.scenario))
