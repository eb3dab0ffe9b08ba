"""The ballot of the seat that has the floor: filled in while the others look away, unless ballots are open."""

from typing import Final

from attrs import evolve

from game.content.cards import Secrecy
from game.content.shapes import InterventionId
from game.engine.amending import amendable
from game.engine.ballots import BEST, ballot_kind, decidable, secrecy, tokens_each
from game.engine.decide.consent import Position
from game.engine.decide.decision import AS_IT_IS
from game.engine.moves import Amendment, Answer, Ballot, Grade, Pledge, Rank, Vote
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.field import TextField
from game.ui.node import Node
from game.ui.tabletop.paper import on_ballot
from game.ui.tabletop.table import Hold, Table
from game.wording import deciding

HANDFULS: Final = 10
"""Presses that hand out all tokens."""
CLOSE: Final = Hold({"ballot": None})
POSITIONS: Final = {Position.CONSENT: "check", Position.ASIDE: "minus", Position.OBJECT: "ban"}
"""What a seat may say under consent, and the mark of each."""


def blank(table: Table) -> Ballot:
    """Returns the ballot that the seat with the floor begins with: nothing in it yet."""
    assert table.speaker is not None
    kind, options = ballot_kind(table.game, table.state), on_ballot(table.game, table.state)
    if kind is Rank:
        return Rank(table.speaker, (*options, AS_IT_IS))
    if kind is Grade:
        return Grade(table.speaker, ())
    if kind is Pledge:
        return Pledge(table.speaker, ())
    if kind is Answer and table.state.considered is not None:
        return Answer(table.speaker, table.state.considered, Position.CONSENT)
    return Vote(table.speaker, ())


def ballot_paper(table: Table, draft: Ballot) -> Node:
    """Returns the open ballot, as the way of deciding asks for it."""
    assert table.speaker is not None
    kind = type(draft).__name__.lower()
    opened = secrecy(table.game, table.state) is Secrecy.OPEN or isinstance(draft, Answer)
    title = table.say("ballot.title_open" if opened else "ballot.title", who=table.teller.seat(table.speaker))
    how = table.say(f"ballot.how_{kind}", tokens=tokens_each(table.game), best=BEST)
    look_away = () if opened else (w.Paragraph(table.say("ballot.look_away"), t.SMALL, colour="soft"),)
    cast = w.Button(
        table.say("ballot.cast"), "vote", "primary", on_press=draft, key="cast", enabled=_whole(table, draft)
    )
    return w.Dialog(
        title,
        w.Paragraph(how),
        *_lines(table, draft),
        *_lacking(table),
        *look_away,
        actions=(w.Button(table.say("ballot.later"), on_press=CLOSE, key="close ballot"), cast),
        across=960, on_cancel=CLOSE, key="ballot",
    )  # fmt: skip


def _whole(table: Table, draft: Ballot) -> bool:
    """Tells whether a ballot is filled in: every option graded, an objection argued."""
    match draft:
        case Grade():
            return len(draft.grades) == len(decidable(table.state))
        case Answer():
            return draft.position is not Position.OBJECT or bool(draft.reason.strip())
    return True


def _lacking(table: Table) -> list[Node]:
    """Returns what can't be voted on, and who is missing."""
    lacking = [each for each in table.state.proposals if each.missing]
    return [
        w.Paragraph(
            table.say(
                "ballot.lacks", what=table.teller.title(each.intervention),
                who=", ".join(table.teller.seat(seat) for seat in each.missing),
            ),
            t.SMALL, colour="soft",
        )
        for each in lacking
    ]  # fmt: skip


def _lines(table: Table, draft: Ballot) -> list[Node]:
    match draft:
        case Vote():
            return _approvals(table, draft)
        case Rank():
            return [_place(table, draft, place) for place in range(len(draft.order))]
        case Grade():
            return [_grades(table, draft, option) for option in on_ballot(table.game, table.state)]
        case Pledge():
            return _pledges(table, draft)
        case Answer():
            return _answer(table, draft)


def _option(table: Table, option: InterventionId, *held: Node) -> Node:
    """Returns one option of a ballot with what is written beside it."""
    card = table.game.model.interventions.get(option)
    icon, ink, fill = (card.icon, "on_tech", card.tech.value) if card else ("circle-help", "accent", "accent_tint")
    return w.row(w.Tile(icon, ink, fill, 48), *held, gap=14, align="center")


def _approvals(table: Table, draft: Vote) -> list[Node]:
    switches: list[Node] = []
    for option in on_ballot(table.game, table.state):
        others = tuple(each for each in draft.approved if each != option)
        wanted = others if option in draft.approved else (*others, option)
        toggle = w.Toggle(
            table.teller.title(option), option in draft.approved, grow=1, key=f"approve {option}",
            on_press=Hold({"ballot": evolve(draft, approved=wanted)}),
        )  # fmt: skip
        switches.append(_option(table, option, toggle))
    told = table.words.count("table.ballot.approves", len(draft.approved))
    return [*switches, w.Paragraph(told, t.SMALL, colour="soft")]


