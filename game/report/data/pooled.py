"""Many sessions together: where each level began and ended, how far it moved, and how much sessions differ."""

from collections.abc import Iterator, Mapping
from math import sqrt
from typing import Final

from game.report.data.tables import COLUMNS, POOLED, Row, Table

EVERY: Final = ""
"""Stands for all ways of deciding together."""
FEW: Final = 5
"""Below so many sessions a mean says little, and the report says so."""


def pooled(tables: Mapping[str, Table]) -> Table:
    """Returns the table of all sessions together and by the way of deciding they opened in; sessions not begun aside.

    `deviation` is the standard deviation of the change between sessions (n − 1 below the line); None for one session.
    """
    place = {column.name: at for at, column in enumerate(COLUMNS["sessions"])}
    ways = {row[place["session"]]: str(row[place["way"]]) for row in tables["sessions"].rows}
    ends = {row[place["session"]]: row[place["rounds_played"]] for row in tables["sessions"].rows}
    firsts: dict[tuple[str, str], dict[str, float]] = {}
    lasts: dict[tuple[str, str], dict[str, float]] = {}
    names: dict[str, str] = {}
    for session, number, measure, name, value in tables["levels"].rows:
        names[str(measure)] = str(name)
        for kept, when in ((firsts, 0), (lasts, ends[session])):
            if number == when and ends[session]:
                for way in (EVERY, ways[session]):
                    kept.setdefault((way, str(measure)), {})[str(session)] = float(value or 0)
    rows = (_row(key, names[key[1]], firsts[key], lasts[key]) for key in sorted(firsts, key=lambda key: key[0]))
    return Table(POOLED, tuple(rows))


def _row(key: tuple[str, str], name: str, first: Mapping[str, float], last: Mapping[str, float]) -> Row:
    changes = [last[session] - first[session] for session in first]
    count = len(changes)
    mean = sum(changes) / count
    spread = sqrt(sum((each - mean) ** 2 for each in changes) / (count - 1)) if count > 1 else None
    way, measure = key
    return (
        way or None, measure, name, count, _rounded(sum(first.values()) / count), _rounded(sum(last.values()) / count),
        _rounded(mean), None if spread is None else _rounded(spread), _rounded(min(changes)), _rounded(max(changes)),
    )  # fmt: skip


def _rounded(number: float) -> float:
    return round(number, 3)


def by_way(table: Table) -> Iterator[tuple[str, dict[str, Row]]]:
    """Yields each way of deciding, all of them together first, with its rows by measure."""
    found: dict[str, dict[str, Row]] = {}
    for row in table.rows:
        found.setdefault(str(row[0] or EVERY), {})[str(row[1])] = row
    yield from found.items()
