"""What the map shows of a city's life: what was decided and where, and how each district fares, in coarse steps.

Coarse, so that the same portrait is drawn once; and honest: what not everyone may see yet does not show.
"""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from game.city.districts import departed, district_level
from game.city.model import ECOLOGY, Model
from game.city.state import CityState, adoptions
from game.content.cards import Intervention
from game.content.shapes import DistrictId, InterventionId
from game.engine.state import Game

POINT: Final = 1000
LOCAL_FABRIC: Final = "local_fabric"
SENSING: Final = "sensing"
SOLIDARITY: Final = "solidarity"
DISPLACED: Final = "displaced"

KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "towers": ("building-2", "building", "hotel", "briefcase-business"),
    "dome": ("dome", "sprout", "warehouse"),
    "tram": ("tram-front", "train-front", "bus", "cable-car", "ship"),
    "lanes": ("bike", "footprints", "route", "person-standing"),
    "watch": ("camera", "cctv", "scan-face", "scan-eye", "fingerprint", "eye", "radar", "drone"),
    "control": ("monitor-cog", "monitor", "server", "cpu", "bot", "brain", "database", "satellite-dish"),
    "clinic": ("stethoscope", "hospital", "pill", "heart-pulse", "school", "library", "graduation-cap"),
    "table": ("soup", "coffee", "heart-handshake", "utensils", "hand-heart", "house-heart", "beer"),
    "grid": ("plug-zap", "plug", "zap", "battery-charging", "cable", "power"),
    "panels": ("gauge", "solar-panel", "sun", "wind", "house-plug"),
    "homes": ("blinds", "key-round", "house", "hammer", "paintbrush", "bed"),
    "assembly": ("messages-square", "vote", "users", "megaphone", "landmark", "scale"),
    "board": ("file-text", "newspaper", "book-open", "clipboard-list", "lock-open"),
    "rain": ("cloud-rain", "droplets", "umbrella", "waves", "droplet"),
    "wild": ("paw-print", "bird", "fish", "trees", "leaf", "squirrel", "mountain"),
    "lamps": ("lightbulb", "lamp", "phone", "bell"),
    "people": ("handshake", "hand-helping", "users-round", "smile", "shield-check"),
    "bins": ("scan-barcode", "trash-2", "package", "credit-card"),
    "market": ("wrench", "recycle", "store", "shopping-basket", "hand-coins", "gift", "repeat"),
    "garden": ("carrot", "apple", "flower", "flower-2", "shovel", "tree-deciduous", "wheat"),
    "mast": ("watch", "wifi", "radio-tower", "smartphone", "radio", "antenna"),
}  # fmt: skip
"""What is drawn for a project, by the icon of its card."""
BY_ICON: Final = {icon: kind for kind, icons in KINDS.items() for icon in icons}
BY_TECH: Final = {"high": "mast", "mid": "clinic", "low": "garden"}
"""What is drawn for a card whose icon says nothing: a mast, a public house, a garden."""


@frozen
class Project:
    """Something decided, as the map shows it: where it stands, what is drawn, whether it is still a building site."""

    id: str
    district: str
    kind: str
    open: bool


@frozen
class Life:
    """How a district fares, in coarse steps.

    `shops`, `shut`, `cameras` and `people` are shares of ten; `left` is in tenths of its first residents;
    `green` and `haze` run from 0 to 5, `green` below zero where plants give way.
    """

    district: str
    shops: int = 0
    shut: int = 0
    cameras: int = 0
    people: int = 0
    left: int = 0
    green: int = 0
    haze: int = 0


@frozen(cache_hash=True)
class Portrait:
    """A city as the map shows it, district by district."""

    projects: tuple[Project, ...] = ()
    lives: tuple[Life, ...] = ()

    def of(self, district: str) -> Life:
        """Returns the life of a district."""
        return next((life for life in self.lives if life.district == district), Life(district))


BARE: Final = Portrait()


def portrait(game: Game, city: CityState, shown: frozenset[str]) -> Portrait:
    """Returns the portrait of a city, as far as everyone may see it."""
    model = game.model
    projects = tuple(
        Project(entry.intervention, site(model, entry.intervention, entry.district), kind_of(card), is_open)
        for entry in adoptions(model, city)
        for card, is_open in [(model.interventions[entry.intervention], entry.opens < city.round)]
    )
    return Portrait(projects, tuple(_life(game, city, district, shown) for district in model.districts))


def site(model: Model, intervention: InterventionId, district: DistrictId | None) -> DistrictId:
    """Returns where a project is drawn: its own district, or that of its challenge when it is of the whole city."""
    if district is not None:
        return district
    challenges = model.scenario.challenges
    return next(each.district for each in challenges if any(card.id == intervention for card in each.answers))


def kind_of(card: Intervention) -> str:
    """Returns what is drawn for a card."""
    return BY_ICON.get(card.icon, BY_TECH[card.tech.value])


def _life(game: Game, city: CityState, district: DistrictId, shown: frozenset[str]) -> Life:
    model = game.model

    def level(name: str) -> int:
        return district_level(model, city, name, district) if name in shown else 0

    def moved(name: str) -> int:
        return level(name) - district_level(model, game.start, name, district) if name in shown else 0

    fabric, ecology = moved(LOCAL_FABRIC), moved(ECOLOGY)
    left = departed(model, city, district) if DISPLACED in shown else 0
    return Life(
        district,
        shops=_steps(level(LOCAL_FABRIC), 10, 10),
        shut=_steps(max(0, -fabric), 2, 8),
        cameras=_steps(max(0, level(SENSING) - 10 * POINT), 4, 16),
        people=_steps(max(0, level(SOLIDARITY) - 30 * POINT), 5, 10),
        left=_steps(left, 1, 8),
        green=_steps(ecology, 2, 5) if ecology > 0 else -_steps(-ecology, 2, 5),
        haze=_steps(max(0, -ecology), 2, 5),
    )


def _steps(amount: int, points: int, most: int) -> int:
    """Returns an amount of milli-points in steps of so many points, rounded, at most `most`."""
    return min(most, (amount + points * POINT // 2) // (points * POINT))
