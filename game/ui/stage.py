"""The pile of screens: builds them, hands them what is heard, carries out what they ask, repaints what changed.

Needs a surface, not a window, so that tests can run it.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, Protocol

import pygame
from attrs import evolve

from game.errors import GameError
from game.ui.input import Input
from game.ui.node import Node, Rect, Surface, carry_over, mirror
from game.ui.painting import merged, paint, paint_ring, paint_whole
from game.ui.scene import (
    After,
    Altered,
    CallBack,
    Change,
    Cue,
    Focus,
    Frame,
    Heard,
    Intent,
    Pop,
    Push,
    Quit,
    Refresh,
    Refused,
    Replace,
    Scene,
    Settings,
    Several,
    Shown,
    Submit,
    Woken,
    Words,
)
from game.ui.theme import rgb
from game.ui.vector import keep_for
from game.wording.words import Words as Catalogue

if TYPE_CHECKING:
    from game.ui.caption import Caption

HANDS: Final = (pygame.KEYDOWN, pygame.TEXTINPUT, pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEWHEEL)
"""Events that tell that somebody is at this window."""
HOLD: Final = 0.25
"""Seconds after which a patient delay looks again whether the voice has finished."""


class Attendant(Protocol):
    """What a stage tells whoever attends."""

    @property
    def busy(self) -> bool:
        """Whether something is still being said."""

    def takes(self, stage: "Stage", event: pygame.event.Event) -> bool:
        """Takes a key of its own, or leaves it to the screen by returning False."""

    def looks(self, stage: "Stage", asked: bool) -> None:
        """Looks at what has changed; `asked` tells whether a person did it, or it came by itself."""

    def plays(self, stage: "Stage", cue: str) -> None:
        """Plays a sound cue."""

    def close(self) -> None:
        """Falls silent for good."""


class Nobody:
    """Attends to nobody."""

    busy = False

    def takes(self, stage: "Stage", event: pygame.event.Event) -> bool:
        """Takes no key."""
        return False

    def looks(self, stage: "Stage", asked: bool) -> None:
        """Looks at nothing."""

    def plays(self, stage: "Stage", cue: str) -> None:
        """Plays nothing."""

    def close(self) -> None:
        """Does nothing: there is nothing to end."""


class Layer:
    """One open screen: its tree, the hands on it, the delays it asked for."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.root: Node | None = None
        self.input = Input()
        self.delays: list[tuple[float, After]] = []

    def build(self, frame: Frame) -> None:
        """Builds the tree and arranges it on the whole screen."""
        root = self.scene.build(frame)
        carry_over(self.root, root)
        if frame.mirrored:
            mirror(root)
        whole = Rect(0, 0, frame.width, frame.height)
        root.arrange(whole, frame.scale)
        root.damage.append(whole)
        self.root = root
        self.input.attach(root)


