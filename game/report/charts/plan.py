"""The city's plain map for paper: districts told apart by pattern and name, river and sea."""

from typing import Final

from game.content.ground import City
from game.report.charts.labels import Box
from game.report.charts.places import free_place, middle, scaled
from game.report.drawing import BOLD, Drawing, Mark, Polygon, Polyline, Text, text_width, wrapped
from game.wording.words import Words

SHADES: Final = {
    "downtown": 0.34, "old": 0.26, "port": 0.3, "industry": 0.3, "new": 0.2, "campus": 0.16, "residential": 0.12,
    "hillside": 0.12, "park": 0.2,
}  # fmt: skip
"""How dark each kind of district is on paper; parks are green, the rest grey."""


def city_plan(city: City, words: Words, title: str, width: float = 1120, text: float = 26) -> Drawing:
    """Returns the map, drawn for a printed page; `width` and `text` are in the units of the page."""
    scale = width / city.size[0]
    marks: list[Mark] = [Polygon(scaled(city.sea, scale), "quality", 0.2)] if city.sea else []
    for district in city.districts:
        tone = "ecology" if district.kind == "park" else "soft"
        marks.append(Polygon(scaled(district.polygon, scale), tone, SHADES[district.kind], "ink", 2.5))
    if city.river:
        thick = max(city.river.width * scale, 5)
        marks += [Polyline(scaled(city.river.points, scale), "surface", thick + 5)]
        marks += [Polyline(scaled(city.river.points, scale), "quality", thick)]
    taken: list[Box] = []
    for district in city.districts:
        outline = scaled(district.polygon, scale)
        name = words.of(district.name)
        lines = wrapped(name, (max(x for x, _ in outline) - min(x for x, _ in outline)) * 0.8, text, BOLD)
        wide = max(text_width(line, text, BOLD) for line in lines) + text
        tall = text * (1.2 * len(lines) + 0.6)
        x, y = free_place(middle(outline), wide, tall, text, taken, city.size[1] * scale)
        box = ((x - wide / 2, y), (x + wide / 2, y), (x + wide / 2, y + tall), (x - wide / 2, y + tall))
        marks.append(Polygon(box, "surface", 0.92))
        marks += [Text(x, y + text * (1.1 + 1.2 * k), line, text, "middle", BOLD) for k, line in enumerate(lines)]
    names = ", ".join(words.of(district.name) for district in city.districts)
    return Drawing(width, city.size[1] * scale, title, names, tuple(marks))
