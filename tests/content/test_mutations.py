"""Spoil the shipped files at random places: each fault is reported at its exact file, line and column."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from shutil import copytree, ignore_patterns
from typing import Any

import pytest
from attrs import frozen

from game.content.load import ASIDE, load_rulebook, load_scenario, scenario_warnings
from game.content.rulebook import Rulebook
from game.content.shapes import LANGUAGES
from game.content.strictyaml import Mark, parse
from game.errors import ContentError
from game.founding import template
from game.paths import data
from game.wording.problems import sentence, warning
from game.wording.words import words_in
from tests.content.author import PLAYABLE

SEED = 2014
SCENARIO_MUTATIONS = 120
RULE_MUTATIONS = 60
VARIANT_MUTATIONS = 60
ROUND_OR_WORD = ("from_round",)
"""Keys under which a number may stand in the place of a word."""
NO_NUMBERS = ("soon", "007", "*seven", ".nan")
BY_SCENARIO = (*NO_NUMBERS, "1000000000")
"""What no number of a scenario may be."""


@frozen
class Place:
    """A key or a value of a file: where it stands, and where what holds it stands."""

    file: Path
    line: int
    column: int
    key_line: int
    key_column: int
    holders: tuple[tuple[int, int], ...]
    key: str
    value: Any


def places(file: Path) -> list[Place]:
    """Returns every scalar of a file."""
    document = parse(file.read_text(encoding="utf-8"), str(file))
    return list(scalars(file, document.data, document.mark, (), ""))


def scalars(file: Path, value: Any, mark: Mark, holders: tuple[tuple[int, int], ...], key: str) -> Iterator[Place]:
    """Yields the scalars inside a value, each with the places of all that holds it."""
    inside = mark[4]
    if inside is None:
        yield Place(file, *mark[:4], holders, key, value)
        return
    around = (*holders, mark[:2], mark[2:4])
    for step in value if isinstance(value, dict) else range(len(value)):
        name = step if isinstance(step, str) else key
        yield from scalars(file, value[step], inside[step], around, name)


def spoilt(place: Place, new: str, on_key: bool = False) -> None:
    """Writes something else at the very place of a value or of its key."""
    lines = place.file.read_text(encoding="utf-8").split("\n")
    line, column = (place.key_line, place.key_column) if on_key else (place.line, place.column)
    text = lines[line - 1]
    old = re.match(r'"(?:[^"\\]|\\.)*"|[^,:\]}#]+', text[column - 1 :])
    assert old is not None
    lines[line - 1] = text[: column - 1] + new + text[column - 1 + len(old[0].rstrip()) :]
    place.file.write_text("\n".join(lines), encoding="utf-8")


def mutation(place: Place, random: Random, numbers: tuple[str, ...]) -> tuple[str, bool]:
    """Returns what to write, and whether over the key: always something that no author may write there."""
    if random.random() < 0.3 and (place.key_line, place.key_column) != (place.line, place.column):
        return random.choice(["mistaken", "12", '"be\\u202eware"']), True
    if isinstance(place.value, bool | int | float):
        return random.choice(["1" if isinstance(place.value, bool) else "true", *numbers]), False
    if place.key in ("fr", "en"):
        return random.choice(['""', '"' + "long " * 500 + '"', "12", "&note text", '"bell\\a"', "~"]), False
    wrong = ["12", "[1]", "!!str x", '""', '"Not a name \\u2066"']
    return random.choice(wrong[1:] if place.key in ROUND_OR_WORD else wrong), False


def at_its_place(place: Place, load: Callable[[], object]) -> list[str]:
    """Returns nothing when a fault is reported at the place spoilt, else what was reported."""
    with pytest.raises(ContentError) as refused:
        load()
    wanted = {(place.line, place.column), (place.key_line, place.key_column), *place.holders[-2:]}
    found = {(each.line, each.column) for each in refused.value.problems if each.file == str(place.file)}
    return [] if wanted & found else [str(each) for each in refused.value.problems]


def chosen(folder: Path, random: Random, count: int) -> list[Place]:
    """Returns random places of a folder's files; folded texts are left out, for they span lines."""
    files = sorted(file for file in folder.rglob("*.yaml") if file.name not in ASIDE)
    every = [place for file in files for place in places(file)]
    lines = {file: file.read_text(encoding="utf-8").split("\n") for file in files}
    single = [place for place in every if lines[place.file][place.line - 1][place.column - 1] not in ">|"]
    return random.sample(single, count)


def untold(folder: Path, count: int, numbers: tuple[str, ...], load: Callable[[], object]) -> list[object]:
    """Spoils so many places of a folder, one by one, and returns those that `load` does not report where they are."""
    random, missed = Random(SEED), list[object]()
    for place in chosen(folder, random, count):
        sound = place.file.read_text(encoding="utf-8")
        new, on_key = mutation(place, random, numbers)
        spoilt(place, new, on_key)
        missed += [(place, new, told) for told in at_its_place(place, load)]
        place.file.write_text(sound, encoding="utf-8")
    return missed


