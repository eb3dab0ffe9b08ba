"""What a list of reveals must hold beyond its shape: names that exist, and no line that changes nothing."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from game.content.cards import Scenario
from game.content.faults import Fault, Steps
from game.content.names import Names, unknown
from game.content.reveals import DEBRIEF, DIMENSIONS, EVERYONE, VISIONS, Reveal

LAST: Final = 12
"""The last round there can be; a later one is out of range, which is told already."""


def check_reveals(scenario: Scenario, names: Names) -> Iterator[Fault]:
    """Yields what is wrong with the reveals of a scenario."""
    seats = tuple(stakeholder.id for stakeholder in scenario.stakeholders)
    yield from _named(scenario.reveals, names)
    for position, reveal in enumerate(scenario.reveals):
        steps: Steps = ("reveals", position)
        if reveal.to != EVERYONE:
            for place, seat in enumerate(reveal.to):
                yield from unknown("stakeholder", seat, seats, (*steps, "to", place))
        if reveal.from_round != DEBRIEF and scenario.rounds < int(reveal.from_round) <= LAST:
            values = {"found": reveal.from_round, "rounds": scenario.rounds}
            yield Fault((*steps, "from_round"), "reveal_late", values, "write_debrief")
        yield from _idle(reveal, scenario.reveals[:position], scenario.reveals, steps)


def check_default_reveals(reveals: Sequence[Reveal], names: Names) -> Iterator[Fault]:
    """Yields what is wrong with the reveals of the rules, which know no seats."""
    yield from _named(reveals, names)
    for position, reveal in enumerate(reveals):
        steps: Steps = ("reveals", position)
        if reveal.to != EVERYONE:
            yield Fault((*steps, "to"), "reveal_seats_in_rules", {})
        elif reveal.of in {each.of for each in reveals[:position]}:
            yield Fault((*steps, "of"), "reveal_twice", {"found": reveal.of, "who": EVERYONE})


def _named(reveals: Sequence[Reveal], names: Names) -> Iterator[Fault]:
    known = (*names.levels, VISIONS, DIMENSIONS)
    for position, reveal in enumerate(reveals):
        yield from unknown("level", reveal.of, known, ("reveals", position, "of"))


def _idle(reveal: Reveal, before: Sequence[Reveal], every: Sequence[Reveal], steps: Steps) -> Iterator[Fault]:
    """Yields a fault for an audience told twice, or told no sooner than everyone is."""
    told = [who for other in before if other.of == reveal.of for who in audience(other)]
    for who in audience(reveal):
        if who in told:
            yield Fault((*steps, "to"), "reveal_twice", {"found": reveal.of, "who": who})
    open_to_all = [each for each in every if each.of == reveal.of and each.to == EVERYONE and each is not reveal]
    if reveal.to != EVERYONE and any(_sooner(each, reveal) for each in open_to_all):
        yield Fault((*steps, "from_round"), "reveal_idle", {"found": reveal.of})


def _sooner(one: Reveal, other: Reveal) -> bool:
    """Tells whether one reveal comes no later than another."""
    return other.from_round == DEBRIEF or (one.from_round != DEBRIEF and int(one.from_round) <= int(other.from_round))


def audience(reveal: Reveal) -> Collection[str]:
    """Returns the seats a reveal names, or `everyone` alone."""
    return (EVERYONE,) if reveal.to == EVERYONE else reveal.to
