"""The pages of the debrief on screen: one thing at a time, large enough to talk about."""

from collections.abc import Callable, Mapping
from typing import Final

from attrs import frozen

from game.city.exact import FULL
from game.report import charts, findings
from game.report.charts import STYLES
from game.report.figures import Debrief, Series
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.debrief.fit import fitted
from game.ui.debrief.ledger import branches, funded, funds, given, incidents, lifted, money, promises
from game.ui.debrief.rolls import decisions, questions, seats
from game.ui.debrief.roster import changes, seated
from game.ui.inquiry.asking import asks
from game.ui.learning.results import result
from game.ui.node import Node
from game.ui.scene import Push
from game.wording.packs import departs
from game.wording.words import Words

PAGES: Final = {
    "short": "sparkles",
    "curves": "chart-line",
    "why": "split",
    "whom": "users",
    "vision": "compass",
    "six": "radar",
    "decisions": "gavel",
    "money": "coins",
    "seats": "drama",
    "room": "armchair",
    "learnt": "graduation-cap",
    "questions": "messages-square",
}
"""The pages in the order a table reads them, and their icons."""
NEEDED: Final = {"room": "presence", "learnt": "learnt"}
"""What must have been recorded for a page to be there, by its name in the debrief."""
SIDE: Final = 640
LIVED: Final = "heart"
"""The icon of lived quality, which is no gauge of the rules."""
FEW: Final = 5
"""Sentences in short that stand well apart; more of them are set closer, so that all are seen at once."""
LEAST: Final = 640
"""Width under which the labels of a radar or a compass run into one another."""


@frozen
class Turned:
    """What a page shows of itself: which account, which question, whether secrets are lifted."""

    account: int = 0
    question: int = 0
    lifted: bool = False


@frozen
class Leaf:
    """A page being made: the figures, the words, and the room it has, in design units."""

    debrief: Debrief
    words: Words
    turned: Turned
    icons: Mapping[str, str]
    """Of the gauges, by id."""
    width: float
    high: float

    @property
    def large(self) -> bool:
        """Whether text is so enlarged that columns stand under one another."""
        return self.width < 1240

    def beside(self, start: Node, end: Node, end_width: float = SIDE) -> Node:
        """Returns two parts side by side, or one under the other."""
        if self.large:
            return w.column(start, end, gap=t.XL)
        start.grow, end.width = 1, end_width
        return w.row(start, end, gap=t.XL)

    def left(self, end_width: float = SIDE) -> float:
        """Returns the width that a part has beside another one."""
        return self.width if self.large else self.width - end_width - t.XL


def pages_of(debrief: Debrief) -> tuple[str, ...]:
    """Returns the pages of a debrief: who sat where only if that changed, what was learnt only if it was asked."""
    return tuple(name for name in PAGES if name not in NEEDED or getattr(debrief, NEEDED[name]) is not None)


def page(name: str, leaf: Leaf) -> list[Node]:
    """Returns the page of that name: its finding as a title, then what shows it."""
    makers: dict[str, Callable[[Leaf], list[Node]]] = {
        "short": _short,
        "curves": _curves,
        "why": _why,
        "whom": _whom,
        "vision": _vision,
        "six": _six,
        "decisions": _decisions,
        "money": _money,
        "seats": _seats,
        "room": _room,
        "learnt": _learnt,
        "questions": lambda leaf: questions(leaf.debrief, leaf.words, leaf.turned.question, leaf.high),
    }
    return makers[name](leaf)


def mixture_told(debrief: Debrief, words: Words) -> str:
    """Returns the city in one line: the visions it mixes, the largest first."""
    percents = debrief.compass.percents
    named = [f"{words.percent(percents[each.id])} {each.name}" for each in debrief.compass.visions[:3]]
    return words.say("debrief.mixture", visions=", ".join(named))


def _decisions(leaf: Leaf) -> list[Node]:
    """Returns what was decided under its finding, beside it the ways to play it otherwise."""
    title, *rest = decisions(leaf.debrief, leaf.words)
    ways = _played_otherwise(leaf.words, leaf.large)
    if leaf.large:
        return [title, ways, *rest]
    title.grow = 1
    return [w.row(title, ways, gap=t.L, align="center"), *rest]


