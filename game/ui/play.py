"""Opening the window: on the title screen, or on a session that plays itself."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from game.ui.app import App, first_size, open_display
from game.ui.attending import Reader
from game.ui.commands import Resume
from game.ui.facilitator.window import SIZE
from game.ui.mouthpiece import Lender
from game.ui.preferences import keeping, load_settings
from game.ui.room import Room
from game.ui.scenes import SCENES
from game.ui.stage import Stage
from game.wording.words import Words, words_in

if TYPE_CHECKING:
    from game.session import Session
    from game.ui.voice import Voice


def open_window(words: Words, folder: Path, journal: Path | None = None, plan: Path | None = None) -> None:
    """Opens the window on the title screen, or on the table of a journal to resume or of a plan, until it is closed.

    Raises NoScreen where no window can open, JournalError when the journal can't be resumed, ContentError with every
    fault of the plan.
    """
    room, easy = Room(folder), False
    if journal is not None:
        room.handle(Resume(journal))
    elif plan is not None:
        easy = _begin(room, plan)
    _run(room, words, "table" if room.playing else "title", easy)


def _begin(room: Room, plan: Path) -> bool:
    """Begins the workshop of a plan, and says whether its cards are to be told in easy words."""
    from game.content.load_workshop import load_plan
    from game.content.workshop import Audience
    from game.ui.planner.keeping import beginning

    loaded = load_plan(plan)
    room.handle(beginning(loaded.plan, loaded.scenario.folder))
    return loaded.plan.audience is Audience.EASY


def show_session(session: "Session", words: Words, folder: Path, pace: float | None = None) -> None:
    """Shows a session that plays itself; people may take any seat. Returns when the window is closed."""
    room = Room(folder, pace)
    room.hold(session, unattended=True)
    _run(room, words, "table")


def _run(room: Room, words: Words, first: str, easy: bool = False) -> None:
    settings = load_settings(words.language)
    settings = evolve(settings, easy=settings.easy or easy)
    open_display(settings.accelerated)
    scenes: dict[str, Any] = {name: _given(room, scene) for name, scene in SCENES.items()}
    stage = Stage(scenes, words_in, first_size(), settings, room.handle, keeping(words.language))

    voices = Lender()
    reader = stage.attendant = Reader(room, clock=room.desk.heard, own=voices.lend)
    try:
        app = App(stage, words.say("app.title"), room.desk, lambda: facilitators_window(room, stage, voices.lend))
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


def facilitators_window(room: Room, stage: Stage, own: Callable[[], "Voice"]) -> tuple[Stage, str]:
    """Returns the stage of the facilitator's window and its title; `own` lends it the computer's voice.

    It opens silent, for its secrets might come from a loudspeaker; what is set in it holds until it is closed.
    """
    settings = evolve(stage.frame.settings, fullscreen=False, voice="off")
    beside = Stage(stage.scenes, stage.words_in, SIZE, settings, room.handle)
    beside.attendant = Reader(room, own=own, beside=True)
    beside.open("facilitator")
    return beside, stage.frame.say("facilitator.window")


def _given(room: Room, scene: Any) -> Any:
    return lambda **args: scene(room, **args)
