"""What a screen is, what it hears, and what it may ask for. Screens do not know one another."""

from typing import Any, Final, Protocol

from attrs import field, frozen

from game.errors import GameError
from game.ui.node import Node
from game.ui.theme import LIGHT, LOW, THEMES, Theme, scale_of, still

FROM_RIGHT: Final = frozenset({"ar", "fa", "he", "ur"})
"""Languages read from right to left, by code."""


class Words(Protocol):
    """The catalogue of the present language."""

    @property
    def language(self) -> str:
        """The code of the language: fr, en."""

    def say(self, key: str, **values: Any) -> str:
        """Returns a sentence of the interface."""


@frozen
class Settings:
    """What a person may change about the window at any time."""

    language: str = "fr"
    theme: str = "light"
    text: float = 1.0
    reduced_motion: bool = False
    fullscreen: bool = False
    sequence: bool = True
    """Whether what a round changes is told step by step."""
    easy: bool = False
    """Whether cards are told in easy-to-read words."""
    cards: str = ""
    """The language cards are told in where they are written in it; "" for that of the screen."""
    accelerated: bool = False
    """Whether a graphics card shows the frames, from the next start on."""
    voice: str = "off"
    """Who says the screen aloud: `off`, the computer's own `voice`, or the `clipboard` for a screen reader."""
    speech: float = 1.0
    """How fast that voice speaks, 1 for its own pace."""
    captions: bool = False
    """Whether what is said is also written under the screen."""
    sounds: float = 0.6
    """How loud sound cues are, 0 for none, 1 for as loud as the computer."""

    @property
    def told(self) -> bool:
        """Whether the screen is told in words, heard or read."""
        return self.voice != "off" or self.captions

    def themed(self) -> Theme:
        """Returns the theme, without motion when the person asked for none."""
        theme = THEMES.get(self.theme, LIGHT)
        return still(theme) if self.reduced_motion else theme


@frozen
class Frame:
    """What a screen is built for: its size in pixels, the scale of a design unit, colours and words."""

    width: int
    height: int
    words: Words
    settings: Settings = Settings()
    kept: int = 0
    """Pixels under the screen that captions take; the screen is laid out above them.

    Text keeps its size: what is read from the back row stays as large with captions as without.
    """

    @property
    def scale(self) -> float:
        """Pixels of one design unit."""
        return scale_of(self.width, self.height + self.kept, self.settings.text)

    @property
    def theme(self) -> Theme:
        """The colours of the present theme."""
        return self.settings.themed()

    @property
    def wide(self) -> float:
        """The width in design units: 1920 on a 16:9 screen with text at 100 %."""
        return self.width / self.scale

    @property
    def high(self) -> float:
        """The height in design units: 1080 on a 16:9 screen with text at 100 %."""
        return self.height / self.scale

    @property
    def large(self) -> bool:
        """Whether text is so enlarged that a dense screen must show one thing at a time."""
        return self.wide < 1300

    @property
    def low(self) -> bool:
        """Whether text is so enlarged that heads, feet and margins must give way to what is read."""
        return self.high < LOW

    @property
    def mirrored(self) -> bool:
        """Whether the language is read from right to left, so that what starts a line stands at the right."""
        return self.words.language in FROM_RIGHT

    def say(self, key: str, **values: Any) -> str:
        """Returns a sentence of the interface."""
        return self.words.say(key, **values)


# What a screen hears.


@frozen
class Shown:
    """The screen has come to the top."""


@frozen
class Press:
    """Something was pressed: the key of the node and the value it was given."""

    key: str
    value: object


@frozen
class Cancel:
    """Escape, and nothing on screen took it."""


@frozen
class Key:
    """A letter or function key that nothing on screen took, by its name ("f5", "v")."""

    name: str
    control: bool = False


@frozen
class Hover:
    """The pointer has come over a node with a key, or left all of them (""). Sent only when it changes."""

    key: str


@frozen
class Woken:
    """A delay asked for by `After` has passed."""

    value: object


@frozen
class Refused:
    """What was submitted could not be done."""

    error: GameError


@frozen
class Altered:
    """What the session holds was changed from another window."""


Heard = Shown | Press | Cancel | Key | Hover | Woken | Refused | Altered


# What a screen asks for.


@frozen
class Push:
    """Open a screen above this one."""

    name: str
    args: dict[str, Any] = field(factory=dict)


@frozen
class Replace:
    """Open a screen in the place of this one."""

    name: str
    args: dict[str, Any] = field(factory=dict)


@frozen
class Pop:
    """Close this screen."""


@frozen
class Quit:
    """Close the window."""


@frozen
class CallBack:
    """Close what lies over the first screen of every other window."""


@frozen
class Submit:
    """Hand a move, or anything else the table understands, to the session."""

    move: object


@frozen
class Refresh:
    """Build this screen again: what it shows has changed."""


@frozen
class Focus:
    """Put the hand on a node, scrolled into sight: on what a press has just opened to be filled in."""

    key: str


@frozen
class Change:
    """Change settings of the window, by field of `Settings`: `Change({"theme": "dark"})`."""

    values: dict[str, Any]


@frozen
class After:
    """Wait, then do: an intent is carried out, any other value comes back to the screen as `Woken`.

    A delay ends with its screen; a delay with the same `name` replaces the one before. A `patient` one also waits
    until what is being said aloud has been said.
    """

    seconds: float
    then: object
    name: str = ""
    patient: bool = False


@frozen
class Cue:
    """Play a short sound, by its name in `game.ui.cues`."""

    name: str


@frozen
class Several:
    """Do these in order."""

    intents: tuple["Intent", ...]


Intent = Push | Replace | Pop | Quit | CallBack | Submit | Refresh | Focus | Change | After | Cue | Several


class Scene(Protocol):
    """One screen. `build` makes its tree from what it knows; it is called again after a resize or a `Refresh`.

    `overlay` screens leave the one below visible. Time comes in as `dt`; a screen never reads a clock.
    """

    overlay: bool

    def build(self, frame: Frame) -> Node:
        """Returns the tree of the screen."""

    def on_input(self, heard: Heard) -> Intent | None:
        """Answers what was heard with what should happen."""

    def tick(self, dt: float) -> bool:
        """Moves on by `dt` seconds and says whether something is still moving. Nodes move by themselves."""