def _played_otherwise(words: Words, large: bool) -> Node:
    """Returns the ways to what-ifs, and to the answers of each challenge side by side as they stood on the table."""
    what_if = w.Button(words.say("whatif.title"), "git-fork", "primary", Push("whatif"), tall=52, key="whatif")
    look = w.Button(words.say("compare.title"), "columns-3", on_press=Push("compare"), tall=52, key="compare")
    return w.flow(what_if, look, gap=t.M) if large else w.row(what_if, look, gap=t.M)


def _title(told: str) -> Node:
    return w.heading(told, t.TITLE)


def _short(leaf: Leaf) -> list[Node]:
    debrief, words = leaf.debrief, leaf.words
    sentences = findings.in_short(debrief, words)[:-1]  # the last one is the title
    size = 28 if len(sentences) <= FEW else 26
    told = [
        w.row(w.Icon("move-right", size, "accent"), w.Paragraph(each, size, grow=1, leading=1.2), gap=t.M)
        for each in sentences
    ]
    title = mixture_told(debrief, words)
    bars = fitted(lambda width, text: charts.mixture(debrief.compass, words, title, width, text), SIDE - 8, leaf.high)
    head = w.heading(title, t.HEADING)
    columns = 5 if leaf.width > 1600 else 2 if leaf.large else 3
    levels = w.grid(columns, *(_level(leaf, each, at) for at, each in enumerate(debrief.series)), gap=t.M)
    listed = w.column(*told, gap=t.XL if len(told) <= FEW else t.M)
    return [head, *_whose_rules(debrief, words), levels, w.space(t.S), leaf.beside(listed, bars)]


def _whose_rules(debrief: Debrief, words: Words) -> list[Node]:
    """Returns which rules were played, when they are not the paper's."""
    if debrief.rules is None:
        return []
    told = departs(debrief.rules.name, len(debrief.rules.departs_on), words)
    return [w.Paragraph(told, t.BODY, colour="soft")]


def _tone(told: str) -> str:
    """Returns the colour of a change as it is written: one that has no arrow has none.

    >>> _tone("▼ −0.1"), _tone("0.0")
    ('fall', 'soft')
    """
    return {"▲": "rise", "▼": "fall"}.get(told[:1], "soft")


def _level(leaf: Leaf, series: Series, at: int) -> Node:
    """Returns where a gauge ended, how far it went, and where it started as a mark on its bar; press it for why."""
    words, shift, hue = leaf.words, series.shift, STYLES[series.id][0]
    change = charts.arrowed(shift.change, words)
    moved = words.say("debrief.from", change=change, before=words.points(shift.before))
    return w.Card(
        w.row(
            w.Tile(leaf.icons.get(series.id, LIVED), hue, f"{hue}_tint", 48),
            w.Paragraph(series.name, t.BODY, t.SEMIBOLD, leading=1.2, grow=1),
            w.Label(words.points(shift.after), t.NUMBER, t.BOLD),
            gap=12, align="center",
        ),
        w.Bar(shift.after / FULL, hue, shift.before / FULL, label=series.name),
        w.Label(moved, t.SMALL, t.SEMIBOLD, _tone(change)),
        pad=t.M, gap=10, raised=False, on_press={"page": "why", "account": at}, key=f"level {series.id}",
        label=words.say("made.why", what=series.name), value=moved,
    )  # fmt: skip


def _curves(leaf: Leaf) -> list[Node]:
    debrief, words = leaf.debrief, leaf.words
    flags: dict[int, str] = {}
    for account in debrief.turning_points:
        told = f"{account.name} {charts.arrowed(account.shift.change, words)}"
        flags[account.until] = f"{flags[account.until]} · {told}" if account.until in flags else told
    marks = [charts.Flag(until, words.whole(until), tip) for until, tip in flags.items()]
    title = findings.blind_spot(debrief.series, words)
    chart = fitted(
        lambda width, text: charts.curves(debrief.series, marks, words, title, width, text), leaf.width, leaf.high - 60
    )
    return [_title(title), chart]


