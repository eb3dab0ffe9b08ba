"""Where scenarios and their variants stand, and the names by which commands know them.

A variant is a folder inside a scenario's own, with a variant.yaml: `opsroom-1972/los-angeles` names it everywhere.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from game import paths
from game.errors import ContentError, Problem

SCENARIO_FILE: Final = "scenario.yaml"
VARIANT_FILE: Final = "variant.yaml"
PACKS: Final = "packs"
"""The folder beside the rules that holds departures from them, read one at a time."""
RULES: Final = "rules"
"""What journals put before the names of the rules' files: no folder inside a scenario may be called that."""
CLIMB: Final = 3
"""Folders walked up from a file to find its scenario; deeper trees are nobody's habit."""
NAMED: Final = 2
"""Parts of the longest name: a scenario and its variant."""


def scenario_roots() -> tuple[Path, ...]:
    """Returns the folders of scenarios: those shipped, then the user's own."""
    return (paths.data("scenarios"), paths.scenarios_folder())


def named_scenario(where: Path) -> Path:
    """Returns the path asked for; where nothing stands there, a bare name means an installed scenario or variant."""
    if len(where.parts) > NAMED or where.is_absolute() or where.exists():
        return where
    return next((root / where for root in scenario_roots() if playable_at(root / where)), where)


def playable_at(folder: Path) -> bool:
    """Tells whether a folder holds a scenario or a variant of one."""
    return (folder / SCENARIO_FILE).is_file() or base_of(folder) is not None


def base_of(folder: Path) -> Path | None:
    """Returns the folder of the scenario that a variant departs from, None for a folder that holds no variant."""
    if not (folder / VARIANT_FILE).is_file() or (folder / SCENARIO_FILE).is_file():
        return None
    around = folder.parent if folder.name not in ("", "..") else folder.resolve().parent
    return around if (around / SCENARIO_FILE).is_file() else None


def variants_of(folder: Path) -> tuple[Path, ...]:
    """Returns the folders of a scenario's variants, by name."""
    found = (path.parent for path in folder.glob(f"*/{VARIANT_FILE}") if not path.parent.name.startswith("."))
    return tuple(sorted(each for each in found if not (each / SCENARIO_FILE).is_file()))


def name_of(folder: Path) -> str:
    """Returns the name by which an installed scenario or variant is asked for."""
    around = base_of(folder)
    return folder.name if around is None else f"{around.name}/{folder.name}"


def installed(roots: Iterable[Path]) -> Iterator[Path]:
    """Yields the folders of each root that can be played, variants after their scenario.

    The scenario that teaches the game comes first, the others by the name of their folder.
    """
    folders = [child for root in roots if root.is_dir() for child in sorted(root.iterdir(), key=_first_steps)]
    for folder in folders:
        if not folder.name.startswith(".") and (folder / SCENARIO_FILE).is_file():
            yield from (folder, *variants_of(folder))


def _first_steps(folder: Path) -> tuple[bool, str]:
    return folder.name != paths.SHIPPED, folder.name


def scenario_folder(where: Path) -> Path:
    """Returns the folder of the scenario or variant that a path or a name leads to.

    Raises ContentError when there is none.
    """
    try:
        where = named_scenario(where)
        if not where.exists():
            raise ContentError([Problem(str(where), 0, 0, "missing_folder")])
        for folder in (where, *where.parents[:CLIMB], *where.absolute().parents[:CLIMB]):
            if (folder / SCENARIO_FILE).exists():
                return folder
            if (folder / VARIANT_FILE).is_file():
                return _of_a_scenario(folder)
        if where.is_dir() and not any(where.iterdir()):
            raise ContentError([Problem(str(where), 0, 0, "empty_folder")])
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ContentError([Problem(str(where), 0, 0, "unreadable", {"reason": reason})]) from error
    raise ContentError([Problem(str(where), 0, 0, "no_scenario", {"name": SCENARIO_FILE}, "name_folder")])


def _of_a_scenario(folder: Path) -> Path:
    if base_of(folder) is None:
        file = str(folder / VARIANT_FILE)
        raise ContentError([Problem(file, 1, 1, "variant_alone", {"name": SCENARIO_FILE}, "inside_scenario")])
    return folder
