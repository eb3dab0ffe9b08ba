"""Panels of composed figures: what each strand counts for and where its own account is; how far a vision is."""

from collections.abc import Sequence

from game.city.exact import FULL
from game.report.causes import Line
from game.report.charts import arrowed
from game.report.made import Gap, Made
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.inquiry.asking import why_of
from game.ui.node import Node
from game.wording.teller import Teller


def strand_panel(made: Made, teller: Teller, name: str, lines: Sequence[Line]) -> list[Node]:
    """Returns what a strand counts for, and the way to its own account; why it has no name, where it is covered."""
    words = teller.words
    amount = next(line.amount for line in lines if line.name == name)
    moved = w.Paragraph(arrowed(amount, words), t.BODY, t.SEMIBOLD, "rise" if amount > 0 else "fall")
    strand = next((each for each in made.strands if each.name == name), None)
    if strand is None:
        told = [w.Paragraph(words.say("made.covered"), t.BODY)]
    else:
        key = "made.counts" if strand.weight > 0 else "made.counts_against"
        told = [w.Paragraph(words.say(key, share=words.percent(abs(strand.weight)), name=made.name), t.BODY)]
    ask = [] if strand is None else [_ask(teller, strand.of, strand.name)]
    return [w.heading(name, t.STRONG), moved, *told, *ask]


def _ask(teller: Teller, of: str, name: str) -> Node:
    told = teller.words.say("made.why", what=name)
    return w.Button(told, "circle-help", on_press=why_of(teller.game, of), size=t.SMALL, tall=52, key=f"why {of}")


def gap_rows(found: Sequence[Gap], teller: Teller, shown: frozenset[str]) -> list[Node]:
    """Returns a row an axis: the city, the vision, the gap between, and why the city stands there.

    What is covered comes last, by name: its place among the others would tell how far it is.
    """
    hidden = sorted((gap for gap in found if gap.of not in shown), key=lambda gap: gap.name)
    return [*(_gap(gap, teller) for gap in found if gap.of in shown), *(_hidden(gap, teller) for gap in hidden)]


def _gap(gap: Gap, teller: Teller) -> Node:
    words = teller.words
    told = words.say("made.gap", city=words.points(gap.city), vision=words.points(gap.vision))
    ask = w.IconButton(
        "circle-help", words.say("made.why", what=gap.name), "secondary", on_press=why_of(teller.game, gap.of), tall=48,
        key=f"why {gap.of}",
    )  # fmt: skip
    return w.row(
        w.column(w.Paragraph(gap.name, t.STRONG, t.SEMIBOLD), w.Paragraph(told, t.BODY, colour="soft"), gap=0, grow=2),
        w.Bar(gap.city / FULL, "accent", gap.vision / FULL, grow=3, label=gap.name, value=told),
        w.Label(words.say("made.apart", gap=words.points(gap.amount)), t.STRONG, t.BOLD, align="end", width=140), ask,
        gap=t.M, align="center", key=f"gap {gap.of}",
    )  # fmt: skip


def _hidden(gap: Gap, teller: Teller) -> Node:
    words = teller.words
    told = words.say("compare.cell", row=gap.name, answer=words.say("compare.covered"))
    return w.row(
        w.Icon("lock", 26, "soft"), w.Paragraph(told, t.BODY, colour="soft", grow=1), gap=t.M, align="center",
        key=f"gap {gap.of}",
    )  # fmt: skip