def _why(leaf: Leaf) -> list[Node]:
    debrief, words = leaf.debrief, leaf.words
    accounts = [*debrief.accounts, *debrief.turning_points]
    chosen = accounts[min(leaf.turned.account, len(accounts) - 1)]
    whole = [_account(leaf, at) for at in range(len(debrief.accounts))]
    turns = [_account(leaf, at) for at in range(len(debrief.accounts), len(accounts))]
    heads = [w.heading(words.say(key), t.BODY) for key in ("debrief.whole", "debrief.turns")]
    listed = w.column(heads[0], *whole, *([heads[1], *turns] if turns else []), gap=t.S)
    title = findings.turn(chosen, words)
    chart = fitted(
        lambda width, text: charts.waterfall(chosen, words, title, width, text), leaf.left(560) - t.S, leaf.high - 60
    )
    return [_title(title), leaf.beside(chart, listed, 560)]


def _account(leaf: Leaf, at: int) -> Node:
    """Returns one account to choose: a gauge over the whole session, or one of the rounds that changed most."""
    words, debrief = leaf.words, leaf.debrief
    account = [*debrief.accounts, *debrief.turning_points][at]
    told = charts.arrowed(account.shift.change, words)
    name = account.name
    if at >= len(debrief.accounts):
        name = words.say("debrief.in_round", round=words.whole(account.until), gauge=name)
    return w.Card(
        w.row(
            w.Label(name, t.BODY, t.SEMIBOLD, grow=1),
            w.Label(told, t.BODY, t.SEMIBOLD, _tone(told)),
            gap=t.M,
            align="center",
        ),
        pad=(10, t.M), raised=False, chosen=at == leaf.turned.account, on_press={"account": at}, key=f"account {at}",
        label=name, role="radio",
    )  # fmt: skip


def _whom(leaf: Leaf) -> list[Node]:
    debrief, words = leaf.debrief, leaf.words
    rows = [charts.Row(group.name, group.satisfaction) for group in debrief.groups]
    across = leaf.width if leaf.large else leaf.width * 0.46
    title = findings.people(debrief.groups, words)
    groups = fitted(lambda width, text: charts.slopes(rows, words, title, width, text), across, leaf.high - 260)
    names = [each.name for each in debrief.series]
    heat = fitted(
        lambda width, text: charts.heat(debrief.districts, names, words, title, width, text),
        leaf.left(across) - t.S, leaf.high - 90,
    )  # fmt: skip
    left = w.Paragraph(findings.displaced(debrief.groups, words), t.BODY, colour="soft")
    both = (
        w.column(heat, w.Paragraph(words.say("report.caption.heat"), t.SMALL, colour="soft"), gap=t.M),
        groups,
    )
    lives = asks(words, [(group.name, Push("account", {"of": group.id})) for group in debrief.groups])
    return [_title(title), left, leaf.beside(*both, end_width=across), lives]


def _vision(leaf: Leaf) -> list[Node]:
    debrief, words = leaf.debrief, leaf.words
    near = debrief.compass.visions[0]
    title = findings.resemblance(debrief.compass, words)
    bars = fitted(lambda width, text: charts.mixture(debrief.compass, words, title, width, text), SIDE - 8, leaf.high)
    side = min(leaf.left(), max(LEAST, leaf.high - 110))
    way = fitted(lambda width, text: charts.path(debrief.compass, words, title, width, text), side, leaf.high)
    about = w.Paragraph(near.about, t.BODY, colour="soft")
    patchwork = w.Paragraph(words.say("report.lead.compass"), t.SMALL, colour="soft")
    far = asks(words, [(v.name, Push("made", {"kind": "vision", "of": v.id})) for v in debrief.compass.visions])
    measure = w.Button(words.say("rulers.open"), "scale", on_press=Push("rulers"), tall=52, breaks=True, key="rulers")
    end = w.column(bars, w.Divider(), about, patchwork, measure, far, gap=t.M)
    return [_title(title), leaf.beside(way, end)]


