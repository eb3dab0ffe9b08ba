"""The three answers to the challenge, side by side, and what the seat that has the floor can do with each."""

from typing import Final

from game.city.building import affordable, lacking, price
from game.content.cards import DataKind, Intervention, Reversibility
from game.content.pushes import first_push, strength
from game.content.rulebook import Headline
from game.content.shapes import ChallengeId
from game.engine.moves import Decide, Join, Propose, Stand, TakeStand
from game.engine.phases import Phase
from game.engine.state import Proposal
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.legend import Legend
from game.ui.node import Node
from game.ui.scene import Push
from game.ui.tabletop.table import Hold, Table
from game.ui.techmark import TechBand, TechMark

DATA_ICONS: Final = {DataKind.NONE: "eye-off", DataKind.AGGREGATE: "chart-bar", DataKind.PERSONAL: "fingerprint"}
WAY_BACK_ICONS: Final = {
    Reversibility.EASY: "undo-2",
    Reversibility.COSTLY: "hand-coins",
    Reversibility.HARD: "lock",
}
PRIVATE_SHOWN: Final = 50
"""Thousandths of M€ of private money under which it is not worth a line."""
ACTION: Final = 50
WRITTEN: Final = 3
"""Answers that a challenge comes with; with one of the room beside them, each tells a little less."""
ABREAST: Final = 4
"""Cards that fit side by side; with more, they stand in rows."""


def answer_cards(table: Table) -> Node:
    """Returns the answers to the present challenge."""
    assert table.challenge is not None
    cards = [answer_card(table, answer) for answer in table.answers]
    for card in cards:
        card.grow = 1
    if not table.dense:
        return w.column(*cards, gap=16)
    if len(cards) <= ABREAST:
        return w.row(*cards, gap=16, grow=58)
    return w.ScrollColumn(w.grid(WRITTEN, *cards, gap=16), grow=58, key="answers")


def answer_card(table: Table, answer: Intervention) -> Node:
    """Returns one answer: what it is, what it asks, what it does first, who stands behind it, what can be done."""
    words = table.words
    cost = words.money(price(table.game.model, table.state.city, answer.id, table.state.procedure)[0])
    standing = stands(table, answer)
    tech, title = table.words.say(f"tech.{answer.tech.value}"), words.of(answer.title)
    return w.Panel(
        TechBand(
            TechMark(answer.tech, 30),
            w.Icon(answer.icon, 28, "on_tech"),
            w.Label(tech, t.SMALL, t.SEMIBOLD, "on_tech", grow=1),
            w.Label(cost, t.STRONG, t.BOLD, "on_tech", label=table.say("answer.cost", money=cost)),
            tech=answer.tech, pad=(4, 18),
        ),
        w.column(
            w.heading(title, t.BODY if tight(table) else t.STRONG),
            w.Paragraph(words.told(answer.text, answer.plain), t.BODY if words.easy else t.SMALL, leading=1.3),
            w.space(grow=1),
            _facts(table, answer),
            *([] if tight(table) and not answer.partners else [_partners(table, answer)]),
            *([] if table.room.scoreless else [effects(table, answer)]),
            w.Divider(),
            _voices(table, answer),
            _action(table, answer, title),
            pad=(6, 16, 9, 16) if tight(table) else (9, 18, 12, 18), gap=4 if tight(table) else 6, grow=1,
        ),
        fill="surface" if standing else "sunken", raised=standing, pad=0, gap=0, role="card", label=title,
        key=f"answer {answer.id}",
    )  # fmt: skip


def stands(table: Table, answer: Intervention) -> bool:
    """Tells whether an answer may still be taken: it is on the table, or can come to it."""
    return table.phase is Phase.PROPOSAL or table.state.proposal(answer.id) is not None


def tight(table: Table) -> bool:
    """Tells whether the cards stand so close that each must tell a little less."""
    return table.dense and len(table.answers) == ABREAST


def fact(icon: str, words: str, colour: str = "soft", grow: float = 0) -> Node:
    """Returns a short fact with its icon."""
    said: Node = w.Paragraph(words, t.SMALL, colour=colour, leading=1.25, grow=1) if grow else w.caption(words)
    return w.row(w.Icon(icon, 22, colour), said, gap=8, align="center" if not grow else "start", grow=0)


