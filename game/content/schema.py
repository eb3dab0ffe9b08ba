"""JSON Schema from the same annotations that the loader walks: an author's editor then completes and underlines.

The root describes one *file* of a folder, so that none of its keys is required. Run as `python -m game.content.schema`
to write all schemas again.
"""

import inspect
import json
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Final, Literal, NewType, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, Factory, fields, has

from game.content.cards import Scenario
from game.content.claims import Claims, Reference
from game.content.departures import Pack
from game.content.glossary import Glossary
from game.content.kept import INVENTED_SCHEMA, Kept
from game.content.measured import Measured
from game.content.questions import Questionnaire
from game.content.rulebook import Rulebook
from game.content.shapes import LANGUAGES, SPOKEN, About, Between, Count, Longest, Text
from game.content.structure import ID_PATTERN, limit, unwrap, yaml_key
from game.content.variants import Variant
from game.paths import data

SCENARIO_SCHEMA: Final = "scenario.schema.json"
VARIANT_SCHEMA: Final = "variant.schema.json"
SCHEMAS: Final = (SCENARIO_SCHEMA, VARIANT_SCHEMA, INVENTED_SCHEMA)
"""What stands beside a scenario of one's own, so that editors find it."""
FILES: Final[Mapping[type[Any], tuple[str, str]]] = {
    Scenario: ("scenarios", SCENARIO_SCHEMA),
    Variant: ("scenarios", VARIANT_SCHEMA),
    Kept: ("scenarios", INVENTED_SCHEMA),
    Glossary: ("scenarios", "glossary.schema.json"),
    Rulebook: ("rules", "rulebook.schema.json"),
    Reference: ("rules", "reference.schema.json"),
    Claims: ("rules", "checks.schema.json"),
    Pack: ("rules", "pack.schema.json"),
    Measured: ("rules", "measured.schema.json"),
    Questionnaire: ("rules", "questions.schema.json"),
}
"""Each root class, and where its schema stands among the shipped data."""
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def schema_of(root: type[Any]) -> Schema:
    """Returns the JSON Schema of one file of a scenario, of the rulebook or of what it is held to."""
    own = {Variant: _variant, Kept: _kept}.get(root)
    return own() if own else _root(root)


def _root(root: type[Any]) -> Schema:
    known: dict[str, Schema] = {}
    top = _object(root, known)
    del top["required"]
    for kind in top["properties"].values():
        kind.pop("minItems", None)  # the other entries may stand in other files
    return {"$schema": DIALECT, "title": root.__name__, **top, "$defs": dict(sorted(known.items()))}


def _variant() -> Schema:
    """Returns the schema of a file of a variant: that of a scenario, where a card names no more than what differs."""
    own, whole = _root(Variant), _root(Scenario)
    for name in _merged(whole):
        described = whole["$defs"][name]
        described["required"] = ["id"] if "id" in described["properties"] else []
        for kind in described["properties"].values():
            kind.pop("minItems", None)
    kinds = {**whole["properties"], **own["properties"]}
    return {**whole, "title": own["title"], "description": own["description"], "properties": kinds}


def _kept() -> Schema:
    """Returns the schema of an answer of a room: all in one file, its texts in one language at least."""
    whole = _root(Kept)
    for name, kind in whole["$defs"].items():
        if name.startswith("Text"):
            del kind["required"]
            kind |= {"description": "One text; a draft until it has French and English.", "minProperties": 1}
    required = [yaml_key(field.name) for field in fields(Kept)]
    return {**whole, "required": required}


def _merged(whole: Schema) -> set[str]:
    """Returns the kinds that a variant joins key by key: cards with an id, and what a key holds by itself."""
    kinds = whole["$defs"]
    held = [value for each in (whole, *kinds.values()) for value in each.get("properties", {}).values()]
    direct = {str(ref["$ref"]) for each in held for ref in (each, *each.get("anyOf", ())) if "$ref" in ref}
    return {
        name
        for name, kind in kinds.items()
        if "properties" in kind and not name.startswith("Text")
        and ("id" in kind["properties"] or f"#/$defs/{name}" in direct)
    }  # fmt: skip


