"""YAML 1.2 core and nothing more: what each scalar means, and where it stands."""

import gc
import math

import pytest
import yaml

from game.content import strictyaml
from game.content.strictyaml import parse

CORE = [
    ("no", "no"),
    ("yes", "yes"),
    ("on", "on"),
    ("off", "off"),
    ("y", "y"),
    ("12:30", "12:30"),
    ("12:30:00", "12:30:00"),
    ("1_000", "1_000"),
    ("2026-11-23", "2026-11-23"),
    ("1.2.3", "1.2.3"),
    ("1e", "1e"),
    ("tRUE", "tRUE"),
    ('"12"', "12"),
    ("'true'", "true"),
    ("0", 0),
    ("-7", -7),
    ("+7", 7),
    ("1.5", 1.5),
    (".5", 0.5),
    ("1e3", 1000.0),
    ("0.5", 0.5),
    ("-.inf", -math.inf),
    ("true", True),
    ("True", True),
    ("FALSE", False),
    ("null", None),
    ("~", None),
    ("", None),
]


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Uses libyaml, then its pure-Python twin."""
    monkeypatch.setattr(strictyaml, "_LOADER", getattr(yaml, request.param))


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(("written", "meant"), CORE)
def test_scalars_have_their_core_meaning(written: str, meant: object) -> None:
    """What a person reads as a word stays a word; numbers, true, false and null are the only others."""
    document = parse(f"key: {written}\n", "f")

    assert (document.data, type(document.data["key"]), document.problems) == ({"key": meant}, type(meant), ())


@pytest.mark.parametrize("written", ["010", "-007", "00.5", "0x1F", "0o17"])
def test_numbers_that_two_programs_read_differently_are_refused(written: str) -> None:
    """010 is ten to one program and eight to another: the author must say."""
    document = parse(f"key: {written}\n", "f")

    assert [("odd_number", 1, 6)] == [(each.rule, each.line, each.column) for each in document.problems]


@pytest.mark.usefixtures("loader")
def test_every_key_and_value_has_its_place() -> None:
    """Lines and columns count from 1, and an accent is one column."""
    document = parse("été: {a: 1, b: [x, y]}\nlist:\n  - z\n", "f")

    inside = document.mark[4]
    assert (inside["été"][:4], inside["été"][4]["b"][4][1][:2], inside["list"][4][0][:2]) == (
        (1, 6, 1, 1),
        (1, 20),
        (3, 5),
    )


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: 1\na: 2\n", "duplicate_key"),
        ("a: &x 1\n", "anchor"),
        ("a: *x\n", "alias"),
        ("*x : 1\n", "alias"),
        ("a: !!int 1\n", "tag"),
        ("a: ! b\n", "tag"),
        ("1: a\n", "key_not_text"),
        ("true: a\n", "key_not_text"),
        ("? {a: 1}\n: 2\n", "key_not_text"),
        ("a: 1\n---\nb: 2\n", "several_documents"),
        ("", "empty_file"),
        ('a: "\\u202e"\n', "bidi_character"),
        ('a: "\\0"\n', "control_character"),
        ("a:\n\tb: 1\n", "syntax_tab"),
        ("a: b: c\n", "syntax_colon"),
        ("a: [1\n", "syntax_open_list"),
        ("a: {b: 1\n", "syntax_open_block"),
        ('a: "b\n', "syntax_open_quote"),
        ("a: @b\n", "syntax_first_character"),
        ('a: "\\q"\n', "syntax_escape"),
        ("a:\n  b: 1\n c: 2\n", "syntax_indent"),
    ],
)
def test_what_is_not_plain_yaml_is_refused(text: str, rule: str) -> None:
    """Each construct outside strict YAML has its rule, with either parser."""
    assert rule in [problem.rule for problem in parse(text, "f").problems]


def test_data_after_a_fault_that_is_no_syntax_is_still_read() -> None:
    """A duplicate key or an alias does not hide the faults below it."""
    document = parse("a: 1\na: 2\nb: *x\nc: 010\n", "f")

    assert [2, 3, 4] == [problem.line for problem in document.problems]


def test_the_garbage_collector_is_given_back() -> None:
    """Reading holds the collector and leaves it as it was."""
    parse("a: 1", "f")

    assert gc.isenabled()
