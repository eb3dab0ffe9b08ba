"""The figures of rules/README.md, each drawn in both languages."""

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import Final

from game.content.rulebook import CityVariable, Coupling, Indicator, Reading, Rulebook
from game.report.charts.arrows import STYLES, Arrow, Box, Way, joined
from game.report.charts.grid import Cell, Entry, cross
from game.report.charts.panels import Course, Gap, gaps, panels
from game.report.charts.tables import Table, tables
from game.report.drawing import BOLD, Circle, Drawing, Mark, Polyline, Text, to_svg, wrapped
from game.report.odd.board import PATHS, Board, path_name
from game.report.odd.sketches import LOOPS, POSTER, POSTER_HEIGHT, TEXT, WIDTH, Loop
from game.report.palette import PAPER
from game.wording.links import measures, strength
from game.wording.words import Words

FONTS: Final = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
MARGIN: Final = 18.0
"""Paper left around a figure, which brings its own ground to a dark page."""
CELL: Final = (WIDTH / 2, 262.0)
"""Room of one loop."""
MAYBE: Final[dict[Way, str]] = {"maybe up": "(+)", "maybe down": "(−)"}
"""What is written beside an arrow that only decisions make."""


def figures(board: Board, words: Words) -> Iterator[tuple[str, Drawing]]:
    """Yields each figure under the name of its file."""
    yield "poster", poster(board.rules, words)
    yield "links", all_links(board.rules, words)
    yield "loops", loops(board.rules, words)
    yield "curves", curves(board.rules, words)
    yield "paths", paths(board, words)
    yield "blind-spot", blind_spot(board, words)


def svg(drawing: Drawing, uid: str) -> str:
    """Returns a figure as the text of its own file: on paper, in letters that any system has."""
    wide, high = drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN
    inside = to_svg(drawing, PAPER, uid).replace(
        "<svg ", f'<svg x="{MARGIN:g}" y="{MARGIN:g}" width="{drawing.width:g}" height="{drawing.height:g}" ', 1
    )
    ground = f'<rect width="{wide:g}" height="{high:g}" rx="10" fill="{PAPER["surface"]}"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:g}" height="{high:g}" viewBox="0 0 {wide:g} {high:g}"'
    return f'{head} font-family="{FONTS}">{ground}{inside}</svg>\n'.replace("><", ">\n<")


def poster(rules: Rulebook, words: Words) -> Drawing:
    """Returns the few links that carry the essentials, and the step by which dear living becomes departures."""
    names = measures(rules, words)
    links = [link for link in rules.couplings if link.poster]
    shown = dict.fromkeys(end for link in links for end in (link.from_, link.to))
    boxes = {str(of): Box(names[of], POSTER[of], tone(rules, of)) for of in shown}
    arrows = [_arrow(link, words) for link in links]
    leave = Arrow("affordability", "displaced", "down", words.say("odd.leaving"))
    marks = joined(boxes, [*arrows, leave], TEXT)
    marks += _arrow_key(("up", "down"), words, 20, POSTER_HEIGHT - 66)
    marks.append(Text(20, POSTER_HEIGHT - 10, words.say("odd.key.number"), TEXT, fill="soft"))
    told = " ".join(words.of(link.say) for link in links)
    return Drawing(WIDTH, POSTER_HEIGHT, words.say("odd.figure.poster"), told, tuple(marks))


def _arrow(link: Coupling, words: Words) -> Arrow:
    return Arrow(link.from_, link.to, "up" if link.per10 > 0 else "down", strength(link.per10, words))


def tone(rules: Rulebook, of: str) -> str:
    """Returns the colour of the gauge a measure belongs to."""
    return next((str(each.headline) for each in rules.indicators if each.id == of), "edge")


def _arrow_key(ways: Sequence[Way], words: Words, x: float, y: float) -> list[Mark]:
    marks: list[Mark] = []
    for place, way in enumerate(ways):
        colour, dash = STYLES[way] if not way.startswith("maybe") else ("soft", STYLES[way][1])
        row = y + place * TEXT * 1.8
        marks.append(Polyline(((x, row), (x + 44, row)), colour, 2.2, dash))
        marks.append(Text(x + 54, row + TEXT * 0.35, words.say(f"odd.key.{way.replace(' ', '_')}"), TEXT, fill="soft"))
    return marks


