"""What no gauge shows, a line each: how it stands, what it means, why, or who will see it and when."""

from collections.abc import Mapping
from typing import Final

from game.city.people import inhabitants, leavers
from game.city.scoring import level_of
from game.content.shapes import Text
from game.engine.moves import Cover, Reveal
from game.report.charts import arrowed
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.blindspot.eyes import Eyes
from game.ui.node import Node
from game.ui.scene import Push, Submit
from game.wording.accounts import people_told
from game.wording.showing import when_told

ICONS: Final[Mapping[str, str]] = {
    "lived": "heart",
    "equity": "scale",
    "worst_fifth": "users-round",
    "displaced": "luggage",
    "human_share": "gavel",
    "coherence": "puzzle",
    "dependency": "link",
}
"""The readings beyond the gauges, in the order a table asks for them, and their icons."""
STILL: Final = 50
"""Milli-points under which a change shows as none."""


def readings(eyes: Eyes) -> list[Node]:
    """Returns a line for each reading, then one for each group of residents."""
    rules = eyes.game.model.rules
    abouts: dict[str, Text] = {each.id: each.about for each in rules.readings}
    abouts |= {each.id: each.about for each in rules.city_variables}
    beyond = [line(eyes, of, icon, abouts[of]) for of, icon in ICONS.items()]
    groups = [line(eyes, group.id, "users", group.about) for group in rules.groups]
    legend = () if eyes.session.over else (
        w.row(w.Icon("eye", 24, "soft"), w.Paragraph(eyes.say("legend"), t.SMALL, colour="soft", grow=1), gap=10),
    )  # fmt: skip
    return [*legend, *beyond, w.heading(eyes.say("groups"), t.STRONG), *groups]


def line(eyes: Eyes, of: str, icon: str, about: Text) -> Node:
    """Returns how one reading stands and what it means, or who will see it and when."""
    name, shown = eyes.teller.measure(of), of in eyes.shown
    alone = shown and of not in eyes.on_table
    tile = w.Tile(icon if shown else "lock", "accent" if shown else "soft", "accent_tint" if shown else "track", 44)
    end = (*_level(eyes, of), _why(eyes, of, name)) if shown else ()
    said = _said(eyes, of, about) if shown else [when_told(eyes.teller, of)]
    return w.Panel(
        w.row(tile, w.Paragraph(name, t.BODY, t.SEMIBOLD, grow=1), *end, *lifting(eyes, of), gap=12, align="center"),
        *(w.Paragraph(each, t.SMALL, colour="soft", leading=1.25) for each in said),
        fill="surface" if shown else "sunken", stroke="accent" if alone else "line", raised=False,
        pad=(8, t.M, 10, t.M), gap=4, key=f"reading {of}",
    )  # fmt: skip


def _said(eyes: Eyes, of: str, about: Text) -> list[str]:
    """Returns what a reading means, and for the displaced who they are."""
    told = [eyes.words.of(about)]
    gone = leavers(eyes.game.model, eyes.cities[-1]) if of == "displaced" else ()
    if gone:
        by_group: dict[str, int] = {}
        for each in gone:
            by_group[each.group] = by_group.get(each.group, 0) + each.people
        ranked = sorted(by_group.items(), key=lambda entry: -entry[1])
        parts = [eyes.say("of_group", group=eyes.teller.measure(group), n=_count(eyes, n)) for group, n in ranked]
        whole = people_told(eyes.teller, sum(by_group.values()))
        told.append(eyes.say("displaced", whole=whole, parts=" · ".join(parts)))
    return told


def _count(eyes: Eyes, share: int) -> str:
    """Returns a number of people, or a share where the city does not count them."""
    number = inhabitants(eyes.game.model, share)
    return people_told(eyes.teller, share) if number is None else eyes.words.whole(number)


def _level(eyes: Eyes, of: str) -> tuple[Node, ...]:
    """Returns where a reading stands and how far it went since the start."""
    words, model = eyes.words, eyes.game.model
    level, start = level_of(model, eyes.cities[-1], of), level_of(model, eyes.cities[0], of)
    moved = level - start
    tone = "soft" if abs(moved) < STILL else "rise" if moved > 0 else "fall"
    written = words.say("number.percent", number=words.points(level, 1)) if of == "displaced" else words.points(level)
    return (
        w.Label(written, 34, t.BOLD, align="end", label=""),
        w.Label(arrowed(moved, words), t.SMALL, t.SEMIBOLD, tone, align="end", width=86, label=written,
                value=arrowed(moved, words)),
    )  # fmt: skip


def _why(eyes: Eyes, of: str, name: str) -> Node:
    seat = eyes.look.seat if of not in eyes.on_table else None
    ask = Push("account", {"of": of, "seat": seat})
    return w.IconButton("circle-help", eyes.say("why", what=name), "secondary", tall=48, on_press=ask, key=f"why {of}")


def lifting(eyes: Eyes, of: str) -> tuple[Node, ...]:
    """Returns the facilitator's hand on a cover: to lift it for everyone, or to let it fall again."""
    if eyes.session.over:
        return ()
    name, lifted = eyes.teller.measure(of), of in eyes.session.state.lifted
    if of in eyes.on_table and not lifted:
        return ()
    icon, key = ("eye-off", "cover_again") if lifted else ("eye", "show_all")
    press = Submit(Cover(of) if lifted else Reveal(of))
    return (w.IconButton(icon, eyes.say(key, what=name), "secondary", tall=48, on_press=press, key=f"lift {of}"),)
