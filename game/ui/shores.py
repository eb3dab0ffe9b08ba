"""What a city looks like from the water: how its houses are painted and roofed, what grows there, what rises above.

Values only, in the colours of full day; the light of the hour is laid over them.
"""

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from game.ui.hours import between

if TYPE_CHECKING:  # the title is shown before any of this is read
    from game.content.ground import City


class Shore(NamedTuple):
    """One city's front, hills and water. Equal shores give equal pictures."""

    seed: int = 4
    """Draws towers, houses and trees; that of the title unless a city brings its own."""
    facades: tuple[str, ...] = ("#F2CFA0", "#EBB893", "#F6E0BC", "#E8A88C", "#F4D7B4", "#EFC5A0", "#F7E9D2")
    tiles: tuple[str, ...] = ("#C9704C", "#D07F58", "#BF6445")
    blinds: tuple[str, ...] = ("#5F8C86", "#6F93A8", "#7E9A6C", "#8A7F9C")
    roof: Literal["tiled", "steep", "flat"] = "tiled"
    tree: Literal["palm", "fir"] = "palm"
    ground: str = ""
    """The colour that its hills lean to; "" for those of the hour alone."""
    shrub: str = "#4C8259"
    """The colour of what grows on the hills."""
    stone: str = "#F4DFB9"
    """The walls of its bell tower and of its great hall."""
    spire: float = 52
    """How high the roof of the tower is; 0 for a flat one, with slits for the wind and no clock."""
    cap: str = "#C9704C"
    """The roof of the tower."""
    dome: str = "#7FA7A4"
    sea: bool = True
    """Whether the water is the sea, with dolphins and ships."""


SHORES: Final = {
    "mild": Shore(),
    "northern": Shore(
        facades=("#B4503F", "#D9A441", "#6E8B74", "#E9E3D6", "#8E4A3C", "#5F7F95", "#C98A5A"),
        tiles=("#4A5260", "#5B6470", "#6B4A42"), blinds=("#F4F1EA", "#E6E2D8"), roof="steep", tree="fir",
        ground="#7FA08C", shrub="#3F6B55", stone="#B9725A", spire=128, cap="#6FA58F",
    ),
    "desert": Shore(
        facades=("#E9CFA2", "#DDB884", "#F0DFC0", "#D6A878", "#E6C79A", "#F3E8D2"),
        tiles=("#D8B98C", "#CFAA7C"), blinds=("#3E8A92", "#7A5A3C", "#5E9AA0"), roof="flat",
        ground="#E3B27A", shrub="#7C9A5A", stone="#E8CFA4", spire=0, dome="#F4EFE2",
    ),
}  # fmt: skip
"""By the climate of the city."""


def shore_of(city: "City") -> Shore:
    """Returns the front of a city, drawn by the seed of its map."""
    return SHORES[city.climate]._replace(seed=city.seed, sea=bool(city.sea))


def leaning(colour: str, ground: str, share: float = 0.6) -> str:
    """Returns a colour that leans to that of the ground and stays as bright as it was.

    >>> leaning("#808080", "#FF8000"), leaning("#808080", "")
    ('#CC8033', '#808080')
    """
    if not ground:
        return colour
    light, own = (sum(between(each, each, 0)) for each in (colour, ground))
    mixed = (
        round(one * (1 - share) + min(255, other * light / own) * share)
        for one, other in zip(between(colour, colour, 0), between(ground, ground, 0), strict=True)
    )
    return "#" + "".join(f"{part:02X}" for part in mixed)
