"""The foot of the table: what the table does now, whose turn it is, and the one thing to press to go on."""

from attrs import frozen

from game.city.exact import milli
from game.content.timing import PhaseRule
from game.engine.ballots import ballot_kind, decidable, voters
from game.engine.bargaining import offers_to
from game.engine.deciding import quorum
from game.engine.legal import veto_cost
from game.engine.moves import Answer, Decide, Pass, Proceed
from game.engine.phases import Phase
from game.engine.refusing import refusal
from game.engine.state import ALGORITHM
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.commands import Advance, HandOver, Pause
from game.ui.facilitator.coach import coach_line
from game.ui.node import Node, wanted_width
from game.ui.resolving.playback import Steer
from game.ui.scene import Push, Replace
from game.ui.tabletop.ballot import blank
from game.ui.tabletop.floor import may_ask
from game.ui.tabletop.table import Hold, Table
from game.wording.errors import sentence

ICONS = {
    Phase.BRIEFING: "newspaper",
    Phase.PROPOSAL: "lightbulb",
    Phase.DELIBERATION: "messages-square",
    Phase.DECISION: "vote",
    Phase.RESOLUTION: "activity",
    Phase.REFLECTION: "message-circle",
    Phase.ENDED: "flag",
}


DEAL, PAPERS, COMPARE, INVENT, WEIGHTS = "handshake", "clipboard-list", "columns-3", "lightbulb", "scale"
WATCHES, LEAVE, SHEETS = "bot", "clock", "graduation-cap"
LESSER = (DEAL, PAPERS, COMPARE, INVENT, WEIGHTS, WATCHES, LEAVE)
"""Deals, paper ballots, comparing, our own answer, what counts, the optimiser, putting off: tight, signs alone."""
TOLD, COACHED = 700, 860
"""Design units that what is said needs beside the steps, with its tile and the margins; more with a key to press."""


@frozen
class Step:
    """Something that can be pressed to go on."""

    label: str
    icon: str
    press: object
    enabled: bool = True


def guide(table: Table) -> Node:
    """Returns the foot of the table."""
    said, coached = _told(table), coach_line(table)
    steps = _steps(table, COACHED if said or coached else TOLD)
    crowded = table.dense and _room(table, steps) < TOLD * table.frame.scale
    mark, lines = _notice(table, said) if said else _now(table, coached, crowded)
    if table.dense:
        inside: tuple[Node, ...] = (w.row(mark, w.column(*lines, gap=2, grow=1), *steps, gap=14, align="center"),)
    else:
        inside = (w.row(mark, w.column(*lines, gap=2, grow=1), gap=14, align="center"), _row(steps))
    return w.Panel(*inside, pad=(12, 18), gap=10, key="guide")


def _row(steps: list[Node]) -> Node:
    for step in steps:
        step.grow = 0 if isinstance(step, w.IconButton) else 1
    return w.row(*steps, gap=10)


def _steps(table: Table, needed: float) -> list[Node]:
    """Returns the steps, the main one last; where text is enlarged the lesser ones are only their signs.

    On a whole screen the first of them are, until what is said has the room it needs.
    """
    besides, main = others(table), main_step(table)
    lesser = [step for step in besides if step.icon in LESSER]
    for signs in range(len(lesser) + 1) if table.dense else (len(lesser),):
        steps = [_other(step, step in lesser[:signs]) for step in besides]
        steps += [_button(main, "primary")] if main else []
        if _room(table, steps) >= needed * table.frame.scale:
            break
    return steps


def _room(table: Table, steps: list[Node]) -> float:
    """Returns the pixels that steps in a row leave to what is said."""
    scale = table.frame.scale
    return table.frame.width - sum(wanted_width(step, scale) + 14 * scale for step in steps)


def _other(step: Step, bare: bool) -> Node:
    """Returns a step beside the main one, as its sign alone where there is no room for its name."""
    if not bare:
        return _button(step, "secondary")
    return w.IconButton(step.icon, step.label, "secondary", on_press=step.press, key=f"step {step.icon}")


