"""From a folder of YAML to a scenario or a rulebook: every fault of every file at once, each with its place."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_origin

from attrs import evolve, fields, frozen

from game import paths
from game.content.cards import Scenario
from game.content.check import check_scenario
from game.content.check_rulebook import check_rulebook
from game.content.faults import Fault
from game.content.folder import Merged, read_file, read_folder
from game.content.lint import lint_scenario
from game.content.rulebook import Rulebook
from game.content.shapes import LANGUAGES, Line, ScenarioId, Text, Title
from game.content.strictyaml import uncollected
from game.content.structure import structure, unwrap
from game.errors import ContentError, Problem

if TYPE_CHECKING:
    from game.content.load_kept import KeptFile
    from game.content.load_packs import LoadedPack

SCENARIO_FILE: Final = "scenario.yaml"
REFERENCE_FILE: Final = "reference.yaml"
CHECKS_FILE: Final = "checks.yaml"
GLOSSARY_FILE: Final = "glossary.yaml"
RECORD_FILE: Final = "measured.yaml"
QUESTIONS_FILE: Final = "questions.yaml"
ASIDE: Final = (REFERENCE_FILE, CHECKS_FILE, RECORD_FILE, QUESTIONS_FILE)
"""Beside the rules, but no part of them: what they are tried on, held to, what they gave; what people are asked."""
KEPT: Final = "invented"
"""The folder beside a scenario of the answers that rooms invented, read one at a time."""
PACKS: Final = "packs"
"""The folder beside the rules that holds departures from them, read one at a time."""
CLIMB: Final = 3
"""Folders walked up from a file to find its scenario; deeper trees are nobody's habit."""

T = TypeVar("T")


@frozen
class Loaded:
    """A sound scenario, where each of its pieces stands, and the hash of each of its files."""

    scenario: Scenario
    folder: Path
    places: Merged
    hashes: Mapping[str, str]
    written: Scenario
    """The scenario as its author wrote it, without the answers that rooms invented."""
    kept: "tuple[KeptFile, ...]" = ()
    """The answers that rooms invented, drafts included."""


@frozen
class LoadedRules:
    """A sound rulebook, where each of its pieces stands, and the hash of each of its files.

    `pack` is the rule pack that has been applied to it, None for the rules as their folder has them.
    """

    rulebook: Rulebook
    folder: Path
    places: Merged
    hashes: Mapping[str, str]
    pack: "LoadedPack | None" = None


@frozen
class Summary:
    """What the title screen shows of a scenario; title and summary are None when its first file has faults."""

    folder: Path
    id: str
    title: Text | None
    summary: Text | None
    problems: tuple[Problem, ...] = ()


def load_scenario(
    where: Path | str,
    rulebook: Rulebook | None = None,
    playable: Collection[str] | None = None,
    kept: Collection[str] | None = None,
) -> Loaded:
    """Returns the scenario of a folder, or of any file in it, or an installed one by its bare name.

    `rulebook` is the shipped one unless given; `playable` names the procedures this version can play (None: any).
    `kept` names the files of answers invented in rooms that are wanted, as a journal does (None: all).
    Raises ContentError with every fault of every file, sorted by place.
    """
    with uncollected():
        folder = _scenario_folder(Path(where))
        rules = rulebook or load_rulebook().rulebook
        merged = _read(folder, SCENARIO_FILE, Scenario, (KEPT,))
        written, faults = structured(Scenario, merged)
        found: tuple[KeptFile, ...] = ()
        if written is not None:
            found = _kept(folder, written, rules, kept)
            merged.problems += [problem for each in found for problem in each.problems]
            scenario = _translated(_with_kept(written, found, rules), merged, folder)
            faults += check_scenario(written, rules, playable, icon_names())
        _refuse(merged, faults)
    assert written is not None
    hashes = {name: told for each in found if each.playable for name, told in each.hashes.items()}
    return Loaded(scenario, folder, merged, {**merged.hashes, **hashes}, written, found)


def _kept(
    folder: Path, scenario: Scenario, rules: Rulebook, only: Collection[str] | None
) -> "tuple[KeptFile, ...]":
    """Returns the answers of rooms that are kept beside a scenario; most scenarios have none."""
    if not (folder / KEPT).is_dir():
        return ()
    from game.content.load_kept import read_kept

    return read_kept(folder, scenario, rules, icon_names(), only)


def _with_kept(scenario: Scenario, found: "tuple[KeptFile, ...]", rules: Rulebook) -> Scenario:
    if not found:
        return scenario
    from game.content.load_kept import with_kept

    return with_kept(scenario, found, rules)


def _translated(scenario: Scenario, merged: Merged, folder: Path) -> Scenario:
    """Returns a scenario with the translations beside it; their faults join those of its files."""
    if not any(folder.glob("*.po")):
        return scenario
    from game.content.translation import translated_into, translations

    found = translations(folder)
    merged.problems += [problem for each in found for problem in each.problems]
    return translated_into(scenario, found)


def load_rulebook(folder: Path | str | None = None, pack: Path | str | None = None) -> LoadedRules:
    """Returns the rulebook of a folder, the shipped one by default, as a rule pack has it: its id, file or folder.

    Raises ContentError with every fault of every file, sorted by place; GameError when there is no such pack.
    """
    loaded = _rulebook(folder)
    return loaded if pack is None else _departed(loaded, pack)


