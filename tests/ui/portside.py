"""A city by the sea with every kind of district, for tests and pictures of the map."""

from typing import Final

from game.ui.citymap.plan import MapDistrict, MapPlan

PORTSIDE: Final = MapPlan(
    size=(1100, 740),
    seed=7,
    river=(44, ((640, -40), (610, 90), (655, 200), (610, 320), (640, 430), (615, 560), (620, 640))),
    sea=(
        (0, 640),
        (150, 618),
        (330, 606),
        (480, 598),
        (620, 600),
        (760, 585),
        (930, 560),
        (1100, 520),
        (1100, 740),
        (0, 740),
    ),
    districts=(
        MapDistrict("hills", ((0, 0), (330, 0), (360, 150), (300, 240), (0, 250)), "hillside", -8),
        MapDistrict(
            "campus",
            ((330, 0), (612, 0), (582, 90), (626, 200), (600, 250), (360, 240), (300, 240), (360, 150)),
            "campus",
            10,
        ),
        MapDistrict(
            "centre",
            ((300, 240), (600, 250), (582, 320), (610, 425), (560, 440), (330, 420), (270, 330)),
            "downtown",
            -12,
        ),
        MapDistrict("old", ((0, 250), (300, 240), (270, 330), (330, 420), (300, 590), (0, 610)), "old", 22),
        MapDistrict("quays", ((330, 420), (560, 440), (610, 425), (588, 575), (300, 590)), "park", 6),
        MapDistrict(
            "gardens", ((670, 0), (1100, 0), (1100, 170), (900, 200), (686, 200), (640, 90)), "residential", -16
        ),
        MapDistrict(
            "works",
            ((686, 200), (900, 200), (1100, 170), (1100, 330), (880, 350), (660, 330), (645, 310)),
            "industry",
            -10,
        ),
        MapDistrict("new", ((660, 330), (880, 350), (850, 545), (650, 570), (668, 430)), "new", 14),
        MapDistrict("port", ((880, 350), (1100, 330), (1100, 490), (930, 530), (850, 545)), "port", -14),
    ),
)
