"""How long it takes to read what authors write: the shipped scenario (24 interventions) and 1,000 interventions.

Run by name: `python -m pytest tests/bench -o addopts=""`. Nothing is asserted about time.
"""

from pathlib import Path
from time import process_time

import pytest
import yaml

from game.content.cards import Intervention
from game.content.load import load_rulebook, load_scenario
from game.content.strictyaml import parse, uncollected
from game.content.structure import walker
from game.paths import data

MANY = tuple[Intervention, ...]


@pytest.fixture(scope="module")
def thousand() -> str:
    """Returns 1,000 interventions as one YAML text, made of the shipped ones."""
    folder = data("scenarios", "port-clair", "challenges")
    entries = [answers(path) for path in sorted(folder.glob("*.yaml"))]
    block = "\n".join(entries)
    return "\n".join([block] * 42)


def answers(path: Path) -> str:
    """Returns the lines of a challenge's answers, without the key above them."""
    return path.read_text(encoding="utf-8").split("    answers:\n")[1].rstrip()


def structured(text: str) -> int:
    """Reads interventions with every position and limit; returns how many there were."""
    with uncollected():
        found: list[object] = []
        made = walker(MANY)(parse(text, "many.yaml").data, found)  # type: ignore[arg-type]
    assert not found
    return len(made)


def test_load_24_interventions(benchmark) -> None:
    """The shipped scenario: files read, hashed, parsed, structured, checked."""
    rules = load_rulebook().rulebook
    benchmark(load_scenario, data("scenarios", "port-clair"), rules)


def test_load_rulebook(benchmark) -> None:
    """The shipped rulebook."""
    benchmark(load_rulebook)


def test_load_1000_interventions(benchmark, thousand: str) -> None:
    """Parsed with positions and structured with limits."""
    assert benchmark(structured, thousand) == 1008


def test_structure_1000_interventions(benchmark, thousand: str) -> None:
    """Plain data to frozen cards, limits checked."""
    plain = parse(thousand, "many.yaml").data
    build = walker(MANY)
    with uncollected():
        benchmark(build, plain, [])


def test_share_of_the_usual_loader(thousand: str) -> None:
    """Prints our whole load as a share of the usual loader's time for plain data alone (target: at most 0.5)."""
    began = process_time()
    yaml.load(thousand, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    usual = process_time() - began
    began = process_time()
    structured(thousand)

    print(f"\nshare of CSafeLoader: {(process_time() - began) / usual:.2f} ({1e3 * usual:.0f} ms)")
