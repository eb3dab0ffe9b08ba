"""What a seat can ask of the table besides answers: to amend a proposal, to put a question, to steer the optimiser."""

from typing import Final

from game.city.exact import milli
from game.content.shapes import HeadlineId, InterventionId, ProcedureId, StakeholderId
from game.engine.amending import amendable, amending_takes, time_to_amend
from game.engine.asking import askable, time_taken
from game.engine.decide.decision import Decision
from game.engine.legal import MOST, moves_of
from game.engine.moves import Accept, Ask, Instruct, Join, Suggest
from game.engine.options import QuestionKind, question_of
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.tabletop.table import Hold, Table
from game.wording import deciding

MILLI: Final = 1000
PUT_AWAY: Final = Hold({"amending": None, "asking": False, "watching": None, "telling": None})


def _close(table: Table) -> Node:
    return w.Button(table.say("ballot.later"), on_press=PUT_AWAY, key="put dialog away")


def amending_dialog(table: Table, answer: InterventionId) -> Node:
    """Returns what the seat that has the floor can do to make a proposal together with others."""
    assert table.speaker is not None
    moves = [each for each in moves_of(table.game, table.state, table.speaker) if _about(each, answer)]
    rows = [_made(table, move) for move in moves] or [w.Paragraph(_why_none(table, answer))]
    who = table.teller.seat(table.speaker)
    return w.Dialog(
        table.say("amend.title", what=table.teller.title(answer)),
        *_so_far(table, answer),
        w.Paragraph(table.say("amend.how", who=who)),
        *rows,
        actions=(_close(table),), across=960, on_cancel=PUT_AWAY, key="amending",
    )  # fmt: skip


def _why_none(table: Table, answer: InterventionId) -> str:
    """Returns why nothing can be done to a proposal at present."""
    proposal = table.state.proposal(answer)
    if proposal is None or not amendable(table.game, table.state, proposal):
        return table.say("amend.nothing")
    if time_to_amend(table.game, table.state):
        return table.say("amend.waiting")
    needed, left = (
        table.words.decimal(each / MILLI, 1) for each in (amending_takes(table.game, table.state), table.state.time)
    )
    return table.say("amend.no_time", needed=needed, left=left)


def _so_far(table: Table, answer: InterventionId) -> list[Node]:
    """Returns where it would stand, what was amended already, and the objections to be met."""
    proposal, tell = table.state.proposal(answer), table.teller
    stands = [] if proposal is None or proposal.district is None else [
        ("map-pin", "accent", table.say("amend.stands", where=tell.district(proposal.district)))
    ]  # fmt: skip
    made = [("pencil", "rise", deciding.amendment(tell, each)) for each in (proposal.amended if proposal else ())]
    objections = (each for each in table.state.objections if each.intervention == answer)
    met = [("ban", "fall", deciding.answer(tell, each)) for each in objections]
    return [
        w.row(w.Icon(icon, 24, tone), w.Paragraph(said, t.BODY, grow=1), gap=10, align="start")
        for icon, tone, said in (*stands, *made, *met)
    ]


def _about(move: object, answer: InterventionId) -> bool:
    return isinstance(move, Join | Suggest | Accept) and move.intervention == answer


def _made(table: Table, move: object) -> Node:
    match move:
        case Join():
            return w.Button(table.say("act.join"), "handshake", on_press=move, key="amend join")
        case Suggest():
            said = deciding.amendment(table.teller, move.amendment)
            proposal = table.state.proposal(move.intervention)
            own = proposal is not None and move.player in proposal.proposers
            label, icon = table.say("amend.make" if own else "amend.suggest", change=said), "pencil"
        case Accept():
            said = deciding.amendment(table.teller, move.amendment)
            label = table.say("amend.accept" if move.accepts else "amend.decline", change=said)
            icon = "check" if move.accepts else "x"
        case _:
            raise AssertionError(move)
    amendment = move.amendment
    key = f"{type(move).__name__} {amendment.change.value} {amendment.to} {getattr(move, 'accepts', '')}".strip()
    return w.Button(label, icon, on_press=move, breaks=True, key=key.lower())


def may_ask(table: Table) -> tuple[StakeholderId, ...]:
    """Returns the seats of people that may put a question now."""
    if not askable(table.game, table.state):
        return ()
    return tuple(seat for seat in table.game.players if table.session.seats[seat].bot is None)


def asking_dialog(table: Table) -> Node:
    """Returns the questions that may be put now, and who puts them."""
    seats = may_ask(table)
    asker = table.hand.speaker if table.hand.speaker in seats else seats[0]
    who = w.flow(*(_asker(table, seat, seat == asker) for seat in seats), gap=10)
    questions = askable(table.game, table.state)
    rows = [_question(table, asker, question) for question in questions]
    return w.Dialog(
        table.say("ask.title"), w.Paragraph(table.say("ask.how", way=table.teller.way(table.state.procedure))),
        who, *_dear(table, questions), *rows, actions=(_close(table),), across=1280, on_cancel=PUT_AWAY, key="asking",
    )  # fmt: skip


