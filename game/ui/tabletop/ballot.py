"""The ballot of the seat that has the floor: filled in while the others look away, never shown again."""

from game.content.shapes import InterventionId
from game.engine.ballots import decidable
from game.engine.moves import Vote
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.tabletop.table import Hold, Table

CLOSE = Hold({"ballot": None})


def ballot_paper(table: Table, approved: tuple[InterventionId, ...]) -> Node:
    """Returns the open ballot: one switch for each answer that can be decided."""
    assert table.speaker is not None
    who = table.teller.seat(table.speaker)
    able = decidable(table.state)
    switches = [_switch(table, option, approved) for option in able]
    lacking = [p for p in table.state.proposals if p.intervention not in able]
    notes = [
        w.Paragraph(
            table.say(
                "ballot.lacks", what=table.teller.title(p.intervention),
                who=", ".join(table.teller.seat(seat) for seat in p.missing),
            ),
            t.SMALL, colour="soft",
        )
        for p in lacking
    ]  # fmt: skip
    return w.Dialog(
        table.say("ballot.title", who=who),
        w.Paragraph(table.say("ballot.how")),
        *switches,
        *notes,
        w.Paragraph(table.words.count("table.ballot.approves", len(approved)), t.SMALL, colour="soft"),
        actions=(
            w.Button(table.say("ballot.later"), on_press=CLOSE, key="close ballot"),
            w.Button(table.say("ballot.cast"), "vote", "primary", on_press=Vote(table.speaker, approved), key="cast"),
        ),
        across=900, on_cancel=CLOSE, key="ballot",
    )  # fmt: skip


def _switch(table: Table, option: InterventionId, approved: tuple[InterventionId, ...]) -> Node:
    answer = table.game.intervention(option)
    others = tuple(each for each in approved if each != option)
    wanted = others if option in approved else (*others, option)
    return w.row(
        w.Tile(answer.icon, "on_tech", answer.tech.value, 48),
        w.Toggle(
            table.teller.title(option), option in approved, on_press=Hold({"ballot": wanted}), grow=1,
            key=f"approve {option}",
        ),
        gap=14, align="center",
    )  # fmt: skip
