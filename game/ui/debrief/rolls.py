"""What the debrief tells one after another: decisions, seats and their aims, questions to talk about."""

from typing import Final

from game.report import findings
from game.report.charts import arrowed
from game.report.figures import Answer, Debrief, Decision, Payoff, Watched
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.wording.words import Words

LARGE: Final = 60
"""Size of a question: the whole room reads it."""


def decisions(debrief: Debrief, words: Words) -> list[Node]:
    """Returns how each question of the city was settled, in the order it came."""
    rows = [_decision(each, words) for each in debrief.decisions]
    title = w.heading(findings.choices(debrief, words), t.TITLE)
    return [title, *rows, *_contested(debrief, words), *_befell(debrief, words), *_rules(debrief, words)]


def _rules(debrief: Debrief, words: Words) -> list[Node]:
    """Returns the rule pack played with, the claims it departs from, and each thing it has otherwise."""
    pack = debrief.rules
    if pack is None:
        return []
    head = w.heading(words.say("packs.title", pack=pack.name), t.STRONG)
    claims = [w.Paragraph(words.say("packs.claim", number=n, claim=claim), t.BODY) for n, claim in pack.departs_on]
    under = w.heading(words.say("report.rules.departs"), t.BODY) if claims else None
    otherwise = [
        w.Panel(
            *(w.Paragraph(what, t.BODY, t.SEMIBOLD) for what in each.what),
            w.Paragraph(f"{each.because} {each.source}", t.SMALL, colour="soft"),
            pad=t.M, gap=t.XS, raised=False, fill="sunken",
        )
        for each in pack.differing
    ]  # fmt: skip
    about = [w.Paragraph(pack.about, t.BODY), w.Paragraph(pack.author, t.SMALL, colour="soft")]
    return [head, *about, *([under] if under else []), *claims, *otherwise]


def _decision(decision: Decision, words: Words) -> Node:
    chosen = decision.chosen
    asked = words.say("debrief.asked", round=words.whole(decision.round), challenge=decision.challenge)
    told = decision.why + (" " + words.say("report.contested") if decision.contested else "")
    answers = [_answer(each) for each in decision.answers]
    facts = _facts(decision, words) if chosen else []
    body = (w.Label(asked, t.SMALL, t.MEDIUM, "soft"), w.Paragraph(told, t.BODY, t.SEMIBOLD), w.flow(*answers, gap=t.S))
    return w.Panel(*body, *facts, pad=t.M, gap=10, raised=False, fill="sunken")


def _answer(answer: Answer) -> Node:
    """Returns a proposal as a chip: in its technology's colour when it was chosen."""
    votes = f" · {answer.count}" if answer.count else ""
    colour, tint = ("on_tech", answer.tech) if answer.chosen else ("ink", "track")
    return w.Chip(answer.title + votes, "check" if answer.chosen else "", colour, tint)


def _facts(decision: Decision, words: Words) -> list[Node]:
    cost = words.say("debrief.cost", public=words.money(decision.public), private=words.money(decision.private))
    opens = words.say("report.not_open")
    if decision.opens is not None:
        opens = words.say("report.round", n=words.whole(decision.opens))
    parts = [cost, words.say("debrief.opens", when=opens)]
    if decision.accepted is not None:
        parts.append(words.say("debrief.accepted", share=words.percent(decision.accepted / 1000)))
    return [w.Paragraph(" ".join(parts), t.SMALL, colour="soft")]


def _contested(debrief: Debrief, words: Words) -> list[Node]:
    if not debrief.contested:
        return []
    told = [
        words.say(
            "debrief.contested", round=words.whole(each.round), link=each.link, before=words.change(each.before),
            after=words.change(each.after),
        )
        for each in debrief.contested
    ]  # fmt: skip
    head = w.heading(words.say("report.section.contested"), t.STRONG)
    return [head, *(w.Paragraph(each, t.BODY) for each in told)]


def _befell(debrief: Debrief, words: Words) -> list[Node]:
    """Returns what befell the city and why, then what came close."""
    found: list[Node] = []
    if debrief.incidents:
        found.append(w.heading(words.say("report.incidents"), t.STRONG))
    for each in debrief.incidents:
        head = words.say("debrief.befell", round=words.whole(each.round), title=each.title)
        found.append(
            w.Panel(
                w.Paragraph(head, t.BODY, t.SEMIBOLD, "fall"), w.Paragraph(each.why, t.SMALL, colour="soft"),
                pad=t.M, gap=10, raised=False, fill="sunken",
            )
        )  # fmt: skip
    if debrief.close:
        found.append(w.heading(words.say("report.close"), t.STRONG))
    told = (words.say("debrief.close", title=each.title, told=each.told) for each in debrief.close)
    return [*found, *(w.Paragraph(each, t.BODY) for each in told)]


def seats(debrief: Debrief, words: Words, lifted: bool) -> list[Node]:
    """Returns what each stakeholder wanted; what it kept quiet only once the room has lifted the secrets."""
    key = "debrief.cover" if lifted else "debrief.lift"
    lift = w.Button(
        words.say(key), "eye-off" if lifted else "eye", on_press={"lifted": not lifted}, tall=52, key="lift"
    )
    return [w.row(lift), *(_seat(each, words, lifted) for each in debrief.payoffs)]


def _seat(payoff: Payoff, words: Words, lifted: bool) -> Node:
    watched = [_watched(each, words) for each in (*payoff.watches, *([payoff.secret_watch] if lifted else []))]
    secret = words.say("debrief.secret", aim=payoff.secret)
    kept_quiet = [w.Paragraph(secret, t.SMALL, t.MEDIUM, "accent")] if lifted else []
    return w.Panel(
        w.heading(payoff.stakeholder, t.BODY), w.Paragraph(payoff.aim, t.SMALL, colour="soft"), *kept_quiet,
        w.flow(*watched, gap=t.S), pad=t.M, gap=t.S, raised=False, fill="sunken",
    )  # fmt: skip


def _watched(watched: Watched, words: Words) -> Node:
    icon, tint = ("check", "good_tint") if watched.kept else ("x", "track")
    wanted = words.say(f"report.want.{watched.want}")
    told = f"{wanted} {watched.name} {arrowed(watched.shift.change, words)}"
    return w.Chip(told, icon, "good" if watched.kept else "ink", tint)


def questions(debrief: Debrief, words: Words, at: int, high: float) -> list[Node]:
    """Returns one question of the scenario, large, in the middle of its place, and the way to the next."""
    count = len(debrief.questions)
    at %= count
    place = words.say("debrief.question", n=words.whole(at + 1), count=words.whole(count))
    back, on = {"question": (at - 1) % count}, {"question": (at + 1) % count}
    turn = w.row(
        w.Button(words.say("debrief.before"), "arrow-left", on_press=back, key="before"),
        w.Label(place, t.BODY, t.MEDIUM, "soft"),
        w.Button(words.say("debrief.next"), icon_end="arrow-right", on_press=on, key="next"),
        gap=t.L, align="center",
    )  # fmt: skip
    asked = w.heading(debrief.questions[at], LARGE, align="center")
    return [w.space(max(24, high / 2 - 2.4 * LARGE)), asked, w.space(t.M), w.row(turn, justify="center")]
