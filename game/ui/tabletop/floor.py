"""What a seat can ask of the table besides answers: to amend a proposal, to put a question, to steer the optimiser."""

from typing import Final

from game.city.exact import milli
from game.content.shapes import HeadlineId, InterventionId, ProcedureId, StakeholderId
from game.engine.amending import amendable, amending_takes, time_to_amend
from game.engine.asking import askable, time_taken
from game.engine.decide.decision import Decision, Tally
from game.engine.legal import moves_of
from game.engine.moves import Accept, Ask, Change, Instruct, Join, Suggest
from game.engine.options import QuestionKind, question_of
from game.engine.refusing import MOST
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.tabletop.table import Hold, Table
from game.wording import deciding

MILLI: Final = 1000
BAR: Final = 420
"""Design units across of a bar of the count."""
PUT_AWAY: Final = Hold({"amending": None, "asking": False, "watching": None, "telling": None})


def _close(table: Table) -> Node:
    return w.Button(table.say("ballot.later"), on_press=PUT_AWAY, key="put dialog away")


def amending_dialog(table: Table, answer: InterventionId) -> Node:
    """Returns what the seat that has the floor can do to make a proposal together with others."""
    assert table.speaker is not None
    moves = [each for each in moves_of(table.game, table.state, table.speaker) if _about(each, answer)]
    rows = [*_awaited(table, answer), *(_made(table, move) for move in moves if not isinstance(move, Suggest))]
    rows += _suggestions(table, answer, [move for move in moves if isinstance(move, Suggest)])
    rows = rows or [w.Paragraph(_why_none(table, answer))]
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


def _awaited(table: Table, answer: InterventionId) -> list[Node]:
    """Returns bringing in the partners that an answer waits for: whoever has the floor, they join here."""
    proposal = table.state.proposal(answer)
    others = [seat for seat in table.by_people if seat != table.speaker]
    waits = [seat for seat in proposal.missing if seat in others] if proposal else []
    return [
        w.Button(
            table.say("act.join_as", who=table.teller.seat(seat)), "handshake", "primary", on_press=Join(seat, answer),
            breaks=True, key=f"bring in {seat}",
        )
        for seat in waits
    ]  # fmt: skip


def _about(move: object, answer: InterventionId) -> bool:
    return isinstance(move, Join | Suggest | Accept) and move.intervention == answer


def _made(table: Table, move: object) -> Node:
    """Returns joining a proposal, or taking up or putting aside what was suggested for it."""
    if isinstance(move, Join):
        who = table.teller.seat(move.player)
        return w.Button(table.say("act.join_as", who=who), "handshake", on_press=move, breaks=True, key="amend join")
    assert isinstance(move, Accept)
    said = deciding.amendment(table.teller, move.amendment)
    label = table.say("amend.accept" if move.accepts else "amend.decline", change=said)
    icon, key = "check" if move.accepts else "x", f"{_key(move)} {move.accepts}".lower()
    return w.Button(label, icon, on_press=move, breaks=True, key=key)


def _key(move: Suggest | Accept) -> str:
    return f"{type(move).__name__} {move.amendment.change.value} {move.amendment.to}".strip().lower()


def _suggestions(table: Table, answer: InterventionId, moves: list[Suggest]) -> list[Node]:
    """Returns what can be changed in a proposal, kind by kind under its name; who else proposes it has a say."""
    proposal, found = table.state.proposal(answer), list[Node]()
    own = proposal is not None and table.speaker in proposal.proposers
    for kind in Change:
        alike = [move for move in moves if move.amendment.change is kind]
        if alike:
            name = w.heading(table.say(f"amend.kind.{kind.value}"), t.BODY)
            found.append(w.column(name, w.flow(*(_suggestion(table, move, own) for move in alike), gap=10), gap=8))
    if moves and not own:
        found.append(w.caption(table.say("amend.asks")))
    return found


def _suggestion(table: Table, move: Suggest, own: bool) -> Node:
    """Returns a change to press, told in a few words under the name of its kind; a reader hears all of it."""
    of, teller = move.amendment, table.teller
    told = table.say("amend.make" if own else "amend.suggest", change=deciding.amendment(teller, of))
    match of.change:
        case Change.CLAUSE:
            short, icon = table.say("amend.counts"), "chart-bar"
        case Change.SITE:
            short, icon = teller.district(of.to), "map-pin"
        case Change.LEVEL:
            short, icon = teller.title(of.to), table.game.model.interventions[InterventionId(of.to)].icon
    button = w.Button(told, icon, on_press=move, tall=52, key=_key(move))
    button.words = short
    return button


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
    ways = [at for at, each in enumerate(questions) if (question_of(each) or (None,))[0] is QuestionKind.WAY]
    if ways:
        rows.insert(ways[0], w.heading(table.say("ask.ways"), t.BODY))
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
    name, about = table.words.of(rule.name), table.words.of(rule.say)
    told = w.column(
        w.Paragraph(name, t.BODY, t.SEMIBOLD, leading=1.2), w.Paragraph(about, t.SMALL, colour="soft"), gap=2, grow=1
    )
    takes = w.caption(table.say("ask.takes", time=time))
    inside = w.row(w.Icon(rule.icon, 30, "accent"), told, takes, gap=t.M, align="center")
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
    head = [w.Paragraph(deciding.decision(table.teller, decision), t.BODY, t.SEMIBOLD)]
    steps = [w.Paragraph(line, t.BODY, leading=1.35) for line in lines]
    if steps:
        steps.insert(0, w.heading(table.say("telling.steps"), t.BODY))
    return w.Dialog(
        table.say("telling.title"), *head, *_bars(table, decision), *steps,
        actions=(w.Button(table.words.say("app.close"), on_press=PUT_AWAY, key="put dialog away"),),
        across=1080, on_cancel=PUT_AWAY, key="telling",
    )  # fmt: skip


def _bars(table: Table, decision: Decision) -> list[Node]:
    """Returns what each option gathered as a bar on one scale, the chosen one in colour."""
    if not deciding.tally(table.teller, decision):
        return []
    most = max((decision.ballots, *(each.support for each in decision.tally)))
    rows = [_bar(table, each, float(each.support / most), decision) for each in decision.tally] if most else []
    return [*rows, w.caption(table.words.count("table.telling.ballots", decision.ballots))]


def _bar(table: Table, of: Tally, share: float, decision: Decision) -> Node:
    taken, count = of.intervention in decision.chosen, deciding.amount(table.teller, of.support)
    return w.row(
        w.Paragraph(table.teller.title(of.intervention), t.BODY, t.SEMIBOLD if taken else t.REGULAR, grow=1),
        w.Bar(share, "accent" if taken else "edge", width=BAR),
        w.Label(count, t.BODY, t.BOLD, align="end", width=70, tabular=True),
        gap=16, align="center",
    )  # fmt: skip
