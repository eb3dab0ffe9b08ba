"""Tells the screen aloud: a new one by its title, what has the focus, what happened. Also writes it as captions."""

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from attrs import evolve, frozen

from game.errors import GameError
from game.ui import spoken
from game.ui.mouths import system_voice
from game.ui.node import Node, scope
from game.ui.room import Room
from game.ui.scene import Change, Settings
from game.ui.stage import Stage
from game.ui.voice import Clipboard, Silence, Voice
from game.wording.words import Words

CHANGES: Final = 4
"""Lines told of what a press has changed elsewhere on the screen: enough to know that it did something."""
LATEST: Final = 6
"""Things that happened at once and are all told; of more, the last ones: the log keeps the rest."""


@frozen
class Seen:
    """What was on screen when it was last told: enough to know what is new."""

    scene: object
    root: object
    dialog: str
    focus: "Stop"
    pointed: "Stop"
    news: tuple[str, ...]
    lines: tuple[str, ...]


@frozen
class Stop:
    """A node that has the focus or is pointed at: its key, what it stands in, what is said of it."""

    key: str = ""
    groups: tuple[str, ...] = ()
    said: str = ""

    def told_after(self, before: "Stop", node: Node | None, words: Words) -> list[str]:
        """Returns what to say of it to somebody who comes from another: groups only on coming in."""
        if node is None or self == before:
            return []
        coming = [group for group in self.groups if group not in before.groups and group != node.label]
        there = self.key == before.key and self.groups == before.groups
        if there and node.role == "timer":
            return []  # its figures change every second: whoever stays on it is told them once
        return [*coming, self.said, *([] if there else spoken.more(node, words))]


BLANK: Final = Seen(None, None, "", Stop(), Stop(), (), ())


class Aloud:
    """Compares the screen with what was last told and says the difference."""

    def __init__(
        self, room: Room, voice: Voice | None = None, own: Callable[[], Voice] | None = None, beside: bool = False
    ) -> None:
        """`own` gives the computer's own voice; the facilitator's window, `beside`, does not tell what it has done."""
        self.room, self.beside = room, beside
        self.on = False
        """Whether the screen was being told when last looked at."""
        self.warning = False
        """Whether the place of the captions says why there is no voice."""
        self.last = ""
        self._given, self._own = voice, own
        self._voice: Voice | None = None
        self._mode = ""
        self._seen = BLANK
        self._trees: tuple[object, ...] = ()
        self._turns: tuple[object, int] = (None, 0)
        self._windows = 0
        self._line = -1

    @property
    def busy(self) -> bool:
        """Whether something is still being said."""
        return self._voice is not None and self._voice.busy

    def looks(self, stage: Stage, asked: bool) -> None:
        """Says what has changed on a stage since it last looked; `asked` cuts short what is being said."""
        settings = stage.frame.settings
        if not settings.told:
            self._fall_silent(stage)
            return
        if not self._ready(stage, settings):
            return
        words = _words(stage)
        first: list[str] = []
        if not self.on:
            self.on, self._seen, self._turns, self._windows = True, BLANK, self._now(), len(stage.peers)
            first = [words.say("voice.welcome")]
        elif not self._stirred(stage):
            return
        told, opened = self._difference(stage, words)
        if first or told:
            self._say(stage, first + told, after=not asked and not (opened and stage.at_hand))

    def _ready(self, stage: Stage, settings: Settings) -> bool:
        """Makes sure there is a voice of the kind asked for, or says on screen why there is none."""
        if settings.voice != self._mode:
            if self._voice is not None:
                self._voice.close()
            self._mode = settings.voice
            try:
                self._voice = self._given or _voice_of(settings.voice, self._own or system_voice)
            except GameError as fault:
                self._give_up(stage, fault)
                return False
        if self._voice is not None:
            self._voice.speed = settings.speech
        trouble = self._voice.trouble if self._voice else None
        if trouble is not None:
            self._give_up(stage, trouble)
        return trouble is None

    def _give_up(self, stage: Stage, fault: GameError) -> None:
        """Turns the voice off and writes why under the screen, where it stays until a key is pressed."""
        self._voice, self._mode = None, ""
        stage.perform(Change({"voice": "off"}))
        stage.caption(_words(stage).say(fault.key, **fault.values))
        self.warning = True

    def _fall_silent(self, stage: Stage) -> None:
        """Stops, and gives the captions' place back unless a warning stands there."""
        if self._voice is not None:
            self._voice.close()
        self._voice, self._mode, self.on = None, "", False
        if not self.warning:
            stage.caption(None)

    def heed(self, stage: Stage) -> None:
        """Puts a warning away: a key was pressed, so it has been read."""
        if self.warning:
            self.warning = False
            stage.caption(None)

    def _now(self) -> tuple[object, int]:
        return (self.room.session, len(self.room.session.turns)) if self.room.playing else (None, 0)

    def _stirred(self, stage: Stage) -> bool:
        """Tells, at no cost, whether anything can have changed."""
        hands = stage.top.input
        written = hands.focus.value if hands.focus else ""
        trees = (stage.top.root, hands.focus, hands.hover, written, self._now(), len(stage.peers))
        changed = trees != self._trees
        self._trees = trees
        return changed

    def _difference(self, stage: Stage, words: Words) -> tuple[list[str], bool]:
        """Returns what is new in the order in which it is told, and whether a screen or a dialog has opened."""
        before = self._seen
        now = _seen(stage, words, before)
        self._seen = now
        root = stage.top.root or Node()
        opened = now.scene is not before.scene or bool(now.dialog and now.dialog != before.dialog)
        told = [*self._windowed(stage, words), *self._happened(stage, words)]
        if opened:
            self._line = -1
            told += [spoken.title(root), *now.news, words.count("voice.stops", spoken.stops(root))]
        else:
            told += [line for line in now.news if line not in before.news]
        hands = stage.top.input
        typed = _typed(stage, before.focus)
        if typed and now.focus != before.focus and not opened:
            return [*told, typed], opened
        stop = now.focus.told_after(Stop() if opened else before.focus, hands.focus, words)
        if now.pointed != before.pointed and now.pointed != now.focus:
            stop += now.pointed.told_after(before.pointed, hands.hover, words)
        if now.root is not before.root and not opened and not told:
            known = {*stop, *(spoken.more(hands.focus, words) if hands.focus else ())}
            stop += [line for line in _fresh(before.lines, now.lines) if line not in known][:CHANGES]
        return told + stop, opened

    def _windowed(self, stage: Stage, words: Words) -> list[str]:
        """Returns what to say of the facilitator's window where it has opened or closed: the projected one tells it."""
        before, self._windows = self._windows, len(stage.peers)
        if self.beside or before == self._windows:
            return []
        return [words.say("voice.beside_opened" if self._windows else "voice.beside_closed")]

    def _happened(self, stage: Stage, words: Words) -> list[str]:
        """Returns what the session has seen happen since it was last told, unless the other window tells it aloud."""
        (known, count), now = self._turns, self._now()
        self._turns = now
        mode = stage.frame.settings.voice
        heard = self.beside and mode != "off" and any(peer.frame.settings.voice == mode for peer in stage.peers)
        if heard or now[0] is None or now[0] is not known or now[1] == count:
            return []
        if now[1] < count:
            return [words.say("voice.taken_back")]
        return [line.text for line in self.room.lines(words, since=count)][-LATEST:]

    def _say(self, stage: Stage, told: list[str], after: bool = False) -> None:
        words = _words(stage)
        self.last = " ".join(_ended(spoken.aloud(line, words)) for line in told if line)
        if self._voice is not None and self.last:
            self._voice.say(self.last, words.language, after)
        if stage.frame.settings.captions:
            stage.caption(self.last)
        else:
            stage.caption(None)

    def answers(self, stage: Stage, asked: str) -> bool:
        """Answers a key of the voice: repeats, reads all, or walks the lines of the screen; False for other keys."""
        if asked == "ctrl" and self._voice is not None:
            self._voice.hush()
            return False
        if self._voice is None and not stage.frame.settings.captions:
            return False
        words, root = _words(stage), stage.top.root or Node()
        match asked:
            case "f2":
                self._say(stage, [self.last])
            case "f3":
                self._line = -1
                kept, found = self.last, spoken.lines(root, words)
                self._say(stage, found)
                self.last = kept
            case "ctrl down" | "ctrl up":
                found = spoken.lines(root, words)
                self._line = min(max(0, self._line + (1 if asked == "ctrl down" else -1)), len(found) - 1)
                self._say(stage, found[self._line : self._line + 1])
            case _:
                return False
        return True

    def close(self) -> None:
        """Ends the voice."""
        if self._voice is not None:
            self._voice.close()


