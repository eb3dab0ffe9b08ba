"""In a language read from right to left everything starts at the right, and nothing else changes."""

from pathlib import Path

import pytest

from game.ui import scene
from game.ui import widgets as w
from game.ui.charts import Chart
from game.ui.citymap.view import MapView
from game.ui.node import Node, Rect, mirror
from game.ui.theme import LIGHT
from tests.ui.reading import Read, read, unreadable
from tests.ui.situations import REGISTRY
from tests.ui.test_every_scene import lay_out

SIZE = (1920, 1080)
SLACK = 3
"""Pixels that rounding may take."""
SHOWN = ("table: people deliberate", "seats: as proposed", "debrief: short", "menu: in a round", "papers: majority")


def pictured(node: Node) -> bool:
    """Tells whether a node is, or stands in, a picture: pictures are not mirrored."""
    return isinstance(node, Chart | MapView) or (node.parent is not None and pictured(node.parent))


def opposite(place: Rect) -> Rect:
    """Returns where a mirror would show a place."""
    return Rect(SIZE[0] - place.right, place.y, place.w, place.h)


def apart(one: Rect, other: Rect) -> bool:
    """Tells whether two places differ by more than rounding."""
    return abs(one.x - other.x) > SLACK or abs(one.y - other.y) > SLACK or abs(one.w - other.w) > SLACK


def test_a_row_starts_at_the_right() -> None:
    """Children, padding and the rest of a row are where a mirror would show them."""
    row = w.row(w.space(100), w.space(50), pad=(0, 10, 0, 30), gap=20)
    mirror(row)
    row.arrange(Rect(0, 0, 400, 60), 1.0)

    assert [(270, 100), (200, 50)] == [(child.rect.x, child.rect.w) for child in row.children]


@pytest.mark.parametrize("name", SHOWN)
def test_a_screen_is_mirrored_whole(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every box and every line of text stands where a mirror would show it, and can be read there."""
    hands = next(each for each in REGISTRY if f"{each.scene}: {each.name}" == name).open(tmp_path)
    plain, written = hands.root, texts(hands.root)
    monkeypatch.setattr(scene, "FROM_RIGHT", {"fr"})
    lay_out(hands, "fr", SIZE, 1.0)
    pairs = list(zip(plain.walk(), hands.root.walk(), strict=True))

    moved = [node for node, other in pairs if not pictured(node) and apart(opposite(node.rect), other.rect)]
    lines = zip(written, texts(hands.root), strict=True)
    assert [] == [f"{type(node).__name__} {node.key or node.label!r} {node.rect}" for node in moved]
    assert [] == [str(one) for one, other in lines if apart(opposite(one.place), other.place)]
    assert [] == unreadable(hands.stage.top, SIZE, LIGHT)


def texts(root: Node) -> list[Read]:
    """Returns the lines of text on screen, those in pictures and fields apart."""
    return [line for line in read(root, SIZE, LIGHT) if not pictured(line.node) and line.node.role != "field"]
