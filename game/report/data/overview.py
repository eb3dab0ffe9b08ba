"""The report of many workshops: one HTML file, nothing to fetch, from the pooled table alone."""

from collections.abc import Mapping, Sequence
from typing import Final

from game.city.apart import apart
from game.report.charts import Line, Spread, arrowed, heat, ranges, to_svg, toned
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
    pictures = _pictures(found, names, words) if found else {}
    return (
        environment()
        .get_template("overview.html.j2")
        .render(
            say=words.say,
            count=words.count,
            number=lambda value: "" if value is None else words.decimal(round(value, 1) + 0.0, 1),
            language=words.language,
            faces=font_faces(),
            pictures=pictures,
            finding=_finding(found[EVERY], words) if found else "",
            widest=_widest(found, names, words) if found else "",
            changed=lambda milli: arrowed(milli, words),
            trend=toned,
            moved=lambda row, column: _moved(row) if column == "change" else _milli(row, column),
            found={way: _gauges_first(rows) for way, rows in found.items()},
            names=names,
            counts=counts,
            few=FEW,
            place=PLACE,
            sessions=len(tables["sessions"].rows),
            left_out=left_out,
            learnt=list(learnt_rows(tables, words)),
        )
    )


def _pictures(found: Mapping[str, Mapping[str, Row]], names: Mapping[str, str], words: Words) -> dict[str, str]:
    """Returns how much sessions differ, and how far each way of deciding moved each level, as SVG."""
    spreads = [_spread(found[EVERY][of]) for of in SHOWN if of in found[EVERY]]
    lines = [_line(names[way], rows) for way, rows in found.items()]
    drawings = {
        "ranges": ranges(spreads, words, _finding(found[EVERY], words), WIDE),
        "ways": heat(lines, _heads(found), words, _widest(found, names, words), WIDE),
    }
    return {name: to_svg(drawing, PAPER, name) for name, drawing in drawings.items()}


def _finding(rows: Mapping[str, Row], words: Words) -> str:
    """Returns which of the levels shown moved most on average."""
    most = max((rows[of] for of in SHOWN if of in rows), key=lambda row: abs(_moved(row)))
    change = arrowed(_moved(most), words)
    return words.say("data.overview.most", name=most[PLACE["name"]], change=change)


def _widest(found: Mapping[str, Mapping[str, Row]], names: Mapping[str, str], words: Words) -> str:
    """Returns the level shown that ways of deciding move most differently, from where to where; a title for one way."""
    ways = {way: rows for way, rows in found.items() if way != EVERY}
    if len(ways) < 2:
        return words.say("data.overview.finding")
    moved = {of: {way: _moved(rows[of]) for way, rows in ways.items()} for of in SHOWN if of in found[EVERY]}
    of = max(moved, key=lambda each: max(moved[each].values()) - min(moved[each].values()))
    least, most = (pick(moved[of], key=lambda way: moved[of][way]) for pick in (min, max))
    low, high = (words.change(moved[of][way]) for way in (least, most))
    name = str(found[EVERY][of][PLACE["name"]])
    return words.say("data.overview.widest", name=name, low=low, high=high, least=names[least], most=names[most])


def _gauges_first(rows: Mapping[str, Row]) -> dict[str, Row]:
    """Returns the rows with what the pictures show first."""
    return {of: rows[of] for of in (*(each for each in SHOWN if each in rows), *rows)}


def _spread(row: Row) -> Spread:
    deviation = None if row[PLACE["deviation"]] is None else _milli(row, "deviation")
    least, most = _milli(row, "lowest"), _milli(row, "highest")
    return Spread(str(row[PLACE["name"]]), _moved(row), least, most, deviation)


def _line(name: str, rows: Mapping[str, Row]) -> Line:
    return Line(name, tuple(Shift(_milli(rows[of], "start"), _milli(rows[of], "end")) for of in SHOWN if of in rows))


def _heads(found: Mapping[str, Mapping[str, Row]]) -> tuple[str, ...]:
    rows = next(iter(found.values()))
    return tuple(str(rows[of][PLACE["name"]]) for of in SHOWN if of in rows)


def _moved(row: Row) -> int:
    """Returns how far the mean level moved, as its two ends are read: pictures and tables tell the same change."""
    return apart(_milli(row, "start"), _milli(row, "end"))


def _milli(row: Row, column: str) -> int:
    return round(1000 * float(row[PLACE[column]] or 0))
