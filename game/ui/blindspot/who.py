"""Who a reading is made of: the best and the worst off, those who left, and the projects that pull the same way."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from attrs import evolve

from game.city.exact import FULL
from game.city.people import Members, best_fifth, leanings, leavers, mean, worst_fifth
from game.city.state import adoptions
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.blindspot.eyes import Eyes
from game.ui.node import Node
from game.wording.accounts import people_told


def who(eyes: Eyes, of: str) -> list[Node]:
    """Returns the panels that show who or what a reading is made of; none for one that causes alone explain."""
    makers: Mapping[str, Callable[[], list[Node]]] = {
        "equity": partial(_ends, eyes),
        "worst_fifth": lambda: [_fifth(eyes, worst_fifth(eyes.game.model, eyes.cities[-1]), "worst")],
        "displaced": partial(_gone, eyes),
        "coherence": partial(_projects, eyes),
    }
    return makers[of]() if of in makers else []


def _ends(eyes: Eyes) -> list[Node]:
    model, city = eyes.game.model, eyes.cities[-1]
    return [_fifth(eyes, best_fifth(model, city), "best"), _fifth(eyes, worst_fifth(model, city), "worst")]


def _fifth(eyes: Eyes, found: tuple[Members, ...], end: str) -> Node:
    """Returns one resident in five, group by group; those who left are told together."""
    rows = [_members(eyes, each) for each in found if not each.left]
    left = [each for each in found if each.left]
    if left:
        rows.insert(0 if end == "worst" else len(rows), _members(eyes, _together(left)))
    head = w.row(
        w.heading(eyes.say(end), t.STRONG, grow=1), w.Label(eyes.words.points(mean(found)), 34, t.BOLD, align="end"),
        gap=t.M, align="center",
    )  # fmt: skip
    return w.Panel(head, *rows, pad=t.M, gap=t.S, raised=False, fill="sunken", key=f"fifth {end}")


def _together(found: list[Members]) -> Members:
    return evolve(found[0], people=sum(each.people for each in found))


def _members(eyes: Eyes, found: Members) -> Node:
    name, where = eyes.teller.measure(found.group), eyes.teller.place(found.district)
    told = eyes.say("gone") if found.left else eyes.say("members", group=name, place=where)
    level = eyes.words.points(found.satisfaction)
    end = (
        w.Bar(found.satisfaction / FULL, "accent", height=12, width=150, label=told, value=level),
        w.Label(level, t.BODY, t.BOLD, align="end", width=44, label=""),
    )
    return w.row(
        w.Icon("luggage" if found.left else "users", 24, "soft"),
        w.column(
            w.Paragraph(told, t.SMALL, t.SEMIBOLD, leading=1.2), w.caption(people_told(eyes.teller, found.people)),
            gap=0, grow=1,
        ),
        *(end if found.left or found.group in eyes.shown else (w.Icon("lock", 24, "soft"),)),
        gap=12, align="center",
    )  # fmt: skip


def _gone(eyes: Eyes) -> list[Node]:
    """Returns from which groups and from which districts people had to leave."""
    found = leavers(eyes.game.model, eyes.cities[-1])
    if not found:
        return [w.Paragraph(eyes.words.say("report.find.nobody_left"), t.BODY)]
    by_group = _counted((eyes.teller.measure(each.group), each.people) for each in found)
    by_place = _counted((eyes.teller.place(each.district), each.people) for each in found)
    return [_counts(eyes, "from_groups", by_group), _counts(eyes, "from_districts", by_place)]


def _counted(people: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Returns the people of each name, the most numerous first."""
    sums: dict[str, int] = {}
    for name, number in people:
        sums[name] = sums.get(name, 0) + number
    return dict(sorted(sums.items(), key=lambda entry: -entry[1]))


def _counts(eyes: Eyes, key: str, counts: Mapping[str, int]) -> Node:
    rows = [
        w.row(
            w.Paragraph(name, t.BODY, grow=1),
            w.Label(people_told(eyes.teller, number), t.BODY, t.SEMIBOLD, align="end"), gap=t.M, align="center",
        )
        for name, number in counts.items()
    ]  # fmt: skip
    return w.Panel(
        w.heading(eyes.say(key), t.STRONG), *rows, pad=t.M, gap=t.S, raised=False, fill="sunken", key=key
    )


def _projects(eyes: Eyes) -> list[Node]:
    """Returns the projects decided, under the vision they serve."""
    model, words = eyes.game.model, eyes.words
    least, city = round(model.rules.dynamics.coherence_least.value), eyes.cities[-1]
    decided = len(adoptions(model, city))
    few = [w.Paragraph(words.count("account.too_few", least), t.BODY)] if decided < least else []
    panels = [
        w.Panel(
            w.row(
                w.heading(words.say(f"leaning.{leaning.value}"), t.STRONG, grow=1),
                w.Label(eyes.say("of_all", n=len(found), all=decided), t.STRONG, t.BOLD), gap=t.M,
            ),
            *(
                w.row(
                    w.Tile(model.interventions[each].icon, "on_tech", model.interventions[each].tech.value, 40),
                    w.Paragraph(eyes.teller.title(each), t.BODY, grow=1), gap=12, align="center",
                )
                for each in found
            ),
            pad=t.M, gap=t.S, raised=False, fill="sunken", key=f"leaning {leaning.value}",
        )
        for leaning, found in leanings(model, city).items()
    ]  # fmt: skip
    return [*few, *panels]
