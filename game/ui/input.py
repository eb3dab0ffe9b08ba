"""From pygame's events to what a screen hears: focus, hover, presses, the wheel. Event data only, nothing is polled."""

import math
from typing import Final

import pygame

from game.ui.field import LEFT_ALONE, TextField
from game.ui.node import Node, Rect, focus_order, scope
from game.ui.scene import Cancel, Heard, Hover, Key, Press
from game.ui.scroll import ScrollColumn

ARROWS: Final = {
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_LEFT: "start",
    pygame.K_RIGHT: "end",
}
PAGES: Final = {
    pygame.K_PAGEUP: "page up",
    pygame.K_PAGEDOWN: "page down",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
}
PRESSES: Final = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
HELD, AGAIN = 0.45, 0.08
"""Seconds after which what is held down is pressed by itself, and between two such presses."""
KEY_REPEAT: Final = (400, 40)
"""Milliseconds after which a key held down is struck again, and between two such strokes."""


class Input:
    """The hands on one screen: what has the focus, what the pointer is over, what it holds."""

    def __init__(self) -> None:
        self.root = Node()
        self.focus: Node | None = None
        self.hover: Node | None = None
        self.pressed: Node | None = None
        self.held: Node | None = None
        self.at = (-1, -1)
        self.by_keyboard = False
        self.left = HELD
        """Seconds until what is held down is pressed by itself."""
        self.repeated = False

    def attach(self, root: Node) -> None:
        """Takes a new tree: focus and hover go on with the nodes of the same key or place."""
        key = self.focus.key if self.focus else ""
        down = self.pressed.key if self.repeated and self.pressed else ""
        self.root, self.held = root, None
        self.pressed = next((node for node in scope(root).walk() if down and node.key == down and node.repeats), None)
        if self.pressed is not None:
            self.pressed.pressed = True
        self.focus = self.hover = None
        order = focus_order(root)
        kept = _kept(scope(root), key) if key else None
        if kept is None and self.by_keyboard and scope(root) is not root:
            kept = order[0] if order else None
        self._set_focus(kept)
        self._set_hover(pressable_at(scope(root), self.at))

    def hear(self, event: pygame.event.Event) -> Heard | None:
        """Returns what the screen should hear of an event, if anything."""
        match event.type:
            case pygame.MOUSEMOTION:
                return self._moved(event.pos)
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self._down(event.pos)
            case pygame.MOUSEBUTTONUP if event.button == 1:
                return self._up(event.pos)
            case pygame.MOUSEWHEEL:
                self._wheel(float(getattr(event, "precise_y", event.y)))
            case pygame.WINDOWLEAVE:
                return self._moved((-1, -1))
            case pygame.TEXTINPUT:
                return self._written(event.text)
            case pygame.KEYDOWN:
                return self._key(event.key, event.mod)
        return None

    def _written(self, typed: str) -> Heard | None:
        field = self.focus
        return Press(field.key, field.on_press) if isinstance(field, TextField) and field.write(typed) else None

    def _edited(self, field: TextField, key: int) -> Heard | None:
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            if field.entered is not None:
                return Press(field.key, field.entered)
            self.step(1)
            return None
        return Press(field.key, field.on_press) if field.edit(key) else None

    def _moved(self, at: tuple[int, int]) -> Heard | None:
        self.at = at
        if self.held is not None:
            self.held.drag(at)
            return None
        before = self.hover.key if self.hover else ""
        self._set_hover(pressable_at(scope(self.root), at))
        now = self.hover.key if self.hover else ""
        return Hover(now) if now != before else None

    def _down(self, at: tuple[int, int]) -> None:
        self.at = at
        node = topmost_at(scope(self.root), at)
        while node is not None:
            if node.grab(at):
                self.held = node
                return
            node = node.parent
        self.pressed = pressable_at(scope(self.root), at)
        self.left, self.repeated = HELD, False
        self._set_hover(self.pressed)
        self.by_keyboard = False
        self._set_focus(self.pressed)
        if self.pressed is not None:
            self.pressed.pressed = True
            self.pressed.invalidate()

    def _up(self, at: tuple[int, int]) -> Heard | None:
        self.at, self.held = at, None
        node, self.pressed = self.pressed, None
        if node is None:
            return None
        node.pressed = False
        node.invalidate()
        if self.repeated:
            return None
        return Press(node.key, node.on_press) if pressable_at(scope(self.root), at) is node else None

    @property
    def holding(self) -> bool:
        """Whether something that goes on while it is held down is held down."""
        return self.pressed is not None and self.pressed.repeats

    def hold_on(self, dt: float) -> Heard | None:
        """Returns the next press of what is held down, once it is due and while the pointer is over it."""
        node = self.pressed
        if node is None or not node.repeats:
            return None
        self.left -= dt
        if self.left > 0 or pressable_at(scope(self.root), self.at) is not node:
            return None
        self.left, self.repeated = AGAIN, True
        return Press(node.key, node.on_press)

    def _wheel(self, turn: float) -> None:
        node = topmost_at(scope(self.root), self.at)
        while node is not None and not node.wheel(turn):
            node = node.parent
        self._set_hover(pressable_at(scope(self.root), self.at))

    def writes(self, key: int) -> bool:
        """Tells whether a key goes to the line that is being written in."""
        return isinstance(self.focus, TextField) and key not in LEFT_ALONE

    def _key(self, key: int, mod: int) -> Heard | None:
        if isinstance(self.focus, TextField) and key not in LEFT_ALONE:
            return self._edited(self.focus, key)
        if key == pygame.K_TAB:
            self.step(-1 if mod & pygame.KMOD_SHIFT else 1)
        elif key in PRESSES:
            return self._press() if self.focus is not None else Key(pygame.key.name(key))
        elif key == pygame.K_ESCAPE:
            top = scope(self.root)
            return Press(top.key, top.on_cancel) if top.on_cancel is not None else Cancel()
        elif key in ARROWS:
            self._arrow(ARROWS[key])
        elif key in PAGES:
            scroller = self._scroller()
            if scroller is not None:
                scroller.page(PAGES[key])
        else:
            return Key(pygame.key.name(key), bool(mod & (pygame.KMOD_CTRL | pygame.KMOD_META)))
        return None

    def _press(self) -> Heard | None:
        node = self.focus
        if node is None or not node.focusable or node.on_press is None:
            return None
        self._show_ring()
        return Press(node.key, node.on_press)

    def step(self, by: int) -> None:
        """Moves the focus on or back in reading order."""
        order = focus_order(self.root)
        self._show_ring()
        if order:
            at = order.index(self.focus) + by if self.focus in order else (0 if by > 0 else -1)
            self._set_focus(order[at % len(order)])

    def go_to(self, key: str) -> None:
        """Moves the focus to the node of that key, where it can take it, and brings it into sight."""
        node = next((node for node in focus_order(self.root) if node.key == key), None)
        if node is not None:
            self._set_focus(node)
            _reveal(node)

    def _arrow(self, direction: str) -> None:
        self._show_ring()
        if self.focus is not None and self.focus.steer(direction):
            return
        order = focus_order(self.root)
        if self.focus not in order:
            scroller = self._scroller()
            if scroller is None or not scroller.steer(direction):
                self._set_focus(order[0] if order else None)
            return
        assert self.focus is not None
        self._set_focus(nearest(self.focus, order, direction) or self.focus)

    def _scroller(self) -> ScrollColumn | None:
        """Returns what the page keys move: the column round the focus, else the first that has more to show."""
        node = self.focus
        while node is not None:
            if isinstance(node, ScrollColumn) and node.room:
                return node
            node = node.parent
        columns = (node for node in scope(self.root).walk() if isinstance(node, ScrollColumn))
        return next((column for column in columns if column.room), None)

    def _show_ring(self) -> None:
        if not self.by_keyboard:
            self.by_keyboard = True
            if self.focus is not None:
                self.focus.invalidate()

    def _set_focus(self, node: Node | None) -> None:
        if node is not self.focus and self.focus is not None:
            self.focus.focused = False
            self.focus.invalidate()
        self.focus = node
        if pygame.display.get_init():  # keys go on only where one writes or counts: never on a button that goes on
            goes_on = node is not None and (node.repeats or isinstance(node, TextField))
            pygame.key.set_repeat(*(KEY_REPEAT if goes_on else ()))
        if node is not None:
            node.focused = True
            if self.by_keyboard:
                _reveal(node)
            node.invalidate()

    def _set_hover(self, node: Node | None) -> None:
        if node is self.hover:
            return
        for changed, over in ((self.hover, False), (node, True)):
            if changed is not None:
                changed.hovered = over
                changed.invalidate()
        self.hover = node


