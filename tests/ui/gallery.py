"""Draws every widget in each theme, and the map, to PNG files that a person looks at.

Run with: python -m tests.ui.gallery FOLDER [WIDTHxHEIGHT ...]
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from game.ui import theme as t
from game.ui import widgets as w
from game.ui.app import open_display
from game.ui.citymap.view import MapView, Pin, Sign
from game.ui.node import Node
from game.ui.scene import Frame, Heard, Intent, Settings
from game.ui.stage import Stage
from tests.ui.portside import PORTSIDE


class Plain:
    """Words that are their own keys."""

    language = "fr"

    def say(self, key: str, **values: object) -> str:
        """Returns the key itself."""
        return key.format(**values)


BODY = (
    "Repérer les incidents en temps réel dans les rues commerçantes\u202f; les images sont gardées trente jours. "
    "«\u00a0Qui les regarde\u202f?\u00a0», demande l’association des habitants."
)
GAUGES = (
    ("economy", "coins", "Économie", 62, 4),
    ("ecology", "leaf", "Écologie", 48, -3),
    ("surveillance", "cctv", "Surveillance", 71, 9),
    ("quality", "smile", "Qualité de vie", 55, 2),
)
TIERS = (("high", "cctv", "High-tech"), ("mid", "wifi", "Mid-tech"), ("low", "sprout", "Low-tech"))


def gauge(key: str, icon: str, name: str, level: int, change: int) -> Node:
    """Returns the card of one gauge."""
    told = f"{'▲ +' if change > 0 else '▼ −'}{abs(change)} ce tour"
    return w.Card(
        w.row(
            w.Tile(icon, key, f"{key}_tint"),
            w.column(
                w.Label(name, t.BODY, t.SEMIBOLD),
                w.Label(told, t.SMALL, t.SEMIBOLD, "rise" if change > 0 else "fall"),
                grow=1,
            ),
            w.Number(level, lambda v: f"{v:.0f}", key=f"{key} number"),
            gap=12,
            align="center",
        ),
        w.Bar(level / 100, key, mark=(level - change) / 100, key=f"{key} bar"),
        pad=18,
        gap=14,
        on_press=key,
        key=key,
        label=name,
        value=str(level),
        tone=key,
    )


def answer(tier: str, icon: str, name: str, chosen: bool) -> Node:
    """Returns the card of one answer to a challenge."""
    return w.Card(
        w.Band(
            w.Icon(icon, 28, "on_tech"),
            w.Label(name, t.SMALL, t.SEMIBOLD, "on_tech", grow=1),
            w.Dots(3, 5, "on_tech"),
            colour=tier,
        ),
        w.column(
            w.heading("Caméras à analyse d’images pour la rue du Port", 26),
            w.Paragraph(BODY, t.SMALL, colour="soft"),
            w.space(grow=1),
            w.flow(w.Chip("+3", "cctv", "surveillance", "surveillance_tint"), w.Chip("−1", "smile"), gap=8),
            pad=(14, 18, 18, 18),
            gap=12,
            grow=1,
        ),
        pad=0,
        gap=0,
        on_press=tier,
        key=tier,
        label=name,
        chosen=chosen,
        tone=tier,
    )


def header() -> Node:
    """Returns a header bar."""
    return w.Panel(
        w.row(
            w.Icon("building-2", 36, "on_header"),
            w.Label("À qui la ville\u202f?", 28, t.BOLD, "on_header"),
            w.Label("Tour 3 sur 6 · Délibération", t.BODY, t.MEDIUM, "header_soft"),
            w.space(grow=1),
            w.Chip("04:32", "timer", "header_warm", "header_raised", size=24),
            w.space(grow=1),
            w.Label("Budget", t.BODY, t.MEDIUM, "header_soft"),
            w.Label("12 / 20", t.STRONG, t.BOLD, "on_header"),
            w.Button("FR / EN", "languages", "header", on_press=1, tall=48),
            w.IconButton("settings", "Réglages", "header", on_press=1, tall=48),
            gap=18,
            align="center",
        ),
        fill="header",
        stroke="",
        raised=False,
        radius=0,
        pad=(12, 28),
    )


def controls() -> Node:
    """Returns the small controls in a panel."""
    return w.Panel(
        w.heading("Réglages"),
        w.choices(
            "Thème",
            [w.Option("Clair", 1, "sun"), w.Option("Sombre", 2, "moon"), w.Option("Contrasté", 3, "contrast")],
            0,
        ),
        w.Toggle("Réduire les mouvements", True, on_press=1),
        w.Toggle("Plein écran", False, on_press=1),
        w.row(
            w.Label("Nombre de tours", grow=1),
            w.stepper("Nombre de tours", 6, 2, 6, lambda n: n, "Moins", "Plus"),
            align="center",
        ),
        w.Divider(),
        w.ScrollColumn(*(w.Paragraph(f"{n}. {BODY}", t.SMALL, colour="soft") for n in range(1, 9)), gap=12, grow=1),
    )


def buttons() -> Node:
    """Returns a row of buttons in every kind and state."""
    return w.row(
        w.Button("Ouvrir le vote", "vote", "primary", on_press=1, grow=1.4),
        w.Button("Annuler", "undo-2", on_press=1, grow=1),
        w.Button("Pourquoi\u202f?", "chart-line", on_press=1, grow=1, on=True),
        w.Button("Quitter", "log-out", "danger", on_press=1, grow=1),
        w.Button("Tour suivant", icon_end="arrow-right", on_press=1, enabled=False, grow=1),
        gap=12,
    )


class Gallery:
    """Every widget on one screen."""

    overlay = False

    def __init__(self, dialog: bool = False) -> None:
        self.dialog = dialog

    def build(self, frame: Frame) -> Node:
        """Returns the whole gallery."""
        answers = (answer(tier, icon, name, at == 1) for at, (tier, icon, name) in enumerate(TIERS))
        left = w.column(*(gauge(*each) for each in GAUGES), gap=14, width=322)
        right = w.column(controls(), width=520)
        middle = w.column(w.row(*answers_grown(answers), gap=14, grow=1), buttons(), gap=18, grow=1)
        body = w.row(left, middle, right, gap=20, pad=22, grow=1)
        page = w.column(header(), body)
        return w.stack(page, question()) if self.dialog else page

    def on_input(self, heard: Heard) -> Intent | None:
        """Asks for nothing."""
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False


def answers_grown(answers: object) -> list[Node]:
    """Returns the answers sharing their row."""
    nodes = list(answers)  # type: ignore[call-overload]
    for node in nodes:
        node.grow = 1
    return nodes


def question() -> Node:
    """Returns a dialog."""
    return w.Dialog(
        "Quitter la partie\u202f?",
        w.Paragraph("Tout est déjà sauvegardé\u00a0: la partie reprendra au tour 3, au moment du vote."),
        actions=(w.Button("Rester", on_press=1), w.Button("Quitter", "log-out", "primary", on_press=1)),
        on_cancel=1,
    )


class MapScene:
    """The map alone, with names, a tint and pins."""

    overlay = False

    def build(self, frame: Frame) -> Node:
        """Returns the map with a margin."""
        signs = [
            Sign(each.id, each.id.capitalize(), on_press=each.id, note="62" if at == 3 else "",
                 tint="surveillance" if at == 3 else "", strength=0.6)
            for at, each in enumerate(PORTSIDE.districts)
        ]  # fmt: skip
        pins = [
            Pin("centre", "cctv", "high", "Caméras"), Pin("centre", "wifi", "mid", "Capteurs", ready=False),
            Pin("old", "hammer", "low", "Atelier"), Pin("old", "vote", "mid", "Budget participatif"),
            Pin("quays", "trees", "low", "Forêt"), Pin("port", "server", "high", "Serveurs"),
        ]  # fmt: skip
        return w.column(MapView(PORTSIDE, signs, pins, chosen="gardens", grow=1), pad=24)

    def on_input(self, heard: Heard) -> Intent | None:
        """Asks for nothing."""
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False


def draw_map(size: tuple[int, int], settings: Settings) -> pygame.Surface:
    """Returns the map drawn at a size, finished."""
    surface = pygame.display.set_mode(size)
    stage = Stage({"map": MapScene}, lambda _: Plain(), size, settings)
    stage.open("map")
    while stage.tick(0.02):
        pygame.time.wait(5)
    stage.paint(surface)
    return surface.copy()


def draw(size: tuple[int, int], settings: Settings, dialog: bool = False, tabs: int = 0) -> pygame.Surface:
    """Returns the gallery drawn at a size."""
    surface = pygame.display.set_mode(size)
    stage = Stage({"gallery": Gallery}, lambda _: Plain(), size, settings)
    stage.open("gallery", dialog=dialog)
    for _ in range(tabs):
        stage.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="\t"))
    stage.paint(surface)
    for fault in w.cut(stage.top.root or Node()):
        print(size, settings.theme, settings.text, fault, file=sys.stderr)
    return surface.copy()


def main(folder: Path, sizes: list[tuple[int, int]]) -> None:
    """Writes the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    open_display()
    for name in t.THEMES:
        for size in sizes:
            picture = draw(size, Settings(theme=name), tabs=7 if name == "dark" else 0)
            pygame.image.save(picture, folder / f"widgets_{name}_{size[0]}.png")
        for size in sizes:
            pygame.image.save(draw_map(size, Settings(theme=name)), folder / f"map_{name}_{size[0]}.png")
    pygame.image.save(draw((1920, 1080), Settings(), dialog=True), folder / "dialog.png")


if __name__ == "__main__":
    asked = [tuple(map(int, each.split("x"))) for each in sys.argv[2:]] or [(1280, 720), (1920, 1080)]
    main(Path(sys.argv[1]), [(wide, high) for wide, high in asked])