def written(schema: Schema) -> str:
    """Returns a schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas() -> list[Path]:
    """Writes all schemas beside the data they describe, and returns their paths."""
    paths = []
    for root, parts in FILES.items():
        path = data(*parts)
        path.write_text(written(schema_of(root)), encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def _kind(kind: Any, known: dict[str, Schema]) -> Schema:
    inner, notes = unwrap(kind)
    about = limit(notes, About)
    described = _bare(inner, notes, known)
    return {**described, "description": about.text} if about else described


def _bare(inner: Any, notes: tuple[Any, ...], known: dict[str, Schema]) -> Schema:
    origin = get_origin(inner)
    if inner is Text:
        return _text(limit(notes, Longest), known)
    if inner in (int, float):
        between = limit(notes, Between)
        limits = {"minimum": between.low, "maximum": between.high} if between else {}
        return {"type": "integer" if inner is int else "number", **limits}
    if inner is bool:
        return {"type": "boolean"}
    if inner is str:
        return {"type": "string", "minLength": 1}
    if isinstance(inner, NewType):
        return {"type": "string", "pattern": f"^{ID_PATTERN}$"}
    if origin is Literal:
        return {"enum": list(get_args(inner))}
    if origin in (Union, UnionType):
        return {"anyOf": [{"type": "null"} if each is NoneType else _kind(each, known) for each in get_args(inner)]}
    if origin is tuple:
        return _array(get_args(inner), limit(notes, Count), known)
    if origin is not None:
        key, value = get_args(inner)
        names = _kind(key, known)
        return {"type": "object", "propertyNames": names, "additionalProperties": _kind(value, known)}
    return _named(inner, known)


def _text(longest: Longest | None, known: dict[str, Schema]) -> Schema:
    name = f"Text{longest.characters}" if longest else "Text"
    most = {"maxLength": longest.characters} if longest else {}
    known[name] = {
        "type": "object",
        "description": "One text in every language; French and English are needed.",
        "properties": {language: {"type": "string", "minLength": 1, **most} for language in LANGUAGES},
        "patternProperties": {f"^({'|'.join(SPOKEN)})$": {"type": "string", "minLength": 1, **most}},
        "required": list(LANGUAGES),
        "additionalProperties": False,
    }
    return {"$ref": f"#/$defs/{name}"}


def _array(kinds: tuple[Any, ...], count: Count | None, known: dict[str, Schema]) -> Schema:
    if kinds[-1] is not Ellipsis:
        each = [_kind(kind, known) for kind in kinds]
        return {"type": "array", "prefixItems": each, "items": False, "minItems": len(each), "maxItems": len(each)}
    limits = {"minItems": count.fewest, "maxItems": count.most} if count else {}
    return {"type": "array", "items": _kind(kinds[0], known), **limits}


def _named(cls: type[Any], known: dict[str, Schema]) -> Schema:
    if cls.__name__ not in known:
        known[cls.__name__] = {}  # keeps its place while what it holds is described
        known[cls.__name__] = _choice(cls) if issubclass(cls, Enum) else _object(cls, known)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _choice(cls: type[Enum]) -> Schema:
    return {"description": _told(cls), "enum": [member.value for member in cls]}


def _object(cls: type[Any], known: dict[str, Schema]) -> Schema:
    if not has(cls):
        raise TypeError(f"no schema for {cls!r}")
    kinds = get_type_hints(cls, include_extras=True)
    properties = {}
    for field in fields(cls):
        described = _kind(kinds[field.name], known)
        if field.name == "id" and kinds["id"] is str:
            described = {"type": "string", "pattern": f"^{ID_PATTERN}$"}
        properties[yaml_key(field.name)] = {**described, **_default(field.default)}
    required = [yaml_key(field.name) for field in fields(cls) if field.default is NOTHING]
    return {
        "description": _told(cls),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _default(default: Any) -> Schema:
    if default is NOTHING or isinstance(default, Factory) or default == ():  # type: ignore[arg-type]
        return {}
    if isinstance(default, tuple):
        return {"default": list(default)}
    return {"default": default.value if isinstance(default, Enum) else default}


def _told(cls: type[Any]) -> str:
    return inspect.cleandoc(cls.__doc__ or "").split("\n")[0]


if __name__ == "__main__":
    for path in write_schemas():
        print(path)
