"""Faults of scenarios and rules in the author's language: where, what was expected, what was found, what to do."""

from collections.abc import Mapping
from math import isfinite
from typing import Final

from game.errors import Problem
from game.wording.words import Words

LONGEST: Final = 60
"""Characters of a value that are quoted: enough to find it again."""


def sentence(problem: Problem, words: Words) -> str:
    """Returns `file:line:column: what was expected, what was found — hint`; no line for a fault of a whole file."""
    return f"{_place(problem)}: {explained(problem, words)}"


def warning(problem: Problem, words: Words) -> str:
    """Returns the same for what is allowed and deserves a second look; it says that it is a warning."""
    return words.say("problem.warning", place=_place(problem), told=explained(problem, words))


def _place(problem: Problem) -> str:
    return f"{problem.file}:{problem.line}:{problem.column}" if problem.line else problem.file


def explained(problem: Problem, words: Words) -> str:
    """Returns the fault and its hint without the place."""
    values = _worded(problem.values, words)
    told = words.say(f"problem.{problem.rule}").format_map(values)
    return f"{told} — {words.say(f'hint.{problem.hint}').format_map(values)}" if problem.hint else told


def _worded(values: Mapping[str, object], words: Words) -> dict[str, str]:
    worded = {name: _value(value) for name, value in values.items()}
    for name in ("found", "other"):
        if name in values:
            worded[name] = _found(values[name], words)
    if "language" in values:
        worded["language"] = words.say(f"problem.language.{values['language']}")
    return worded


def _value(value: object) -> str:
    """Returns a value as it is written in YAML; lists of names have commas."""
    if isinstance(value, tuple):
        return ", ".join(map(_value, value))
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _found(value: object, words: Words) -> str:
    if value is None:
        return words.say("problem.nothing")
    if isinstance(value, list | dict):
        return words.say("problem.a_list" if isinstance(value, list) else "problem.a_block")
    if isinstance(value, float):
        return repr(value) if isfinite(value) else f".{value}"
    if not isinstance(value, str):
        return _value(value)
    if not value:
        return words.say("problem.end")
    flat = " ".join(value.split())
    short = flat if len(flat) <= LONGEST else flat[: LONGEST - 1] + "…"
    return words.say("problem.quoted", text=short)
