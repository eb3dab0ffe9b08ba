"""Boxes share their room, and nothing is cut."""

import pytest

from game.ui import widgets as w
from game.ui.layout import shared
from game.ui.node import Node, Rect
from game.ui.scroll import GUTTER
from tests.ui.gallery import Gallery, MapScene
from tests.ui.screens import stage_of


def arranged(node: Node, wide: int = 1000, high: int = 600) -> Node:
    """Returns the node arranged in a rectangle at scale 1."""
    node.arrange(Rect(0, 0, wide, high), 1.0)
    return node


def test_growing_children_share_what_is_free() -> None:
    """After the fixed sizes and the gaps, growing children share the rest by weight, to the pixel."""
    box = arranged(w.row(w.space(100), Node(grow=1), Node(grow=2), gap=10))

    assert [100, 293, 587] == [child.rect.w for child in box.children]
    assert 1000 == box.children[-1].rect.right


@pytest.mark.parametrize("room", range(60, 100))
def test_what_is_squeezed_fits_to_the_pixel(room: int) -> None:
    """Things that give way fill their room exactly, and none falls below its least."""
    sizes = shared(room, [33, 34, 35], [20, 20, 19], [0, 0, 0])

    assert sum(sizes) == room
    assert all(size >= least for size, least in zip(sizes, [20, 20, 19], strict=True))


def test_growing_child_never_falls_below_its_need() -> None:
    """A growing child that needs more than its share gets it from the others."""
    assert [300, 350, 350] == shared(1000, [0, 0, 0], [0, 350, 350], [1, 1, 1])
    assert [400, 300, 300] == shared(1000, [0, 0, 0], [400, 0, 0], [1, 1, 1])


def test_paragraphs_give_way_before_labels() -> None:
    """When a row is short, paragraphs break and labels keep their width."""
    label = w.Label("Surveillance")
    words = w.Paragraph("Un long texte qui se laisse couper en plusieurs lignes sans rien perdre " * 2)
    box = arranged(w.row(label, words), 420)

    assert label.rect.w == label.natural_width(1.0)
    assert 420 == box.children[-1].rect.right


def test_column_is_as_tall_as_its_broken_text() -> None:
    """A column's natural height counts the lines of its paragraphs at its width."""
    words = w.Paragraph("Qui décide, et pour qui ? " * 12)
    wide, narrow = w.column(words).natural_height(1200, 1.0), w.column(words).natural_height(300, 1.0)

    assert narrow > 2 * wide


def test_a_bar_takes_room_only_where_there_is_one() -> None:
    """What fits has the whole width, in line with what stands above; what is taller stands beside the bar."""
    short, long = (w.ScrollColumn(*(w.Label(str(line)) for line in range(count))) for count in (3, 60))
    arranged(short), arranged(long)

    assert short.children[0].rect.right == short.rect.right
    assert long.children[0].rect.right == long.rect.right - GUTTER


def test_flow_breaks_its_line() -> None:
    """Chips that don't fit on a line go to the next."""
    box = arranged(w.flow(*(w.Chip("un quartier") for _ in range(8)), gap=8), 400)

    assert len({child.rect.y for child in box.children}) > 1
    assert all(child.rect.right <= 400 for child in box.children)


def test_grid_has_equal_columns() -> None:
    """A grid's columns are equal to the pixel and its rows as tall as their tallest cell."""
    box = arranged(w.grid(3, *(w.Paragraph("mot " * n) for n in (1, 60, 2, 3)), gap=10), 920)

    assert {300} == {child.rect.w for child in box.children}
    assert box.children[3].rect.y == box.children[1].rect.bottom + 10


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (3840, 2160)])
@pytest.mark.parametrize("scene", [Gallery, MapScene])
def test_nothing_is_cut(scene: type, size: tuple[int, int]) -> None:
    """Every widget has the room it needs at each size of screen."""
    stage = stage_of(scene(), size)

    assert stage.top.root
    assert [] == w.cut(stage.top.root)


def test_cut_names_what_does_not_fit() -> None:
    """A label in too narrow a place is reported."""
    box = arranged(w.column(w.Label("Bien trop long pour cette place")), 60)

    assert any("Label" in fault and "needed" in fault for fault in w.cut(box))
