"""What a facilitator can press at any time: the clock, the plan, the way on, the freeze, the scores."""

from typing import Final

from game.engine.coaching import Advice, Help
from game.engine.moves import HideScores, Proceed, ShowScores
from game.engine.pacing import minutes_by_rules
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import Advance, Pause, PlanFor, Undo
from game.ui.facilitator.clock import Clock, clock_keys
from game.ui.facilitator.coach import entrusting
from game.ui.facilitator.desk import Coach, Freeze, Spotlight
from game.ui.facilitator.view import Typed, View
from game.ui.field import TextField
from game.ui.node import Node
from game.ui.tabletop.guide import main_step, turn
from game.wording.coaching import helping, suggested

STEP: Final = 5
"""Minutes by which the plan of a session is changed."""
LEAST: Final = 15
MOST: Final = 480
"""Minutes of play that can be planned."""


def controls(view: View) -> list[Node]:
    """Returns the controls, one group under another."""
    return [_now(view), _clock(view), _attention(view), _course(view)]


def coach_bar(view: View) -> Node:
    """Returns the next step suggested, or that there is none, or the way to let the coach speak again."""
    desk, advice = view.room.desk, view.room.desk.advice()
    if not desk.coach:
        ask = w.Button(view.tell("coach.on"), "sparkles", on_press=Coach(True), tall=52, key="coach on")
        return _bar(view.tell("coach.silent"), "soft", ask)
    hush = w.IconButton("x", view.words.say("coach.silence"), on_press=Coach(False), tall=52, key="coach off")
    if advice is None:
        return _bar(view.tell("coach.well"), "soft", hush)
    if advice.does is Help.ENTRUST:
        return _bar(suggested(view.teller, advice, view.phase), "accent", *entrusting(view, advice.seats[0]), hush)
    label, press_it = _helping(view, advice)
    press = w.Button(label, "arrow-right", "primary", on_press=press_it, tall=52, key="coach do")
    return _bar(suggested(view.teller, advice, view.phase), "accent", press, hush)


def _bar(told: str, tone: str, *keys: Node) -> Node:
    said = w.Paragraph(told, t.BODY, t.SEMIBOLD, tone, grow=1, role="status", key="coach told")
    line = w.row(w.Icon("sparkles", 28, tone), said, *keys, gap=14, align="center")
    return w.Panel(line, fill="accent_tint" if tone == "accent" else "sunken", raised=False, pad=(10, 18), key="coach")


def _helping(view: View, advice: Advice) -> tuple[str, object]:
    """Returns what pressing does away from the table, named: a seat that may have the floor is put in the light."""
    if advice.does is Help.FLOOR:
        seat = advice.seats[0]
        return view.tell("light.seat", who=view.teller.seat(seat)), Spotlight(seat)
    return helping(view.teller, advice, view.phase), Proceed()


def _group(name: str, *parts: Node) -> Node:
    return w.Panel(w.heading(name, t.BODY), *parts, pad=(14, 18), gap=12, raised=False, key=name)


def _now(view: View) -> Node:
    """Returns where the table stands, and the one step that goes on from here."""
    rule = view.rule
    where = view.say("round", round=view.state.round, rounds=view.game.rounds)
    name = view.words.of(rule.name) if rule else view.say("turn.ended")
    parts: list[Node] = [w.Paragraph(turn(view)[1], t.SMALL, colour="soft")]
    step = main_step(view)
    keys: list[Node] = []
    if step is not None and isinstance(step.press, Proceed | Advance | Pause):
        on = w.Button(step.label, step.icon, "primary", on_press=step.press, enabled=step.enabled, tall=52, key="go on")
        keys.append(on)
    return _group(f"{where} · {name}", *parts, w.flow(*keys, *_hold(view), gap=10))


def _hold(view: View) -> tuple[Node, ...]:
    """Returns taking the last move back, and stopping what goes on by itself."""
    paused, able = view.room.paused, view.session.undoable
    icon, told = ("play", view.tell("resume")) if paused else ("pause", view.tell("pause"))
    return (
        w.IconButton(
            "undo-2", view.tell("undo"), "secondary", on_press=Undo(), enabled=able, tall=52, key="undo"
        ),
        w.IconButton(
            icon, told, "secondary", on_press=Pause(not paused), on=paused, enabled=paused or view.room.moves_itself,
            tall=52, key="pause",
        ),
    )


def _clock(view: View) -> Node:
    desk, tell = view.room.desk, view.tell
    parts: list[Node] = []
    if desk.clock:
        figures = Clock(desk, tell("clock"), 56, "ink", "fall", "sunken", key="clock")
        parts.append(w.row(figures, w.Paragraph(_kept(view), t.SMALL, colour="soft", grow=1), gap=18, align="center"))
    return _group(tell("clock"), *parts, w.flow(*clock_keys(desk, view.frame, short=True), gap=10), _plan(view))


def _kept(view: View) -> str:
    """Returns how the table keeps to its plan."""
    pace = view.room.desk.pace()
    minutes = int(abs(pace.behind) // 60) if pace else 0
    if pace is None or not minutes:
        return view.tell("plan.kept")
    return view.words.count("facilitator.plan.behind" if pace.behind > 0 else "facilitator.plan.ahead", minutes)


def _plan(view: View) -> Node:
    """Returns the minutes of play, to be changed; the phases take their share of them."""
    rules, session = round(minutes_by_rules(view.game)), view.session
    amount = session.minutes or rules
    name = view.tell("plan")
    counter = w.stepper(
        name, amount, LEAST, MOST, lambda wanted: PlanFor(min(MOST, max(LEAST, amount + STEP * (wanted - amount)))),
        view.tell("plan.less"), view.tell("plan.more"), key="plan",
    )  # fmt: skip
    back: tuple[Node, ...] = ()
    if session.minutes:
        again = view.tell("plan.rules", n=view.words.whole(rules))
        back = (w.IconButton("rotate-ccw", again, on_press=PlanFor(0), tall=52, key="plan rules"),)
    return w.row(w.Paragraph(name, t.SMALL, t.MEDIUM, grow=1), *back, counter, gap=10, align="center")


def _attention(view: View) -> Node:
    """Returns what calls the room away from the screen: everything frozen under a sentence of one's own."""
    desk, tell = view.room.desk, view.tell
    if desk.frozen is not None:
        told = w.Paragraph(desk.frozen, t.BODY, t.SEMIBOLD)
        thaw = w.Button(tell("freeze.go_on"), "play", "primary", on_press=Freeze(None), tall=52, key="freeze")
        return _group(tell("freeze.on"), told, thaw)
    written = view.held.freeze or tell("freeze.text")
    field = TextField(
        tell("freeze.say"), written, lambda text: Typed("freeze", text), longest=90, entered=Freeze(written),
        key="freeze text",
    )  # fmt: skip
    freeze = w.Button(tell("freeze"), "circle-pause", on_press=Freeze(written), tall=52, key="freeze")
    return _group(tell("attention"), field, freeze)  # under one another, so that the whole sentence shows


def _course(view: View) -> Node:
    """Returns the hiding of all scores."""
    tell, hidden = view.tell, view.state.scoreless
    press = ShowScores() if hidden else HideScores()
    label = tell("scores.show" if hidden else "scores.hide")
    icon = "eye" if hidden else "eye-off"
    told = w.Paragraph(tell("scores.hidden_now" if hidden else "scores.about"), t.SMALL, colour="soft")
    key = w.Button(label, icon, on_press=press, on=hidden, enabled=not view.session.over, tall=52, key="scores")
    told.grow = 1
    return _group(tell("scores"), w.row(told, key, gap=14, align="center"))
