"""The voices that say aloud what is on screen: the operating system's own, and the clipboard for a screen reader.

None is started before the first words. Saying never waits: a process speaks aside, and new words cut the old short.
"""

import subprocess
import sys
from collections import deque
from collections.abc import Callable
from threading import Condition, Thread
from typing import Final, Protocol

from attrs import frozen

from game.errors import GameError

PARTING: Final = 1.0
"""Seconds a voice is given to end by itself when the window closes."""


class NoVoice(GameError):
    """This computer has no voice that can be found."""

    def __init__(self, platform: str) -> None:
        super().__init__("error.no_voice_linux" if platform.startswith("linux") else "error.no_voice")


class Voice(Protocol):
    """What says words aloud."""

    speed: float
    """How fast it says what comes next, 1 for its own pace."""

    @property
    def trouble(self) -> GameError | None:
        """Why nothing is heard, None while all is well."""

    @property
    def busy(self) -> bool:
        """Whether something is still being said."""

    def say(self, words: str, language: str, after: bool = False) -> None:
        """Says words in a language at once, cutting short what was being said; `after` waits for its end."""

    def hush(self) -> None:
        """Stops what is being said."""

    def close(self) -> None:
        """Falls silent for good and leaves no process behind."""


class Silence:
    """A voice that nobody hears and that keeps what it was given: for tests, and for captions alone."""

    trouble: GameError | None = None
    busy = False
    speed = 1.0

    def __init__(self) -> None:
        self.heard: list[str] = []

    def say(self, words: str, language: str, after: bool = False) -> None:
        """Keeps the words."""
        self.heard.append(words)

    def hush(self) -> None:
        """Does nothing: there is nothing to stop."""

    def close(self) -> None:
        """Does nothing: there is nothing to end."""


class Clipboard(Silence):
    """Puts words on the clipboard, where a person's own screen reader or braille display takes them up."""

    def say(self, words: str, language: str, after: bool = False) -> None:
        """Puts the words on the clipboard; those that come after others are added to them."""
        import pygame

        told = f"{self.heard[-1]} {words}" if after and self.heard else words
        self.heard = [told]
        try:
            pygame.scrap.put_text(told)
        except pygame.error:
            self.trouble = GameError("error.no_clipboard")


@frozen
class Mouth:
    """A program that speaks: its command in a language, and how to stop it where ending it is not enough.

    Words come to it as text on its input, or as the last argument.
    """

    program: str
    command: Callable[[str], list[str]]
    argument: bool = False
    hush: tuple[str, ...] = ()
    paced: Callable[[float], list[str]] = lambda _: []
    """What is added to the command for another pace than the program's own."""

    def start(self, words: str, language: str, speed: float = 1.0) -> "subprocess.Popen[str]":
        """Starts the program; nothing it prints is read."""
        given = ["--", words] if self.argument else []
        return subprocess.Popen(
            [*self.command(language), *(self.paced(speed) if speed != 1 else ()), *given],
            stdin=subprocess.DEVNULL if self.argument else subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )


class Spoken:
    """Speaks through a program of the system, a process for each thing said; where one fails, the next is tried."""

    def __init__(self, mouths: tuple[Mouth, ...]) -> None:
        self.trouble: GameError | None = None
        self.speed = 1.0
        self._mouths = mouths
        self._waiting: deque[tuple[str, str]] = deque()
        self._turn = Condition()
        self._process: subprocess.Popen[str] | None = None
        self._closed = self._speaking = False
        self._thread: Thread | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being said or waits to be."""
        return self._speaking or bool(self._waiting)

    def say(self, words: str, language: str, after: bool = False) -> None:
        """Hands the words over and returns at once."""
        if self._thread is None:
            self._thread = Thread(target=self._speak, daemon=True)
            self._thread.start()
        with self._turn:
            if not after:
                self._stop()
            self._waiting.append((words, language))
            self._turn.notify()

    def hush(self) -> None:
        """Stops what is being said and forgets what waits."""
        with self._turn:
            self._stop()

    def close(self) -> None:
        """Ends the process and waits for it, so that none is left behind."""
        with self._turn:
            self._closed = True
            self._stop()
            self._turn.notify()
        if self._thread is not None:
            self._thread.join(PARTING)

    def _stop(self) -> None:
        self._waiting.clear()
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()

    def _speak(self) -> None:
        """Takes what waits, one after the other, until the voice is closed: the work of a thread of its own."""
        while True:
            with self._turn:
                self._speaking = False
                while not self._waiting and not self._closed:
                    self._turn.wait()
                if self._closed:
                    return
                self._speaking = True  # before the words are taken: nobody must find the voice idle in between
                words, language = self._waiting.popleft()
            while self._mouths and not self._said(self._mouths[0], words, language):
                self._mouths = self._mouths[1:]
            if not self._mouths:
                self.trouble = NoVoice(sys.platform)

    def _said(self, mouth: Mouth, words: str, language: str) -> bool:
        """Says words to their end, or until they are cut short; False where the program can't."""
        try:
            with self._turn:
                process = self._process = mouth.start(words, language, self.speed)
        except OSError:
            return False
        try:
            process.communicate(words if process.stdin else None)
        except OSError:
            pass  # cut short while it was still taking its words
        finally:
            process.wait()
        with self._turn:
            cut, self._process = self._process is not process, None
        if cut and mouth.hush:
            subprocess.run(mouth.hush, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        return cut or process.returncode == 0
