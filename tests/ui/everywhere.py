"""Every screen of the game, opened in the situations that show most of it, for tests that hold everywhere."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from game.engine.phases import Phase
from game.ui.scene import Press, Push
from game.ui.scenes import SCENES
from game.ui.scenes.title import Open
from game.ui.stage import Stage
from game.ui.tabletop.table import Hold
from tests.ui.rooms import everyone, play_until, room, stage

PEOPLE: Final = ("cityhall", "residents", "river")
Opened = Callable[[Path, str], Stage]


def _title(panel: str) -> Opened:
    def opened(folder: Path, language: str) -> Stage:
        shown = stage(SCENES, room(folder), language=language)
        shown.open("title")
        shown.tell(Press("", Open(panel)))
        return shown

    return opened


def _over(name: str, phase: Phase = Phase.RESOLUTION, round_: int = 2, text: float = 1.0, **args: object) -> Opened:
    """Returns what opens a screen over the table in a phase."""

    def opened(folder: Path, language: str) -> Stage:
        held = room(folder, PEOPLE)
        play_until(held.session, phase, round_)
        shown = stage(SCENES, held, language=language, text=text)
        shown.open("table")
        if name != "table":
            shown.perform(Push(name, args))
        return shown

    return opened


def _table(phase: Phase, way: str = "majority", hold: dict[str, object] | None = None, text: float = 1.0) -> Opened:
    def opened(folder: Path, language: str) -> Stage:
        held = room(folder, PEOPLE, procedure=way)
        play_until(held.session, phase, 2 if phase is not Phase.BRIEFING else 1)
        shown = stage(SCENES, held, language=language, text=text)
        shown.open("table")
        if hold is not None:
            shown.tell(Press("", Hold(hold)))
        return shown

    return opened


def _ballot(way: str) -> Opened:
    def opened(folder: Path, language: str) -> Stage:
        shown = _table(Phase.DECISION, way)(folder, language)
        step = shown.top.root.find("main step") if shown.top.root else None
        if step is not None and step.focusable:
            shown.tell(Press(step.key, step.on_press))
        return shown

    return opened


def _seats(folder: Path, language: str) -> Stage:
    shown = stage(SCENES, room(folder), language=language)
    shown.open("seats")
    return shown


EVERYWHERE: Final[dict[str, Opened]] = {
    "title": _title(""),
    "settings": _title("settings"),
    "shelf": _title("resume"),
    "seats": _seats,
    "briefing": _table(Phase.BRIEFING),
    "proposal": _table(Phase.PROPOSAL),
    "deliberation": _table(Phase.DELIBERATION),
    "decision": _table(Phase.DECISION),
    "mandate": _table(Phase.DECISION, "mayor"),
    "algorithm": _table(Phase.DECISION, "algorithm"),
    "approval ballot": _ballot("majority"),
    "ranked ballot": _ballot("ranked"),
    "budget ballot": _ballot("budget"),
    "consent ballot": _ballot("consent"),
    "resolution": _table(Phase.RESOLUTION),
    "reflection": _table(Phase.REFLECTION),
    "role card": _table(Phase.DELIBERATION, hold={"card": everyone()[0]}),
    "secret": _table(Phase.DELIBERATION, hold={"card": everyone()[1], "revealed": True}),
    "question": _table(Phase.BRIEFING, hold={"asking": True}),
    "way": _table(Phase.PROPOSAL, hold={"way": True}),
    "map tab": _table(Phase.PROPOSAL, hold={"tab": "map"}, text=1.5),
    "log tab": _table(Phase.PROPOSAL, hold={"tab": "log"}, text=1.5),
    "why": _over("why", headline="quality"),
    "menu": _over("menu"),
    "assumptions": _over("assumptions"),
    "lives": _over("lives"),
    "heading": _over("lives", page="heading"),
    "account": _over("account", of="displaced"),
    "outlook": _over("outlook"),
    "causes": _over("causes"),
    "recount": _over("recount"),
    "deals": _over("deals", Phase.DELIBERATION),
    "papers": _over("papers", Phase.DECISION),
    "opinions": _over("opinions"),
    "learning": _over("learning"),
    "ways": _over("ways"),
    "debrief": _over("debrief"),
}
"""Each situation by name: what opens it, in a folder and a language."""
