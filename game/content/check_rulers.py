"""Checks the rulers that a session is measured by: each names a vision and levels there are, and weighs to 100 %."""

from collections.abc import Iterator

from game.content.faults import Fault
from game.content.names import Names, names_of, unknown
from game.content.rulebook import Rulebook


def check_rulers(rules: Rulebook) -> Iterator[Fault]:
    """Yields everything that is wrong with the visions' rulers and with what a room may weigh."""
    names, visions = names_of(rules), tuple(vision.id for vision in rules.visions.prototypes)
    for position, ruler in enumerate(rules.rulers.visions):
        yield from unknown("vision", ruler.vision, visions, ("rulers", "visions", position, "vision"))
        yield from _weights(rules, names, position)
    for position, name in enumerate(rules.rulers.room):
        yield from unknown("level", name.removeprefix("-"), names.levels, ("rulers", "room", position))


def _weights(rules: Rulebook, names: Names, position: int) -> Iterator[Fault]:
    weights, steps = rules.rulers.visions[position].weights, ("rulers", "visions", position, "weights")
    for name, weight in weights.items():
        yield from unknown("level", name.removeprefix("-"), names.levels, (*steps, name), on_key=True)
        yield from unknown("source", weight.source, rules.sources, (*steps, name, "source"))
        if not weight.low <= weight.value <= weight.high:
            values = {"found": weight.value, "low": weight.low, "high": weight.high}
            yield Fault((*steps, name, "value"), "out_of_range", values)
    total = round(sum(weight.value for weight in weights.values()))
    if total != 100:
        yield Fault(steps, "weight_sum", {"total": total}, on_key=True)
