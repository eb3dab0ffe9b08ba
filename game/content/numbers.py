"""Numbers of the rules that may be moved: each with its unit and its source, a single one with its range."""

from typing import Annotated

from attrs import frozen

from game.content.shapes import About, Count, SourceId


@frozen
class Coefficient:
    """A tunable number: its value, unit, the range it may be moved in, and where it comes from."""

    value: float
    unit: Annotated[str, About("points, %, rounds, M€, …")]
    low: float
    high: float
    source: SourceId


@frozen
class Curve:
    """A table function: straight lines between the points given."""

    points: Annotated[tuple[tuple[float, float], ...], Count(2, 20)]
    unit: str
    source: SourceId


@frozen
class ByTech:
    """One number for each tech level."""

    low: float
    mid: float
    high: float
    unit: str
    source: SourceId


@frozen
class ByData:
    """One number for each kind of data collected."""

    none: float
    aggregate: float
    personal: float
    unit: str
    source: SourceId
