"""Opening the window: on the title screen, or on a session that plays itself."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from game.ui.app import App, first_size, open_display
from game.ui.attending import Reader
from game.ui.facilitator.window import SIZE
from game.ui.preferences import keep_settings, load_settings
from game.ui.room import Resume, Room
from game.ui.scenes import SCENES
from game.ui.stage import Stage
from game.wording.words import Words, words_in

if TYPE_CHECKING:
    from game.session import Session


def open_window(words: Words, folder: Path, journal: Path | None = None) -> None:
    """Opens the window on the title screen, or on the table of a journal to resume, until it is closed.

    Raises NoScreen where no window can open, JournalError when the journal can't be resumed.
    """
    room = Room(folder)
    if journal is not None:
        room.handle(Resume(journal))
    _run(room, words, "table" if journal else "title")


def show_session(session: "Session", words: Words, folder: Path, pace: float | None = None) -> None:
    """Shows a session that plays itself; people may take any seat. Returns when the window is closed."""
    room = Room(folder, pace)
    room.hold(session, unattended=True)
    _run(room, words, "table")


def _run(room: Room, words: Words, first: str) -> None:
    settings = load_settings(words.language)
    open_display(settings.accelerated)
    scenes: dict[str, Any] = {name: _given(room, scene) for name, scene in SCENES.items()}
    stage = Stage(scenes, words_in, first_size(), settings, room.handle, keep_settings)

    def facilitators() -> tuple[Stage, str]:
        beside = Stage(scenes, words_in, SIZE, evolve(stage.frame.settings, fullscreen=False), room.handle)
        beside.open("facilitator")
        return beside, stage.frame.say("facilitator.window")

    reader = stage.attendant = Reader(room, clock=room.desk.heard)
    try:
        app = App(stage, words.say("app.title"), room.desk, facilitators)
        stage.open(first)
        app.run()
    finally:
        reader.close()
        try:
            if room.sketches:
                from game.ui.causes.sketches import keep_all

                keep_all(room, words.say("map.room"))
        finally:
            room.close()


def _given(room: Room, scene: Any) -> Any:
    return lambda **args: scene(room, **args)
