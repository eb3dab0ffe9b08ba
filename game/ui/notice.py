"""A calm word on something that could not be done, until it is put away."""

from typing import Final, cast

from game.errors import ContentError, GameError
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.scene import Frame
from game.ui.theme import BODY, MEDIUM
from game.wording.errors import sentence
from game.wording.words import Words

HEARD: Final = "notice heard"
"""What pressing the cross of a notice sends."""


def notice(frame: Frame, fault: GameError | None, told: str = "") -> tuple[Node, ...]:
    """Returns the notice of a fault, or of anything told; nothing when there is nothing to say."""
    words = _sentence(fault, cast(Words, frame.words)) if fault else told
    if not words:
        return ()
    tone = "danger" if fault else "accent"
    line = w.row(
        w.Icon("triangle-alert" if fault else "info", 30, tone),
        w.Paragraph(words, BODY, MEDIUM, grow=1, role="alert"),
        w.IconButton("x", frame.say("app.close"), on_press=HEARD, key="notice close", tall=48),
        gap=16, align="center",
    )  # fmt: skip
    return (w.Panel(line, fill=f"{tone}_tint", stroke=tone, pad=(10, 16, 10, 20), key="notice"),)


def _sentence(fault: GameError, words: Words) -> str:
    """Returns a fault in one sentence: of a file with several, the first one, with its place."""
    if isinstance(fault, ContentError) and fault.problems:
        from game.wording import problems

        return problems.sentence(fault.problems[0], words)
    return sentence(fault, words)
