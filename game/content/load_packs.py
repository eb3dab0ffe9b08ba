"""From a rule pack's file or folder to the rules that it makes: every fault at once, each with its place."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final, get_origin

from attrs import fields, frozen

from game import paths
from game.content.check_pack import check_pack
from game.content.departures import BLANK, Pack
from game.content.faults import Fault, closest
from game.content.finding import PACKS, SCENARIO_FILE
from game.content.folder import SUFFIXES, Merged, read_file, read_folder
from game.content.packs import Applied, applied
from game.content.rulebook import Rulebook
from game.content.shapes import PAPER, Paragraph, Text, Title
from game.content.sound import refuse, sorted_problems, structured
from game.content.strictyaml import uncollected
from game.errors import GameError, Problem

RULES_FILE: Final = "couplings.yaml"
MARKS: Final = frozenset({"author", "removed", "new_links", "numbers", "curves", "new_pressures"})
"""Keys by which a file that stands anywhere is known for a pack: neither scenarios nor rules have them."""


@frozen
class PackSummary:
    """What a screen shows of a pack; name and about are None when its head has faults."""

    path: Path
    id: str
    name: Text | None
    about: Text | None
    problems: tuple[Problem, ...] = ()


@frozen
class LoadedPack:
    """A sound pack applied to its rules, where it was found, and the hash of each of its files."""

    applied: Applied
    path: Path
    hashes: dict[str, str]


def load_pack(path: Path, rules: Rulebook) -> LoadedPack:
    """Returns a pack of a file or a folder, applied.

    Raises ContentError with every fault of the pack and of the rules it makes, sorted by place.
    """
    with uncollected():
        merged = _read(path)
        pack, faults = structured(Pack, merged)
        if pack is not None:
            faults += [*_misnamed(pack, path), *check_pack(rules, pack)]
        refuse(merged, faults)
        assert pack is not None
        return LoadedPack(applied(rules, pack), path, _hashes(merged, path) if pack.departs else {})


def _read(path: Path) -> Merged:
    if path.is_dir():
        lists = [each.name for each in fields(Pack) if get_origin(each.type) is tuple]
        return read_folder(path, "", lists, ["sources"])
    return read_file(path)


def _hashes(merged: Merged, path: Path) -> dict[str, str]:
    """Returns the hashes under names that are the same wherever the pack lies."""
    stem = f"{PACKS}/{path.name}"
    return {f"{stem}/{name}" if path.is_dir() else stem: digest for name, digest in merged.hashes.items()}


def _misnamed(pack: Pack, path: Path) -> list[Fault]:
    """Returns a fault when a pack is not found under its own name: a journal asks for it by that."""
    name = path.resolve().name if path.is_dir() else path.stem
    return [] if pack.id == name else [Fault(("id",), "pack_name", {"found": pack.id, "name": name})]


def pack_folders(folder: Path | None = None) -> tuple[Path, ...]:
    """Returns where packs are looked for: beside the rules asked for, among those shipped, among the user's own."""
    shipped = paths.data("rules")
    homes = dict.fromkeys((folder or shipped, shipped, paths.user_root() / "rules"))
    return tuple(home / PACKS for home in homes)


def find_pack(named: Path | str, folder: Path | None = None) -> Path:
    """Returns the file or folder of a pack named by its id, or by its path.

    Raises GameError when there is none, with the ids there are.
    """
    for path in _candidates(pack_folders(folder)):
        if _id_of(path) == str(named):
            return path
    path = Path(named)
    if path.is_file() or path.is_dir():
        return path
    known = [_id_of(each) for each in _candidates(pack_folders(folder))]
    close = closest(str(named), known)
    raise GameError("error.no_pack_close" if close else "error.no_pack", found=str(named), close=close,
                    known=", ".join(known), folder=str(paths.user_root() / "rules" / PACKS))  # fmt: skip


def is_pack(path: Path) -> bool:
    """Tells whether a file or folder is a pack: a file that stands among packs, or what has keys only packs have."""
    folder = path if path.is_dir() else path.parent
    if folder.resolve().name == PACKS and not any((folder / name).exists() for name in (SCENARIO_FILE, RULES_FILE)):
        return path != folder and path.suffix in SUFFIXES
    inside = path.iterdir() if path.is_dir() else [path]
    files = [each for each in inside if each.suffix in SUFFIXES and each.is_file()]
    return any(not MARKS.isdisjoint(read_file(each).data) for each in files)


def list_packs(folders: Iterable[Path] | None = None) -> tuple[PackSummary, ...]:
    """Returns the packs that can be chosen: the paper's, the others shipped, the blank one, then the user's own."""
    seen: set[str] = set()
    found = []
    for path in _candidates(pack_folders() if folders is None else tuple(folders)):
        found.append(_summary(path, seen))
        seen.add(_id_of(path))
    return tuple(found)


def _candidates(folders: Iterable[Path]) -> list[Path]:
    found = []
    for folder in folders:
        inside = sorted(folder.iterdir(), key=_order) if folder.is_dir() else []
        shown = [path for path in inside if not path.name.startswith(".")]
        found += [path for path in shown if path.suffix in SUFFIXES or path.is_dir()]
    return found


def _order(path: Path) -> tuple[bool, bool, str]:
    name = _id_of(path)
    return (name != PAPER, name == BLANK, name)


def _id_of(path: Path) -> str:
    return path.stem if path.suffix in SUFFIXES else path.name


@frozen
class _Head:
    id: str
    name: Title
    about: Paragraph


def _summary(path: Path, taken: set[str]) -> PackSummary:
    merged = _read(path)
    merged.data = {key: merged.data[key] for key in ("id", "name", "about") if key in merged.data}
    head, faults = structured(_Head, merged)
    if _id_of(path) in taken:
        faults.append(Fault(("id",), "pack_id_taken", {"found": _id_of(path)}, "other_id"))
    problems = sorted_problems(merged, faults)
    if head is None or problems:
        return PackSummary(path, _id_of(path), None, None, problems)
    return PackSummary(path, head.id, head.name, head.about)
