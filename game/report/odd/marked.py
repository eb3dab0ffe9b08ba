"""A text whose generated parts stand between marks, so that the rest stays in its writer's hands."""

import re
from collections.abc import Mapping
from typing import Final

_PART: Final = re.compile(r"(<!-- begin (\S+) -->\n).*?(<!-- end \2 -->)", re.DOTALL)


def filled(text: str, parts: Mapping[str, str]) -> str:
    r"""Returns the text with each part between its marks; parts the text has no marks for are left out.

    Raises KeyError for marks that no part belongs to.

    >>> filled("<!-- begin tea -->\nold\n<!-- end tea -->", {"tea": "new"})
    '<!-- begin tea -->\n\nnew\n\n<!-- end tea -->'
    """
    return _PART.sub(lambda found: f"{found[1]}\n{parts[found[2]].strip()}\n\n{found[3]}", text)


def marks(text: str) -> tuple[str, ...]:
    """Returns the names of the parts that a text has marks for, in their order."""
    return tuple(found[2] for found in _PART.finditer(text))
