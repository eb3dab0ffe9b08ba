"""What is allowed and still deserves a second look: warnings are told with their place and refuse nothing.

Pure, like the checks; takes content that has no fault.
"""

from collections.abc import Collection, Iterator
from typing import Final

from attrs import field, frozen

from game.content.cards import Confidence, DataKind, Intervention, Scenario
from game.content.claims import Reference
from game.content.faults import Fault, Steps
from game.content.lint_names import lint_names
from game.content.lint_plain import lint_plain, long_sentences
from game.content.loops import STEADY, feedback, felt, loop_named, pulls_at_most, strongest_loop
from game.content.names import INDICATORS, VARIABLES
from game.content.overlaps import lint_map
from game.content.rulebook import CityVariable, Coupling, Indicator, Rulebook, Vision, Visions

COHERENCE: Final = "coherence"
LIVED: Final = "lived"
DISPLACED: Final = "displaced"
RESTRICTION: Final = "restriction"
AFFORDABILITY: Final = "affordability"


def lint_scenario(scenario: Scenario, rules: Rulebook) -> list[Fault]:
    """Returns the warnings about a sound scenario."""
    faults: list[Fault] = [*lint_names(scenario), *lint_plain(scenario), *lint_map(scenario.city)]
    for position, challenge in enumerate(scenario.challenges):
        for place, answer in enumerate(challenge.answers):
            steps: Steps = ("challenges", position, "answers", place)
            faults += _unnamed_sets(answer, rules, steps)
            faults += _to_fill_in(answer, steps)
            for number, effect in enumerate(answer.effects):
                at = (*steps, "effects", number, "points")
                faults += _first_order(rules, effect.indicator, effect.points, at)
    return faults


def _unnamed_sets(answer: Intervention, rules: Rulebook, steps: Steps) -> Iterator[Fault]:
    """Yields a warning where data about people feed no combination, since nobody says which they are."""
    if answer.data.kind is DataKind.PERSONAL and not answer.data.sets and rules.data_sets:
        yield Fault((*steps, "data"), "no_sets", {"known": tuple(each.id for each in rules.data_sets)}, on_key=True)


def _to_fill_in(answer: Intervention, steps: Steps) -> Iterator[Fault]:
    """Yields a warning where every effect of an answer only holds the place of one that nobody has thought about."""
    if all(effect.confidence is Confidence.PLACEHOLDER for effect in answer.effects):
        yield Fault((*steps, "effects"), "to_fill_in", {"found": answer.id}, on_key=True)


def lint_reference(reference: Reference, rules: Rulebook) -> list[Fault]:
    """Returns the warnings about a sound reference city."""
    return [
        fault
        for name, card in reference.cards.items()
        for indicator, points in card.effects.items()
        for fault in _first_order(rules, indicator, points, ("cards", name, "effects", indicator))
    ]


def lint_rulebook(rules: Rulebook, reference: Reference) -> list[Fault]:
    """Returns the warnings about sound rules, beside the cards they are tried with."""
    return [
        *_dead_links(rules, reference),
        *_runaway(rules),
        *lint_visions(rules.visions),
        *long_sentences(rules.shocks, ("shocks",)),
    ]


def _first_order(rules: Rulebook, indicator: str, points: float, steps: Steps) -> Iterator[Fault]:
    entries: tuple[Indicator | CityVariable, ...] = (*rules.indicators, *rules.city_variables)
    entry = next(each for each in entries if each.id == indicator)
    if entry.first_order == "none" and points:
        yield Fault(steps, "never_first_order", {"name": indicator}, "leave_to_links")
    elif entry.first_order == "gain" and points and (points > 0) != (entry.good == "up"):
        yield Fault(steps, "harm_first_order", {"name": indicator, "points": points}, "leave_to_links")


@frozen
class Reach:
    """What may rise above its start, and what may fall below it."""

    up: set[str] = field(factory=set)
    down: set[str] = field(factory=set)

    def push(self, name: str, points: float) -> None:
        """Notes that something pushes a level one way."""
        if points:
            (self.up if points > 0 else self.down).add(name)

    def started(self, link: Coupling) -> tuple[bool, bool]:
        """Tells whether a link is ever started by a rise of its cause, and by a fall."""
        return (
            link.when != "below" and link.from_ in self.up,
            link.when != "above" and link.from_ in self.down,
        )


def reach_of(rules: Rulebook, reference: Reference) -> Reach:
    """Returns which levels can leave their start, and which way, through everything that pushes them."""
    reach = Reach({COHERENCE}, {COHERENCE})
    pushed = [card.effects for card in reference.cards.values()]
    pushed += [procedure.practice for procedure in rules.procedures]
    pushed += [pressure.per_round for pressure in rules.pressures]
    for name, points in (entry for each in pushed for entry in each.items()):
        reach.push(name, points)
    if any(card.restriction for card in reference.cards.values()):
        reach.up.add(RESTRICTION)
    before = -1
    while before < len(reach.up) + len(reach.down):
        before = len(reach.up) + len(reach.down)
        _spread(reach, rules)
    return reach


def _spread(reach: Reach, rules: Rulebook) -> None:
    """Sends what is reached one step on, through links, feelings and departures."""
    for link in rules.couplings:
        by_rise, by_fall = reach.started(link)
        reach.push(link.to, link.per10 if by_rise else 0)
        reach.push(link.to, -link.per10 if by_fall else 0)
    for group in rules.groups:
        if AFFORDABILITY in reach.down and group.leave.value:
            reach.up.add(DISPLACED)
        for name in (name for name, weight in group.weights.items() if weight):
            plain, way = name.removeprefix("-"), -1 if name.startswith("-") else 1
            reach.push(LIVED, way if plain in reach.up else 0)
            reach.push(LIVED, -way if plain in reach.down else 0)
    if RESTRICTION in reach.up or DISPLACED in reach.up:
        reach.down.add(LIVED)


