"""Everything we ship loads and checks clean, and the title screen can list it."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from game import content
from game.content import syntax
from game.content.finding import name_of, variants_of
from game.content.load import list_scenarios, load_rulebook, load_scenario
from game.content.shapes import LANGUAGES
from game.engine.state import PLAYABLE
from game.paths import data
from game.wording.words import words_in

SHIPPED = sorted(path.parent for path in data("scenarios").glob("*/scenario.yaml"))
VARIANTS = [variant for folder in SHIPPED for variant in variants_of(folder)]


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_each_shipped_scenario_is_sound(folder: Path) -> None:
    """No fault, under the ways of deciding this version can play."""
    loaded = load_scenario(folder, playable=PLAYABLE)

    own = [path for path in folder.rglob("*.yaml") if not {*path.parents} & {*variants_of(folder)}]
    assert loaded.scenario.id == folder.name
    assert set(loaded.hashes) == {path.relative_to(folder).as_posix() for path in own}


def test_french_marks_have_their_space() -> None:
    """A full one before a colon and inside quotes, a narrow one before ; ? and !, neither of which breaks a line."""
    files = [path for name in ("scenarios", "rules") for path in data(name).rglob("*.yaml")]
    wrong = re.compile("\u202f[:»]|«\u202f|\u00a0[;?!]")

    assert [] == [str(path) for path in files if wrong.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("folder", VARIANTS, ids=name_of)
def test_each_shipped_variant_is_sound(folder: Path) -> None:
    """No fault; it is known by its scenario's name and its own, and by the files of both."""
    loaded = load_scenario(folder, playable=PLAYABLE)

    assert loaded.scenario.id == name_of(folder)
    assert {"scenario.yaml", f"{folder.name}/variant.yaml"} <= set(loaded.hashes)


def test_the_shipped_rules_are_sound() -> None:
    """No fault in any file of the rulebook."""
    loaded = load_rulebook()

    assert {procedure.id for procedure in loaded.rulebook.procedures} == set(PLAYABLE)


def test_the_shipped_scenarios_can_be_listed() -> None:
    """The title screen reads one file of each; the one that teaches the game comes first."""
    summaries = list_scenarios([data("scenarios"), Path("no-such-folder")])

    assert summaries[0].folder.name == "port-clair"
    shipped = sorted(SHIPPED + VARIANTS)
    assert sorted((each.folder, each.problems) for each in summaries) == [(folder, ()) for folder in shipped]
    assert all(each.title and each.summary for each in summaries)


def test_a_scenario_with_faults_is_listed_with_them(tiny: Path) -> None:
    """A broken scenario is shown as broken, under the name of its folder, never left out in silence."""
    (tiny / "scenario.yaml").write_text("title: [", encoding="utf-8")

    (summary,) = list_scenarios([tiny.parent])

    assert (summary.folder, summary.id, summary.title) == (tiny, "tiny", None)
    assert summary.problems[0].rule.startswith("syntax")


RULE_AT = {"Found": 0, "Fault": 1, "Problem": 3, "fault": 2, "_unusable": 1, "unknown": 0}
"""Where the rule stands among the arguments of each call that makes a fault."""
SYNTAX = {rule for _, rule, _ in syntax._MISTAKES}


def rules_in_code() -> set[str]:
    """Returns every rule that the loader can find broken."""
    found = set(SYNTAX)
    for path in Path(content.__file__).parent.glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call):
                name = getattr(call.func, "attr", getattr(call.func, "id", ""))
                place = RULE_AT.get(name, len(call.args))
                rule = call.args[place] if place < len(call.args) else None
                if isinstance(rule, ast.Constant):
                    found.add(f"unknown_{rule.value}" if name == "unknown" else rule.value)
    return found


def test_every_rule_has_its_sentence() -> None:
    """No fault can be found that the catalogues do not tell."""
    for language in LANGUAGES:
        words = words_in(language)
        assert {rule for rule in rules_in_code() if not words.has(f"problem.{rule}")} == set()


def test_every_sentence_has_its_rule() -> None:
    """No sentence or hint is left over from a rule that is gone."""
    room = Path(content.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in (*room.glob("*.py"), room.parent / "checking.py"))
    quoted = set(re.findall(r'"([a-z_0-9]+)"', source))
    known = quoted | {f"unknown_{kind}" for kind in quoted}
    parts = {"language.fr", "language.en", "nothing", "a_list", "a_block", "end", "quoted", "warning"}
    told = {key.partition(".")[2] for key in words_in("en").texts if key.startswith(("problem.", "hint."))}

    assert told - known - parts == set()


def test_reading_cards_needs_only_yaml_and_attrs() -> None:
    """The window starts fast: no numpy, asyncio, schema tool, babel or pygame is imported to load a scenario."""
    script = (
        "import sys; from game.content.load import load_scenario; from game.paths import data;"
        "load_scenario(data('scenarios', 'port-clair'));"
        "print(*sorted({name.split('.')[0] for name in sys.modules} &"
        " {'numpy', 'asyncio', 'jsonschema', 'msgspec', 'babel', 'polib', 'pygame', 'json', 'difflib', 'jinja2'}))"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert shown.stdout.split() == []
