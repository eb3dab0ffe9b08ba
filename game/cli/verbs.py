"""What every verb of the command line is made with."""

import argparse
from collections.abc import Callable
from typing import Any

Say = Callable[..., str]


def verb(verbs: Any, name: str, about: str, shared: argparse.ArgumentParser, act: Any) -> argparse.ArgumentParser:
    """Returns the parser of a new verb, described by `about`, which `act` carries out."""
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=about, description=about, parents=[shared])
    parser.set_defaults(act=act)
    return parser
