"""What a debrief tells of the participants' maps of causes, as plain figures in one language.

Levels and changes are milli-points.
"""

from attrs import frozen

from game.city.apart import apart


@frozen
class Measure:
    """A measure that an arrow may touch, and the colour token of its family."""

    id: str
    name: str
    family: str


@frozen
class MapArrow:
    """An arrow of a map of causes: the ids of its ends, its strength, and what it says."""

    from_id: str
    to_id: str
    strength: int
    told: str


@frozen
class WallMap:
    """A map of causes as it hangs on the wall at the end."""

    moment: str
    author: str
    arrows: tuple[MapArrow, ...]


@frozen
class MapLevel:
    """A level as it was played, and as it would have been."""

    id: str
    name: str
    was: int
    would: int

    @property
    def change(self) -> int:
        """Returns how far the two lie apart, as they are read."""
        return apart(self.was, self.would)


@frozen
class MapWorld:
    """The session as it would have gone under a map."""

    name: str
    levels: tuple[MapLevel, ...]
    causes: tuple[tuple[str, int], ...]
    """What set the gauge that moved most apart, largest first."""
    moved: str
    """The name of that gauge."""
    visions: str
    note: str
    """That its arrows were held back, when they were."""


@frozen
class MapStory:
    """The maps of causes of a session: as drawn, what changed, beside the rules, and what the city would have been."""

    maps: tuple[WallMap, ...]
    measures: tuple[Measure, ...]
    changes: tuple[str, ...]
    """What changed from before the game to after it; empty unless there are two such maps."""
    common: str
    judged: str
    """The author and the moment of the map that is held against the rules and run."""
    agreed: tuple[str, ...]
    opposed: tuple[str, ...]
    ours: tuple[str, ...]
    rules_only: int
    worlds: tuple[MapWorld, ...]