def _six(leaf: Leaf) -> list[Node]:
    debrief, words = leaf.debrief, leaf.words
    rows = [charts.Row(reading.name, reading.shift) for reading in debrief.readings]
    across = leaf.width if leaf.large else leaf.width * 0.5
    web = min(leaf.left(across), max(LEAST, leaf.high * 1.1))
    title = findings.largest(debrief.dimensions, words)
    radar = fitted(lambda width, text: charts.radar(debrief.dimensions, words, title, width, text), web, leaf.high)
    scores = fitted(
        lambda width, text: charts.scores(rows, words, title, width, text), across - t.S, leaf.high - 120
    )
    beyond = w.column(
        warning(debrief.warning, words), w.heading(words.say("report.section.readings"), t.STRONG), scores,
        *lifted(debrief, words), gap=t.M,
    )  # fmt: skip
    made = [(each.name, Push("made", {"kind": "dimension", "of": each.id})) for each in debrief.dimensions]
    levels = [(each.name, Push("account", {"of": each.id})) for each in debrief.readings]
    return [_title(title), leaf.beside(radar, beyond, across), asks(words, made), asks(words, levels)]


def warning(told: str, words: Words) -> Node:
    """Returns what the paper says of the dimensions of rankings, to stand beside them."""
    return w.Panel(
        w.row(
            w.Icon("triangle-alert", 28, "fall"),
            w.heading(words.say("report.warning"), t.BODY, weight=t.SEMIBOLD, grow=1), gap=12, align="center",
        ),
        w.Paragraph(told, t.SMALL), fill="sunken", raised=False, pad=t.M, gap=t.S, key="warning",
    )  # fmt: skip


def _money(leaf: Leaf) -> list[Node]:
    debrief, words = leaf.debrief, leaf.words
    title = findings.purse(debrief.budget, words)
    chart = fitted(
        lambda width, text: charts.purse(debrief.budget, words, title, width, text), leaf.left(), leaf.high - 300
    )
    books = [(words.say(f"ledger.{of}"), Push("ledger", {"of": of})) for of in ("money", "time")]
    spent = w.column(money(debrief, words), asks(words, books), chart, gap=t.M)
    met = w.column(*branches(debrief, words), *incidents(debrief, words), *promises(debrief, words), gap=t.M)
    paid = [part(debrief, words, leaf.width - t.S, leaf.high) for part in (funds, funded)]
    return [_title(title), leaf.beside(spent, met), *paid[0], *paid[1]]


def _seats(leaf: Leaf) -> list[Node]:
    debrief, words = leaf.debrief, leaf.words
    rows = [charts.Row(payoff.stakeholder, payoff.score) for payoff in debrief.payoffs]
    across = leaf.width if leaf.large else leaf.width * 0.48
    title = findings.payoffs(debrief, words)
    scores = fitted(lambda width, text: charts.scores(rows, words, title, width, text), leaf.left(across), leaf.high)
    people = w.flow(
        w.Button(words.say("commit.title"), "pen-line", "primary", Push("commitments"), tall=52, key="commitments"),
        w.Button(
            words.say("recorded.title"), "fingerprint", on_press=Push("recorded"), tall=52, breaks=True, key="recorded"
        ),
        gap=t.M,
    )  # fmt: skip
    cards = w.column(people, *given(debrief, words), *seats(debrief, words, leaf.turned.lifted), gap=t.M)
    lifted_now = leaf.turned.lifted
    made = [
        (each.stakeholder, Push("made", {"kind": "payoff", "of": each.id, "lifted": lifted_now}))
        for each in debrief.payoffs
    ]
    return [_title(title), leaf.beside(w.column(scores, asks(words, made), gap=t.L), cards, across)]


def _room(leaf: Leaf) -> list[Node]:
    found, words = leaf.debrief.presence, leaf.words
    assert found is not None
    title = _title(words.count("report.roster.moved", len(found.told)))
    about = w.Paragraph(words.say("report.roster.about"), t.BODY, colour="soft")
    told = w.column(*changes(found, words), gap=t.M)
    return [title, about, leaf.beside(seated(found, words, leaf.left()), told)]


def _learnt(leaf: Leaf) -> list[Node]:
    found, words = leaf.debrief.learnt, leaf.words
    assert found is not None
    return result(words, found, leaf.width - t.S, leaf.large)
