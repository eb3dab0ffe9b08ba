"""What cards and shocks do, line by line: one line an effect on one cell."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from game.city.arrays import whole
from game.city.cells import Cells
from game.city.exact import milli
from game.city.model import ECONOMY, QUALITY, Gating, Lines, ShockLines
from game.content.cards import DataKind, Effect, Intervention, Shock, When, Where
from game.content.shapes import DistrictId


class Row(NamedTuple):
    """An effect on one cell."""

    owner: int
    cell: int
    district: int
    points: int
    per_round: int
    delay: int
    site: int
    gating: int


def card_lines(cells: Cells, cards: Sequence[Intervention]) -> Lines:
    """Returns the effects of the answers, one owner after the other."""
    return _lines(row for owner, card in enumerate(cards) for row in _rows(cells, owner, card.effects, card=card))


def shock_lines(cells: Cells, shocks: Sequence[Shock]) -> ShockLines:
    """Returns the effects of the shocks, one owner after the other."""
    rows = [
        row
        for owner, shock in enumerate(shocks)
        for row in _rows(cells, owner, landing(shock), site=shock.district)
    ]
    wide = len(cells.scenario.city.districts) + 1
    harm = (Gating.WATCHING.value, Gating.HARM.value)
    return ShockLines(
        owner=whole([row.owner for row in rows]),
        points=whole([row.points for row in rows]),
        starts=whole(_starts(rows)),
        spared=whole([row.owner * wide + row.district + 1 for row in rows]),
        harms=whole([int(row.gating in harm) for row in rows]),
        softened=tuple((place, each.softened_by) for place, each in enumerate(shocks) if each.softened_by),
    )


def landing(shock: Shock) -> tuple[Effect, ...]:
    """Returns the effects of a shock; one that strikes a place the scenario doesn't name strikes nowhere."""
    return tuple(e for e in shock.effects if e.where is Where.CITY or shock.district is not None)


def _rows(
    cells: Cells,
    owner: int,
    effects: Sequence[Effect],
    card: Intervention | None = None,
    site: DistrictId | None = None,
) -> Iterator[Row]:
    """Yields effects line by line; a shock's site is known here, an intervention's is chosen in play."""
    columns, places = len(cells.indicators), [district.id for district in cells.scenario.city.districts]
    for name in dict.fromkeys(effect.indicator for effect in effects):
        for cell in cells.of(name):
            district = -1 if name in cells.variables else cell // columns
            for effect in effects:
                if effect.indicator != name:
                    continue
                misses = card is None and effect.where is Where.SITE and places[district] != site
                yield Row(
                    owner,
                    cell,
                    district,
                    0 if misses else milli(effect.points),
                    effect.rounds if effect.when is When.PER_ROUND else 0,
                    effect.delay,
                    int(effect.where is Where.SITE),
                    _gating(cells, effect, card).value,
                )


def _gating(cells: Cells, effect: Effect, card: Intervention | None) -> Gating:
    good = cells.entries[effect.indicator].good == "up"
    headline = cells.headlines.get(effect.indicator)
    if (effect.points > 0) != good:
        return Gating.HARM if good else Gating.WATCHING
    if headline == QUALITY:
        return Gating.QUALITY
    personal = card is not None and card.data.kind is DataKind.PERSONAL
    return Gating.DATA if personal and headline == ECONOMY else Gating.BENEFIT


def _lines(rows: Iterable[Row]) -> Lines:
    """Returns the lines with the place where those of each channel begin: same owner, same cell."""
    found = list(rows)
    columns = whole(found).reshape(-1, len(Row._fields)).T
    owner, _, district, points, per_round, delay, site, gating = columns
    return Lines(
        owner=owner,
        points=points,
        per_round=per_round,
        delay=delay,
        starts=whole(_starts(found)),
        passing=whole(owner * len(Gating) + gating),
        reach=whole((district + 1) * 2 + site),
    )


def _starts(rows: Sequence[Row]) -> list[int]:
    keys = [(row.owner, row.cell) for row in rows]
    return [place for place, key in enumerate(keys) if not place or keys[place - 1] != key]
