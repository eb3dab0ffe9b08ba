"""Every widget under one name, for scenes: `from game.ui import widgets as w`."""

from game.ui.buttons import Button, IconButton, Option, Toggle, choices, stepper
from game.ui.labels import Bar, Chip, Divider, Dots, Icon, Label, Number, Paragraph, Tile, caption, heading
from game.ui.layout import column, cut, flow, grid, row, space, stack
from game.ui.node import Node, describe
from game.ui.panels import Band, Card, Dialog, Panel
from game.ui.scroll import ScrollColumn

__all__ = [
    "Band", "Bar", "Button", "Card", "Chip", "Dialog", "Divider", "Dots", "Icon", "IconButton", "Label", "Node",
    "Number", "Option", "Panel", "Paragraph", "ScrollColumn", "Tile", "Toggle", "caption", "choices", "column",
    "cut", "describe", "flow", "grid", "heading", "row", "space", "stack", "stepper",
]  # fmt: skip
