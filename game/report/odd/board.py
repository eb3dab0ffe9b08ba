"""What the description of the model is written from: the rules, the reference city, and the paths played through it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from attrs import frozen

from game.city.alone import alone_tried
from game.city.claims import Finding, Lab, tried
from game.city.model import Model
from game.city.scoring import level_of
from game.city.state import CityState
from game.content.claims import Claims, Reference, Run
from game.content.rulebook import Coupling, Headline, Reading, Rulebook
from game.report.figures import HeadlineId, Series
from game.wording.links import measures, weighed
from game.wording.words import Words

ROUNDS: Final = 12
"""Rounds of each path, as in the prototype that the trajectories are compared with."""
VISIONS: Final = {
    "business": "digital_business", "ecotechno": "eco_techno", "ecolife": "eco_life", "human": "ethic_human",
    "jail": "jail_city", "symbiotic": "symbiotic",
}  # fmt: skip
"""The path that is named after each vision; the seventh is the one where nothing is decided."""
PATHS: Final = ("nothing", *VISIONS)
GAUGES: Final[tuple[HeadlineId, ...]] = ("economy", "ecology", "surveillance", "quality", "lived")


@frozen(slots=False)
class Board:
    """The rules and what they do to the reference city."""

    rules: Rulebook
    reference: Reference
    claims: Claims

    @cached_property
    def _lab(self) -> Lab:
        return Lab(self.reference, self.rules, self.claims.averages)

    @cached_property
    def tried(self) -> tuple[Finding, ...]:
        """What becomes of each claim."""
        return tried(self.reference, self.rules, self.claims)

    @cached_property
    def alone(self) -> tuple[list[Finding], list[Finding]]:
        """What each link and each card does alone."""
        return alone_tried(self.reference, self.rules, self.claims)

    @cached_property
    def courses(self) -> Mapping[str, tuple[CityState, ...]]:
        """The city at its start and after each round, for each path."""
        return {path: tuple(self._lab.course(Run(path), path).at(k) for k in range(ROUNDS + 1)) for path in PATHS}

    @cached_property
    def model(self) -> Model:
        """The compiled rules that the paths are played under."""
        return self._lab.model(Run())

    def series(self, path: str, words: Words) -> tuple[Series, ...]:
        """Returns the four gauges and lived quality along a path."""
        names = measures(self.rules, words)
        judged: tuple[Headline | Reading, ...] = (*self.rules.headlines, *self.rules.readings)
        good = {str(each.id): each.good for each in judged}
        return tuple(
            Series(of, names[of], good[of], tuple(level_of(self.model, city, of) for city in self.courses[path]))
            for of in GAUGES
        )

    def strongest(self, link: Coupling) -> tuple[str, int]:
        """Returns the path on which a link weighs most in the last round, and what it makes of its effect there."""
        weights = {path: weighed(link, self.model, self.courses[path][-1]) for path in PATHS}
        path = max(PATHS, key=lambda each: abs(weights[each]))
        return path, weights[path]


def path_name(path: str, rules: Rulebook, words: Words) -> str:
    """Returns what a path is called: the vision it is named after."""
    if path not in VISIONS:
        return words.say("odd.path.nothing")
    return next(words.of(vision.name) for vision in rules.visions.prototypes if vision.id == VISIONS[path])
