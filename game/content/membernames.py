"""The names that files of a shared scenario may have: they stay inside its folder, on any system, without surprise."""

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

from game.errors import GameError

KINDS: Final = (".yaml", ".yml", ".po", ".md", ".txt", ".json")
"""Files a scenario is made of: words and numbers. Nothing in them is ever run."""
ARCHIVES: Final = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".jar", ".whl", ".zst")
DEEPEST: Final = 4
"""Folders inside one another: Port-Clair has two."""
LONGEST: Final = 64
"""Characters of one part of a name, so that a whole path stays within what Windows opens."""
DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)
"""Names that Windows takes for a device, whatever follows the dot."""
SHOWN: Final = 60
"""Characters of a name that are quoted: enough to find it again."""
_PART: Final = re.compile(r"\w[\w .-]*")
_DRIVE: Final = re.compile(r"[A-Za-z]:")


class BundleError(GameError):
    """A file that can't be added as a scenario, with a reason."""


def shown(name: str) -> str:
    """Returns a name as it may be printed: nothing in it moves the cursor or turns the line round."""
    plain = "".join(letter if letter.isprintable() else "?" for letter in name)
    return plain if len(plain) <= SHOWN else plain[: SHOWN - 1] + "…"


def member_path(file: str, name: str) -> PurePosixPath:
    """Returns where a member goes inside the scenario's folder; raises BundleError for a name that may not be.

    >>> str(member_path("city.zip", "city/challenges/water.yaml"))
    'city/challenges/water.yaml'
    """
    told = {"file": file, "name": shown(name)}
    if name.startswith(("/", "\\")) or _DRIVE.match(name):
        raise BundleError("bundle.absolute", **told)
    parts = name.rstrip("/").replace("\\", "/").split("/")
    if ".." in parts or "\\" in name:
        raise BundleError("bundle.climbs", **told)
    if len(parts) > DEEPEST or any(len(part) > LONGEST for part in parts):
        raise BundleError("bundle.deep", **told)
    for part in parts:
        if part.split(".")[0].strip().casefold() in DEVICES:
            raise BundleError("bundle.device", **told)
        if not _PART.fullmatch(unicodedata.normalize("NFC", part)) or part.endswith((".", " ")):
            raise BundleError("bundle.odd_name", **told)
    return PurePosixPath(*parts)


def known_kind(file: str, path: PurePosixPath) -> None:
    """Raises BundleError when a file is not of a kind that scenarios are made of."""
    told = {"file": file, "name": shown(str(path)), "known": ", ".join(KINDS)}
    suffixes = {suffix.casefold() for suffix in path.suffixes}
    if not suffixes.isdisjoint(ARCHIVES):
        raise BundleError("bundle.nested", **told)
    if path.suffix not in KINDS:
        raise BundleError("bundle.kind", **told)


def alike(path: PurePosixPath) -> str:
    """Returns what two paths have in common when a system can't tell them apart: case and accents written twice."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", str(path)).casefold())