def test_every_spoilt_place_of_the_scenario_is_told(tmp_path: Path, rules: Rulebook) -> None:
    """Each of 120 seeded mutations of the shipped scenario is refused at its place, never with a traceback."""
    folder = Path(copytree(data("scenarios", "port-clair"), tmp_path / "city"))

    assert untold(folder, SCENARIO_MUTATIONS, BY_SCENARIO, lambda: load_scenario(folder, rules, PLAYABLE)) == []


def test_every_spoilt_place_of_the_rules_is_told(tmp_path: Path) -> None:
    """Each of 60 seeded mutations of the shipped rulebook is refused at its place, never with a traceback."""
    folder = Path(copytree(data("rules"), tmp_path / "rules", ignore=ignore_patterns("packs")))

    assert untold(folder, RULE_MUTATIONS, NO_NUMBERS, lambda: load_rulebook(folder)) == []


def test_every_spoilt_place_of_a_variant_is_told(tmp_path: Path, rules: Rulebook) -> None:
    """Each of 60 seeded mutations of a variant is refused at its place, in its own file, never in its scenario's."""
    folder = Path(copytree(data("scenarios", "opsroom-1972"), tmp_path / "opsroom-1972")) / "los-angeles"

    assert untold(folder, VARIANT_MUTATIONS, BY_SCENARIO, lambda: load_scenario(folder, rules, PLAYABLE)) == []


def lines_gone(lines: list[str], random: Random) -> list[str]:
    """Loses some lines, as a slip in an editor does."""
    at = random.randrange(len(lines))
    return lines[:at] + lines[at + random.randint(1, 6) :]


def lines_twice(lines: list[str], random: Random) -> list[str]:
    """Pastes some lines a second time, anywhere."""
    at, to = random.randrange(len(lines)), random.randrange(len(lines))
    return lines[:to] + lines[at : at + random.randint(1, 8)] + lines[to:]


def shifted(lines: list[str], random: Random) -> list[str]:
    """Moves a line to the right or to the left."""
    at = random.randrange(len(lines))
    line = lines[at][1:] if random.random() < 0.5 else random.choice([" ", "  ", "\t"]) + lines[at]
    return [*lines[:at], line, *lines[at + 1 :]]


def swapped(lines: list[str], random: Random) -> list[str]:
    """Takes two values for one another."""
    keyed = [at for at, line in enumerate(lines) if re.search(r": \S", line)]
    one, other = random.sample(keyed, 2)
    heads, tails = zip(*(lines[at].split(": ", 1) for at in (one, other)), strict=True)
    changed = list(lines)
    changed[one], changed[other] = f"{heads[0]}: {tails[1]}", f"{heads[1]}: {tails[0]}"
    return changed


def littered(lines: list[str], random: Random) -> list[str]:
    """Drops a character that means something to YAML, or to nobody, into a line."""
    at = random.randrange(len(lines))
    place = random.randint(0, len(lines[at]))
    stray = random.choice([*"{}[]:,&*!|>'\"%@`#?-~", "\x00", "\u202e", "\ufeff", "é", "\U0001f3d9", "9" * 40])
    return [*lines[:at], lines[at][:place] + stray + lines[at][place:], *lines[at + 1 :]]


SLIPS = (lines_gone, lines_twice, shifted, swapped, littered)


@pytest.mark.parametrize("seed", range(200))
def test_a_mutated_file_never_gives_a_traceback(seed: int, tmp_path: Path, rules: Rulebook) -> None:
    """Two hundred files spoilt by an author's slips load, or are refused in whole sentences in both languages."""
    for name, text in template("my-city").items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    random = Random(seed)
    file = random.choice(sorted(tmp_path.glob("*.yaml")))
    lines = file.read_text(encoding="utf-8").split("\n")
    for _ in range(random.randint(1, 3)):
        lines = random.choice(SLIPS)(lines, random)
    file.write_text("\n".join(lines), encoding="utf-8")

    try:
        loaded = load_scenario(tmp_path, rules, PLAYABLE)
        told = [warning(each, words_in(code)) for each in scenario_warnings(loaded, rules) for code in LANGUAGES]
    except ContentError as refused:
        told = [sentence(each, words_in(code)) for each in refused.problems for code in LANGUAGES]
        assert told

    assert [line for line in told if not line.startswith(str(tmp_path)) or "\n" in line] == []


@pytest.mark.parametrize("seed", range(40))
def test_a_file_cut_anywhere_never_gives_a_traceback(seed: int, tmp_path: Path, rules: Rulebook) -> None:
    """A file cut in the middle of a text is refused with a place; nothing else is raised."""
    folder = Path(copytree(data("scenarios", "port-clair"), tmp_path / "city"))
    random = Random(seed)
    file = random.choice([file for file in sorted(folder.rglob("*.yaml")) if ': "' in file.read_text(encoding="utf-8")])
    text = file.read_text(encoding="utf-8")
    opening = random.choice([found.start() for found in re.finditer(': "', text)])
    file.write_text(text[: opening + 5], encoding="utf-8")

    with pytest.raises(ContentError) as refused:
        load_scenario(folder, rules, PLAYABLE)

    assert any(each.file == str(file) and each.line and each.column for each in refused.value.problems)
