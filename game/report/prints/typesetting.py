"""Sheets set as PDF/UA documents by Typst: tagged for screen readers, the same bytes on every machine.

Templates receive data as JSON and nothing else, so that what an author wrote is text and never markup.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from game.errors import GameError
from game.paths import data

TEMPLATES: Final = Path(__file__).parents[1] / "templates" / "print"
STANDARD: Final = "ua-1"


def typeset(template: str, sheet: Mapping[str, Any]) -> bytes:
    """Returns the PDF of a sheet. Raises GameError where Typst is missing or refuses the sheet, and why."""
    compiler = _compiler(template, sheet)
    try:
        return bytes(compiler.compile(format="pdf", pdf_standards=[STANDARD]))
    except RuntimeError as fault:
        raise GameError("error.not_set", sheet=template, reason=str(fault)) from fault


def overflowing(template: str, sheet: Mapping[str, Any]) -> tuple[str, ...]:
    """Returns the ids of the cards whose text fits at none of the sizes allowed. Raises GameError as `typeset` does."""
    compiler = _compiler(template, sheet)
    try:
        found = compiler.query("<overflow>", field="value")
    except RuntimeError as fault:
        raise GameError("error.not_set", sheet=template, reason=str(fault)) from fault
    return tuple(dict.fromkeys(json.loads(found)))


def pictures(template: str, sheet: Mapping[str, Any], ppi: float = 96) -> list[bytes]:
    """Returns each page as a PNG picture."""
    found = _compiler(template, sheet).compile(format="png", ppi=ppi)
    return [bytes(page) for page in found] if isinstance(found, list) else [bytes(found)]


def _compiler(template: str, sheet: Mapping[str, Any]):  # type: ignore[no-untyped-def]  # typst has no types
    try:
        import typst
    except ImportError as fault:
        raise GameError("error.no_typst") from fault
    return typst.Compiler(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=[str(data("assets", "fonts"))],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(sheet, ensure_ascii=False)},
    )
