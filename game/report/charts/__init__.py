"""Charts as display lists: each function returns a Drawing, which a page writes as SVG and the window draws.

Every chart takes the finding as its title; `width` and `text` (the size of its letters) are in the medium's units, so
that the same chart serves a page, a telephone and a projector.
"""

from game.report.charts.axes import arrowed, toned
from game.report.charts.compass import mixture, path, together
from game.report.charts.curves import STYLES, Flag, curves, purse
from game.report.charts.fates import Line, Row, heat, scores, slopes
from game.report.charts.flows import Bought, Payer, flows
from game.report.charts.funding import funding
from game.report.charts.learnt import learnt
from game.report.charts.opinions import agreement, opinion_map
from game.report.charts.places import Pin, places
from game.report.charts.radar import radar
from game.report.charts.ranges import Spread, ranges
from game.report.charts.ring import Shaft, Station, ring
from game.report.charts.waterfall import waterfall
from game.report.drawing import Circle, Drawing, Mark, Polygon, Polyline, Rect, Text, to_svg

__all__ = [
    "STYLES",
    "Bought",
    "Circle",
    "Drawing",
    "Flag",
    "Line",
    "Mark",
    "Payer",
    "Pin",
    "Polygon",
    "Polyline",
    "Rect",
    "Row",
    "Shaft",
    "Spread",
    "Station",
    "Text",
    "agreement",
    "arrowed",
    "curves",
    "flows",
    "funding",
    "heat",
    "learnt",
    "mixture",
    "opinion_map",
    "path",
    "places",
    "purse",
    "radar",
    "ranges",
    "ring",
    "scores",
    "slopes",
    "to_svg",
    "together",
    "toned",
    "waterfall",
]
