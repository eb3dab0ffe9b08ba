"""What the document is made of: blocks that the template lays out. Texts are data in them, never markup."""

from collections.abc import Mapping
from typing import Any, Literal

from attrs import asdict, field, frozen

Tone = Literal["", "rise", "fall", "soft"]
"""What a piece of text is coloured for; it is said in words or signs as well."""


@frozen
class Said:
    """A piece of text."""

    text: str
    tone: Tone = ""
    strong: bool = False
    small: bool = False
    line: bool = False
    """Whether it begins a line."""
    source: int = 0
    """The number of the source it refers to; 0 for none."""


Text = tuple[Said, ...]


@frozen
class Heading:
    """A title: of a chapter (2), of a part of it (3), or of a part of that (4)."""

    text: str
    level: int
    kicker: str = ""
    lead: str = ""
    trend: Text = ()
    """What stands at the other end of its line."""
    kind: str = field(default="heading", init=False)


@frozen
class Prose:
    """A paragraph: plain, a note in a box, or a small tag above what follows."""

    text: Text
    style: Literal["plain", "note", "tag"] = "plain"
    kind: str = field(default="prose", init=False)


@frozen
class Listing:
    """A list, in one column or several; sources are numbered, and can be referred to; steps bear their own number."""

    items: tuple[Text, ...]
    style: Literal["bullets", "sources", "steps"] = "bullets"
    columns: int = 1
    kind: str = field(default="listing", init=False)


@frozen
class Picture:
    """A chart, what it says for who cannot see it, and its caption."""

    svg: str
    alt: str
    caption: str = ""
    kind: str = field(default="picture", init=False)


@frozen
class Column:
    """A column of a table; `share` is its part of the width, 0 for what its content needs."""

    head: str
    number: bool = False
    share: float = 0.0


@frozen
class Table:
    """A table, its caption if it needs one beside its title; the first column names the rows."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    kind: str = field(default="table", init=False)


@frozen
class Pair:
    """Two stacks of blocks side by side, kept on one page; `ratio` is the left one's width to the right one's."""

    left: "tuple[Block, ...]"
    right: "tuple[Block, ...]"
    ratio: float = 1.3
    kind: str = field(default="pair", init=False)


@frozen
class Kept:
    """Blocks that stay together on one page."""

    blocks: "tuple[Block, ...]"
    kind: str = field(default="kept", init=False)


@frozen
class Card:
    """A decision, an incident: blocks in a frame."""

    blocks: "tuple[Block, ...]"
    marked: bool = False
    kind: str = field(default="card", init=False)


@frozen
class Cards:
    """Cards in two columns."""

    cards: tuple[Card, ...]
    kind: str = field(default="cards", init=False)


@frozen
class Lines:
    """Ruled lines to write on: as many as the page has room for."""

    kind: str = field(default="lines", init=False)


Block = Heading | Prose | Listing | Picture | Table | Pair | Kept | Card | Cards | Lines


def plain(block: Block) -> Mapping[str, Any]:
    """Returns a block as plain data; each says what kind it is."""
    return asdict(block)
