"""Charts made as large as a place allows without their letters ever growing small."""

from collections.abc import Callable
from typing import Final

from game.report.charts.axes import NARROW
from game.report.drawing import Drawing
from game.ui.charts import Chart
from game.ui.layout import row
from game.ui.node import Node

TEXT: Final = 24
"""Size of a chart's letters: its smallest, the axis, then stay readable from the back of the room."""
STEP: Final = 0.94


def fitted(make: Callable[[float, float], Drawing], width: float, high: float, least: float = NARROW * TEXT) -> Node:
    """Returns the chart as wide as it can be without being taller than `high`; never narrower than `least`.

    A chart that is still too tall scrolls with what holds it.
    """
    wide = width
    drawing = make(wide, TEXT)
    while drawing.height > high and wide * STEP >= least:
        wide *= STEP
        drawing = make(wide, TEXT)
    return row(Chart(drawing, width=drawing.width, height=drawing.height), justify="center")