def _dead_links(rules: Rulebook, reference: Reference) -> Iterator[Fault]:
    reach, used = reach_of(rules, reference), read_names(rules, reference)
    for position, link in enumerate(rules.couplings):
        steps: Steps = ("couplings", position)
        if not link.per10:
            yield Fault((*steps, "per10"), "mute_link", {"name": link.id}, "wake_or_delete")
        elif link.from_ not in reach.up | reach.down:
            yield Fault((*steps, "from"), "still_cause", {"name": link.from_}, "wake_or_delete")
        elif not any(reach.started(link)):
            rule = "never_above" if link.when == "above" else "never_below"
            yield Fault((*steps, "when"), rule, {"name": link.from_}, "wake_or_delete")
        if link.to not in used:
            yield Fault((*steps, "to"), "unread_effect", {"name": link.to}, "read_or_delete")


def read_names(rules: Rulebook, reference: Reference) -> set[str]:
    """Returns every level that something reads: gauges, people, links, equations, visions, rankings, conditions."""
    used = {*INDICATORS, *VARIABLES}
    used |= {indicator.id for indicator in rules.indicators if indicator.weight}
    for weights in (*(group.weights for group in rules.groups), *(each.weights for each in rules.dimensions)):
        used |= {name.removeprefix("-") for name, weight in weights.items() if weight}
    used |= {name for link in rules.couplings for name in (link.from_, link.damped_by) if name and link.to != name}
    used |= {axis.of for axis in rules.visions.axes}
    used |= {gate.of for vision in rules.visions.prototypes for gate in vision.gates}
    used |= {name for card in reference.cards.values() for name in card.requires}
    return used


def _runaway(rules: Rulebook) -> Iterator[Fault]:
    """Yields a warning where links at the strong ends of their ranges would feed back too much."""
    pulls = pulls_at_most(rules.couplings, rules.dynamics.damping_most.value) + felt(rules.groups)
    radius = feedback(pulls)
    if radius >= STEADY:
        loop = loop_named(strongest_loop(pulls))
        first = next(place for place, link in enumerate(rules.couplings) if link.id in loop)
        values = {"found": round(radius, 2), "most": STEADY, "loop": loop}
        yield Fault(("couplings", first, "from"), "runaway_range", values, "narrow_range")


def lint_visions(visions: Visions) -> Iterator[Fault]:
    """Yields a warning for each vision that no city can be told to be."""
    for position, vision in enumerate(visions.prototypes):
        steps: Steps = ("visions", "prototypes", position)
        closed = [*_apart(vision, steps), *_beyond(visions, vision, steps)]
        yield from closed
        if not closed:
            yield from _far(visions, vision, steps)


def _apart(vision: Vision, steps: Steps) -> Iterator[Fault]:
    """Yields a warning where two gates of a vision ask for a level that can't be."""
    for place, gate in enumerate(vision.gates):
        for other in vision.gates[:place]:
            low, high = max(gate.low, other.low), min(gate.high, other.high)
            if gate.of == other.of and low > high:
                values = {"of": gate.of, "low": low, "high": high}
                yield Fault((*steps, "gates", place, "of"), "gates_apart", values, "move_gate")


def _beyond(visions: Visions, vision: Vision, steps: Steps) -> Iterator[Fault]:
    """Yields a warning where a gate asks for more, or less, than cities of the game reach."""
    axes = {axis.of: axis for axis in visions.axes}
    for place, gate in enumerate(vision.gates):
        axis = axes.get(gate.of)
        if axis is not None and (gate.low > axis.high or gate.high < axis.low):
            asked = gate.low if gate.low > axis.high else gate.high
            values = {"asked": asked, "of": gate.of, "low": axis.low, "high": axis.high}
            yield Fault((*steps, "gates", place, "of"), "gate_beyond", values, "move_gate")


def _far(visions: Visions, vision: Vision, steps: Steps) -> Iterator[Fault]:
    """Yields a warning where a vision's gates keep every city too far from its own place."""
    gaps = []
    for axis in visions.axes:
        wanted = vision.place[axis.of]
        allowed = wanted
        for gate in (gate for gate in vision.gates if gate.of == axis.of):
            low, high = (_scaled(end, axis.low, axis.high) for end in (gate.low, gate.high))
            allowed = min(max(allowed, low), high)
        gaps.append(abs(allowed - wanted))
    nearest, most = sum(gaps) / len(gaps), visions.patchwork_over.value
    if nearest > most:
        values = {"nearest": round(nearest, 1), "most": most}
        yield Fault((*steps, "gates"), "vision_far", values, "move_gate", on_key=True)


def _scaled(level: float, low: float, high: float) -> float:
    return min(100.0, max(0.0, 100 * (level - low) / (high - low)))


def unreached(visions: Visions, reached: Collection[str], games: int) -> list[Fault]:
    """Returns a warning for each vision that none of so many games came to."""
    return [
        Fault(("visions", "prototypes", position, "id"), "vision_unreached", {"name": vision.id, "games": games})
        for position, vision in enumerate(visions.prototypes)
        if vision.id not in reached
    ]
