"""What each kind of district is built of and planted with, and what another sky makes of it. Pure: no pygame."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from attrs import evolve, field, frozen


def mixed(colour: str, other: str, share: float) -> str:
    """Returns a colour with a share of another in it."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


@frozen
class Fabric:
    """What a kind of district is made of. Lengths are drawing units."""

    ground: str
    lot: tuple[float, float]
    heights: tuple[float, float]
    cover: float
    trees: float
    walls: tuple[str, ...]
    roofs: tuple[str, ...]
    shape: str
    sorts: tuple[str, ...] = ("round", "round", "pine")
    fill: float = 0.78
    core: float = 0.0
    """How much taller the middle of the district is."""


TILES: Final = ("#C9704C", "#D07F58", "#BF6445", "#D98F68", "#B95F46")
OCHRES: Final = ("#F2D6A4", "#EBBF94", "#F4CBA6", "#E6AE92", "#F6E4C4", "#EFD0B4")

FABRICS: Final[dict[str, Fabric]] = {
    "downtown": Fabric("#E7E5E6", (37, 33), (20, 74), 0.88, 0.14, ("#C3CBD9", "#A9B5CA", "#8E9EBB", "#DAD3C8"),
                       ("#EEF0F5", "#E3E6EE"), "flat", ("round",), 0.8, 0.55),
    "old": Fabric("#F1E6D6", (25, 23), (14, 28), 0.9, 0.1, OCHRES, TILES, "gable", ("round", "cypress"), 0.84),
    "residential": Fabric("#E5EED8", (31, 27), (11, 20), 0.62, 0.34, ("#F3E6D2", "#EDDCC2", "#F8EFE2", "#E9D3BC"),
                          TILES, "gable", ("round", "round", "pine"), 0.72),
    "hillside": Fabric("#DCE8C6", (46, 40), (10, 16), 0.62, 0.5, ("#FAF3E7", "#F3E2CB", "#F7EAD9"), TILES, "gable",
                       ("pine", "cypress", "olive", "olive"), 0.58),
    "industry": Fabric("#E6E2DC", (56, 40), (14, 24), 0.76, 0.07, ("#C2BBB1", "#ADA79F", "#CDC0AE", "#B5BAC0"),
                       ("#93A0AC", "#A5AFB8", "#B9B2A8"), "saw", ("round",), 0.78),
    "campus": Fabric("#DFEBDB", (50, 38), (14, 32), 0.52, 0.42, ("#D3DAE3", "#C1CCD9", "#E0D2C1", "#D8DCE0"),
                     ("#F2F4F7", "#E8ECEF"), "flat", ("round", "pine"), 0.74),
    "park": Fabric("#CFE6BC", (44, 44), (9, 12), 0.04, 0.62, ("#F3E6D2",), TILES, "gable",
                   ("round", "round", "pine"), 0.5),
    "new": Fabric("#E4ECE6", (44, 36), (24, 50), 0.74, 0.24, ("#F1F3F4", "#DCE6EA", "#EADFD2", "#CFDCE2"),
                  ("#A9CC8C", "#EEF1F3", "#9CC281"), "flat", ("round",), 0.74, 0.3),
    "port": Fabric("#E2DFDA", (60, 38), (12, 20), 0.6, 0.05, ("#C9B9A6", "#B7B4AE", "#D2C4B2"),
                   ("#8FA0AE", "#A9B1B7", "#C38B6A"), "saw", ("palm",), 0.76),
}  # fmt: skip
PLAIN: Final = FABRICS["residential"]


@frozen
class Climate:
    """What differs from the shores that the fabrics were drawn for."""

    sorts: Mapping[str, str] = field(factory=dict)
    """Which tree stands in the place of another."""
    trees: float = 1.0
    """How many trees there are, of those that would stand."""
    tint: str = "#FFFFFF"
    share: float = 0.0
    """How much of the tint is in the ground."""
    beyond: str = "#DDE8C8"
    """The country round the city."""

    def sort(self, sort: str) -> str:
        """Returns the tree that stands in the place of one of that sort."""
        return self.sorts.get(sort, sort)


CLIMATES: Final[Mapping[str, Climate]] = {
    "mild": Climate(),
    "northern": Climate(
        {"palm": "fir", "pine": "fir", "cypress": "fir", "olive": "round"}, 1.15, "#C9DCCB", 0.3, "#CFDFC9"
    ),
    "desert": Climate(
        {"round": "palm", "pine": "palm", "cypress": "olive"}, 0.3, "#E8CF9F", 0.62, "#EBD7AC"
    ),
}  # fmt: skip


@cache
def fabric_of(kind: str, climate: str) -> Fabric:
    """Returns what a kind of district is made of under a climate."""
    fabric, sky = FABRICS.get(kind, PLAIN), CLIMATES[climate]
    return evolve(
        fabric,
        ground=mixed(fabric.ground, sky.tint, sky.share),
        trees=fabric.trees * sky.trees,
        sorts=tuple(sky.sort(sort) for sort in fabric.sorts),
    )
