"""What the rules on data and powers must hold beyond their shape: sets that exist, thresholds that don't flicker."""

from collections.abc import Collection, Iterator

from game.content.cards import DataCollected, DataKind
from game.content.faults import Fault, Steps
from game.content.names import Names, twice, unknown, unknown_icons
from game.content.rulebook import Rulebook
from game.content.shapes import DataSetId
from game.content.watching import LOSSES


def check_watching(rules: Rulebook, names: Names, icons: Collection[str] | None) -> list[Fault]:
    """Returns what is wrong with the data sets, their combinations and the powers they take."""
    return [
        *twice(rules.data_sets, ("data_sets",)),
        *twice(rules.combinations, ("combinations",)),
        *_combinations(rules, names),
        *_powers(rules, names, icons),
        *unknown_icons(rules.data_sets, ("data_sets",), icons),
        *unknown_icons(rules.combinations, ("combinations",), icons),
    ]


def _combinations(rules: Rulebook, names: Names) -> Iterator[Fault]:
    known = tuple(each.id for each in rules.data_sets)
    for position, combination in enumerate(rules.combinations):
        steps: Steps = ("combinations", position)
        yield from _known_sets(combination.of, known, (*steps, "of"))
        yield from twice(combination.effects, (*steps, "effects"))
        for place, effect in enumerate(combination.effects):
            yield from unknown("indicator", effect.indicator, names.cells, (*steps, "effects", place, "indicator"))


def _known_sets(named: tuple[DataSetId, ...], known: Collection[str], steps: Steps) -> Iterator[Fault]:
    for place, name in enumerate(named):
        yield from unknown("data_set", name, known, (*steps, place))
        if name in named[:place]:
            yield Fault((*steps, place), "duplicate_id", {"found": name})


def _powers(rules: Rulebook, names: Names, icons: Collection[str] | None) -> Iterator[Fault]:
    for loss in LOSSES:
        rule = getattr(rules.powers, loss)
        above, below = rule.above.value, rule.below.value
        if below >= above:
            yield Fault(("powers", loss, "below", "value"), "powers_flicker", {"found": below, "above": above})
        if icons is not None:
            yield from unknown("icon", rule.icon, icons, ("powers", loss, "icon"))
    for place, condition in enumerate(rules.powers.vanishing.answers):
        yield from unknown("indicator", condition.of, names.cells, ("powers", "vanishing", "answers", place, "of"))


def check_sets(data: DataCollected, rules: Rulebook, steps: Steps) -> Iterator[Fault]:
    """Yields what is wrong with the data sets that an answer says it records; `steps` lead to its `data`."""
    yield from _known_sets(data.sets, tuple(each.id for each in rules.data_sets), (*steps, "sets"))
    if data.sets and data.kind is DataKind.NONE:
        yield Fault((*steps, "sets"), "sets_without_data", on_key=True)
