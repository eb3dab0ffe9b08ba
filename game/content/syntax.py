"""What the YAML parser complains of, sorted into the few mistakes that people make when writing cards."""

from typing import Any, Final

from game.errors import Problem

_MISTAKES: Final = (
    ("mapping values are not allowed", "syntax_colon", "quote_text"),
    ("could not find expected ':'", "syntax_no_colon", "colon_space"),
    ("',' or ']'", "syntax_open_list", "close_bracket"),
    ("',' or '}'", "syntax_open_block", "close_bracket"),
    ("end of stream", "syntax_open_quote", "close_quote"),
    ("document indicator", "syntax_open_quote", "close_quote"),
    ("unexpected ':'", "syntax_stray_colon", "quote_text"),
    ("escape character", "syntax_escape", "single_quotes"),
    ("alphabetic or numeric character", "syntax_first_character", "quote_text"),
    ("cannot start any token", "syntax_first_character", "quote_text"),
    ("<document start>", "syntax_indent", "same_column"),
    ("expected key", "syntax_indent", "same_column"),
    ("<block end>", "syntax_indent", "same_column"),
    ("'-' indicator", "syntax_indent", "same_column"),
    ("block sequence entries are not allowed", "syntax_indent", "same_column"),
)
"""Words of libyaml or of its pure-Python twin, and what an author reads instead; the first that fits wins."""

_SHOWN: Final = 40
"""Characters of the faulty line that are quoted: enough to recognise it."""


def complaint(error: Any, text: str, file: str) -> Problem:
    """Returns the parser's complaint about a text, as a problem of a file."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    detail = str(getattr(error, "problem", None) or error)
    if mark is None:
        return Problem(file, 1, 1, "syntax_other", {"detail": detail, "found": ""})
    found = _excerpt(text, mark.line, mark.column)
    line, column = mark.line + 1, mark.column + 1
    if found.startswith("\t") or "tab character" in detail:
        return Problem(file, line, column, "syntax_tab", {}, "spaces")
    for words, rule, hint in _MISTAKES:
        if words in detail:
            return Problem(file, line, column, rule, {"found": found.strip()}, hint)
    return Problem(file, line, column, "syntax_other", {"detail": detail, "found": found.strip()})


def _excerpt(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    rest = lines[line][column:] if line < len(lines) else ""
    return rest if len(rest) <= _SHOWN else rest[: _SHOWN - 1] + "…"
