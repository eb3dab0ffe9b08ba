"""The debrief as one HTML file: readable offline, on paper and on a telephone, with nothing to fetch and no script."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.paths import data
from game.report import elsewise, findings, funders, learnt
from game.report.causes import cited, told
from game.report.charts import arrowed, toned
from game.report.figures import Debrief, Shift
from game.report.plates import Plates
from game.wording.packs import departs
from game.wording.words import Words

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

UNBROKEN: Final = re.compile(r"\b[^\W\d_]{1,12}(?:-[^\W\d_]{1,12})+\b|[▲▼] [+\u2212][\d.,]+")
"""Words such as high-tech or co-op, and a change with its arrow."""
TEMPLATES: Final = Path(__file__).parent / "templates"
FONTS: Final = ((400, "Inter_400Regular"), (600, "Inter_600SemiBold"), (700, "Inter_700Bold"))


def render(debrief: Debrief, words: Words) -> str:
    """Returns the page in the language of the words, which must be the debrief's."""
    style = style_sheet()
    return (
        environment()
        .get_template("debrief.html.j2")
        .render(
            d=debrief,
            w=words,
            say=words.say,
            date=words.date(debrief.date),
            find=findings,
            elsewise=elsewise,
            learning=learnt,
            funders=funders,
            told=told,
            cited=cited,
            because=findings.because,
            departs=departs,
            plates=Plates(debrief, words),
            arrowed=lambda change, digits=1: arrowed(change, words, digits),
            trend=_trend,
            style=style,
            digest=digest_of(style),
        )
    )


def _trend(shift: Shift | int) -> str:
    """Returns the class of a change: rise, fall or still."""
    change = shift.change if isinstance(shift, Shift) else shift
    tone = toned(change)
    return "still" if tone == "soft" else tone


@cache
def environment() -> "Environment":
    """Returns what fills the templates of this room: nothing is left unescaped, nothing missing goes unnoticed."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["whole"] = whole
    return environment


def whole(title: str) -> "Markup":
    """Returns a title of which no short hyphenated word, and no change, is broken at the end of a line.

    >>> whole("2 high-tech")
    Markup('2 <span class="whole">high-tech</span>')
    """
    from markupsafe import Markup, escape

    return Markup(UNBROKEN.sub(r'<span class="whole">\g<0></span>', str(escape(title))))


@cache
def style_sheet() -> str:
    """Returns the style sheet with its fonts inside."""
    return "\n".join([font_faces(), (TEMPLATES / "debrief.css").read_text(encoding="utf-8")])


@cache
def font_faces() -> str:
    """Returns the fonts as style; one that is missing is left to the reader's system."""
    faces = []
    for weight, name in FONTS:
        file = data("assets", "fonts", "page", f"{name}.woff2")
        if file.is_file():
            source = f"url(data:font/woff2;base64,{b64encode(file.read_bytes()).decode()}) format('woff2')"
            faces.append(f"@font-face{{font-family:Inter;font-weight:{weight};src:{source}}}")
    return "\n".join(faces)


def digest_of(style: str) -> str:
    """Returns what lets this style sheet, and no other, through the page's content security policy."""
    return "sha256-" + b64encode(sha256(style.encode()).digest()).decode()