def _button(step: Step, kind: str) -> Node:
    key = "main step" if kind == "primary" else f"step {step.icon}"
    return w.Button(step.label, step.icon, kind, on_press=step.press, enabled=step.enabled, key=key)  # type: ignore[arg-type]


def _told(table: Table) -> str:
    """Returns what could not be done, or what resuming had to say, until it is put away."""
    if table.hand.notice is not None:
        return sentence(table.hand.notice, table.words)
    return table.words.say(table.room.notice) if table.room.notice and not table.hand.read else ""


def _notice(table: Table, said: str) -> tuple[Node, tuple[Node, ...]]:
    read = Hold({"notice": None, "read": True})
    away = w.IconButton("x", table.say("notice.close"), on_press=read, tall=48, key="put away")
    line = w.row(w.Paragraph(said, t.BODY, t.MEDIUM, grow=1, role="alert", key="notice"), away, gap=10, align="center")
    return w.Tile("info", "fall", "sunken", 56), (line,)


def _now(table: Table, coached: Node | None, crowded: bool) -> tuple[Node, tuple[Node, ...]]:
    """Returns whose turn it is and, beside a suggestion or few steps, what the phase asks of the room."""
    icon, head = turn(table)
    lines: list[Node] = [w.Paragraph(head, t.STRONG, t.BOLD, leading=1.2, key="turn", role="status")]
    if table.frame.low:
        return w.Tile(icon, "accent", "accent_tint", 48), (coached,) if coached is not None else tuple(lines)
    if coached is not None:
        lines.append(coached)
    elif table.rule is not None:
        if not crowded:
            said = _said(table, table.rule)
            lines.append(w.Paragraph(said, t.SMALL, colour="soft", leading=1.25, key="say", role="status"))
    else:
        lines.append(w.Paragraph(table.say("ended.say"), t.SMALL, colour="soft", key="say", role="status"))
    tone = ("on_accent", "accent") if table.speaker else ("accent", "accent_tint")
    return w.Tile(icon, *tone, 60, disc=table.speaker is not None), tuple(lines)


def _said(table: Table, rule: PhaseRule) -> str:
    """Returns what a phase asks of the room, and how long it takes where no clock tells it."""
    if opens(table):
        return table.say("opening.say")
    if table.phase in (Phase.DELIBERATION, Phase.DECISION) and table.state.proposals and not decidable(table.state):
        return table.say(f"guide.partners.{table.phase.value}")
    hidden = table.phase is Phase.RESOLUTION and table.room.scoreless
    said = table.say("guide.hidden") if hidden else table.words.of(rule.say)
    minutes = max(1, round(rule.minutes.value))
    return said if table.room.desk.clock else table.words.count("table.minutes", minutes, said=said)


def opens(table: Table) -> bool:
    """Tells whether people have just sat down: the city is told and roles are read before anything is asked."""
    seats = table.room.session.seats.values()
    return table.phase is Phase.BRIEFING and table.state.round == 1 and any(seat.bot is None for seat in seats)


def turn(table: Table) -> tuple[str, str]:
    """Returns whose turn it is, as an icon and a sentence."""
    say, state = table.say, table.state
    icon = ICONS[table.phase]
    if table.phase is Phase.ENDED:
        return icon, say("turn.ended")
    if table.speaker is not None:
        card = table.game.stakeholder(table.speaker)
        voting = table.phase is Phase.DECISION and not table.alone
        if voting and _nothing_to_weigh(table):
            return icon, say("turn.no_vote")
        key = "turn.vote" if voting else f"turn.{table.phase.value}"
        who = table.words.of(card.name)
        if table.phase is Phase.PROPOSAL and table.hand.district:
            return card.icon, say("turn.proposal_at", who=who, where=table.teller.place(table.hand.district))
        return card.icon, say(key, who=who)
    if table.computers_next:
        key = "table.turn.paused" if table.room.paused else "table.turn.computer"
        return icon, table.teller.does(key, table.awaited[0])
    if table.awaited:
        return icon, table.words.say("event.gathered.nobody", who=table.teller.seat(table.awaited[0]))
    if opens(table):
        return icon, say("turn.opening")
    if table.phase in (Phase.BRIEFING, Phase.RESOLUTION, Phase.REFLECTION):
        return icon, say(f"turn.{table.phase.value}", round=state.round)
    return icon, say("turn.all_heard")