def _kept(top: Node, key: str) -> Node | None:
    """Returns the node of that key, or what can be reached next to it where it can't be pressed any more."""
    walked = list(top.walk())
    at = next((at for at, node in enumerate(walked) if node.key == key), None)
    if at is None:
        return None
    return next((node for node in (*walked[at:], *reversed(walked[:at])) if node.focusable), None)


def _reveal(node: Node) -> None:
    above = node.parent
    while above is not None:
        if isinstance(above, ScrollColumn):
            above.reveal(node.rect)
        above = above.parent


def topmost_at(node: Node, at: tuple[int, int]) -> Node | None:
    """Returns the deepest node at a point, of the last one drawn."""
    if node.clips and not node.rect.collidepoint(at):
        return None
    for child in reversed(node.children):
        found = topmost_at(child, at)
        if found is not None:
            return found
    return node if node.hits(at) else None


def pressable_at(node: Node, at: tuple[int, int]) -> Node | None:
    """Returns what a press at a point would press; a panel hides what lies under it, a disabled button too."""
    found = _solid_at(node, at)
    while found is not None and found.on_press is None:
        found = found.parent
    return found if found is not None and found.enabled else None


def _solid_at(node: Node, at: tuple[int, int]) -> Node | None:
    if node.clips and not node.rect.collidepoint(at):
        return None
    for child in reversed(node.children):
        found = _solid_at(child, at)
        if found is not None:
            return found
    return node if (node.solid or node.on_press is not None) and node.hits(at) else None


def nearest(start: Node, order: list[Node], direction: str) -> Node | None:
    """Returns the node that an arrow key leads to: near in that direction, and not far off to the side."""
    scored = ((_distance(start.rect, node.rect, direction), at) for at, node in enumerate(order) if node is not start)
    best = min(scored, default=(math.inf, 0))
    return order[best[1]] if best[0] < math.inf else None


def _distance(a: Rect, b: Rect, direction: str) -> float:
    if direction in ("up", "down"):
        ahead = (b.centery - a.centery) * (1 if direction == "down" else -1)
        aside = max(0, b.left - a.right, a.left - b.right)
        past = max(0, (b.top - a.bottom) if direction == "down" else (a.top - b.bottom))
        drift = abs(b.centerx - a.centerx)
    else:
        ahead = (b.centerx - a.centerx) * (1 if direction == "end" else -1)
        aside = max(0, b.top - a.bottom, a.top - b.bottom)
        past = max(0, (b.left - a.right) if direction == "end" else (a.left - b.right))
        drift = abs(b.centery - a.centery)
    return past + aside * 4 + drift * 0.15 + ahead * 0.1 if ahead > 4 else math.inf
