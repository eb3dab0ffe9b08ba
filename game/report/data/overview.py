"""The report of many workshops: one HTML file, nothing to fetch, from the pooled table alone."""

from collections.abc import Mapping, Sequence
from typing import Final

from game.report.charts import Line, heat, to_svg
from game.report.data.learnt import learnt_rows
from game.report.data.pooled import EVERY, FEW, by_way
from game.report.data.tables import COLUMNS, Row, Table
from game.report.figures import Shift
from game.report.page import environment, font_faces
from game.report.palette import PAPER
from game.wording.words import Words

SHOWN: Final = ("lived", "economy", "ecology", "surveillance", "quality", "equity", "trust", "participation")
"""What the picture compares; the tables hold everything."""
WIDE: Final = 1180
"""Pixels of the picture: eight columns with room for their names."""
PLACE: Final = {column.name: at for at, column in enumerate(COLUMNS["pooled"])}


def overview(tables: Mapping[str, Table], left_out: Sequence[str], ways: Mapping[str, str], words: Words) -> str:
    """Returns the page; `left_out` tells, in words, what could not be read, `ways` names the ways of deciding."""
    found = dict(by_way(tables["pooled"]))
    names = {way: ways.get(way, way) if way != EVERY else words.say("data.every_way") for way in found}
    counts = {way: int(next(iter(rows.values()))[PLACE["sessions"]] or 0) for way, rows in found.items()}
    title = words.say("data.overview.finding")
    lines = [_line(names[way], rows) for way, rows in found.items()]
    drawing = heat(lines, _heads(found), words, title, WIDE) if found else None
    return (
        environment()
        .get_template("overview.html.j2")
        .render(
            say=words.say,
            count=words.count,
            number=lambda value: "" if value is None else words.decimal(round(value, 1) + 0.0, 1),
            language=words.language,
            faces=font_faces(),
            picture=to_svg(drawing, PAPER, "ways") if drawing else "",
            found=found,
            names=names,
            counts=counts,
            few=FEW,
            place=PLACE,
            sessions=len(tables["sessions"].rows),
            left_out=left_out,
            learnt=list(learnt_rows(tables, words)),
        )
    )


def _line(name: str, rows: Mapping[str, Row]) -> Line:
    return Line(name, tuple(Shift(_milli(rows[of], "start"), _milli(rows[of], "end")) for of in SHOWN if of in rows))


def _heads(found: Mapping[str, Mapping[str, Row]]) -> tuple[str, ...]:
    rows = next(iter(found.values()))
    return tuple(str(rows[of][PLACE["name"]]) for of in SHOWN if of in rows)


def _milli(row: Row, column: str) -> int:
    return round(1000 * float(row[PLACE[column]] or 0))
