"""`whose-city new FOLDER --from-pabulib FILE.pb`: a playable skeleton of a scenario, and what is left to fill in."""

import re
import sys
import unicodedata
from argparse import Namespace
from pathlib import Path
from typing import Final

from game.content.load import load_rulebook as rulebook_of
from game.content.load import load_scenario, scenario_warnings
from game.content.pabulib import read_pabulib
from game.content.skeleton import FEWEST, Skeleton, skeleton
from game.errors import GameError
from game.paths import data
from game.wording.words import Words

TEMPLATE: Final = "port-clair"
"""The scenario whose map and seats a skeleton begins with."""
TAKEN: Final = ("city.yaml", "stakeholders.yaml")


def new(asked: Namespace, words: Words) -> None:
    """Writes the skeleton into a new folder and says what is left to fill in.

    Raises ContentError with every fault of the file; GameError when the folder exists or the file has too few projects.
    """
    folder: Path = asked.folder
    if folder.exists():
        raise GameError("error.folder_exists", folder=str(folder))
    election = read_pabulib(asked.from_pabulib)
    home = data("scenarios", TEMPLATE)
    template = load_scenario(home).scenario
    shared = {name: (home / name).read_text(encoding="utf-8").replace("../scenario", "scenario") for name in TAKEN}
    districts = [str(district.id) for district in template.city.districts]
    made = skeleton(election, slug(folder.name), districts, shared)
    if made is None:
        raise GameError("error.too_few_projects", file=str(asked.from_pabulib), least=FEWEST)
    _write(folder, made)
    _tell(folder, made, words)


def slug(name: str) -> str:
    """Returns a name as an id: small letters, figures and hyphens.

    >>> slug("Łódź 2020")
    'odz-2020'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "city"


def _write(folder: Path, made: Skeleton) -> None:
    try:
        folder.mkdir(parents=True)
        for name, text in made.files.items():
            (folder / name).write_text(text, encoding="utf-8")
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
