"""What each answer would do, gauge by gauge, district by district, group by group: words first, then whole points."""

from collections.abc import Callable
from typing import Final

from game.city.prospect import HOMES, Span
from game.content.cards import Intervention
from game.content.shapes import GroupId
from game.ui.compare.facts import Asked, Cell, Fact
from game.ui.compare.sight import Sight
from game.wording.sizes import move_told, span_told, whole

ENDS: Final = 2
"""Winners and losers named one by one; more of them are counted."""


def does(sight: Sight) -> list[Fact]:
    """Returns a row for each gauge that everyone may see."""
    rows = []
    for rule in sight.game.model.rules.headlines:
        if rule.id in sight.shown:
            of = str(rule.id)
            cells = tuple(
                _cell(sight, answer, of, sight.words.of(rule.name), sight.prospect(answer.id).moved[of], drawn=True)
                for answer in sight.answers
            )
            rows.append(Fact(of, sight.words.of(rule.name), rule.icon, cells, rule.id))
    return rows


def for_whom(sight: Sight) -> list[Fact]:
    """Returns who would win and lose most, then a row for each group and each district."""
    groups, districts = _groups(sight), _districts(sight)
    if not groups and not districts:
        return []
    return [_ends(sight, "win", 1, [*groups, *districts]), _ends(sight, "lose", -1, [*groups, *districts]), *groups,
            *districts]  # fmt: skip


def _cell(sight: Sight, answer: Intervention, of: str, name: str, span: Span, drawn: bool = False) -> Cell:
    moved, told = whole(span.low) or whole(span.high), move_told(span.middle, sight.words)
    if moved:
        told = f"{told} · {span_told(span, sight.words)}"
    because = _reason(sight, answer, of) if moved else ""
    return Cell(told, because, span=span, drawn=drawn, press=Asked(answer.id, of, name))


def _reason(sight: Sight, answer: Intervention, of: str) -> str:
    """Returns through what most of it comes, or nothing where that is not shown yet."""
    through = sight.prospect(answer.id).through[of]
    return sight.say("through", what=sight.teller.measure(through)) if through in sight.shown else ""


def _groups(sight: Sight) -> list[Fact]:
    """Returns a row a group: how it would live where that is shown, else what is measured where its people live."""
    rows, mixed = [], not homes_only(sight)
    for group in sight.game.model.rules.groups:
        lived = group.id in sight.shown
        if not lived and "quality" not in sight.shown:
            continue
        of = group.id if lived else HOMES.format(group=group.id)
        name = sight.teller.measure(group.id)
        spanned = _lived(sight, group.id) if lived else _at_home(sight, group.id)
        cells = tuple(
            _cell(sight, answer, of, name, spanned(answer)) for answer in sight.answers
        )
        key = "home" if mixed and not lived else "group"
        rows.append(Fact(f"group {group.id}", sight.say(key, group=name), "users", cells, "quality"))
    return rows


def homes_only(sight: Sight) -> bool:
    """Tells whether no group's own life is shown yet: each is then measured where its people live."""
    return not any(group.id in sight.shown for group in sight.game.model.rules.groups)


def _lived(sight: Sight, group: GroupId) -> Callable[[Intervention], Span]:
    return lambda answer: sight.prospect(answer.id).moved[group]


def _at_home(sight: Sight, group: GroupId) -> Callable[[Intervention], Span]:
    return lambda answer: sight.prospect(answer.id).homes[group]


def _districts(sight: Sight) -> list[Fact]:
    if "quality" not in sight.shown:
        return []
    rows = []
    for district in sight.game.model.districts:
        name = sight.teller.place(district)
        cells = tuple(
            _cell(sight, answer, district, name, sight.prospect(answer.id).places[district])
            for answer in sight.answers
        )
        rows.append(Fact(f"district {district}", name, "map-pin", cells, "quality"))
    return rows


def _ends(sight: Sight, key: str, way: int, rows: list[Fact]) -> Fact:
    """Returns a row of those who win most by each answer, or lose most: by name, then counted."""
    cells = []
    for place in range(len(sight.answers)):
        column = [row.cells[place] for row in rows]
        moved = [(cell.press.name, way * whole(cell.span.middle)) for cell in column if cell.span and cell.press]
        found = sorted((entry for entry in moved if entry[1] > 0), key=lambda entry: -entry[1])
        names = ", ".join(name for name, _ in found[:ENDS])
        more = sight.words.count("compare.others", len(found) - ENDS) if len(found) > ENDS else ""
        cells.append(Cell(f"{names}{more}" if found else sight.say("no_one")))
    return Fact(key, sight.say(f"row.{key}"), "trending-up" if way > 0 else "trending-down", tuple(cells))