def _rulebook(folder: Path | str | None) -> LoadedRules:
    with uncollected():
        home = Path(folder) if folder else paths.data("rules")
        if not home.is_dir():
            raise ContentError([Problem(str(home), 0, 0, "missing_folder")])
        merged = _read(home, "", Rulebook, (*ASIDE, PACKS))
        rulebook, faults = structured(Rulebook, merged)
        if rulebook is not None:
            faults += check_rulebook(rulebook, icon_names())
        _refuse(merged, faults)
    assert rulebook is not None
    return LoadedRules(rulebook, home, merged, merged.hashes)


def _departed(loaded: LoadedRules, named: Path | str) -> LoadedRules:
    """Returns the rules as a pack has them; the paper's pack leaves them as they are."""
    from game.content.load_packs import find_pack, load_pack

    pack = load_pack(find_pack(named, loaded.folder), loaded.rulebook)
    if not pack.applied.pack.departs:
        return loaded
    return evolve(loaded, rulebook=pack.applied.rulebook, hashes={**loaded.hashes, **pack.hashes}, pack=pack)


def scenario_warnings(loaded: Loaded, rulebook: Rulebook) -> tuple[Problem, ...]:
    """Returns what deserves a second look in a sound scenario, sorted by place."""
    told = sorted_problems(loaded.places, lint_scenario(loaded.written, rulebook))
    if loaded.kept:
        from game.content.load_kept import kept_warnings

        told = (*told, *kept_warnings(loaded.kept))
    if loaded.scenario.languages == LANGUAGES:
        return told
    from game.content.translation import translation_warnings, translations

    return (*told, *translation_warnings(loaded.scenario, translations(loaded.folder)))


def list_scenarios(roots: Iterable[Path]) -> tuple[Summary, ...]:
    """Returns what can be chosen: the folders of each root that hold a scenario.yaml, of which only that is read.

    The scenario that teaches the game comes first, the others by the name of their folder.
    """
    folders = [child for root in roots if root.is_dir() for child in sorted(root.iterdir(), key=_first_steps)]
    return tuple(
        _summary(folder)
        for folder in folders
        if not folder.name.startswith(".") and (folder / SCENARIO_FILE).is_file()
    )


def _first_steps(folder: Path) -> tuple[bool, str]:
    return folder.name != paths.SHIPPED, folder.name


def icon_names() -> frozenset[str] | None:
    """Returns the names of the icons shipped, or None where there is no icon folder to compare with."""
    folder = paths.data("assets", "icons")
    return frozenset(path.stem for path in folder.glob("*.svg")) or None


@frozen
class _Head:
    id: ScenarioId
    title: Title
    summary: Line


def _summary(folder: Path) -> Summary:
    merged = read_file(folder / SCENARIO_FILE)
    merged.data = {key: merged.data[key] for key in ("id", "title", "summary") if key in merged.data}
    head, faults = structured(_Head, merged)
    problems = sorted_problems(merged, faults)
    if head is None or problems:
        return Summary(folder, folder.name, None, None, problems)
    return Summary(folder, head.id, head.title, head.summary)


def scenario_roots() -> tuple[Path, ...]:
    """Returns the folders of scenarios: those shipped, then the user's own."""
    return (paths.data("scenarios"), paths.scenarios_folder())


def named_scenario(where: Path) -> Path:
    """Returns the path asked for; where nothing stands there, a bare name means an installed scenario."""
    if len(where.parts) != 1 or where.exists():
        return where
    return next((root / where for root in scenario_roots() if (root / where / SCENARIO_FILE).is_file()), where)


def _scenario_folder(where: Path) -> Path:
    try:
        where = named_scenario(where)
        if not where.exists():
            raise ContentError([Problem(str(where), 0, 0, "missing_folder")])
        for folder in (where, *where.parents[:CLIMB], *where.absolute().parents[:CLIMB]):
            if (folder / SCENARIO_FILE).exists():
                return folder
        if where.is_dir() and not any(where.iterdir()):
            raise ContentError([Problem(str(where), 0, 0, "empty_folder")])
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ContentError([Problem(str(where), 0, 0, "unreadable", {"reason": reason})]) from error
    raise ContentError([Problem(str(where), 0, 0, "no_scenario", {"name": SCENARIO_FILE}, "name_folder")])


def _read(folder: Path, first: str, cls: type[Any], aside: Collection[str] = ()) -> Merged:
    kinds = {each.name: get_origin(unwrap(each.type)[0]) for each in fields(cls)}
    lists = [name for name, kind in kinds.items() if kind is tuple]
    maps = [name for name, kind in kinds.items() if kind is Mapping]
    return read_folder(folder, first, lists, maps, aside)


def structured(cls: type[T], merged: Merged) -> tuple[T | None, list[Fault]]:
    """Returns what files hold as a value (None when impossible), and what is wrong with their shape."""
    built, faults = structure(cls, merged.data)
    if merged.whole:
        return built, faults
    told = [each for each in faults if len(each.steps) > 1 and merged.place(each.steps)[0] not in merged.broken]
    return None, told  # what seems missing may stand in the part that can't be read


def _refuse(merged: Merged, faults: Iterable[Fault]) -> None:
    problems = sorted_problems(merged, faults)
    if problems:
        raise ContentError(problems)


def sorted_problems(merged: Merged, faults: Iterable[Fault]) -> tuple[Problem, ...]:
    """Returns all problems by place; where the writing itself is wrong, what follows from it is left out."""
    written = {(each.file, each.line, each.column) for each in merged.problems}
    meant = (merged.problem(fault) for fault in faults)
    problems = [*merged.problems, *(each for each in meant if (each.file, each.line, each.column) not in written)]
    return tuple(sorted(problems, key=lambda each: (each.file != merged.first, each.file, each.line, each.column)))
