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


def fitted(make: Callable[[float, float], Drawing], width: float, high: float, least: float = 0) -> Node:
    """Returns the chart as wide as it can be without being taller than `high`; never narrower than `least`.

    A chart whose height does not depend on its width stays wide, and scrolls with what holds it.
    """
    drawing = make(width, TEXT)
    while drawing.height > high and drawing.width * STEP >= max(least, NARROW * TEXT):
        smaller = make(drawing.width * STEP, TEXT)
        if smaller.height >= drawing.height:
            break
        drawing = smaller
    return row(Chart(drawing, width=drawing.width, height=drawing.height), justify="center")
