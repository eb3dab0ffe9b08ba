"""The codebook that lies beside the files: what each table and column is, as a Frictionless data package."""

from collections.abc import Iterable
from typing import Any, Final

from game.content.answersheets import When
from game.content.questions import Part
from game.report.data.tables import COLUMNS, Column, Kind
from game.wording.words import Words

CHOICES: Final = {
    "tech": ("low", "mid", "high"),
    "unit": ("money", "tokens", "votes"),
    "fate": ("kept", "broken", "untested"),
    "moment": tuple(when.value for when in When),
    "part": tuple(part.value for part in Part),
}
"""What a column may hold, where that is a short list."""


def codebook(words: Words, name: str, tables: Iterable[str], version: str) -> dict[str, Any]:
    """Returns the content of `datapackage.json`, its texts in the language of the words."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name,
        "title": words.say("data.title"),
        "description": words.say("data.about"),
        "version": version,
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"}],
        "resources": [_resource(words, table) for table in tables],
    }


def _resource(words: Words, table: str) -> dict[str, Any]:
    return {
        "name": table,
        "title": words.say(f"data.{table}"),
        "path": f"{table}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"'},
        "schema": {"fields": [_field(words, table, column) for column in COLUMNS[table]], "missingValues": [""]},
    }


def _field(words: Words, table: str, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.kind.value, "description": told(words, table, column)}
    if column.unit:
        field["unit"] = column.unit
    if column.kind is Kind.YES_NO:
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    if column.name in CHOICES:
        field["constraints"] = {"enum": list(CHOICES[column.name])}
    return field


def told(words: Words, table: str, column: Column) -> str:
    """Returns what a column holds, in words: its own text, or that of every column of the name."""
    own = f"data.{table}.{column.name}"
    return words.say(own if words.has(own) else f"data.any.{column.name}")
