"""Boxes: rows, columns, grids, flows and stacks, with sizes measured from what they hold so that nothing is cut.

Start and end, never left and right: a mirrored tree (`Node.mirrored`) starts at the right.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

from game.ui.node import Node, Rect, needed_height, needed_width, wanted_height, wanted_width

Align = Literal["start", "center", "end", "stretch"]
Justify = Literal["start", "center", "end", "between"]
Pad = float | tuple[float, float] | tuple[float, float, float, float]
"""All sides; (block, inline); or (top, end, bottom, start), in design units."""
Measure = Callable[[Node, int, float], int]
"""A height for a width and a scale: the wanted one or the needed one."""


def sides(pad: Pad) -> tuple[float, float, float, float]:
    """Returns a padding as (top, end, bottom, start).

    >>> sides((8, 16))
    (8, 16, 8, 16)
    """
    if not isinstance(pad, tuple):
        return pad, pad, pad, pad
    return pad if len(pad) == 4 else (pad[0], pad[1], pad[0], pad[1])


class Box(Node):
    """A node that lays its children out along one axis."""

    def __init__(
        self,
        *children: Node,
        down: bool = True,
        gap: float = 0,
        pad: Pad = 0,
        align: Align = "stretch",
        justify: Justify = "start",
        **kwargs: Any,
    ) -> None:
        super().__init__(*children, **kwargs)
        self.down, self.gap, self.pad, self.align, self.justify = down, gap, sides(pad), align, justify
        self._shares: dict[tuple[int, float], list[int]] = {}
        self._padding: dict[float, tuple[int, int, int, int]] = {}

    def _sides(self, scale: float) -> tuple[int, int, int, int]:
        """Returns the padding as (top, end, bottom, start), in pixels, reckoned once: every measure asks for it."""
        found = self._padding.get(scale)
        if found is None:
            top, end, bottom, start = self.pad
            found = round(top * scale), round(end * scale), round(bottom * scale), round(start * scale)
            self._padding[scale] = found
        return found

    def _frame(self, scale: float) -> tuple[int, int]:
        """Returns the padding across and down, in pixels."""
        top, end, bottom, start = self._sides(scale)
        return start + end, top + bottom

    def _gaps(self, scale: float) -> int:
        return round(self.gap * scale) * max(0, len(self.children) - 1)

    def natural_width(self, scale: float) -> int:
        return self._across(scale, [wanted_width(child, scale) for child in self.children])

    def least_width(self, scale: float) -> int:
        return self._across(scale, [needed_width(child, scale) for child in self.children])

    def _across(self, scale: float, widths: Sequence[int]) -> int:
        content = max(widths, default=0) if self.down else sum(widths) + self._gaps(scale)
        return content + self._frame(scale)[0]

    def natural_height(self, width: int, scale: float) -> int:
        return self._tall(width, scale, wanted_height)

    def least_height(self, width: int, scale: float) -> int:
        return self._tall(width, scale, needed_height)

    def _tall(self, width: int, scale: float, measure: Measure) -> int:
        room = width - self._frame(scale)[0]
        widths = self._widths(room, scale)
        heights = [measure(child, wide, scale) for child, wide in zip(self.children, widths, strict=True)]
        content = sum(heights) + self._gaps(scale) if self.down else max(heights, default=0)
        return content + self._frame(scale)[1]

    def _widths(self, room: int, scale: float) -> list[int]:
        """Returns the children's widths, shared out once: heights ask for them, then places."""
        key = room, scale
        if key not in self._shares:
            self._shares[key] = self._shared(room, scale)
        return self._shares[key]

    def _shared(self, room: int, scale: float) -> list[int]:
        if not self.down:
            wanted = [wanted_width(child, scale) for child in self.children]
            least = [needed_width(child, scale) for child in self.children]
            return shared(room - self._gaps(scale), wanted, least, [child.grow for child in self.children])
        if self.align == "stretch":
            return [room if child.width is None else wanted_width(child, scale) for child in self.children]
        return [min(room, wanted_width(child, scale)) for child in self.children]

    def inner(self, rect: Rect, scale: float) -> Rect:
        """Returns the rectangle inside the padding."""
        top, end, bottom, start = self._sides(scale)
        wide = rect.w - start - end
        return Rect(self.along(rect, start, wide), rect.y + top, wide, rect.h - top - bottom)

    def arrange(self, rect: Rect, scale: float) -> None:
        self.rect, self.scale = Rect(rect), scale
        inner = self.inner(rect, scale)
        widths = self._widths(inner.w, scale)
        pairs = list(zip(self.children, widths, strict=True))
        wanted = [wanted_height(child, wide, scale) for child, wide in pairs]
        if self.down:
            needed = [needed_height(child, wide, scale) for child, wide in pairs]
            heights = shared(inner.h - self._gaps(scale), wanted, needed, [child.grow for child in self.children])
        else:
            heights = [self._cross(child, inner.h, tall) for child, tall in zip(self.children, wanted, strict=True)]
        self._place(inner, widths, heights, scale)

    def _cross(self, child: Node, room: int, wanted: int) -> int:
        return room if self.align == "stretch" and child.height is None else min(room, wanted)

    def _place(self, inner: Rect, widths: Sequence[int], heights: Sequence[int], scale: float) -> None:
        mains = heights if self.down else widths
        spare = (inner.h if self.down else inner.w) - sum(mains) - self._gaps(scale)
        along, gap = {"start": 0, "center": spare // 2, "end": spare, "between": 0}[self.justify], self.gap * scale
        if self.justify == "between" and len(mains) > 1:
            gap += max(0, spare) / (len(mains) - 1)
        position = float(along)
        for child, wide, high in zip(self.children, widths, heights, strict=True):
            if self.down:
                start, y = offset(self.align, inner.w - wide), inner.y + round(position)
            else:
                start, y = round(position), inner.y + offset(self.align, inner.h - high)
            child.arrange(Rect(self.along(inner, start, wide), y, wide, high), scale)
            position += (high if self.down else wide) + (gap if self.justify == "between" else round(gap))


def offset(align: Align, spare: int) -> int:
    """Returns where something starts in its room, `spare` pixels being free."""
    return {"start": 0, "stretch": 0, "center": spare // 2, "end": spare}[align]


def shared(room: int, wanted: Sequence[int], least: Sequence[int], grows: Sequence[float]) -> list[int]:
    """Returns the sizes of things side by side: growing ones share what is free, none falls below its least.

    When even the wanted sizes don't fit, the rest give way in proportion to what they can spare.

    >>> shared(100, [10, 50, 0], [10, 20, 0], [0, 0, 1])
    [10, 50, 40]
    """
    fixed = [size for size, grow in zip(wanted, grows, strict=True) if not grow]
    least_grown = sum(low for low, grow in zip(least, grows, strict=True) if grow)
    if sum(fixed) + least_grown > room:
        return _squeezed(room, wanted, least, grows)
    sizes = list(wanted)
    growing = {at for at, grow in enumerate(grows) if grow}
    free = float(room - sum(fixed))
    while growing:
        total = sum(grows[at] for at in growing)
        short = {at for at in growing if least[at] > free * grows[at] / total}
        if not short:
            _spread(sizes, sorted(growing), free, grows)
            break
        for at in short:
            sizes[at] = least[at]
            free -= least[at]
        growing -= short
    return sizes


def _spread(sizes: list[int], growing: Iterable[int], free: float, grows: Sequence[float]) -> None:
    """Writes the shares of the growing ones so that, rounded, they add up to what is free."""
    growing = list(growing)
    total, given, weight = sum(grows[at] for at in growing), 0, 0.0
    for at in growing:
        weight += grows[at]
        end = round(free * weight / total)
        sizes[at] = end - given
        given = end


def _squeezed(room: int, wanted: Sequence[int], least: Sequence[int], grows: Sequence[float]) -> list[int]:
    sizes = [low if grow else size for size, low, grow in zip(wanted, least, grows, strict=True)]
    slack = [max(0, size - low) for size, low in zip(sizes, least, strict=True)]
    over, give = sum(sizes) - room, sum(slack)
    if give <= 0:
        return sizes
    share = min(1.0, over / give)
    given, spared = 0, 0.0
    for at, spare in enumerate(slack):  # rounded so that together they give what is asked, to the pixel
        spared += spare * share
        sizes[at] -= round(spared) - given
        given = round(spared)
    return sizes


class Grid(Box):
    """Equal columns; every row as tall as its tallest child."""

    def __init__(self, columns: int, *children: Node, **kwargs: Any) -> None:
        super().__init__(*children, **kwargs)
        self.columns = columns

    def _rows(self) -> list[list[Node]]:
        return [self.children[at : at + self.columns] for at in range(0, len(self.children), self.columns)]

    def _cells(self, room: int, scale: float) -> list[int]:
        gaps = round(self.gap * scale) * (self.columns - 1)
        return shared(room - gaps, [0] * self.columns, [0] * self.columns, [1.0] * self.columns)

    def _across(self, scale: float, widths: Sequence[int]) -> int:
        gaps = round(self.gap * scale) * (self.columns - 1)
        return max(widths, default=0) * self.columns + gaps + self._frame(scale)[0]

    def _heights(self, room: int, scale: float) -> list[int]:
        cells = self._cells(room, scale)
        return [
            max(wanted_height(child, wide, scale) for child, wide in zip(line, cells, strict=False))
            for line in self._rows()
        ]

    def _tall(self, width: int, scale: float, measure: Measure) -> int:
        across, down = self._frame(scale)
        heights = self._heights(width - across, scale)
        return sum(heights) + round(self.gap * scale) * max(0, len(heights) - 1) + down

    def arrange(self, rect: Rect, scale: float) -> None:
        self.rect, self.scale = Rect(rect), scale
        inner, gap = self.inner(rect, scale), round(self.gap * scale)
        cells, heights = self._cells(inner.w, scale), self._heights(inner.w, scale)
        if self.justify == "between":  # rows share the height given
            heights = shared(inner.h - gap * (len(heights) - 1), heights, heights, [1.0] * len(heights))
        y = inner.y
        for line, high in zip(self._rows(), heights, strict=True):
            start = 0
            for child, wide in zip(line, cells, strict=False):
                child.arrange(Rect(self.along(inner, start, wide), y, wide, high), scale)
                start += wide + gap
            y += high + gap


class Flow(Box):
    """Children one after another, going to a new line when the line is full; growing ones share what a line has left.

    A row whose children may take a second line when text is enlarged is a flow.
    """

    def least_width(self, scale: float) -> int:
        return max((needed_width(child, scale) for child in self.children), default=0) + self._frame(scale)[0]

    def _lines(self, room: int, scale: float) -> list[list[tuple[Node, int]]]:
        gap, out, used = round(self.gap * scale), [[]], 0  # type: tuple[int, list[list[tuple[Node, int]]], int]
        for child in self.children:
            wide = min(room, (needed_width if child.grow else wanted_width)(child, scale))
            if out[-1] and used + gap + wide > room:
                out.append([])
                used = 0
            used += wide + (gap if out[-1] else 0)
            out[-1].append((child, wide))
        return [self._filled(line, room - gap * (len(line) - 1)) for line in out]

    def _filled(self, line: list[tuple[Node, int]], room: int) -> list[tuple[Node, int]]:
        """Returns a line with what is free shared among the children that grow."""
        if not any(child.grow for child, _ in line):
            return line
        widths = [wide for _, wide in line]
        sizes = shared(room, widths, widths, [child.grow for child, _ in line])
        return [(child, size) for (child, _), size in zip(line, sizes, strict=True)]

    def _line_height(self, line: Sequence[tuple[Node, int]], scale: float) -> int:
        return max((wanted_height(child, wide, scale) for child, wide in line), default=0)

    def _tall(self, width: int, scale: float, measure: Measure) -> int:
        across, down = self._frame(scale)
        lines = self._lines(width - across, scale)
        gaps = round(self.gap * scale) * (len(lines) - 1)
        return sum(self._line_height(line, scale) for line in lines) + gaps + down

    def arrange(self, rect: Rect, scale: float) -> None:
        self.rect, self.scale = Rect(rect), scale
        inner, gap = self.inner(rect, scale), round(self.gap * scale)
        y = inner.y
        for line in self._lines(inner.w, scale):
            high = self._line_height(line, scale)
            spare = inner.w - sum(wide for _, wide in line) - gap * (len(line) - 1)
            start = {"start": 0, "between": 0, "center": spare // 2, "end": spare}[self.justify]
            for child, wide in line:
                tall = wanted_height(child, wide, scale)
                place = Rect(self.along(inner, start, wide), y + offset(self.align, high - tall), wide, tall)
                child.arrange(place, scale)
                start += wide + gap
            y += high + gap


def row(*children: Node, **kwargs: Any) -> Box:
    """Returns a box that lays its children out from start to end."""
    return Box(*children, down=False, **kwargs)


def column(*children: Node, **kwargs: Any) -> Box:
    """Returns a box that lays its children out from top to bottom."""
    return Box(*children, down=True, **kwargs)


def stack(*children: Node, **kwargs: Any) -> Node:
    """Returns a node whose children lie over one another, the last on top."""
    return Node(*children, **kwargs)


def grid(columns: int, *children: Node, **kwargs: Any) -> Grid:
    """Returns a box of equal columns; `justify="between"` makes the rows share the height."""
    return Grid(columns, *children, **kwargs)


def flow(*children: Node, **kwargs: Any) -> Flow:
    """Returns a box that breaks its children into lines."""
    return Flow(*children, **kwargs)


def space(size: float = 0, grow: float = 0) -> Node:
    """Returns an empty place, of a size or growing."""
    return Node(width=size, height=size) if not grow else Node(grow=grow)


def cut(root: Node) -> list[str]:
    """Returns what would be cut on screen, one line each; empty when all is well. For tests of scenes."""
    faults = []
    for node in root.walk():
        name = f"{type(node).__name__} {node.key or node.label!r}"
        if node.rect.w < needed_width(node, node.scale):
            faults.append(f"{name}: {node.rect.w} px wide, {needed_width(node, node.scale)} needed")
        if node.rect.h < needed_height(node, node.rect.w, node.scale):
            faults.append(f"{name}: {node.rect.h} px high, {needed_height(node, node.rect.w, node.scale)} needed")
        parent = node.parent
        if parent is not None and node.rect and not parent.clips and not parent.rect.contains(node.rect):
            faults.append(f"{name}: {tuple(node.rect)} leaves {type(parent).__name__} {tuple(parent.rect)}")
    return faults
