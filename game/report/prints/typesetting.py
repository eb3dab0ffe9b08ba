"""Sheets set as PDF/UA documents by Typst: tagged for screen readers, the same bytes on every machine.

Templates receive data as JSON and nothing else, so that what an author wrote is text and never markup.
"""

import json
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from game.errors import GameError
from game.paths import data
from game.report.prints.press import Job, Press, as_pdf, as_pictures, marked

TEMPLATES: Final = Path(__file__).parents[1] / "templates" / "print"
STANDARD: Final = "ua-1"
_PRESS: Final = Press()


def typeset(template: str, sheet: Mapping[str, Any]) -> bytes:
    """Returns the PDF of a sheet. Raises GameError where Typst is missing or refuses the sheet, and why."""
    found: bytes = _run(as_pdf, template, sheet, standard=STANDARD)
    return found


def overflowing(template: str, sheet: Mapping[str, Any]) -> tuple[str, ...]:
    """Returns the ids of the cards whose text fits at none of the sizes allowed. Raises GameError as `typeset` does."""
    return tuple(dict.fromkeys(_run(marked, template, sheet, mark="overflow")))


def pictures(template: str, sheet: Mapping[str, Any], ppi: float = 96) -> list[bytes]:
    """Returns each page as a PNG picture. Raises GameError as `typeset` does."""
    found: list[bytes] = _run(as_pictures, template, sheet, ppi=ppi)
    return found


def _run(work: Callable[..., Any], template: str, sheet: Mapping[str, Any], **asked: Any) -> Any:
    if find_spec("typst") is None:
        raise GameError("error.no_typst")
    job = Job(template, str(TEMPLATES), str(data("assets", "fonts")), json.dumps(sheet, ensure_ascii=False))
    try:
        return _PRESS.run(work, job, **asked)
    except RuntimeError as fault:
        raise GameError("error.not_set", sheet=template, reason=str(fault)) from fault
