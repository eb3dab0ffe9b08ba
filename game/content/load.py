"""From a folder of YAML to a scenario or a rulebook: every fault of every file at once, each with its place."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_origin

from attrs import evolve, fields, frozen

from game import paths
from game.content.cards import Scenario
from game.content.check import check_scenario
from game.content.check_rulebook import check_rulebook
from game.content.faults import Fault
from game.content.finding import PACKS, RULES, VARIANT_FILE, base_of, installed, scenario_folder, variants_of
from game.content.finding import SCENARIO_FILE as SCENARIO_FILE
from game.content.finding import named_scenario as named_scenario
from game.content.finding import scenario_roots as scenario_roots
from game.content.folder import Merged, read_file, read_folder
from game.content.lint import lint_scenario
from game.content.rulebook import Rulebook
from game.content.shapes import LANGUAGES, Line, ScenarioId, Text, Title
from game.content.sound import refuse, sorted_problems, structured
from game.content.strictyaml import uncollected
from game.content.structure import unwrap
from game.errors import ContentError, Problem

if TYPE_CHECKING:
    from game.content.load_kept import KeptFile
    from game.content.load_packs import LoadedPack

REFERENCE_FILE: Final = "reference.yaml"
CHECKS_FILE: Final = "checks.yaml"
GLOSSARY_FILE: Final = "glossary.yaml"
RECORD_FILE: Final = "measured.yaml"
QUESTIONS_FILE: Final = "questions.yaml"
ASIDE: Final = (REFERENCE_FILE, CHECKS_FILE, RECORD_FILE, QUESTIONS_FILE)
"""Beside the rules, but no part of them: what they are tried on, held to, what they gave; what people are asked."""
KEPT: Final = "invented"
"""The folder beside a scenario of the answers that rooms invented, read one at a time."""

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
    variant_of: Text | None = None
    """For a variant, the title of its scenario."""


def load_scenario(
    where: Path | str,
    rulebook: Rulebook | None = None,
    playable: Collection[str] | None = None,
    kept: Collection[str] | None = None,
) -> Loaded:
    """Returns the scenario or variant of a folder, or of any file in it, or an installed one by its bare name.

    `rulebook` is the shipped one unless given; `playable` names the procedures this version can play (None: any).
    `kept` names the files of answers invented in rooms that are wanted, as a journal does (None: all).
    Raises ContentError with every fault of every file, sorted by place.
    """
    with uncollected():
        folder = scenario_folder(Path(where))
        rules = rulebook or load_rulebook().rulebook
        merged, departing = _city(folder)
        merged.problems += _mistakable(merged, folder)
        written, faults = structured(Scenario, merged)
        faults += departing
        found: tuple[KeptFile, ...] = ()
        if written is not None:
            written = _under_its_name(written, folder)
            found = _kept(folder, written, rules, kept)
            merged.problems += [problem for each in found for problem in each.problems]
            scenario = _translated(_with_kept(written, found, rules), merged, folder)
            faults += _own(check_scenario(written, rules, playable, icon_names()), merged, folder)
        refuse(merged, faults)
    assert written is not None
    hashes = {name: told for each in found if each.playable for name, told in each.hashes.items()}
    return Loaded(scenario, folder, merged, {**merged.hashes, **hashes}, written, found)


def load_variants(loaded: Loaded, rulebook: Rulebook, playable: Collection[str] | None = None) -> tuple[Loaded, ...]:
    """Returns the variants of a scenario; raises ContentError with every fault of all of them."""
    found: list[Loaded] = []
    problems: list[Problem] = []
    for folder in variants_of(loaded.folder):
        try:
            found.append(load_scenario(folder, rulebook, playable))
        except ContentError as faulty:
            problems += faulty.problems
    if problems:
        raise ContentError(problems)
    return tuple(found)


def _city(folder: Path) -> tuple[Merged, list[Fault]]:
    """Returns what the files of a scenario say, or of a variant over its scenario, and what is wrong with that."""
    around = base_of(folder)
    if around is None:
        aside = (KEPT, *(each.name for each in variants_of(folder)))
        return _read(folder, SCENARIO_FILE, Scenario, aside), []
    from game.content.variants import overlaid

    return overlaid(_city(around)[0], _read(folder, VARIANT_FILE, Scenario, (KEPT,)), folder.resolve().name)


def _mistakable(merged: Merged, folder: Path) -> list[Problem]:
    """Returns a problem where files of a scenario would bear the names of the rules' files in journals."""
    if not any(name.startswith(f"{RULES}/") for name in merged.hashes):
        return []
    where = folder if base_of(folder) else folder / RULES
    return [Problem(str(where), 0, 0, "rules_folder", {}, "rename_folder")]


def _under_its_name(scenario: Scenario, folder: Path) -> Scenario:
    """Returns a variant under the name by which commands and journals know it; a scenario as it is."""
    if base_of(folder) is None:
        return scenario
    return evolve(scenario, id=ScenarioId(f"{scenario.id}/{folder.resolve().name}"))


def _own(faults: list[Fault], merged: Merged, folder: Path) -> list[Fault]:
    """Returns the faults of a scenario, or of a variant without those that are no business of its author."""
    if base_of(folder) is None:
        return faults
    from game.content.variants import told_by

    return told_by(faults, merged)


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
    around = base_of(folder)
    homes = (folder,) if around is None else (folder, around)
    if not any(path for home in homes for path in home.glob("*.po")):
        return scenario
    from game.content.translation import translated_into, translations

    found = tuple(each for home in homes for each in translations(home))
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
        refuse(merged, faults)
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
    told = sorted_problems(loaded.places, [*lint_scenario(loaded.written, rulebook), *_misnamed(loaded)])
    if loaded.kept:
        from game.content.load_kept import kept_warnings

        told = (*told, *kept_warnings(loaded.kept))
    if loaded.scenario.languages == LANGUAGES:
        return told
    from game.content.translation import translation_warnings, translations

    return (*told, *translation_warnings(loaded.scenario, translations(loaded.folder)))


def _misnamed(loaded: Loaded) -> list[Fault]:
    """Returns a warning for a scenario whose folder bears another name: journals look for it by its id."""
    folder = loaded.folder.resolve().name
    if base_of(loaded.folder) is not None or loaded.scenario.id == folder:
        return []
    return [Fault(("id",), "folder_name", {"found": loaded.scenario.id, "folder": folder}, "same_name")]


def list_scenarios(roots: Iterable[Path]) -> tuple[Summary, ...]:
    """Returns what can be chosen: the scenarios of each root and their variants, one file of each being read."""
    return tuple(_summary(folder) for folder in installed(roots))


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
    around = base_of(folder)
    merged = read_file(folder / (SCENARIO_FILE if around is None else VARIANT_FILE))
    merged.data = {key: merged.data[key] for key in ("id", "title", "summary") if key in merged.data}
    head, faults = structured(_Head, merged)
    problems = sorted_problems(merged, faults)
    of = None if around is None else _summary(around).title
    if head is None or problems:
        return Summary(folder, folder.name, None, None, problems, of)
    return Summary(folder, head.id, head.title, head.summary, variant_of=of)


def _read(folder: Path, first: str, cls: type[Any], aside: Collection[str] = ()) -> Merged:
    kinds = {each.name: get_origin(unwrap(each.type)[0]) for each in fields(cls)}
    lists = [name for name, kind in kinds.items() if kind is tuple]
    maps = [name for name, kind in kinds.items() if kind is Mapping]
    return read_folder(folder, first, lists, maps, aside)