def _place(table: Table, draft: Rank, place: int) -> Node:
    """Returns an option at its place, with what moves it up or down."""
    option = draft.order[place]
    title = table.teller.title(option)
    moves = [
        w.IconButton(
            icon, table.say(f"ballot.{key}", what=title), "secondary", enabled=0 <= place + by < len(draft.order),
            on_press=Hold({"ballot": evolve(draft, order=_swapped(draft.order, place, place + by))}),
            key=f"{key} {option}",
        )
        for key, icon, by in (("up", "arrow-up", -1), ("down", "arrow-down", 1))
    ]  # fmt: skip
    rank = w.Label(table.words.whole(place + 1), t.TITLE, t.BOLD, "accent", width=40, tabular=True)
    return _option(table, option, rank, w.Paragraph(title, t.BODY, t.MEDIUM, grow=1), *moves)


def _swapped(order: tuple[InterventionId, ...], one: int, other: int) -> tuple[InterventionId, ...]:
    if not 0 <= other < len(order):
        return order
    moved = list(order)
    moved[one], moved[other] = moved[other], moved[one]
    return tuple(moved)


def _grades(table: Table, draft: Grade, option: InterventionId) -> Node:
    given = dict(draft.grades)
    title = table.teller.title(option)
    segments = [
        w.Option(str(grade), Hold({"ballot": evolve(draft, grades=tuple({**given, option: grade}.items()))}))
        for grade in range(BEST + 1)
    ]
    row = w.choices(title, segments, given.get(option, -1), key=f"grade {option}", width=400)
    return _option(table, option, w.Paragraph(title, t.BODY, t.MEDIUM, grow=1), row)


def _pledges(table: Table, draft: Pledge) -> list[Node]:
    given, most = dict(draft.tokens), tokens_each(table.game)
    left = most - sum(given.values())
    lines: list[Node] = []
    for option in on_ballot(table.game, table.state):
        title, own = table.teller.title(option), given.get(option, 0)
        send = Pledging(draft, option, max(1, most // HANDFULS))
        counter = w.stepper(
            title, own, 0, own + left, send, table.say("ballot.less", what=title), table.say("ballot.more", what=title),
            key=f"pledge {option}",
        )  # fmt: skip
        lines.append(_option(table, option, w.Paragraph(title, t.BODY, t.MEDIUM, grow=1), counter))
    return [*lines, w.Paragraph(table.words.count("table.ballot.left", left), t.BODY, t.SEMIBOLD)]


class Pledging:
    """Makes the ballot with so many tokens on one option."""

    def __init__(self, draft: Pledge, option: InterventionId, step: int) -> None:
        """Holds the ballot, the option whose tokens change, and how many change hands at a press."""
        self.draft, self.option, self.step = draft, option, step

    def __call__(self, tokens: int) -> Hold:
        """Returns what a press sends."""
        own = dict(self.draft.tokens).get(self.option, 0)
        given = {**dict(self.draft.tokens), self.option: own + (tokens - own) * self.step}
        kept = tuple((option, count) for option, count in given.items() if count > 0)
        return Hold({"ballot": evolve(self.draft, tokens=kept)})


def _answer(table: Table, draft: Answer) -> list[Node]:
    options = [
        w.Option(
            table.say(f"ballot.{position.value}"),
            Hold({"ballot": evolve(draft, position=position, remedy=None)}), icon,
        )
        for position, icon in POSITIONS.items()
    ]  # fmt: skip
    title = table.teller.title(draft.intervention)
    asked = _option(table, draft.intervention, w.Paragraph(title, t.STRONG, t.SEMIBOLD, grow=1))
    found: list[Node] = [asked, w.choices(title, options, list(POSITIONS).index(draft.position), key="position")]
    if draft.position is Position.OBJECT:
        found += _objection(table, draft)
    return found


def _objection(table: Table, draft: Answer) -> list[Node]:
    """Returns where an objection is argued, and the amendments that could lift it."""
    field = TextField(
        table.say("ballot.reason"), draft.reason, lambda text: Hold({"ballot": evolve(draft, reason=text)}),
        hint=table.say("ballot.reason"), key="reason",
    )  # fmt: skip
    found: list[Node] = [w.heading(table.say("ballot.why"), t.BODY, weight=t.SEMIBOLD), field]
    proposal = table.state.proposal(draft.intervention)
    remedies = amendable(table.game, table.state, proposal) if proposal else ()
    if not remedies:
        return found
    found.append(w.heading(table.say("ballot.remedy"), t.BODY, weight=t.SEMIBOLD))
    return [*found, *(_remedy(table, draft, each) for each in remedies)]


def _remedy(table: Table, draft: Answer, remedy: Amendment) -> Node:
    chosen = draft.remedy == remedy
    return w.Toggle(
        deciding.amendment(table.teller, remedy), chosen, key=f"remedy {remedy.change.value} {remedy.to}",
        on_press=Hold({"ballot": evolve(draft, remedy=None if chosen else remedy)}),
    )  # fmt: skip
