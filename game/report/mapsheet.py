"""The sheet on which a map of causes is drawn by hand: the measures round a ring, the scale, a table to copy."""

from pathlib import Path
from typing import Final

from game.content.causalmap import effects_of, names_on_maps
from game.content.rulebook import Rulebook
from game.errors import GameError
from game.report.charts.ring import ring
from game.report.drawing import to_svg
from game.report.maprings import stations_of
from game.report.page import environment, font_faces
from game.report.palette import PAPER
from game.wording.words import Words

ROWS: Final = 24
"""Lines of the table: more arrows than a group draws in twenty minutes."""


def write_sheet(rules: Rulebook, words: Words, path: Path, paper: str) -> Path:
    """Writes the sheet in the language of the words and returns where; raises GameError when it can't be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(sheet(rules, words, paper), encoding="utf-8")
    except OSError as fault:
        raise GameError("error.file_unwritable", file=str(path), reason=fault.strerror or str(fault)) from fault
    return path


def sheet(rules: Rulebook, words: Words, paper: str) -> str:
    """Returns the sheet as one HTML file of two pages; `paper` is a4 or a3."""
    title = words.say("map.sheet.title")
    drawing = ring(stations_of(rules, words), (), title, words.say("map.sheet.ring"), 1400, 800, 20)
    effects = set(effects_of(rules))
    names = {name: words.of(said) for name, said in names_on_maps(rules).items()}
    return (
        environment()
        .get_template("mapsheet.html.j2")
        .render(
            say=words.say,
            language=words.language,
            paper=paper,
            rows=range(ROWS),
            names=names,
            read=[name for key, name in names.items() if key not in effects],
            ring=to_svg(drawing, PAPER, "ring"),
            faces=font_faces(),
        )
    )
