"""By which rulers a session is measured: one for each vision of the paper, and what the room may weigh itself."""

from collections.abc import Mapping
from typing import Annotated

from attrs import frozen

from game.content.numbers import Coefficient
from game.content.shapes import About, Count, Line


@frozen
class Ruler:
    """What a vision looks at when it says that a city succeeds."""

    vision: str
    counts: Annotated[Line, About("what success is for it, in one sentence")]
    weights: Annotated[Mapping[str, Coefficient], About("in %, summing to 100; - inverts")]


@frozen
class Rulers:
    """The visions' own rulers, and how a room makes its own before it plays."""

    visions: Annotated[tuple[Ruler, ...], Count(1, 6)]
    room: Annotated[tuple[str, ...], Count(2, 8), About("what the room shares its points among; - inverts")]
    points: Annotated[Coefficient, About("points that the room shares out")]
    step: Annotated[Coefficient, About("points moved at a time")]
