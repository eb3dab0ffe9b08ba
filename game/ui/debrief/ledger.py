"""What the city paid, met and promised: its money, the shocks, the announcements beside what came of them."""

from typing import Final

from game.report import charts, findings, funders
from game.report.figures import Announcement, Debrief, GivenWord, Incident, PlayedLine
from game.report.plates import funds as drawn_funds
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.debrief.fit import fitted
from game.ui.node import Node
from game.wording.words import Words

FATES: Final = {"kept": ("check", "good"), "broken": ("x", "fall"), "untested": ("hourglass", "soft")}


def money(debrief: Debrief, words: Words) -> Node:
    """Returns where the money came from and went."""
    parts = [
        w.column(w.Label(words.money(amount), t.STRONG, t.BOLD), w.caption(words.say(key)), gap=2)
        for key, amount in debrief.budget.sums
    ]
    return w.Panel(w.flow(*parts, gap=t.L), pad=(t.S, t.M), raised=False, fill="sunken")


def funds(debrief: Debrief, words: Words, width: float, high: float) -> list[Node]:
    """Returns who paid for what was decided; nothing where nothing was."""
    if not any(decision.public + decision.private for decision in debrief.decisions):
        return []
    head = w.heading(findings.funds(debrief.decisions, words), t.STRONG)
    chart = fitted(lambda wide, text: drawn_funds(debrief.decisions, words, wide, text), width, high)
    return [w.Divider(), head, chart, w.Paragraph(words.say("funds.caption"), t.SMALL, colour="soft")]


def funded(debrief: Debrief, words: Words, width: float, high: float) -> list[Node]:
    """Returns which seats funded what; nothing where no participatory budget paid for anything."""
    found = debrief.funding
    if found is None:
        return []
    title = funders.finding(found, words)
    chart = fitted(lambda wide, text: charts.funding(found, words, title, wide, text), width, high)
    note = w.Paragraph(funders.note(found, words), t.SMALL, colour="soft")
    return [w.Divider(), w.heading(title, t.STRONG), chart, note]


def incidents(debrief: Debrief, words: Words) -> list[Node]:
    """Returns what happened to the city, in order."""
    if not debrief.incidents:
        return [w.Paragraph(words.say("debrief.no_incident"), t.BODY, colour="soft")]
    head = w.heading(words.say("report.incidents"), t.STRONG)
    return [head, *(_incident(each, words) for each in debrief.incidents)]


def _incident(incident: Incident, words: Words) -> Node:
    when = words.say("report.round", n=words.whole(incident.round))
    tag = f"{when} · {incident.district}" if incident.district else when
    return w.Panel(
        w.Label(tag, t.SMALL, t.MEDIUM, "soft"), w.Paragraph(incident.title, t.BODY, t.SEMIBOLD),
        w.Paragraph(incident.text, t.SMALL, colour="soft"), pad=t.M, gap=t.XS, raised=False, fill="sunken",
    )  # fmt: skip


def promises(debrief: Debrief, words: Words) -> list[Node]:
    """Returns each announcement beside what came of it; nothing when nothing was announced."""
    if not debrief.announcements:
        return []
    head = w.heading(findings.promises(debrief.announcements, words), t.STRONG)
    return [head, *(_promise(each, words) for each in debrief.announcements)]


def given(debrief: Debrief, words: Words) -> list[Node]:
    """Returns what the seats promised each other, and what came of it; nothing where no deal was made."""
    if not debrief.given_words:
        return []
    head = w.heading(findings.given_words(debrief.given_words, words), t.STRONG)
    return [head, *(_given(each, words) for each in debrief.given_words)]


def _given(word: GivenWord, words: Words) -> Node:
    icon, tone = FATES[word.fate]
    return w.row(
        w.Icon(icon, 28, tone),
        w.column(
            w.Paragraph(word.told, t.BODY), w.Label(words.say(f"fate.{word.fate}"), t.SMALL, t.SEMIBOLD, tone),
            gap=2, grow=1,
        ),
        gap=t.M, align="start",
    )  # fmt: skip


def _promise(promise: Announcement, words: Words) -> Node:
    kept = findings.is_kept(promise)
    told = words.say(
        "debrief.promise", gauge=promise.headline, announced=words.change(promise.announced),
        delivered=charts.arrowed(promise.delivered, words),
    )  # fmt: skip
    verdict = words.say("report.col.promise_kept") if kept else words.say("debrief.promise_broken")
    return w.row(
        w.Icon("check" if kept else "x", 28, "good" if kept else "ink", label=verdict),
        w.column(
            w.Paragraph(promise.intervention, t.BODY, t.SEMIBOLD), w.Paragraph(told, t.SMALL, colour="soft"),
            gap=2, grow=1,
        ),
        gap=t.M, align="start",
    )  # fmt: skip


def branches(debrief: Debrief, words: Words) -> list[Node]:
    """Returns the lines of play, the one that is told first named as such; nothing where there is only a trunk."""
    if not debrief.branches:
        return []
    told = next(each.name for each in debrief.branches if each.told)
    return [
        w.heading(words.say("branches.told", name=told), t.STRONG),
        *(_branch(each, words) for each in debrief.branches),
    ]


def _branch(line: PlayedLine, words: Words) -> Node:
    levels = " · ".join(f"{name} {words.points(level)}" for name, level in line.levels)
    left = (words.say("branches.left", parent=line.parent, where=line.left),) if line.parent else ()
    said = " · ".join((*left, line.reached))
    return w.Panel(
        w.row(
            w.Icon("git-branch" if line.parent else "route", 26, "accent" if line.told else "soft"),
            w.Paragraph(line.name, t.BODY, t.SEMIBOLD, grow=1), gap=12, align="center",
        ),
        w.Paragraph(said, t.SMALL, colour="soft"), w.Paragraph(levels, t.SMALL, t.MEDIUM),
        pad=t.M, gap=t.XS, raised=False, fill="accent_tint" if line.told else "sunken",
    )  # fmt: skip


def lifted(debrief: Debrief, words: Words) -> list[Node]:
    """Returns what the facilitator showed before its time; nothing when everything kept its time."""
    if not debrief.lifted:
        return []
    told = [
        words.say(
            "report.lifted.shown" if each.shown else "report.lifted.covered", round=words.whole(each.round),
            what=each.what,
        )
        for each in debrief.lifted
    ]  # fmt: skip
    head = w.heading(words.say("report.section.lifted"), t.STRONG)
    return [head, *(w.Paragraph(each, t.BODY) for each in told)]
