"""What a table may see of its city, and when: a scenario's `reveals`, and those of the rules where it says nothing."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Final, Literal

from attrs import frozen

from game.content.shapes import About, Between, Count, StakeholderId

EVERYONE: Final = "everyone"
DEBRIEF: Final = "debrief"
VISIONS: Final = "visions"
"""Where the city stands among the visions."""
DIMENSIONS: Final = "dimensions"
"""The six dimensions of smart-city rankings."""


@frozen
class Reveal:
    """A level of the city, who may see it, and from when; everyone sees everything at the debrief."""

    of: Annotated[str, About("a level (lived, equity, dependency, a gauge, a group…), `visions` or `dimensions`")]
    to: Annotated[
        Literal["everyone"] | Annotated[tuple[StakeholderId, ...], Count(1, 16)],
        About("`everyone`, or the seats that see it for themselves"),
    ] = "everyone"
    from_round: Annotated[
        Literal["debrief"] | Annotated[int, Between(1, 12)],
        About("the first round in which it shows; `debrief`: not before the end"),
    ] = 1


def by_level(scenario: Iterable[Reveal], rules: Iterable[Reveal]) -> Mapping[str, tuple[Reveal, ...]]:
    """Returns the reveals of each level: the scenario's own where it says anything of it, else those of the rules."""
    said: dict[str, tuple[Reveal, ...]] = {}
    for reveal in scenario:
        said[reveal.of] = (*said.get(reveal.of, ()), reveal)
    return {reveal.of: (reveal,) for reveal in rules} | said
