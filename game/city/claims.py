"""The claims put to the test on the reference city: what each run gives, and by how much it holds or fails."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from game.city.compiling import compiled
from game.city.exact import divided, milli
from game.city.model import Model
from game.city.reference import course, scenario_of
from game.city.state import CityState
from game.city.yardstick import Seen, reading
from game.content.check_claims import numbers
from game.content.claims import (
    EVERYWHERE,
    BareCard,
    Bound,
    Change,
    Claims,
    Comparison,
    Reference,
    Run,
    Voice,
    Way,
)
from game.content.rulebook import Rulebook
from game.content.shapes import ChallengeId, IndicatorId, InterventionId, Text

UNTOUCHED = Run()
"""The path where nothing is decided."""


@frozen
class Finding:
    """One claim, link or card, and by how much it holds, in thousandths; None where it is too long to try here."""

    name: str
    describe: Text
    margin: int | None
    note: Text | None = None
    said_by: tuple[Voice, ...] = ()

    @property
    def holds(self) -> bool:
        """Tells whether the rules agree with it."""
        return self.margin is None or self.margin > 0


@frozen
class Course:
    """A run as far as it has been played; it is played further when a later round is asked for."""

    model: Model
    rounds: Iterator[CityState]
    played: list[CityState] = field(factory=list)

    def at(self, round_: int) -> CityState:
        """Returns the city at the end of a round; 0 is its start."""
        while len(self.played) <= round_:
            self.played.append(next(self.rounds))
        return self.played[round_]


@frozen
class Lab:
    """A reference city under some rules; it plays each run once and keeps it."""

    reference: Reference
    rules: Rulebook
    averages: Mapping[str, tuple[IndicatorId, ...]] = field(factory=dict)
    models: dict[str, Model] = field(factory=dict)
    courses: dict[str, Course] = field(factory=dict)

    def course(self, run: Run, path: str) -> Course:
        """Returns a run along one path."""
        way = way_of(self.reference, run, path)
        key = repr((way, run.erase, run.set, run.change))
        if key not in self.courses:
            model = self.model(run)
            self.courses[key] = Course(model, course(model, way, self.reference.order))
        return self.courses[key]

    def model(self, run: Run) -> Model:
        """Returns the model of a run: its rules, its cards, without the links it erases."""
        key = repr((run.erase, run.set, run.change))
        if key not in self.models:
            rules = _reset(self.rules, run.set)
            couplings = tuple(link for link in rules.couplings if link.id not in run.erase)
            scenario = scenario_of(_changed(self.reference, run.change))
            self.models[key] = compiled(scenario, evolve(rules, couplings=couplings))
        return self.models[key]

    def readings(self, run: Run, at: int, expression: str) -> list[int]:
        """Returns what each path of a run reads at the end of a round."""
        return [self._reading(run, path, at, expression) for path in run.paths or (run.path,)]

    def _reading(self, run: Run, path: str, at: int, expression: str) -> int:
        found = self.course(run, path)
        untouched = self.course(UNTOUCHED, UNTOUCHED.path).at(at)
        return reading(Seen(found.model, found.at(at), untouched, self.averages), expression)


def way_of(reference: Reference, run: Run, path: str) -> Way:
    """Returns the way a run takes on one path: the path's own, with what the run does otherwise."""
    way = reference.paths[path]
    takes = {need: tech for need, tech in way.takes.items() if need not in run.drop}
    for card in run.add:
        need, _, tech = card.partition(".")
        takes[ChallengeId(need)] = tech  # type: ignore[assignment]  # the name of a card that the checks know
    focus = run.focus or way.focus
    return Way(
        procedure=run.procedure or way.procedure,
        takes=takes,
        order=run.order or way.order,
        focus=None if focus == EVERYWHERE else focus,
        procedures={} if run.procedure else way.procedures,
    )


def _changed(reference: Reference, changes: Mapping[InterventionId, Change]) -> Reference:
    altered = {name: _altered(reference.cards[name], change) for name, change in changes.items()}
    return evolve(reference, cards={**reference.cards, **altered})


def _altered(card: BareCard, change: Change) -> BareCard:
    return evolve(card, effects={**card.effects, **change.effects}, data=change.data or card.data)


def _reset(rules: Rulebook, values: Mapping[str, float]) -> Rulebook:
    """Returns the rules with some numbers set, out of their range if need be."""
    for place, value in values.items():
        part, _, name = place.partition(".")
        whole = getattr(rules, part)
        rules = evolve(rules, **{part: evolve(whole, **{name: evolve(numbers(rules)[place], value=value)})})
    return rules


def tried(reference: Reference, rules: Rulebook, claims: Claims) -> tuple[Finding, ...]:
    """Returns what becomes of each claim of the paper."""
    lab = Lab(reference, rules, claims.averages)
    return (
        *(
            Finding(check.claim, check.describe, margin(lab, check.comparisons), said_by=check.said_by)
            for check in claims.checks
        ),
        *(Finding(each.claim, each.describe, None, each.found, each.said_by) for each in claims.explored),
    )


def margin(lab: Lab, comparisons: Iterable[Comparison]) -> int:
    """Returns by how much the tightest of all expectations holds; 0 or less where one fails."""
    return min(
        _beyond(difference, bound)
        for comparison in comparisons
        for expression, bound in comparison.expect.items()
        for difference in _differences(lab, comparison, expression)
    )


def _differences(lab: Lab, comparison: Comparison, expression: str) -> list[int]:
    run, against = comparison.run, comparison.against
    mine = lab.readings(run, comparison.at if run.at is None else run.at, expression)
    others = [0]
    if against is not None:
        others = lab.readings(against, comparison.at if against.at is None else against.at, expression)
    if comparison.taken == "mean":
        mine, others = ([divided(sum(levels), len(levels))] for levels in (mine, others))
    return [level - other for level in mine for other in others]


def _beyond(difference: int, bound: Bound) -> int:
    above = [] if bound.gt is None else [difference - milli(bound.gt)]
    below = [] if bound.lt is None else [milli(bound.lt) - difference]
    return min(above + below)