def _asker(table: Table, seat: StakeholderId, on: bool) -> Node:
    give = Hold({"speaker": seat})
    return w.Button(table.teller.seat(seat), on_press=give, on=on, tall=48, size=t.SMALL, key=f"asker {seat}")


def _question(table: Table, asker: StakeholderId, question: InterventionId) -> Node:
    """Returns a question to put; one that would change the way of deciding says what that way is."""
    time = table.words.decimal(time_taken(table.game, question) / 1000, 1)
    label = table.say("ask.question", what=table.teller.title(question), time=time)
    kind, of = question_of(question) or (None, "")
    move, key = Ask(asker, question), f"ask {question}"
    if kind is not QuestionKind.WAY:
        return w.Button(label, "circle-help", on_press=move, breaks=True, key=key)
    rule = table.game.model.procedures[ProcedureId(of)]
    about = table.words.of(rule.say)
    told = w.column(
        w.Paragraph(label, t.BODY, t.SEMIBOLD, leading=1.2), w.Paragraph(about, t.SMALL, colour="soft"), gap=2, grow=1
    )
    inside = w.row(w.Icon(rule.icon, 30, "accent"), told, gap=t.M, align="center")
    return w.Card(inside, pad=(10, 18), raised=False, on_press=move, key=key, label=label, value=about)


def _dear(table: Table, questions: tuple[InterventionId, ...]) -> list[Node]:
    """Returns the warning that a question leaves no time for a challenge in this round, where it does."""
    needs = milli(table.game.model.procedures[table.state.procedure].time.value)
    left = table.state.time - min((time_taken(table.game, each) for each in questions), default=0)
    if not table.state.queue or not left < needs <= table.state.time:
        return []
    decimal = table.words.decimal
    told = table.say("ask.dear", left=decimal(left / 1000, 1), needs=decimal(needs / 1000, 1))
    said = w.Paragraph(told, t.BODY, t.MEDIUM, grow=1, role="alert", key="dear")
    return [w.row(w.Icon("triangle-alert", 28, "fall"), said, gap=14, align="center")]


def watching_dialog(table: Table, watches: dict[HeadlineId, int]) -> Node:
    """Returns what the optimiser is told to watch, gauge by gauge, to be changed by the seat with the mandate."""
    rows: list[Node] = []
    for rule in table.game.model.rules.headlines:
        name, counts = table.headline(rule.id), watches.get(rule.id, 0)
        counter = w.stepper(
            name, counts, -MOST, MOST, Watching(watches, rule.id), table.say("ballot.less", what=name),
            table.say("ballot.more", what=name), key=f"watch {rule.id}",
        )  # fmt: skip
        line = (w.Tile(rule.icon, rule.id, f"{rule.id}_tint", 48), w.Paragraph(name, t.BODY, t.MEDIUM, grow=1), counter)
        rows.append(w.row(*line, gap=14, align="center"))
    told = tuple((name, counts) for name, counts in watches.items() if counts)
    move = Instruct(table.game.model.scenario.decider, told)
    tell = w.Button(
        table.say("watch.tell"), "bot", "primary", on_press=move, enabled=bool(told), key="instruct"
    )
    return w.Dialog(
        table.say("watch.title"), w.Paragraph(table.say("watch.how")), *rows,
        actions=(_close(table), tell), across=880, on_cancel=PUT_AWAY, key="watching",
    )  # fmt: skip


class Watching:
    """Makes what the optimiser is told with another count for one gauge."""

    def __init__(self, watches: dict[HeadlineId, int], of: HeadlineId) -> None:
        """Holds what it is told so far, and the gauge whose count changes."""
        self.watches, self.of = watches, of

    def __call__(self, counts: int) -> Hold:
        """Returns what a press sends."""
        return Hold({"watching": {**self.watches, self.of: counts}})


def telling_dialog(table: Table, decision: Decision) -> Node:
    """Returns how a decision came about: why, the count, and each step of it in words."""
    lines = deciding.numbered(table.teller, decision)
    told = [table.teller.decision(decision), table.teller.tally(decision)]
    head = [w.Paragraph(each, t.BODY, t.SEMIBOLD) for each in told if each]
    steps = [w.Paragraph(line, t.BODY, leading=1.35) for line in lines]
    return w.Dialog(
        table.say("telling.title"), *head, *steps,
        actions=(w.Button(table.words.say("app.close"), on_press=PUT_AWAY, key="put dialog away"),),
        across=1080, on_cancel=PUT_AWAY, key="telling",
    )  # fmt: skip