def _facts(table: Table, answer: Intervention) -> Node:
    """Returns what an answer takes: time, upkeep, investors, a way back, data."""
    words, state = table.words, table.state
    opens = state.round + round(table.game.model.procedures[state.procedure].delay.value) + answer.build
    ready = table.say("answer.now") if opens == state.round else table.say("answer.opens", round=opens)
    back = fact(WAY_BACK_ICONS[answer.reversibility], table.say(f"answer.{answer.reversibility.value}"))
    upkeep = fact("wrench", table.say("answer.upkeep", money=words.exact_money(round(answer.upkeep * 1000))))
    short = [fact("construction", ready), back, upkeep]
    private = price(table.game.model, state.city, answer.id, state.procedure)[1]
    if private >= PRIVATE_SHOWN:
        short.append(fact("briefcase", table.say("answer.private", money=words.money(private))))
    facts = w.grid(2, *short, gap=3) if table.dense else w.flow(*short, gap=10)
    wanted = table.game.model.scenario.wanted.get(answer.id)
    if wanted is not None:
        short.append(fact("users", table.say("answer.wanted", share=words.percent(wanted / 1000))))
    data = fact(DATA_ICONS[answer.data.kind], words.of(answer.data.what), "soft", grow=1)
    return _explained(table, answer, "takes", w.column(data, *([] if tight(table) else [facts]), gap=5))


def _explained(table: Table, answer: Intervention, page: str, marks: Node) -> Node:
    """Returns marks that open their legend, and lead to the answers side by side."""
    lines = [table.words.say(f"legend.{page}"), table.words.say("legend.press")]
    compare = Push("compare", {"challenge": _asked_by(table, answer), "page": page, "answer": answer.id})
    return Legend(
        marks, lines=lines, on_press=compare, key=f"{page} {answer.id}",
        label=table.words.say(f"compare.page.{page}"), value=f"{table.words.of(answer.title)}. {lines[0]}",
    )  # fmt: skip


def _asked_by(table: Table, answer: Intervention) -> ChallengeId | None:
    """Returns the challenge that an answer meets: the present one, or one that a budget decides together with it."""
    written = table.game.model.scenario.challenges
    return next((card.id for card in written if answer in card.answers), table.state.challenge)


def _partners(table: Table, answer: Intervention) -> Node:
    """Returns who must join, and whether they have."""
    grow = int(tight(table))
    if not answer.partners:
        return fact("handshake", table.say("answer.no_partner"))
    proposal = table.state.proposal(answer.id)
    missing = proposal.missing if proposal else answer.partners
    names = ", ".join(table.teller.seat(partner) for partner in missing or answer.partners)
    if proposal is None:
        return fact("handshake", table.say("answer.needs", who=names), grow=grow)
    if missing:
        return fact("handshake", table.say("answer.waits", who=names), "fall", grow)
    return fact("handshake", table.say("answer.joined", who=names), "rise", grow)


def effects(table: Table, answer: Intervention) -> Node:
    """Returns what an answer pushes first on each gauge, before any chain of consequences."""
    marks = w.row(
        *(_effect(table, answer, rule) for rule in table.game.model.rules.headlines), gap=2 if tight(table) else 8
    )
    return _explained(table, answer, "does", marks)


def _effect(table: Table, answer: Intervention, rule: Headline) -> Node:
    count = strength(first_push(table.game.model.rules, answer, rule.id))
    signs = ("+" if count > 0 else "−") * abs(count) or "="
    tone = rule.id if count else "edge"
    said = (rule.id if stands(table, answer) else "ink") if count else "soft"
    return w.row(
        w.Icon(rule.icon, 26, tone, 2.2),
        w.Label(signs, t.STRONG, t.BOLD, said, label=table.headline(rule.id), value=signs),
        gap=2 if tight(table) else 6, align="center", grow=1,
    )  # fmt: skip


def _voices(table: Table, answer: Intervention) -> Node:
    """Returns who proposes an answer, then who stands for it and against it."""
    proposal = table.state.proposal(answer.id)
    if proposal is None:
        return w.caption(table.say("answer.nobody" if table.phase is Phase.PROPOSAL else "answer.not_proposed"))
    if table.phase is Phase.PROPOSAL:
        discs = [_disc(table, seat, "accent") for seat in proposal.proposers]
        return w.row(w.caption(table.say("answer.by")), *discs, gap=6, align="center")
    sides = []
    for stand, icon, tone in ((Stand.FOR, "thumbs-up", "rise"), (Stand.AGAINST, "thumbs-down", "fall")):
        seats = [s.player for s in table.state.stances if (s.intervention, s.stand) == (answer.id, stand)]
        count = w.Label(str(len(seats)), t.BODY, t.BOLD, tone, label=_side(table, stand), value=str(len(seats)))
        sides += [w.Icon(icon, 24, tone), count, *(_disc(table, seat, tone) for seat in seats), w.space(6)]
    return w.row(*sides[:-1], *_concerns(table, proposal), gap=5, align="center")


def _side(table: Table, stand: Stand) -> str:
    return table.words.say(f"table.stand.{stand.value}")


