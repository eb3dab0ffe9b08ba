"""The one step from a figure to its account, whatever the figure is."""

from collections.abc import Sequence

from game.city.account import PLAIN
from game.engine.state import Game
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.inquiry.question import By
from game.ui.node import Node
from game.ui.scene import Push
from game.wording.accounts import MADE_OF
from game.wording.words import Words


def why_of(game: Game, of: str, by: By = "cause", chosen: str = "") -> Push:
    """Returns what opens the account of a level since the start: a gauge's, or that of any other level."""
    if of in game.model.gauge_weights:
        return Push("why", {"headline": of, "scope": "session", "by": by, "chosen": chosen})
    return Push("account", {"of": of, "by": by})


def explained(game: Game, of: str) -> bool:
    """Tells whether a level has an account."""
    model = game.model
    return of in {*model.first_cells, *model.gauge_weights, *model.groups.ids, *PLAIN, *MADE_OF}


def asks(words: Words, asked: Sequence[tuple[str, Push]]) -> Node:
    """Returns a row of questions under a chart: the name of each figure, to press for its account."""
    buttons = [
        w.Button(name, "circle-help", on_press=push, size=t.SMALL, tall=48, hint=words.say("made.why", what=name),
                 key=f"ask {place} {name}")
        for place, (name, push) in enumerate(asked)
    ]  # fmt: skip
    return w.column(w.caption(words.say("made.asks")), w.flow(*buttons, gap=t.S), gap=t.XS)
