"""Who attends to those who listen instead of looking. Light: voice, captions and sounds load when first wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import pygame

from game.ui.field import TextField
from game.ui.scene import Change, Settings

if TYPE_CHECKING:
    from game.content.shapes import StakeholderId
    from game.session import Session
    from game.ui.aloud import Aloud
    from game.ui.room import Room
    from game.ui.sound import Player
    from game.ui.stage import Stage
    from game.ui.voice import Voice

LOUD: Final = Settings().sounds
"""How loud cues come back after they were muted."""


class Reader:
    """Says the screens of a room aloud, writes captions and plays cues, as the settings ask.

    `clock` gives the whole seconds left of the phase, None where no clock runs. `own` gives the computer's own voice,
    which two windows share; the facilitator's window, `beside`, leaves all cues to the projected one. Tests hand in a
    voice and a player; otherwise the computer's own are looked for when first wanted.
    """

    def __init__(
        self,
        room: "Room",
        voice: "Voice | None" = None,
        player: "Player | None" = None,
        clock: Callable[[], int | None] = lambda: None,
        own: "Callable[[], Voice] | None" = None,
        beside: bool = False,
    ) -> None:
        self.room, self.player, self.clock, self.beside = room, player, clock, beside
        self._own = own
        self._voice = voice
        self._aloud: Aloud | None = None
        self._turns: tuple[Session | None, int] = (None, 0)
        self._floor: StakeholderId | None = None
        self._left: int | None = None

    @property
    def aloud(self) -> "Aloud":
        """What says the screens."""
        if self._aloud is None:
            from game.ui.aloud import Aloud

            self._aloud = Aloud(self.room, self._voice, self._own, self.beside)
        return self._aloud

    @property
    def busy(self) -> bool:
        """Whether something is still being said."""
        return self._aloud is not None and self._aloud.busy

    def takes(self, stage: "Stage", event: pygame.event.Event) -> bool:
        """Takes the keys of the voice, of captions and of sounds."""
        if event.type != pygame.KEYDOWN:
            return False
        if self._aloud is not None:
            self._aloud.heed(stage)
        asked = key_of(event)
        if len(asked) == 1 and isinstance(stage.top.input.focus, TextField):
            return False
        change = self._switched(stage.frame.settings, asked)
        if change:
            stage.perform(Change(change))
            self.looks(stage, asked=True)
            if change.get("sounds"):
                self.plays(stage, "proposal")
            return True
        return stage.frame.settings.told and self.aloud.answers(stage, asked)

    def _switched(self, now: Settings, asked: str) -> dict[str, Any]:
        match asked:
            case "v":
                return {"voice": "off" if now.voice != "off" else "voice"}
            case "V":
                return {"captions": not now.captions}
            case "C":
                return {"voice": "off" if now.voice == "clipboard" else "clipboard"}
            case "m" if not self.beside:
                return {"sounds": 0.0 if now.sounds else LOUD}
        return {}

    def looks(self, stage: "Stage", asked: bool) -> None:
        """Says what has changed, and plays the cue of what has happened."""
        if stage.frame.settings.told or (self._aloud is not None and self._aloud.on):
            self.aloud.looks(stage, asked)
        if self.room.playing and not self.beside:
            self.plays(stage, self._happened() or self._timed())

    def _happened(self) -> str:
        """Returns the cue of the moves made since it was last asked for, an empty text for none."""
        session = self.room.session
        known, count = self._turns
        now = len(session.turns)
        self._turns = (session, now)
        if known is session and count == now:
            return ""
        waiting, before = next(iter(session.waits_for_people()), None), self._floor
        self._floor = waiting
        if known is not session or now < count:
            return ""
        from game.ui.cues import cue_of, opened

        events = [event for turn in session.turns[count:] for event in turn.events]
        return cue_of(events, opened(session, events), waiting not in (None, before))

    def _timed(self) -> str:
        """Returns the cue of the clock since it was last asked for, an empty text for none."""
        before, now = self._left, self.clock()
        self._left = now
        if before == now:
            return ""
        from game.ui.cues import cue_of_clock

        return cue_of_clock(before, now)

    def plays(self, stage: "Stage", cue: str) -> None:
        """Plays a sound cue, unless sounds are off."""
        loud = stage.frame.settings.sounds
        if not loud or not cue or self.beside:
            return
        if self.player is None:
            from game.ui.sound import Mixer

            self.player = Mixer()
        self.player.play(cue, loud)

    def close(self) -> None:
        """Ends the voice and gives the sound card back."""
        if self._aloud is not None:
            self._aloud.close()
        if self.player is not None:
            self.player.close()


def key_of(event: pygame.event.Event) -> str:
    """Returns the name of a key as the voice knows it: `v`, `V` with Shift, `ctrl down`, `f2`."""
    if event.key in (pygame.K_LCTRL, pygame.K_RCTRL):
        return "ctrl"
    name = pygame.key.name(event.key)
    for held, prefix in ((pygame.KMOD_ALT | pygame.KMOD_META, "alt"), (pygame.KMOD_CTRL, "ctrl")):
        if event.mod & held:
            return f"{prefix} {name}"
    return name.upper() if event.mod & pygame.KMOD_SHIFT and len(name) == 1 else name
