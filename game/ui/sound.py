"""Plays the cues of `assets/sounds`. The sound card is asked for at the first cue, aside; without one all is quiet."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Thread
from typing import Final, Protocol

import pygame

from game.paths import data

RATE: Final = 44_100
BUFFER: Final = 1024
"""Samples the card is fed at once: 23 ms, short enough for a sound to belong to what was pressed."""


class Player(Protocol):
    """What plays cues."""

    def play(self, cue: str, loud: float) -> None:
        """Plays a cue, `loud` from 0 to 1, and returns at once."""

    def close(self) -> None:
        """Gives the sound card back."""


class Mixer:
    """Plays through pygame's mixer."""

    def __init__(self) -> None:
        self.broken = False
        """Whether there is no sound card, or it refused."""
        self._opened = False
        self._lock = Lock()
        self._sounds: dict[str, pygame.mixer.Sound] = {}
        self._thread: Thread | None = None

    def play(self, cue: str, loud: float) -> None:
        """Plays a cue; the first one opens the sound card in a thread of its own, those meanwhile are let go."""
        if self.broken:
            return
        if self._opened:
            self._sound(cue, loud)
        elif self._thread is None:
            self._thread = Thread(target=self._open, args=(cue, loud), daemon=True)
            self._thread.start()

    def _open(self, cue: str, loud: float) -> None:
        with self._lock, _quiet_errors():
            try:
                pygame.mixer.init(RATE, -16, 2, BUFFER)
            except pygame.error:
                self.broken = True
                return
        self._opened = True
        self._sound(cue, loud)

    def _sound(self, cue: str, loud: float) -> None:
        try:
            if cue not in self._sounds:
                self._sounds[cue] = pygame.mixer.Sound(str(data("assets", "sounds", f"{cue}.wav")))
            self._sounds[cue].set_volume(loud)
            self._sounds[cue].play()
        except (OSError, pygame.error):
            self.broken = True

    def close(self) -> None:
        """Gives the sound card back."""
        if self._thread is not None:
            self._thread.join()
        if self._opened:
            pygame.mixer.quit()
            self._opened, self.broken = False, True


@contextmanager
def _quiet_errors() -> Iterator[None]:
    """Keeps what ALSA prints, where there is no card, off the person's terminal."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
