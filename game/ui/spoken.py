"""What a reader hears of a screen: each node as a sentence, all of it in reading order, its title and its news."""

import re
from collections.abc import Iterator
from typing import Final

from game.ui.node import Node, scope
from game.ui.scene import Words

SWITCHED: Final = {"on", "off"}
"""Values that tell a state, not something to read."""
SILENT: Final = ("", "text", "image", "status", "scroll", "group")
"""Roles that are not worth a word: their words are enough."""
GROUPS: Final = ("choice", "card", "group", "chart", "map")
"""Roles of what holds things together: whoever comes into one hears its name first."""
SIGNS: Final = {
    "▲": "up", "▼": "down", "−": "minus", "+": "plus", "=": "equal", "M€": "money", "·": "pause", "→": "to",
}  # fmt: skip
"""Signs that voices leave out or spell badly, and the names of their words."""
SIGN: Final = re.compile(r"\s*(?:([▲▼−=·→]|M€)|(\+)(?=\s*[\d+]|$))\s*")
"""A plus sign only where it counts something: not in the name of keys struck together."""


def aloud(text: str, words: Words) -> str:
    """Returns a text as it is said: signs in words, on one line."""
    told = SIGN.sub(lambda found: f" {words.say(f'voice.sign.{SIGNS[found[1] or found[2]]}')} ", text)
    told = re.sub(r"[^\S\u00a0\u202f]+", " ", told)
    return re.sub(r" ([,.)])", r"\1", told.replace("( ", "(")).strip(" ,")


def name_of(node: Node) -> str:
    """Returns what a node is called: its label, or the text inside it where it has none."""
    if node.label or node.role == "scroll":
        return node.label
    return ", ".join(dict.fromkeys(below.label for below in node.walk() if below.label))


def spoken(node: Node, words: Words) -> str:
    """Returns a node as a sentence, its parts in the order of the language: what, its kind, value, state and place."""
    parts = {
        "label": name_of(node) or (words.say("voice.scroll") if node.role == "scroll" else ""),
        "role": "" if node.role in SILENT else words.say(f"voice.role.{node.role}"),
        "value": "" if node.value in SWITCHED else node.value,
        "state": _state(node, words),
        "place": _place(node, words),
    }
    if parts["role"].casefold() == parts["label"].casefold():
        parts["role"] = ""  # a clock called after what it shows would say it twice
    if node.role == "field" and not node.value:
        parts["value"] = words.say("voice.empty")
    told = ""
    for part in filter(None, (parts[name] for name in words.say("voice.order").split())):
        told += (" " if told[-1:] in ".!?:;…" else ", ") + part if told else part
    return aloud(told, words)


def _state(node: Node, words: Words) -> str:
    told = []
    if node.role == "switch":
        told.append(words.say("voice.on" if node.value == "on" else "voice.off"))
    elif node.chosen:
        told.append(words.say("voice.chosen"))
    if node.on_press is not None and not node.enabled:
        told.append(words.say("voice.disabled"))
    return ", ".join(told)


def _place(node: Node, words: Words) -> str:
    """Returns which one of how many a node is, among those of its kind beside it."""
    if not node.counted or node.parent is None:
        return ""
    beside = [each for each in node.parent.children if type(each) is type(node) and each.on_press is not None]
    if len(beside) < 2 or node not in beside:
        return ""
    return words.say("voice.place", number=beside.index(node) + 1, count=len(beside))


def groups(node: Node) -> tuple[str, ...]:
    """Returns the names of what a node stands in, the outermost first."""
    found: list[str] = []
    above = node.parent
    while above is not None:
        if above.role in GROUPS and above.label:
            found.insert(0, above.label)
        above = above.parent
    return tuple(dict.fromkeys(found))


def more(node: Node, words: Words) -> list[str]:
    """Returns what else a node has to say to whoever stops at it: the text inside it, and what is told of it aside."""
    if node.role == "scroll":
        return []
    inside = [line for child in node.children for line in _read(child, words, f"{name_of(node)}\n{node.value}")]
    return inside + (lines(node.about(), words) if node.about is not None else [])


def lines(root: Node, words: Words) -> list[str]:
    """Returns the whole screen in reading order, a line a node; nothing that was just said is said again."""
    found = [line for line in _read(scope(root), words, "") if line]
    after = [*found[1:], ""]
    return [line for line, following in zip(found, after, strict=True) if not following.startswith(f"{line}, ")]


def _read(node: Node, words: Words, said: str) -> Iterator[str]:
    """Yields a node and what is below it; `said` is what was told of the nodes it stands in."""
    named = bool(node.role) and bool(node.label or node.value or node.on_press is not None)
    if named and (node.on_press is not None or not _told(node.label, said)):
        yield spoken(node, words)
        said = f"{said}\n{name_of(node)}\n{node.value}"
    elif named and not _told(node.value, said):
        yield spoken(node, words) if node.role not in SILENT else aloud(node.value, words)
    for child in node.children:
        yield from _read(child, words, said)


def _told(text: str, said: str) -> bool:
    """Tells whether a text stands, word for word, in what was said."""
    return not text or re.search(rf"(?<!\w){re.escape(text)}(?!\w)", said) is not None


def title(root: Node) -> str:
    """Returns what a screen is called: its label, or its first heading."""
    top = scope(root)
    if top.label:
        return top.label
    return next((node.label for node in top.walk() if node.role == "heading" and node.label), "")


def news(root: Node) -> list[str]:
    """Returns what a screen tells unasked: its alerts first, then where things stand."""
    told = [node for node in scope(root).walk() if node.role in ("alert", "status")]
    told.sort(key=lambda node: node.role != "alert")
    return [name_of(node) for node in told if name_of(node)]


def stops(root: Node) -> int:
    """Returns how many things can be pressed."""
    return sum(node.focusable and node.on_press is not None for node in scope(root).walk())