class Stage:
    """Holds the screens and runs them. `scenes` makes a screen from its name and the arguments of a `Push`.

    `words_in` gives the catalogue of a language; `submit` hands a move to the session and may raise GameError;
    `changed` hears of new settings, to keep them.
    """

    def __init__(
        self,
        scenes: Mapping[str, Callable[..., Scene]],
        words_in: Callable[[str], Words],
        size: tuple[int, int],
        settings: Settings | None = None,
        submit: Callable[[object], None] = lambda _: None,
        changed: Callable[[Settings], None] = lambda _: None,
    ) -> None:
        self.scenes, self.words_in, self.submit, self.changed = scenes, words_in, submit, changed
        settings = settings or Settings()
        self.frame = Frame(*size, words=_spoken(words_in(settings.language), settings), settings=settings)
        keep_for(*size)
        self.layers: list[Layer] = []
        self.peers: list[Stage] = []
        """The stages of other windows on the same session."""
        self.at_hand = True
        """Whether this window, of all those open, was the last that somebody used."""
        self.over = False
        self.painted = 0
        self.spent = ""
        """What a key writes that was pressed for something else: the line it has opened is begun without it."""
        self.attendant: Attendant = Nobody()
        self.strip: Caption | None = None

    def open(self, name: str, **args: object) -> None:
        """Opens the first screen."""
        self.perform(Push(name, args))

    @property
    def top(self) -> Layer:
        """The screen that takes input."""
        return self.layers[-1]

    def visible(self) -> list[Layer]:
        """Returns the screens that show, from below upwards."""
        first = len(self.layers) - 1
        while first > 0 and self.layers[first].scene.overlay:
            first -= 1
        return self.layers[max(0, first) :]

    def resize(self, size: tuple[int, int]) -> None:
        """Lays every visible screen out again for a new size."""
        if size != (self.frame.width, self.frame.height + self.frame.kept):
            keep_for(*size)
            self._lay_out(size)

    def _lay_out(self, size: tuple[int, int]) -> None:
        """Shares a size out between the screens and the captions under them."""
        settings = self.frame.settings
        kept = self.strip.arranged(size, settings.text) if self.strip else 0
        self.frame = evolve(self.frame, width=size[0], height=size[1] - kept, kept=kept)
        self.refresh()

    def caption(self, said: str | None) -> None:
        """Writes what is said under the screens; None gives the place back."""
        if said is not None and self.strip is not None:
            self.strip.tell(said)
        elif said is not None or self.strip is not None:
            from game.ui.caption import Caption

            self.strip = Caption(said) if said is not None else None
            self._lay_out((self.frame.width, self.frame.height + self.frame.kept))

    def refresh(self) -> None:
        """Builds every open screen again: the table has changed, or the window."""
        for layer in self.layers:
            layer.build(self.frame)

    def handle(self, event: pygame.event.Event) -> None:
        """Takes one pygame event."""
        if event.type == pygame.KEYDOWN and self.layers:
            self.spent = "" if self.top.input.writes(event.key) else event.unicode
        elif event.type == pygame.TEXTINPUT and self.spent and event.text == self.spent:
            return
        elif event.type == pygame.KEYUP:
            self.spent = ""
        if event.type in HANDS:
            self.at_hand = True
            for peer in self.peers:
                peer.at_hand = False
        if event.type == pygame.QUIT:
            self.over = True
        elif event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            self.perform(Change({"fullscreen": not self.frame.settings.fullscreen}))
        elif self.layers and not self.attendant.takes(self, event):
            heard = self.top.input.hear(event)
            if heard is not None:
                self.tell(heard)
            self.attendant.looks(self, asked=True)

    def tell(self, heard: Heard) -> None:
        """Tells the top screen something and carries out its answer."""
        self.perform(self.top.scene.on_input(heard))

    def perform(self, intent: Intent | None) -> None:
        """Carries out what a screen asks for."""
        match intent:
            case Push(name, args):
                self._enter(name, args)
            case Replace(name, args):
                self.layers.pop()
                self._enter(name, args)
            case Pop():
                self._leave()
            case Quit():
                self.over = True
            case CallBack():
                for peer in self.peers:
                    peer.come_back()
            case Submit(move):
                self._submit(move)
            case Refresh():
                self.top.build(self.frame)
            case Focus(key):
                self.top.input.go_to(key)
            case Change(values):
                self._change(evolve(self.frame.settings, **values))
            case After(seconds, _, name):
                kept = [delay for delay in self.top.delays if not name or delay[1].name != name]
                self.top.delays = [*kept, (seconds, intent)]
            case Cue(name):
                self.attendant.plays(self, name)
            case Several(intents):
                for each in intents:
                    self.perform(each)

    def _enter(self, name: str, args: Mapping[str, object]) -> None:
        layer = Layer(self.scenes[name](**args))
        if self.layers:
            layer.input.at, layer.input.by_keyboard = self.top.input.at, self.top.input.by_keyboard
        self.layers.append(layer)
        layer.build(self.frame)
        self.tell(Shown())

    def _leave(self) -> None:
        at = self.layers.pop().input.at
        if not self.layers:
            self.over = True
            return
        self.top.input.at = at
        self.refresh()
        self.tell(Shown())

    def _submit(self, move: object) -> None:
        try:
            self.submit(move)
        except GameError as error:
            self.attendant.plays(self, "refusal")
            self.tell(Refused(error))
            return
        self.refresh()
        for peer in self.peers:
            peer.alter()

    def come_back(self) -> None:
        """Closes every screen but the first."""
        del self.layers[1:]
        self.alter()

    def alter(self) -> None:
        """Tells the top screen that another window has changed the session, and builds every screen again."""
        if self.layers:
            self.tell(Altered())
            self.refresh()

    def _change(self, settings: Settings) -> None:
        words = self.frame.words
        if settings.language != self.frame.settings.language:
            words = self.words_in(settings.language)
        self.frame = evolve(self.frame, settings=settings, words=_spoken(words, settings))
        self.changed(settings)
        self._lay_out((self.frame.width, self.frame.height + self.frame.kept))

    def tick(self, dt: float) -> bool:
        """Moves everything on by `dt` seconds and says whether something is still moving."""
        moving = self._count_down(dt)
        held = self.top.input.hold_on(dt) if self.layers else None
        if held is not None:
            self.tell(held)
        moving = moving or (bool(self.layers) and self.top.input.holding)
        for layer in self.visible():
            if layer.root is not None:
                alive = [node.animate(dt, self.frame.theme) for node in layer.root.movers()]
                moving = any(alive) or moving
            moving = layer.scene.tick(dt) or moving
        if self.layers:
            self.attendant.looks(self, asked=False)
        if self.strip is not None:
            moving = self.strip.animate(dt, self.frame.theme) or moving
        return moving and not self.over

    def _count_down(self, dt: float) -> bool:
        """Lets the delays of the top screen run; those below wait until it closes."""
        if not self.layers:
            return False
        layer = self.top
        if self.attendant.busy or any(peer.attendant.busy for peer in self.peers):
            layer.delays = [(max(left, dt + HOLD) if each.patient else left, each) for left, each in layer.delays]
        due = [after for left, after in layer.delays if left <= dt]
        layer.delays = [(left - dt, after) for left, after in layer.delays if left > dt]
        for after in due:
            if isinstance(after.then, Intent):
                self.perform(after.then)
            elif self.layers and self.top is layer:
                self.tell(Woken(after.then))
        return bool(due)

    def patience(self) -> float | None:
        """Returns the seconds until the next delay ends, None when there is none."""
        return min((left for left, _ in self.top.delays), default=None) if self.layers else None

    def paint(self, surface: Surface) -> list[Rect]:
        """Repaints what changed and returns the rectangles to show."""
        layers = self.visible()
        whole = surface.get_rect()
        damage: list[Rect] = []
        for layer in layers:
            if layer.root is not None:
                damage += layer.root.damage
                layer.root.damage.clear()
        if self.strip is not None:
            damage += self.strip.damage
            self.strip.damage.clear()
        rects = merged(damage, whole)
        theme = self.frame.theme
        surface.set_clip(None)
        for rect in rects:
            surface.fill(rgb(theme.page), rect)
        for layer in layers:
            if layer.root is None:
                continue
            if rects == [whole]:
                paint_whole(layer.root, surface, theme)
            else:
                paint(layer.root, surface, theme, *rects)
        focus = layers[-1].input.focus
        if focus is not None and layers[-1].input.by_keyboard:
            for rect in rects:
                paint_ring(focus, surface, theme, rect)
        if self.strip is not None:
            paint(self.strip, surface, theme, *rects)
        surface.set_clip(None)
        self.painted += bool(rects)
        return rects


def _spoken(words: Words, settings: Settings) -> Words:
    """Returns the words as the settings want them: cards in easy words, or in another language, when that is asked."""
    return evolve(words, easy=settings.easy, cards=settings.cards) if isinstance(words, Catalogue) else words
