"""What rules gave when they were last recorded: the previous model, to compare the present one with.

`rules/measured.yaml` holds a Measured; `whose-city check rules --record` writes it.
"""

from collections.abc import Mapping
from typing import Annotated, Final

from attrs import frozen

from game.content.shapes import About

LAST: Final = 12
"""The round at whose end the paths are read: the length of a whole session."""
HEAD: Final = """\
# yaml-language-server: $schema=measured.schema.json
# Écrit par `whose-city check rules --record` ; ne le changez pas à la main. Ce que ces règles ont donné : la marge de
# chaque idée, puis où chaque chemin de la ville de référence mène en {last} tours. Tout est en millièmes.
# Written by `whose-city check rules --record`; do not change it by hand. What these rules gave: the margin of each
# idea, then where each path of the reference city leads in {last} rounds. Everything is in thousandths.
"""


@frozen
class Measured:
    """What rules gave: the margin of each claim, and the readings of each reference path after twelve rounds."""

    claims: Annotated[Mapping[str, int], About("by how much each claim holds, in thousandths; 0 or less: it fails")]
    paths: Annotated[
        Mapping[str, Mapping[str, int]], About("the levels at the end of round 12, in thousandths of a point or of a %")
    ]


def measured_text(measured: Measured) -> str:
    """Returns the whole text of the file."""
    lines = ["claims:", *_block(measured.claims, 2), "paths:"]
    for name, levels in measured.paths.items():
        lines += [f"  {name}:", *_block(levels, 4)]
    return HEAD.format(last=LAST) + "\n".join(lines) + "\n"


def _block(numbers: Mapping[str, int], indent: int) -> list[str]:
    return [f"{' ' * indent}{name}: {number}" for name, number in numbers.items()]
