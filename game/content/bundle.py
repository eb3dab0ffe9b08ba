"""A scenario in one file, to be sent to a colleague: made of a sound folder, and opened with suspicion.

Members are read one at a time, counted while they inflate, checked as a scenario in a folder of their own, and only
then given their place by one rename. `extractall` is never called, and nothing in a bundle can run.
"""

import os
import shutil
import stat
import struct
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from attrs import evolve

from game.content.finding import base_of, scenario_folder
from game.content.load import SCENARIO_FILE, Loaded, load_rulebook, load_scenario, load_variants
from game.content.membernames import KINDS, BundleError, alike, known_kind, member_path, shown
from game.content.reading import LARGEST
from game.errors import ContentError
from game.paths import data, scenarios_folder

MOST_MEMBERS: Final = 500
MOST_BYTES: Final = 20 * 1024 * 1024
"""Bytes of a bundle, shut or open: Port-Clair has a tenth of a million, so that a hundred languages would still fit."""
RATIO: Final = 100
"""Times a member may inflate: text rarely passes ten, a bomb passes a thousand."""
SLACK: Final = 4096
"""Bytes below which a ratio says nothing."""
CHUNK: Final = 64 * 1024
FIRST: Final = b"PK\x03\x04"
EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The time every member bears, so that the same scenario always makes the same file."""
DAMAGES: Final = (
    BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, ArithmeticError, struct.error,
)  # fmt: skip
"""What reading a damaged or doctored archive may raise."""


def bundle(folder: Path, into: Path | None = None) -> tuple[Path, tuple[str, ...]]:
    """Writes a sound scenario and its variants into one .zip, and returns its path and the files left out.

    Raises ContentError with every fault of the scenario, BundleError when the file can't be written.
    """
    asked = scenario_folder(folder)
    loaded = _sound(base_of(asked) or asked)
    home, id_ = loaded.folder, loaded.scenario.id
    target = into or Path(f"{id_}.zip")
    files = sorted(path for path in home.rglob("*") if path.is_file() and not path.is_symlink())
    left = [path for path in files if path.suffix not in KINDS or _hidden(path.relative_to(home))]
    try:
        with target.open("xb") as raw, ZipFile(raw, "w", ZIP_DEFLATED) as archive:
            for path in (each for each in files if each not in left):
                member = ZipInfo(f"{id_}/{path.relative_to(home).as_posix()}", EPOCH)
                member.compress_type, member.external_attr = ZIP_DEFLATED, 0o644 << 16
                archive.writestr(member, path.read_bytes())
    except FileExistsError as fault:
        raise BundleError("bundle.written_already", file=str(target)) from fault
    except OSError as fault:
        raise BundleError("bundle.unwritable", file=str(target), reason=fault.strerror or str(fault)) from fault
    return target, tuple(path.relative_to(home).as_posix() for path in left)


def _sound(folder: Path) -> Loaded:
    """Returns the scenario of a folder; raises ContentError with its faults, or those of its variants."""
    rules = load_rulebook().rulebook
    loaded = load_scenario(folder, rules)
    load_variants(loaded, rules)
    return loaded


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def add(path: Path, root: Path | None = None) -> Loaded:
    """Installs the scenario of a bundle among the user's own and returns it.

    Raises BundleError with the reason it is refused, ContentError with every fault of the scenario; then nothing is
    left behind.
    """
    files = opened(path)
    home = root or scenarios_folder()
    try:
        home.mkdir(parents=True, exist_ok=True)
        waiting = Path(tempfile.mkdtemp(prefix=".adding-", dir=home))
    except OSError as fault:
        raise BundleError("bundle.unwritable", file=str(home), reason=fault.strerror or str(fault)) from fault
    try:
        _write(files, waiting, home)
        return _placed(path, _checked(path, waiting), home)
    finally:
        shutil.rmtree(waiting, ignore_errors=True)


def opened(path: Path) -> Mapping[PurePosixPath, bytes]:
    """Returns the files of a bundle by their place in the scenario's folder; raises BundleError with the reason."""
    name = str(path)
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise BundleError("bundle.not_zip", file=name)
        if about.st_size > MOST_BYTES:
            raise BundleError("bundle.large", file=name, most=MOST_BYTES // 1024 // 1024)
        with path.open("rb") as raw:
            if raw.read(len(FIRST)) != FIRST:
                raise BundleError("bundle.not_zip", file=name)
            with ZipFile(raw) as archive:
                return _inside(name, _members(name, archive))
    except FileNotFoundError as fault:
        raise BundleError("bundle.missing", file=name) from fault
    except DAMAGES as fault:
        raise BundleError("bundle.damaged", file=name) from fault


def _members(file: str, archive: ZipFile) -> dict[PurePosixPath, bytes]:
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS:
        raise BundleError("bundle.many", file=file, most=MOST_MEMBERS)
    paths = [_allowed(file, info) for info in infos]
    _told_apart(file, [path for path in paths if path is not None])
    _apart(file, infos)
    found: dict[PurePosixPath, bytes] = {}
    room = MOST_BYTES
    for info, path in zip(infos, paths, strict=True):
        if path is not None:
            found[path] = _inflated(file, archive, info, min(room, LARGEST))
            room -= len(found[path])
    return found


def _allowed(file: str, info: ZipInfo) -> PurePosixPath | None:
    """Returns where a member goes, None for a folder; raises BundleError for what no scenario holds."""
    told = {"file": file, "name": shown(info.orig_filename)}
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise BundleError("bundle.link", **told)
    if info.flag_bits & 0x1:
        raise BundleError("bundle.encrypted", **told)
    path = member_path(file, info.orig_filename)
    if info.is_dir() and not info.file_size:
        return None
    known_kind(file, path)
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BundleError("bundle.method", **told)
    if info.file_size > LARGEST:
        raise BundleError("bundle.member_large", **told, most=LARGEST // 1000)
    if info.file_size > max(SLACK, RATIO * info.compress_size):
        raise BundleError("bundle.bomb", **told)
    return path


def _told_apart(file: str, paths: list[PurePosixPath]) -> None:
    """Raises BundleError when two files, or a file and a folder, would fall on one another somewhere."""
    seen: dict[str, PurePosixPath] = {}
    folders = {alike(parent) for path in paths for parent in path.parents}
    for path in paths:
        key = alike(path)
        if key in seen or key in folders:
            key_name = "bundle.twice" if seen.get(key) == path else "bundle.twins"
            raise BundleError(key_name, file=file, name=shown(str(path)))
        seen[key] = path


def _apart(file: str, infos: list[ZipInfo]) -> None:
    """Raises BundleError when two members share the same bytes of the file, as in a bomb that counts each twice."""
    end = -1
    for info in sorted(infos, key=lambda each: each.header_offset):
        if info.header_offset < end:
            raise BundleError("bundle.damaged", file=file)
        end = info.header_offset + len(FIRST) + info.compress_size


def _inflated(file: str, archive: ZipFile, info: ZipInfo, most: int) -> bytes:
    """Returns the content of a member, never more than `most` bytes of it, whatever it says of its size."""
    parts, size = [], 0
    with archive.open(info) as member:
        while chunk := member.read(CHUNK):
            size += len(chunk)
            if size > most or size > max(SLACK, RATIO * info.compress_size):
                raise BundleError("bundle.bomb", file=file, name=shown(info.orig_filename))
            parts.append(chunk)
    content = b"".join(parts)
    if content.startswith(FIRST):
        raise BundleError("bundle.nested", file=file, name=shown(info.orig_filename), known=", ".join(KINDS))
    return content


def _inside(file: str, members: Mapping[PurePosixPath, bytes]) -> Mapping[PurePosixPath, bytes]:
    """Returns the files without the one folder that holds them all; raises BundleError without a scenario.yaml."""
    if PurePosixPath(SCENARIO_FILE) in members:
        return members
    tops = {path.parts[0] for path in members}
    if len(tops) == 1 and PurePosixPath(*tops, SCENARIO_FILE) in members:
        return {path.relative_to(*tops): content for path, content in members.items()}
    raise BundleError("bundle.no_scenario", file=file, name=SCENARIO_FILE)


def _write(files: Mapping[PurePosixPath, bytes], waiting: Path, home: Path) -> None:
    try:
        for path, content in files.items():
            target = waiting / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as raw:
                raw.write(content)
                raw.flush()
                os.fsync(raw.fileno())
    except OSError as fault:
        raise BundleError("bundle.unwritable", file=str(home), reason=fault.strerror or str(fault)) from fault


def _checked(path: Path, waiting: Path) -> Loaded:
    """Returns the scenario that waits; its faults are told as standing in the bundle."""
    try:
        return _sound(waiting)
    except ContentError as faulty:
        problems = [evolve(each, file=each.file.replace(str(waiting), path.name)) for each in faulty.problems]
        raise ContentError(problems) from faulty


def _placed(path: Path, loaded: Loaded, home: Path) -> Loaded:
    id_ = str(loaded.scenario.id)
    member_path(str(path), id_)
    taken = [root / id_ for root in (home, data("scenarios")) if (root / id_).exists()]
    if taken:
        raise BundleError("bundle.taken", file=str(path), id=id_, folder=str(taken[0]))
    try:
        loaded.folder.rename(home / id_)
    except OSError as fault:
        raise BundleError("bundle.unwritable", file=str(home), reason=fault.strerror or str(fault)) from fault
    return evolve(loaded, folder=home / id_)
