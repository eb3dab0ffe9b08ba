"""The JSON Schemas that editors use are those of the classes, and the shipped files keep to them."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from game.content.cards import Scenario
from game.content.load import ASIDE
from game.content.rulebook import Rulebook
from game.content.schema import FILES, schema_of, written
from game.content.strictyaml import parse
from game.content.variants import Variant
from game.paths import data

SCENARIO_FILES = sorted(data("scenarios").glob("*/**/*.yaml"))
VARIANTS = [path.parent for path in data("scenarios").glob("*/*/variant.yaml")]
RULE_FILES = sorted(path for path in data("rules").glob("*.yaml") if path.name not in ASIDE)


def complaints(root: type[Any], shown: Any) -> list[str]:
    """Returns what a validator says of plain data."""
    return [error.message for error in Draft202012Validator(schema_of(root)).iter_errors(shown)]


def plain(path: Path) -> Any:
    """Returns the data of a YAML file."""
    return parse(path.read_text(encoding="utf-8"), path.name).data


@pytest.mark.parametrize("root", FILES)
def test_the_committed_schema_is_that_of_the_classes(root: type[Any]) -> None:
    """`python -m game.content.schema` has been run since the classes last changed."""
    assert written(schema_of(root)) == data(*FILES[root]).read_text(encoding="utf-8")


@pytest.mark.parametrize("root", FILES)
def test_the_schema_is_a_valid_schema(root: type[Any]) -> None:
    """Editors can read it: it keeps to JSON Schema 2020-12."""
    Draft202012Validator.check_schema(schema_of(root))


@pytest.mark.parametrize("path", SCENARIO_FILES, ids=lambda path: path.stem)
def test_each_shipped_scenario_file_keeps_to_the_schema(path: Path) -> None:
    """An author's editor underlines nothing in the files we ship, those of variants included."""
    root = Variant if any(path.is_relative_to(variant) for variant in VARIANTS) else Scenario

    assert complaints(root, plain(path)) == []


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_each_shipped_rule_file_keeps_to_the_schema(path: Path) -> None:
    """An author's editor underlines nothing in the rules we ship."""
    assert complaints(Rulebook, plain(path)) == []


@pytest.mark.parametrize("path", SCENARIO_FILES + RULE_FILES, ids=lambda path: path.stem)
def test_each_shipped_file_names_its_schema(path: Path) -> None:
    """The first line tells an editor where the schema stands, and it stands there."""
    first = path.read_text(encoding="utf-8").split("\n")[0]
    begin = "# yaml-language-server: $schema="

    assert first.startswith(begin)
    assert (path.parent / first.removeprefix(begin)).is_file()


@pytest.mark.parametrize(
    "wrong",
    [
        {"roundz": 6},
        {"rounds": 60},
        {"rounds": "6"},
        {"title": {"fr": "Ville"}},
        {"title": {"fr": "V" * 65, "en": "T"}},
        {"id": "Not An Id"},
        {"sources": {"A b": {"fr": "x", "en": "x"}}},
        {"stakeholders": [{"id": "a"}]},
        {"city": {"size": [1, 2, 3]}},
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(wrong: dict[str, object]) -> None:
    """Unknown keys, wrong types, limits, missing halves and missing keys are underlined while typing."""
    assert complaints(Scenario, wrong) != []


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"shocks": [{"id": "strike", "chance": 30}], "leaves_out": ["facts"]}, False),
        ({"city": {"districts": [{"id": "port", "base": {"safety": 30}}]}}, False),
        ({"challenges": [{"id": "homes", "answers": [{"id": "homes.low", "cost": 3}]}]}, False),
        ({"shocks": [{"chance": 30}]}, True),
        ({"shocks": [{"id": "strike", "chnace": 30}]}, True),
        ({"title": {"fr": "Ville"}}, True),
    ],
)
def test_a_variant_may_say_no_more_than_what_differs(said: dict[str, object], refused: bool) -> None:
    """A card needs nothing but its id; texts stay whole, and unknown keys stay unknown."""
    assert (complaints(Variant, said) != []) == refused


def test_a_file_may_hold_any_part_of_a_scenario() -> None:
    """One challenge in a file of its own is fine; the loader counts them all together."""
    one = plain(data("scenarios", "port-clair", "challenges", "mobility.yaml"))

    assert (len(one["challenges"]), complaints(Scenario, one), complaints(Scenario, {})) == (1, [], [])


def test_the_schema_tells_what_fields_mean() -> None:
    """Descriptions, limits and choices reach the author's editor."""
    schema = json.loads(written(schema_of(Scenario)))
    cost = schema["$defs"]["Intervention"]["properties"]["cost"]

    assert cost == {"type": "number", "minimum": 0, "maximum": 30, "description": "M€, paid when it is decided"}
    assert schema["$defs"]["Tech"]["enum"] == ["low", "mid", "high"]
