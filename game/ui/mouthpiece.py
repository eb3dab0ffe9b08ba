"""The computer's one voice, lent to several windows: two never speak at once, and the last to give it back ends it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # no voice is read before it is wanted
    from game.errors import GameError
    from game.ui.voice import Voice


def _own() -> "Voice":
    from game.ui.mouths import system_voice

    return system_voice()


class Lender:
    """Lends the computer's voice, looked for when it is first asked for."""

    def __init__(self, find: "Callable[[], Voice]" = _own) -> None:
        self._find = find
        self._voice: Voice | None = None
        self._lent: list[Mouthpiece] = []
        self.speaking: Mouthpiece | None = None
        """The window that spoke last."""

    def lend(self) -> "Mouthpiece":
        """Returns the voice for one window. Raises NoVoice where there is none."""
        if self._voice is None:
            self._voice = self._find()
        piece = Mouthpiece(self, self._voice)
        self._lent.append(piece)
        return piece

    def take_back(self, piece: "Mouthpiece") -> None:
        """Takes the voice back from a window, cutting short what that window was saying."""
        if self._voice is None or piece not in self._lent:
            return
        self._lent.remove(piece)
        if not self._lent:
            self._voice.close()
            self._voice = None
        elif self.speaking is piece:
            self._voice.hush()


class Mouthpiece:
    """The voice as one window has it, at that window's pace."""

    def __init__(self, lender: Lender, voice: "Voice") -> None:
        self._lender, self._voice = lender, voice
        self.speed = 1.0

    @property
    def trouble(self) -> "GameError | None":
        """Why nothing is heard, None while all is well."""
        return self._voice.trouble

    @property
    def busy(self) -> bool:
        """Whether any window is still saying something."""
        return self._voice.busy

    def say(self, words: str, language: str, after: bool = False) -> None:
        """Says words, cutting short whichever window was speaking unless they come `after`."""
        self._lender.speaking, self._voice.speed = self, self.speed
        self._voice.say(words, language, after)

    def hush(self) -> None:
        """Stops what is being said."""
        self._voice.hush()

    def close(self) -> None:
        """Gives the voice back."""
        self._lender.take_back(self)