def main_step(table: Table) -> Step | None:
    """Returns the one thing that goes on, worded as what happens; None where the answers themselves are to press."""
    say = table.say
    if table.room.paused and table.computers_next and not table.people:
        return Step(say("go.resume"), "play", Pause(False))
    match table.phase:
        case Phase.BRIEFING:
            return _open(table)
        case Phase.PROPOSAL if table.state.proposals:
            return Step(say("go.deliberation"), "arrow-right", Proceed())
        case Phase.PROPOSAL:
            return Step(say("go.deliberation"), "arrow-right", Proceed(), enabled=False)
        case Phase.DELIBERATION:
            return Step(say("go.decision"), "arrow-right", Proceed())
        case Phase.DECISION:
            return _settle(table)
        case Phase.RESOLUTION:
            return Step(say("go.reflection"), "arrow-right", Proceed())
        case Phase.REFLECTION if table.state.round < table.game.rounds:
            return Step(say("go.round", round=table.state.round + 1), "arrow-right", Proceed())
        case Phase.REFLECTION:
            return Step(say("go.end"), "flag", Proceed())
    return Step(say("go.ending"), "flag", Replace("ending"))


def _open(table: Table) -> Step:
    state = table.state
    needs = milli(table.game.model.procedures[state.procedure].time.value)
    if not state.queue or state.time < needs:
        return Step(table.say("go.effects"), "arrow-right", Proceed())
    return Step(table.say("go.challenge"), "arrow-right", Proceed())


def _settle(table: Table) -> Step | None:
    """Returns how a decision is reached: a ballot to fill in, the count, or the answers to choose among."""
    say = table.say
    if table.alone:
        pick = table.state.pick
        if table.people and pick is not None and pick.winner is None and table.state.question is None:
            return Step(say("go.none"), "check", Decide(table.people[0], None))
        if not table.people and not table.computers_next:
            return Step(table.words.say("coach.do.entrust"), "bot", HandOver(table.awaited[0]))
        return None if table.people else Step(say("go.let_decide"), "gavel", Advance())
    if table.speaker is not None and not _nothing_to_weigh(table):
        return Step(say("go.ballot"), "vote", Hold({"ballot": blank(table)}))
    return _close_vote(table)


def _nothing_to_weigh(table: Table) -> bool:
    """Tells whether no proposal can be decided, as each waits for a partner: then there is no ballot to fill in."""
    asked = ballot_kind(table.game, table.state) is not Answer or table.state.considered is not None
    return not (asked and decidable(table.state))


def _close_vote(table: Table) -> Step:
    """Returns closing the vote; while too few have voted to decide anything, it says how many must."""
    if _nothing_to_weigh(table):
        return Step(table.say("go.no_vote"), "arrow-right", Proceed())
    cast, seats = len(table.state.ballots), len(voters(table.game, table.state.procedure))
    needed = quorum(table.game, table.state)
    key = "go.close_vote" if cast >= needed else "go.close_vote_early"
    return Step(table.say(key, cast=cast, seats=seats, needed=needed), "check-check", Proceed())


def others(table: Table) -> list[Step]:
    """Returns what else can be done now, besides the main step."""
    found: list[Step] = []
    match table.phase:
        case Phase.BRIEFING:
            found += [*_sheets(table), *_weights(table), *_questions(table)]
        case Phase.PROPOSAL:
            found += _silences(table)
        case Phase.DELIBERATION:
            found += _next_floor(table)
        case Phase.DECISION if table.alone and table.people and table.state.question is None:
            found += _refusals(table)
        case Phase.RESOLUTION | Phase.REFLECTION if not table.room.scoreless:
            found.append(Step(table.say("play.again"), "rotate-ccw", Steer.AGAIN))
        case Phase.DECISION if not table.alone and table.speaker and not _nothing_to_weigh(table):
            found += [_papers(table), _close_vote(table)]
    return [*_compared(table), *_invented(table), *_deals(table), *found]


