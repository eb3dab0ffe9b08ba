"""Who sits round the table: who plays each seat, and what it has done in this phase."""

from game.content.cards import Stakeholder
from game.content.shapes import StakeholderId
from game.engine.legal import spoken
from game.engine.moves import Stand
from game.engine.phases import Phase
from game.engine.roster import holder
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.tabletop.line import Line
from game.ui.tabletop.table import Hold, Table
from game.wording.roster import sitters


def seat_list(table: Table) -> Node:
    """Returns the seats; each opens its role card, and can be given the floor."""
    rows = [_seat(table, card) for card in table.game.model.scenario.stakeholders]
    return w.Panel(*rows, pad=8, gap=2, key="seats")


def _seat(table: Table, card: Stakeholder) -> Node:
    seat, floor = table.session.seats[card.id], table.speaker == card.id
    name, done = table.words.of(card.name), status(table, card.id)
    ink, tint = ("soft", "sunken") if seat.bot else ("accent", "accent_tint")
    if floor:
        ink, tint = "on_accent", "accent"
    return w.Card(
        w.row(
            w.Tile(card.icon, ink, tint, 40, disc=True),
            w.column(
                Line(name, t.SMALL, t.SEMIBOLD),
                stands(table, card.id) or Line(done or players(table, card.id), t.SMALL, colour="soft", label=""),
                grow=1,
            ),
            *_sign(table, card.id),
            *marks(table, card.id),
            *_microphone(table, card.id, name),
            gap=7, align="center",
        ),
        fill="accent_tint" if floor else "", stroke="", raised=False, radius=12, pad=(1, 4), gap=0, justify="center",
        on_press=Hold({"card": card.id}), key=f"seat {card.id}", label=name,
        value=" · ".join(part for part in (players(table, card.id), done) if part),
    )  # fmt: skip


def _sign(table: Table, player: StakeholderId) -> list[Node]:
    """Returns the sign of a seat that is not held by its own people: a computer, nobody, somebody in its shoes."""
    held = holder(table.game, table.state, player)
    if held.bot is not None or not held.people:
        return [w.Icon("bot" if held.bot else "user-x", 24, "soft")]
    return [w.Icon("footprints", 24, "accent")] if held.home != player else []


def players(table: Table, player: StakeholderId) -> str:
    """Returns who plays a seat: the computer, people by their names when they gave any, or nobody any more."""
    held = holder(table.game, table.state, player)
    if held.bot is not None:
        return table.say("seat.computer")
    if not held.people:
        return table.words.say("roster.abstains" if held.abstains else "roster.nobody")
    if held.home != player:
        return table.words.count("roster.guests", held.heads, seat=table.teller.seat(held.home))
    return ", ".join(sitters(table.words, held.people))


def status(table: Table, player: StakeholderId) -> str:
    """Returns what a seat has done in this phase, in words; a ballot's content never is."""
    state, does = table.state, table.teller.does
    match table.phase:
        case Phase.PROPOSAL if spoken(state, player):
            backed = next((p.intervention for p in state.proposals if player in p.proposers), None)
            if backed:
                return does("table.seat.proposes", player, what=table.teller.title(backed))
            return does("table.seat.passes", player)
        case Phase.DELIBERATION if player in state.heard:
            said = [s.stand for s in state.stances if s.player == player]
            return table.say("seat.stands", up=said.count(Stand.FOR), down=said.count(Stand.AGAINST))
        case Phase.DECISION if table.alone:
            return does("table.seat.decides", player) if player == table.game.model.scenario.decider else ""
        case Phase.DECISION if _voted(table, player):
            return does("table.seat.voted", player)
        case Phase.DECISION if player not in table.awaited:
            return does("table.seat.no_vote", player)
    if player == table.speaker:
        return does("table.seat.speaks", player)
    return does("table.seat.awaited", player) if player in table.people else ""


def _voted(table: Table, player: StakeholderId) -> bool:
    """Tells whether a seat has handed in its ballot; outside a committee it never does."""
    return any(ballot.player == player for ballot in table.state.ballots)


def marks(table: Table, player: StakeholderId) -> list[Node]:
    """Returns what a seat has done as a sign: the answer it proposes, its silence, its vote."""
    match table.phase:
        case Phase.PROPOSAL:
            backed = [answer for answer in table.offered if player in _proposers(table, answer.id)]
            if backed:
                return [w.Tile(backed[0].icon, "on_tech", backed[0].tech.value, 34)]
            return [w.Icon("minus", 24, "soft")] if player in table.state.passed else _waiting(table, player)
        case Phase.DECISION if _voted(table, player):
            return [w.Icon("vote", 28, "accent")]
        case Phase.DECISION if table.alone and player in table.awaited and player != table.speaker:
            return [w.Icon("gavel", 28, "accent")]
    return _waiting(table, player)


def stands(table: Table, player: StakeholderId) -> Node | None:
    """Returns a seat's stands, each answer with a thumb, in the order of the cards; None while it has taken none."""
    said = {s.intervention: s.stand for s in table.state.stances if s.player == player}
    if table.phase is not Phase.DELIBERATION or not said:
        return None
    pairs: list[Node] = []
    for answer in table.offered:
        if answer.id in said:
            up = said[answer.id] is Stand.FOR
            thumb = w.Icon("thumbs-up" if up else "thumbs-down", 22, "rise" if up else "fall", 2.4)
            pairs.append(w.row(w.Icon(answer.icon, 22, answer.tech.value, 2.2), thumb, gap=4))
    return w.row(*pairs, gap=18)


def _proposers(table: Table, intervention: str) -> tuple[str, ...]:
    return next((p.proposers for p in table.state.proposals if p.intervention == intervention), ())


def _waiting(table: Table, player: StakeholderId) -> list[Node]:
    """Returns the sign of people who are waited for; a computer, which has its own sign, is never long."""
    waited = player in table.awaited and player not in table.may_speak
    return [w.Icon("hourglass", 22, "edge")] if waited and holder(table.game, table.state, player).bot is None else []


def _microphone(table: Table, player: StakeholderId, name: str) -> list[Node]:
    if player == table.speaker:
        return [w.Icon("mic", 28, "accent", 2.4)]
    if player not in table.may_speak:
        return []
    give = Hold({"speaker": player, "district": None, "ballot": None})
    say = table.say("seat.floor", who=name)
    return [w.IconButton("mic", say, "secondary", on_press=give, tall=42, key=f"floor {player}")]
