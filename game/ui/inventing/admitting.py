"""The last step: the card as the room has estimated it, and the facilitator's word on it."""


from game.content.inventing import COST
from game.content.inventing import card_of as made_of
from game.engine.inventing import REASON_LONGEST
from game.engine.moves import Admit
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import Keep
from game.ui.field import TextField
from game.ui.inventing.desk import Desk, Reasoned
from game.ui.inventing.estimating import NAMES, SAID, colour_of, room_said
from game.ui.inventing.strip import Strip
from game.ui.inventing.writing import CARD, card_of
from game.ui.node import Node
from game.ui.scene import Submit
from game.wording.inventing import figure


def admitting(desk: Desk, large: bool) -> list[Node]:
    """Returns the card, what the room says of each figure, and what can be done with it."""
    about = w.Paragraph(desk.say("about.admit"), t.BODY, colour="soft", leading=1.3)
    names = desk.held.idea.figures if desk.held else ()
    rows = [part for name in names for part in (w.Divider(), _row(desk, name, large))]
    if large:
        parts = (_card(desk), about, *rows, *_word(desk))
        return [w.ScrollColumn(*parts, gap=t.M, pad=(4, 22, 8, 0), key="admission", grow=1)]
    side = w.ScrollColumn(_card(desk), *_word(desk), gap=t.M, pad=(4, 22, 8, 0), key="word", width=CARD)
    said = w.ScrollColumn(*rows, gap=8, pad=(0, 16, 8, 0), key="admission", grow=1)
    return [about, w.row(said, w.Divider(upright=True), side, gap=t.L, grow=1)]


def _row(desk: Desk, name: str, large: bool) -> Node:
    low, high = desk.bounds(name)
    given, told = room_said(desk, name, True)
    label = desk.name(name)
    strip = Strip(given, low, high, colour_of(desk, name), label=label, value=told, grow=1)
    named = w.Paragraph(label, t.BODY, t.SEMIBOLD, leading=1.15)
    said = w.Paragraph(told, t.BODY, t.SEMIBOLD, leading=1.2)
    if large:
        return w.column(named, strip, said, gap=6)
    named.width, said.width = NAMES, SAID
    return w.row(named, strip, said, gap=t.M, align="center", key=f"said {name}")


def _card(desk: Desk) -> Node:
    held = desk.held
    assert held is not None
    words = desk.words
    idea = held.idea.told(words.language)
    heard = words.count("invent.heard", len(held.estimates))
    facts = [words.say(f"leaning.{idea.leaning.value}"), heard]
    if idea.language != words.language:
        facts.append(desk.say("written", language=desk.say(f"language.{idea.language}")))
    cost = ""
    if held.estimates:
        made = made_of(idea, [figures for _, figures in held.estimates], desk.session.game.model.rules.inventing)
        cost = f"{figure(words, COST, round(made.cost * 1000))}\u00a0M€"
    return card_of(desk, idea.tech, idea.title, idea.words, facts, cost)


def _keep(desk: Desk) -> list[Node]:
    """Returns what keeps the answer for the next workshop; then where it is, and what it still wants."""
    if desk.kept is None:
        keep = Submit(Keep(desk.place.number))
        return [w.Button(desk.say("keep"), "save", on_press=keep, breaks=True, key="keep")]
    told = desk.say("kept", file=desk.kept.path)
    lines: list[Node] = [w.Paragraph(told, t.BODY, leading=1.3, role="status", key="kept")]
    for language in desk.kept.missing:
        name = desk.say(f"language.{language}")
        wants = desk.words.say("keep.missing", language=name, code=language, scenario=desk.kept.scenario)
        lines.append(w.Paragraph(wants, t.BODY, colour="soft", leading=1.3))
    return lines


def _word(desk: Desk) -> list[Node]:
    """Returns what the facilitator may do, or what became of the answer."""
    held, place, say = desk.held, desk.place, desk.say
    assert held is not None
    if held.admitted is not None:
        told = say("is_admitted") if held.admitted else say("is_refused", reason=held.reason)
        fate = w.Paragraph(told, t.BODY, t.SEMIBOLD, leading=1.3, role="status", key="fate")
        return [fate, *(_keep(desk) if held.admitted else [])]
    missing = desk.missing
    needs = [w.Paragraph(desk.words.count("invent.needs", missing), t.BODY, colour="soft", leading=1.25)]
    admit = w.Button(
        say("admit"), "circle-check", "primary", on_press=Submit(Admit(place.number, True)), enabled=not missing,
        breaks=True, key="admit",
    )  # fmt: skip
    reason = TextField(
        say("reason"), place.reason, Reasoned, say("reason_hint"), REASON_LONGEST, key="reason"
    )
    refuse = w.Button(
        say("refuse"), "ban", "danger", on_press=Submit(Admit(place.number, False, place.reason)),
        enabled=bool(place.reason.strip()), key="refuse",
    )  # fmt: skip
    return [*(needs if missing else []), admit, w.Divider(), w.Label(say("reason"), t.BODY, t.SEMIBOLD), reason, refuse]