def _compared(table: Table) -> list[Step]:
    """Returns the way to the answers side by side, while a challenge is on the table."""
    if table.challenge is None or table.room.scoreless:
        return []
    return [Step(table.words.say("compare.go"), COMPARE, Push("compare"))]


def _invented(table: Table) -> list[Step]:
    """Returns the way to an answer of the room: while a challenge is open or one waits, and at the end to keep it."""
    if table.phase is Phase.ENDED:
        kept = Step(table.words.say("invent.open"), INVENT, Push("inventing", {"step": "admit"}))
        return [kept] if table.state.inventions else []
    waits = any(each.admitted is None for each in table.state.inventions)
    if not table.by_people or not (waits or table.phase is Phase.PROPOSAL):
        return []
    return [Step(table.words.say("invent.go"), INVENT, Push("inventing", {"by": table.speaker}))]


def _deals(table: Table) -> list[Step]:
    """Returns the way to the deals: where they are made, and wherever one waits for the answer of people."""
    held = table.by_people
    if not held or table.phase is Phase.ENDED:
        return []
    asked = [seat for seat in held if offers_to(table.state, seat)]
    if asked:
        return [Step(table.say("go.answer_deal"), DEAL, Push("deals", {"by": asked[0]}))]
    if table.phase in (Phase.BRIEFING, Phase.DELIBERATION):
        return [Step(table.say("go.deal"), DEAL, Push("deals", {"by": table.speaker}))]
    return []


def _sheets(table: Table) -> list[Step]:
    """Returns the way to the questionnaire that the plan has before the first challenge."""
    if not (opens(table) and table.room.asks):
        return []
    return [Step(table.words.say("learning.menu"), SHEETS, Push("learning", {"page": "before"}))]


def _weights(table: Table) -> list[Step]:
    """Returns the way to what counts for the room, while it may still say so."""
    return [Step(table.words.say("weights.title"), WEIGHTS, Push("weights"))] if table.session.weighable else []


def _papers(table: Table) -> Step:
    """Returns the way to the grid in which all paper ballots are typed at once."""
    return Step(table.say("go.papers"), PAPERS, Push("papers"))


def _questions(table: Table) -> list[Step]:
    """Returns putting a question and steering the optimiser, where people may."""
    found = []
    decider = table.game.model.scenario.decider
    if table.state.procedure == ALGORITHM and table.session.seats[decider].bot is None:
        found.append(Step(table.say("go.watches"), WATCHES, Hold({"watching": dict(table.state.watches)})))
    if may_ask(table):
        found.append(Step(table.say("go.ask"), "circle-help", Hold({"asking": True})))
    return found


def _refusals(table: Table) -> list[Step]:
    """Returns taking none, for the seat that decides alone; under the algorithm, why it picks and a refusal's price."""
    say = table.say
    if table.state.procedure != ALGORITHM:
        none = say("go.none") if decidable(table.state) else say("go.none_ready")
        return [Step(none, "x", Decide(table.people[0], None))]
    found = []
    if not table.room.scoreless:
        found.append(Step(say("act.why_pick"), "list-ordered", Hold({"telling": table.state.pick})))
    if table.state.pick is not None and table.state.pick.winner is not None:
        refusing = Decide(table.people[0], None)
        time = table.words.decimal(veto_cost(table.game, table.state) / 1000, 1)
        able = refusal(table.game, table.state, refusing) is None
        found.append(Step(say("go.refuse_pick", time=time), "ban", refusing, enabled=able))
    return found


def _silences(table: Table) -> list[Step]:
    """Returns proposing nothing, for the seat that has the floor and for the whole table."""
    found = [Step(table.say("go.pass"), "minus", Pass(table.speaker))] if table.speaker else []
    if not table.state.proposals and not table.computers_next:
        found.insert(0, Step(table.say("go.leave"), LEAVE, Proceed()))
    return found


def _next_floor(table: Table) -> list[Step]:
    """Returns giving the floor to the next seat of people that has not spoken."""
    waiting = [seat for seat in table.people if seat != table.speaker]
    if not waiting:
        return []
    label = table.say("go.floor", who=table.teller.seat(waiting[0]))
    return [Step(label, "mic", Hold({"speaker": waiting[0]}))]
