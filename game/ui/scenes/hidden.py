"""What stands in for a screen of figures while the facilitator hides the scores."""

from game.ui import theme as t
from game.ui import widgets as w
from game.ui.node import Node
from game.ui.room import Room
from game.ui.scene import Cancel, Frame, Heard, Intent, Pop, Press


class HiddenScene:
    """A dialog over the table."""

    overlay = True

    def __init__(self, room: Room) -> None:
        self.room = room

    def build(self, frame: Frame) -> Node:
        """Returns that the scores are hidden, and until when."""
        close = w.Button(frame.say("app.close"), "x", "primary", on_press=Pop(), key="close")
        return w.Dialog(
            frame.say("facilitator.scores.hidden"),
            w.Paragraph(frame.say("facilitator.scores.later"), t.STRONG),
            actions=(close,), on_cancel=Pop(), key="hidden",
        )  # fmt: skip

    def on_input(self, heard: Heard) -> Intent | None:
        """Closes when asked to."""
        match heard:
            case Press(value=value) if isinstance(value, Intent):
                return value
            case Cancel():
                return Pop()
        return None

    def tick(self, dt: float) -> bool:
        """Nothing moves here."""
        return False