def all_links(rules: Rulebook, words: Words) -> Drawing:
    """Returns every link as a cell: causes down, effects across, in the order of the gauges."""
    entries: tuple[Indicator | CityVariable | Reading, ...] = (
        *rules.indicators,
        *rules.city_variables,
        *rules.readings,
    )
    causes, effects = {link.from_ for link in rules.couplings}, {link.to for link in rules.couplings}
    named = [Entry(str(each.id), words.of(each.name), tone(rules, each.id)) for each in entries]
    cells = [
        Cell(link.from_, link.to, link.per10, strength(link.per10, words), link.poster) for link in rules.couplings
    ]
    title = words.say("odd.figure.links")
    rows, columns = [each for each in named if each.id in causes], [each for each in named if each.id in effects]
    return cross(rows, columns, cells, title, WIDTH, TEXT - 1)


def loops(rules: Rulebook, words: Words) -> Drawing:
    """Returns the five loops, and the key in the sixth place."""
    marks: list[Mark] = []
    for place, loop in enumerate(LOOPS):
        marks += _loop(loop, (place % 2) * CELL[0], place // 2 * CELL[1], rules, words)
    x, y = CELL[0] + 30, 2 * CELL[1] + 60
    marks += _arrow_key(("up", "down", "maybe up"), words, x, y)
    for k, line in enumerate(wrapped(words.say("odd.key.loops"), CELL[0] - 60, TEXT)):
        marks.append(Text(x, y + TEXT * (7 + 1.4 * k), line, TEXT, fill="soft"))
    told = "; ".join(words.say(f"odd.loop.{loop.id}") for loop in LOOPS)
    return Drawing(WIDTH, 3 * CELL[1], words.say("odd.figure.loops"), told, tuple(marks))


def _loop(loop: Loop, left: float, top: float, rules: Rulebook, words: Words) -> list[Mark]:
    names = measures(rules, words)
    x, y = left + CELL[0] / 2, top + CELL[1] / 2 + 14
    boxes: dict[str, Box] = {}
    for place, step in enumerate(loop.steps):
        turn = 2 * pi * place / len(loop.steps)
        name = names.get(step.start) or words.say(f"odd.place.{step.start}")
        at = x + 140 * sin(turn), y - 84 * cos(turn)
        boxes[step.start] = Box(name, at, tone(rules, step.start), 118, 40)
    arrows = [
        Arrow(step.start, step.end, step.way, MAYBE.get(step.way, ""), bend=0.1) for step in loop.steps
    ]
    sign = "+" if loop.strengthens else "−"
    return [
        Text(left + 12, top + 22, words.say(f"odd.loop.{loop.id}"), TEXT + 1, weight=BOLD),
        *joined(boxes, arrows, TEXT - 1.5),
        Circle(x, y, 17, "sunken", stroke="edge", width=1.5),
        Text(x, y + 7, sign, 22, "middle", BOLD),
    ]


def curves(rules: Rulebook, words: Words) -> Drawing:
    """Returns the two table functions: how effects tire, and how reception turns into use."""
    drawn = [
        Table(words.say(f"odd.curve.{name}"), words.say(f"odd.curve.{name}.across"), words.say(f"odd.curve.{name}.up"),
              curve.points, colour)
        for name, curve, colour in (
            ("saturation", rules.dynamics.saturation, "accent"), ("adoption", rules.acceptance.adoption, "quality"),
        )
    ]  # fmt: skip
    return tables(drawn, words, words.say("odd.figure.curves"), WIDTH, TEXT)


def paths(board: Board, words: Words) -> Drawing:
    """Returns the four gauges and lived quality along the seven paths."""
    courses = [Course(path_name(path, board.rules, words), board.series(path, words)) for path in PATHS]
    return panels(courses, words, words.say("odd.key.paths"), words.say("odd.figure.paths"), WIDTH, TEXT - 1)


def blind_spot(board: Board, words: Words) -> Drawing:
    """Returns measured and lived quality at the end of the seven paths."""
    names, rows = measures(board.rules, words), []
    for path in PATHS:
        series = {one.id: one.values[-1] for one in board.series(path, words)}
        rows.append(Gap(path_name(path, board.rules, words), series["quality"], series["lived"]))
    heads = words.say("odd.measured", quality=names["quality"]), names["lived"], words.say("odd.gap")
    return gaps(rows, heads, words, words.say("odd.figure.blind-spot"), WIDTH, TEXT)


