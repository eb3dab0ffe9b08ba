"""What every verb of the command line is made with."""

import argparse
from collections.abc import Callable
from typing import Any, Final

Say = Callable[..., str]
MANY: Final = 1_000_000
"""More than anybody asks for, where the only limit is how long it takes."""
DAY: Final = 24 * 60
"""Minutes that no workshop is longer than."""


def between(low: int, high: int, kind: Callable[[str], float] = int) -> Callable[[str], float]:
    """Returns what reads a number from the command line; any other is a slip, told with what it may be.

    >>> between(2, 12)("6")
    6
    """

    def read(text: str) -> float:
        number = kind(text)
        if not low <= number <= high:
            raise argparse.ArgumentTypeError(f"expected {low} to {high}, found {text}")
        return number

    read.__name__ = kind.__name__  # a slip says whether a whole number was expected
    return read


def verb(verbs: Any, name: str, about: str, shared: argparse.ArgumentParser, act: Any) -> argparse.ArgumentParser:
    """Returns the parser of a new verb, described by `about`, which `act` carries out."""
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=about, description=about, parents=[shared])
    parser.set_defaults(act=act)
    return parser
