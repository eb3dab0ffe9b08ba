"""What each answer takes: money now and every round, time, data, people who must join, and a way back."""

from collections.abc import Callable, Sequence
from typing import Final

from game.content.cards import DataKind, Intervention
from game.content.shapes import IndicatorId
from game.ui.compare.facts import Cell, Fact
from game.ui.compare.sight import Sight
from game.wording.sizes import ARROWS, direction, size

DEPENDENCY: Final = IndicatorId("dependency")
BOUND: Final = ("none", "light", "clear", "heavy")
"""What the three degrees of restriction are called."""


def takes(sight: Sight) -> list[Fact]:
    """Returns the rows of what each answer takes."""
    prospects = [sight.prospect(answer.id) for answer in sight.answers]
    upkeep = [round(answer.upkeep * 1000) for answer in sight.answers]
    return [
        _amounts(sight, "public", "coins", [each.public for each in prospects], sight.words.money),
        _amounts(sight, "private", "briefcase", [each.private for each in prospects], sight.words.money),
        _amounts(sight, "upkeep", "wrench", upkeep, sight.words.exact_money),
        _opening(sight),
        _each(sight, "data", "database", _data),
        _each(sight, "whom", "users", _whom),
        _each(sight, "back", "undo-2", lambda _, answer: sight.words.say(f"table.answer.{answer.reversibility.value}")),
        _each(sight, "partners", "handshake", _partners),
        _dependency(sight),
        _each(sight, "bound", "ban", lambda _, answer: sight.say(f"bound.{BOUND[answer.restriction]}")),
    ]


def _each(sight: Sight, key: str, icon: str, told: Callable[[Sight, Intervention], str]) -> Fact:
    cells = tuple(Cell(told(sight, answer)) for answer in sight.answers)
    return Fact(key, sight.say(f"row.{key}"), icon, cells)


def _amounts(sight: Sight, key: str, icon: str, amounts: Sequence[int], told: Callable[[int], str]) -> Fact:
    """Returns a row of money, each beside the largest, the least and the most named."""
    written = [told(amount) for amount in amounts]
    marks = _ends(sight, written, amounts)
    most = max(*amounts, 1)
    cells = [Cell(text, mark, amount / most) for text, mark, amount in zip(written, marks, amounts, strict=True)]
    return Fact(key, sight.say(f"row.{key}"), icon, tuple(cells))


def _ends(sight: Sight, written: Sequence[str], amounts: Sequence[int]) -> list[str]:
    """Returns which amount is the least and which the most, where none other is written like it."""
    told = {min(amounts): "least", max(amounts): "most"}
    return [
        sight.say(told[amount]) if amount in told and written.count(text) == 1 else ""
        for text, amount in zip(written, amounts, strict=True)
    ]


def _opening(sight: Sight) -> Fact:
    """Returns when each opens; later where residents would contest it."""
    waits = [max(0, sight.prospect(answer.id).opens - sight.state.round) for answer in sight.answers]
    cells = []
    for answer, wait in zip(sight.answers, waits, strict=True):
        found = sight.prospect(answer.id)
        when = sight.words.whole(found.opens)
        told = sight.words.count("compare.opens", wait, round=when) if wait else sight.say("now")
        late = sight.say("late") if found.contested else ""
        cells.append(Cell(told, late, wait / max(*waits, 1)))
    return Fact("opens", sight.say("row.opens"), "construction", tuple(cells))


def _data(sight: Sight, answer: Intervention) -> str:
    """Returns what an answer records, and whether of people one by one or as counts; nothing needs no kind."""
    what = sight.words.of(answer.data.what)
    if answer.data.kind is DataKind.NONE:
        return what
    return sight.say("data", kind=sight.say(f"data.{answer.data.kind.value}"), what=what)


def _whom(sight: Sight, answer: Intervention) -> str:
    """Returns which data about people an answer collects, as the rules name them."""
    if answer.data.kind is DataKind.NONE:
        return sight.say("nobody")
    names = {each.id: sight.words.of(each.name) for each in sight.game.model.rules.data_sets}
    sets = ", ".join(names[each] for each in answer.data.sets)
    counted = answer.data.kind is DataKind.AGGREGATE
    return sight.say("counted" if counted else "named", sets=sets) if sets else sight.say(
        "everyone_counted" if counted else "everyone_named"
    )


def _partners(sight: Sight, answer: Intervention) -> str:
    """Returns who must join an answer, and whether they have."""
    if not answer.partners:
        return sight.say("partner.none")
    proposal = sight.state.proposal(answer.id)
    missing = proposal.missing if proposal else answer.partners
    names = ", ".join(sight.teller.seat(seat) for seat in missing or answer.partners)
    key = "needs" if proposal is None else "waits" if missing else "joined"
    return sight.say(f"partner.{key}", who=names)


def _dependency(sight: Sight) -> Fact:
    """Returns how far each answer ties the city to its suppliers by itself, once everyone may know."""
    if DEPENDENCY not in sight.shown:
        cells = tuple(Cell(sight.say("covered"), locked=True) for _ in sight.answers)
    else:
        cells = tuple(Cell(_tied(sight, answer)) for answer in sight.answers)
    return Fact("dependency", sight.teller.measure(DEPENDENCY), "link", cells)


def _tied(sight: Sight, answer: Intervention) -> str:
    points = round(sum(each.points for each in answer.effects if each.indicator == DEPENDENCY))
    told = f"{ARROWS[direction(points)]} {sight.words.say(f'size.{size(points)}')}"
    return f"{told} ({sight.words.signed(points, 0)})" if points else told