def _concerns(table: Table, proposal: Proposal) -> list[Node]:
    """Returns how many amendments were made to a proposal and wait, and how many objections are to be met."""
    waiting = [each for each in table.state.suggested if each.intervention == proposal.intervention]
    objections = [each for each in table.state.objections if each.intervention == proposal.intervention]
    found: list[Node] = []
    for name, icon, tone, held in (
        ("amended", "pencil", "rise", proposal.amended), ("suggested", "clock", "accent", waiting),
        ("objections", "ban", "fall", objections),
    ):  # fmt: skip
        if held:
            told = table.say(f"answer.{name}")
            count = w.Label(str(len(held)), t.BODY, t.BOLD, tone, label=told, value=str(len(held)))
            found += [w.space(6), w.Icon(icon, 24, tone), count]
    return found


def _disc(table: Table, seat: str, tone: str) -> Node:
    icon = next(card.icon for card in table.game.model.scenario.stakeholders if card.id == seat)
    return w.Tile(icon, tone, "sunken", 32, disc=True, label=table.teller.seat(seat))


def _action(table: Table, answer: Intervention, title: str) -> Node:
    """Returns what the seat that has the floor can do with an answer, or why nothing can be done."""
    match table.phase:
        case Phase.PROPOSAL:
            return _propose(table, answer, title)
        case Phase.DELIBERATION:
            return _stand(table, answer, title)
        case _:
            return w.stack(w.space(ACTION), _decide(table, answer, title))  # what is said stands as tall as a button


def _propose(table: Table, answer: Intervention, title: str) -> Node:
    why_not = hurdle(table, answer)
    if why_not:
        return fact("ban", why_not, "fall", grow=1)
    if table.speaker is None:
        return w.space(ACTION)
    site, known = table.site(answer), table.state.proposal(answer.id) is not None
    say = table.say("act.support" if known else "act.propose", where=table.teller.place(site))
    if tight(table):
        say = table.words.say("invent.support" if known else "invent.propose")
    return w.Button(
        say, "hand", on_press=Propose(table.speaker, answer.id, site), tall=ACTION, hint=title,
        key=f"propose {answer.id}",
    )  # fmt: skip


def hurdle(table: Table, answer: Intervention) -> str:
    """Returns why an answer can't be proposed now, or an empty text."""
    model, state = table.game.model, table.state
    missing = lacking(model, state.city, answer.id)
    if missing:
        need, level = answer.requires[missing[0]], model.mean(state.city.values, missing[0])
        if missing[0] not in table.shown:
            what = table.teller.measure(missing[0])
            return table.say("answer.lacks_covered", what=what, need=table.words.decimal(need, 0))
        return table.say(
            "answer.lacks", what=table.teller.measure(missing[0]), need=table.words.decimal(need, 0),
            level=table.words.points(level),
        )  # fmt: skip
    if not affordable(model, state.city, answer.id, state.procedure):
        return table.say("answer.dear")
    return ""


def _stand(table: Table, answer: Intervention, title: str) -> Node:
    proposal, speaker = table.state.proposal(answer.id), table.speaker
    if proposal is None or speaker is None:
        return w.space(ACTION)
    own = next((s.stand for s in table.state.stances if (s.player, s.intervention) == (speaker, answer.id)), None)
    buttons: list[Node] = [
        w.Button(
            table.words.say(f"table.stand.{stand.value}"), icon, on_press=TakeStand(speaker, answer.id, stand),
            on=own is stand, tall=ACTION, hint=title, grow=1, key=f"{stand.value} {answer.id}",
        )
        for stand, icon in ((Stand.FOR, "thumbs-up"), (Stand.AGAINST, "thumbs-down"))
    ]  # fmt: skip
    if speaker in proposal.missing:
        join = w.Button(
            table.say("act.join"), "handshake", on_press=Join(speaker, answer.id), tall=ACTION, hint=title, grow=1,
            key=f"join {answer.id}",
        )  # fmt: skip
        buttons.append(join)
    else:
        amend = w.IconButton(
            "pencil", table.say("act.amend", what=title), "secondary", on_press=Hold({"amending": answer.id}),
            tall=ACTION, key=f"amend {answer.id}",
        )  # fmt: skip
        buttons.append(amend)
    return w.row(*buttons, gap=8)


def _decide(table: Table, answer: Intervention, title: str) -> Node:
    proposal = table.state.proposal(answer.id)
    if proposal is None:
        return w.space(ACTION)
    if proposal.missing:
        return fact("ban", table.say("answer.no_partner_yet"), "fall", grow=1)
    if not table.alone or table.speaker is None:
        return w.space(ACTION)
    pick = table.state.pick
    if pick is not None and pick.winner != answer.id:
        return fact("bot", table.say("answer.not_picked"), grow=1)
    say = table.say("act.decide" if pick is None else "act.accept_pick")
    return w.Button(
        say, "gavel", "primary", on_press=Decide(table.speaker, answer.id), tall=ACTION, hint=title,
        key=f"decide {answer.id}",
    )  # fmt: skip
