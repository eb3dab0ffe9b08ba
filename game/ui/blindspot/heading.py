"""Where the city is heading: the visions it mixes, its way among them, and the dimensions of rankings."""

from typing import Final

from game.content.reveals import DIMENSIONS, VISIONS
from game.report import charts, findings
from game.report.figures import Compass
from game.report.standing import ACROSS, UPWARD, compass_of, dimensions_of
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.blindspot.eyes import Eyes
from game.ui.blindspot.readings import lifting
from game.ui.charts import Chart
from game.ui.debrief.fit import fitted
from game.ui.debrief.pages import warning
from game.ui.inquiry.asking import asks
from game.ui.node import Node
from game.ui.scene import Push
from game.wording.showing import when_told

MIXTURE: Final = 460
"""Width of the shares beside the way."""
WEB: Final = 610
"""Width of the radar, and the size of its letters: it then stands under the warning without scrolling."""
LETTERS: Final = 20
ELSE: Final = "ecology"
"""The axis drawn upwards while lived quality is covered."""


def visions(eyes: Eyes, width: float, high: float, large: bool) -> list[Node]:
    """Returns what the city is closest to so far, its mixture of visions, and its way among them."""
    head = w.row(w.heading(eyes.say("visions"), t.STRONG, grow=1), *lifting(eyes, VISIONS), gap=12, align="center")
    if VISIONS not in eyes.shown:
        return [head, covered(eyes, VISIONS), *known(eyes)]
    compass = compass_of(eyes.teller, eyes.cities, *axes(eyes))
    title = closest(compass, eyes)
    shares = width if large else MIXTURE
    bars = fitted(lambda wide, text: charts.mixture(compass, eyes.words, title, wide, text), shares, high)
    side = width if large else width - MIXTURE - t.XL
    way = fitted(lambda wide, text: charts.path(compass, eyes.words, title, wide, text), side, high - 210)
    near = eyes.game.model.rules.visions.patchwork.about if compass.patchwork else None
    told = eyes.words.of(near) if near else compass.visions[0].about
    about_it = w.Paragraph(told, t.SMALL, colour="soft", leading=1.3)
    beside = (w.column(bars, about_it, gap=t.M, width=shares), w.column(way, grow=1))
    drawn = w.column(*beside, gap=t.L) if large else w.row(*beside, gap=t.XL, align="start")
    about = w.Paragraph(eyes.say("mixture"), t.SMALL, colour="soft")
    far = asks(eyes.words, [(v.name, Push("made", {"kind": "vision", "of": v.id})) for v in compass.visions])
    return [head, w.heading(title, t.TITLE), about, drawn, far]


def known(eyes: Eyes) -> list[Node]:
    """Returns the visions a city may come to resemble, each in its own words."""
    rules = eyes.game.model.rules.visions
    return [
        w.row(
            w.Tile(vision.icon, "accent", "accent_tint", 46),
            w.column(
                w.Paragraph(eyes.words.of(vision.name), t.BODY, t.SEMIBOLD, leading=1.2),
                w.Paragraph(eyes.words.of(vision.about), t.SMALL, colour="soft", leading=1.25), gap=2, grow=1,
            ),
            gap=14, align="center",
        )
        for vision in (*rules.prototypes, rules.patchwork)
    ]  # fmt: skip


def axes(eyes: Eyes) -> tuple[str, str]:
    """Returns the two axes the way is drawn along: those of the report, without what is covered."""
    there = [axis.of for axis in eyes.game.model.rules.visions.axes]
    wanted = dict.fromkeys(axis for axis in (ACROSS, UPWARD, ELSE, *there) if axis in there)
    open_ = [axis for axis in wanted if axis in eyes.shown]
    first, second = [*open_, *(axis for axis in wanted if axis not in open_)][:2]
    return first, second


def closest(compass: Compass, eyes: Eyes) -> str:
    """Returns the vision that is nearest so far, never as a verdict; a patchwork when none is near."""
    if compass.patchwork or not compass.visions:
        return eyes.say("patchwork")
    first = compass.visions[0]
    return eyes.say("closest", vision=first.name, share=eyes.words.percent(compass.percents[first.id]))


def dimensions(eyes: Eyes, width: float) -> list[Node]:
    """Returns the six dimensions of rankings, and beside them what the paper says of aiming at them."""
    title = w.heading(eyes.say("dimensions"), t.STRONG, grow=1)
    head = w.row(title, *lifting(eyes, DIMENSIONS), gap=12, align="center")
    told = warning(eyes.words.of(eyes.game.model.rules.dimensions_warning), eyes.words)
    if DIMENSIONS not in eyes.shown:
        return [head, covered(eyes, DIMENSIONS), told]
    found = dimensions_of(eyes.teller, eyes.cities)
    web = charts.radar(found, eyes.words, findings.largest(found, eyes.words), min(width, WEB), LETTERS)
    drawn = w.row(Chart(web, width=web.width, height=web.height), justify="center")
    made = asks(eyes.words, [(each.name, Push("made", {"kind": "dimension", "of": each.id})) for each in found])
    return [head, told, drawn, made]


def covered(eyes: Eyes, of: str) -> Node:
    """Returns who will see something and when."""
    return w.Panel(
        w.row(
            w.Tile("lock", "soft", "track", 48),
            w.Paragraph(when_told(eyes.teller, of), t.BODY, colour="soft", grow=1), gap=t.M, align="center",
        ),
        fill="sunken", raised=False, pad=(12, t.M), key=f"covered {of}",
    )  # fmt: skip
