"""The ground a scenario is played on: the map, its districts, who lives there, and where each level starts."""

from collections.abc import Mapping
from typing import Annotated, Literal

from attrs import frozen

from game.content.shapes import About, Between, Count, DistrictId, GroupId, IndicatorId, Level, Line, Title

Point = tuple[float, float]


@frozen
class River:
    """A line across the map."""

    width: Annotated[float, Between(4, 400)]
    points: Annotated[tuple[Point, ...], Count(2, 40)]


@frozen
class District:
    """A part of the city: its place on the map, who lives there, where it starts."""

    id: DistrictId
    name: Title
    about: Line
    kind: Literal["downtown", "old", "residential", "hillside", "industry", "campus", "park", "new", "port"]
    angle: Annotated[float, Between(-90, 90), About("how its streets are turned, in degrees")]
    polygon: Annotated[tuple[Point, ...], Count(3, 40)]
    population: Annotated[
        Mapping[GroupId, Annotated[float, Between(0, 100)]], About("share of the whole city's people, in %")
    ]
    base: Annotated[Mapping[IndicatorId, Level], About("where each indicator of the district starts")]


@frozen
class City:
    """The map and the starting point."""

    name: Title
    size: Annotated[Point, About("width and height of the map's coordinates")]
    seed: Annotated[int, Between(0, 1_000_000), About("draws the houses; same seed, same map")]
    start: Annotated[Mapping[IndicatorId, Level], About("where each variable of the whole city starts")]
    districts: Annotated[tuple[District, ...], Count(2, 12)]
    river: River | None = None
    sea: Annotated[tuple[Point, ...], About("the outline of the sea, if any")] = ()
    climate: Annotated[
        Literal["mild", "northern", "desert"], About("what grows there on the map: trees and ground; it moves nothing")
    ] = "mild"
    inhabitants: Annotated[
        int | None, Between(100, 50_000_000), About("how many people live there; shares are told as numbers of people")
    ] = None
