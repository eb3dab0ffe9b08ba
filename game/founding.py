"""`whose-city new FOLDER`: a small city that plays at once, or the playable skeleton of a real election."""

import re
import sys
import unicodedata
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from game.content.load import load_rulebook as rulebook_of
from game.content.load import load_scenario, scenario_warnings
from game.content.pabulib import read_pabulib
from game.content.schema import SCHEMAS
from game.content.skeleton import FEWEST, Skeleton, skeleton
from game.errors import GameError
from game.paths import data, scenarios_folder
from game.wording.words import Words

TEMPLATE: Final = "my-city"
"""The id, in the files of the template, that gives way to the folder's name."""
SOURCE: Final = "port-clair"
"""The scenario whose map and seats a skeleton begins with."""
TAKEN: Final = ("city.yaml", "stakeholders.yaml")
_PLAIN: Final = re.compile(r"^ +plain:\n(?: +(?:fr|en): .*\n)+", re.MULTILINE)


def new(asked: Namespace, words: Words) -> None:
    """Writes a scenario into a new folder and says how to go on.

    A bare name becomes a folder among the user's scenarios, where the window finds it. The folder is named as the
    scenario's id is, so that commands, journals and the folder all say the same.
    Raises ContentError with every fault of an election's file; GameError when the folder exists or can't be written.
    """
    folder: Path = asked.folder
    if folder.name in ("", ".."):
        raise GameError("error.folder_exists", folder=str(folder))
    bare = len(folder.parts) == 1 and not folder.is_absolute()
    folder = (scenarios_folder() if bare else folder.parent) / slug(folder.name)
    if folder.exists():
        raise GameError("error.folder_exists", folder=str(folder))
    if asked.from_pabulib is None:
        _write(folder, template(slug(folder.name)))
        print(words.say("new.founded", folder=folder))
    else:
        made = _from_election(asked.from_pabulib, folder)
        _write(folder, made.files)
        _tell(folder, made, words)


def slug(name: str) -> str:
    """Returns a name as an id: small letters, figures and hyphens, a letter first.

    >>> slug("Łódź 2020"), slug("1972")
    ('odz-2020', 'city-1972')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    joined = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "city"
    return joined if joined[0].isalpha() else f"city-{joined}"


def template(id_: str) -> dict[str, str]:
    """Returns the files of a small commented scenario under an id of its own."""
    files = sorted(data("assets", "template").glob("*.yaml"))
    return {path.name: path.read_text(encoding="utf-8").replace(TEMPLATE, id_) for path in files}


def _from_election(path: Path, folder: Path) -> Skeleton:
    election = read_pabulib(path)
    home = data("scenarios", SOURCE)
    districts = [str(district.id) for district in load_scenario(home).scenario.city.districts]
    shared = {name: _taken((home / name).read_text(encoding="utf-8")) for name in TAKEN}
    made = skeleton(election, slug(folder.name), districts, shared)
    if made is None:
        raise GameError("error.too_few_projects", file=str(path), least=FEWEST)
    return made


def _taken(text: str) -> str:
    """Returns a file as it stands in a skeleton: its schema beside it, without the easy words its cards can't have."""
    return _PLAIN.sub("", text.replace("../scenario.schema", "scenario.schema"))


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Writes the files, and beside them the schemas that their first lines name, so that editors find it anywhere."""
    schemas = {name: data("scenarios", name).read_text(encoding="utf-8") for name in SCHEMAS}
    try:
        folder.mkdir(parents=True)
        for name, text in {**files, **schemas}.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        raise GameError("error.folder_unwritable", folder=str(folder), reason=fault.strerror or str(fault)) from fault


def _tell(folder: Path, made: Skeleton, words: Words) -> None:
    loaded = load_scenario(folder)
    missing = scenario_warnings(loaded, rulebook_of().rulebook)
    print(words.say("new.made", folder=folder, answers=words.whole(len(made.to_fill))))
    print(words.count("new.to_fill", len(missing)))
    titles = {answer.id: words.of(answer.title) for c in loaded.scenario.challenges for answer in c.answers}
    for name in made.to_fill:
        print(f"  {name}: {titles[name]}")  # type: ignore[index]
    for project in made.left_out:
        print(words.say("new.left_out", project=f"{project.id} {project.name}"), file=sys.stderr)