def _voice_of(mode: str, own: Callable[[], Voice]) -> Voice:
    """Returns the voice of a setting; with captions alone nothing is heard."""
    if mode == "voice":
        return own()
    return Clipboard() if mode == "clipboard" else Silence()


def _words(stage: Stage) -> Words:
    words: Any = stage.frame.words
    assert isinstance(words, Words)
    return words


def _seen(stage: Stage, words: Words, before: Seen) -> Seen:
    hands, root = stage.top.input, stage.top.root or Node()
    top = scope(root)
    dialog = f"{top.key} {top.label}" if top.modal else ""
    stops = (_stop(hands.focus, words), _stop(hands.hover, words))
    if root is before.root:
        return evolve(before, focus=stops[0], pointed=stops[1])
    clocks = {spoken.spoken(node, words) for node in top.walk() if node.role == "timer"}
    lines = tuple(line for line in spoken.lines(root, words) if line not in clocks)  # time passing is no change
    return Seen(stage.top.scene, root, dialog, *stops, tuple(spoken.news(root)), lines)


def _stop(node: Node | None, words: Words) -> Stop:
    return Stop(node.key, spoken.groups(node), spoken.spoken(node, words)) if node is not None else Stop()


def _typed(stage: Stage, before: Stop) -> str:
    """Returns what stands in the field being written in, an empty text where none is."""
    focus = stage.top.input.focus
    return focus.value if focus is not None and focus.role == "field" and focus.key == before.key else ""


def _fresh(before: tuple[str, ...], now: tuple[str, ...]) -> list[str]:
    """Returns the lines that were not on the screen before, each as often as it is new."""
    left = Counter(now) - Counter(before)
    return [line for line in now if left[line] > 0 and not left.subtract([line])]


def _ended(line: str) -> str:
    return line if line[-1:] in ".!?:…" else line + "."

