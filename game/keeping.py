"""Keeping an answer that a room invented: written beside its scenario, where the next workshop finds it.

A scenario that comes with the game is never written into: its author's copy, under a name of its own, is made once
among the user's scenarios, and plays like any other.
"""

import re
from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from attrs import frozen

from game.content.finding import playable_at
from game.content.kept import INVENTED_SCHEMA, kept, quoted, written
from game.content.load import KEPT, SCENARIO_FILE, load_scenario, scenario_roots
from game.content.load_kept import KeptFile
from game.content.membernames import KINDS
from game.content.schema import SCHEMAS
from game.content.shapes import LANGUAGES, ScenarioId
from game.engine.invention import Invention
from game.errors import ContentError, GameError
from game.paths import data, scenarios_folder
from game.wording.words import Words, words_in

OURS: Final = "-ours"
"""What the id of the user's own copy of a scenario ends with."""
LEFT: Final = (".md",)
"""Kinds of files that a copy leaves out: what was measured of the scenario as it came."""
_TITLE: Final = re.compile(r"^title:.*(?:\n[ \t]+\S.*)*", re.MULTILINE)
_ID: Final = re.compile(r"^id:.*", re.MULTILINE)


@frozen
class Kept:
    """Where an answer was kept, and in which languages it still has to be written."""

    path: Path
    scenario: ScenarioId
    missing: tuple[str, ...]


def keep(scenario: ScenarioId, held: Invention, day: date, folder: Path | None = None) -> Kept:
    """Writes an admitted answer beside its scenario, in `folder` or where that is installed, and returns where.

    Raises GameError when it is kept already, was not admitted, or can't be written; ContentError when it does not fit
    the scenario as it is now: then nothing is left behind.
    """
    if held.card is None:
        raise GameError("error.not_admitted", title=held.idea.title)
    home = folder or _home(scenario)
    path = home / KEPT / f"{held.card.id}.yaml"
    if path.exists():
        raise GameError("error.kept_already", file=str(path))
    text = written(kept(held.card, held.idea, len(held.estimates), day.isoformat()))
    _write(path, text)
    try:
        found = load_scenario(home)
    except ContentError:
        path.unlink(missing_ok=True)
        raise
    mine = next(each.kept for each in found.kept if each.path == path)
    if not (home / INVENTED_SCHEMA).exists():
        _write(home / INVENTED_SCHEMA, data("scenarios", INVENTED_SCHEMA).read_text(encoding="utf-8"))
    return Kept(path, found.scenario.id, mine.missing if mine else ())


def _home(scenario: ScenarioId) -> Path:
    """Returns the folder of a scenario that may be written into; for one of the game's own, the user's copy of it."""
    shipped, *others = scenario_roots()
    mine = next((root / scenario for root in others if playable_at(root / scenario)), None)
    if mine is not None:
        return mine
    if not playable_at(shipped / scenario):
        raise GameError("error.keep_where", scenario=scenario)
    name, *variant = scenario.split("/")
    copy = scenarios_folder() / f"{name}{OURS}"
    home = copy if (copy / SCENARIO_FILE).is_file() else _copied(shipped / name, copy)
    return home.joinpath(*variant)


def _copied(source: Path, target: Path) -> Path:
    """Copies a scenario of the game's own under another id and title; its schema lies beside it for editors."""
    found = load_scenario(source).written
    title = {code: words_in(code).say("keep.ours", title=found.title[code]) for code in LANGUAGES}
    told = "title:\n" + "\n".join(f"  {code}: {quoted(text)}" for code, text in title.items())
    for path in sorted(each for each in source.rglob("*") if each.is_file()):
        if path.suffix in KINDS and path.suffix not in LEFT:
            text = path.read_text(encoding="utf-8").replace("../scenario.schema", "scenario.schema")
            text = text.replace("../variant.schema", "variant.schema")
            if path.name == SCENARIO_FILE:
                text = _ID.sub(f"id: {target.name}", _TITLE.sub(lambda _: told, text, count=1), count=1)
            _write(target / path.relative_to(source), text)
    for schema in SCHEMAS:
        _write(target / schema, data("scenarios", schema).read_text(encoding="utf-8"))
    return target


def _write(path: Path, text: str) -> None:
    """Writes a file whole or not at all."""
    waiting = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        waiting.write_text(text, encoding="utf-8", newline="\n")
        waiting.replace(path)
    except OSError as fault:
        waiting.unlink(missing_ok=True)
        raise GameError("bundle.unwritable", file=str(path), reason=fault.strerror or str(fault)) from fault


def rewritten(each: KeptFile, text: str) -> None:
    """Writes the file of a kept answer anew."""
    _write(each.path, text)


def keep_all(asked: Namespace, words: Words) -> None:
    """Keeps every answer admitted in a journal, or one of them by its title, and says where.

    Raises GameError when there is none.
    """
    from game.journal.file import read_journal
    from game.replaying import replayed, rules_of, scenario_of

    told = read_journal(asked.journal)
    loaded = scenario_of(told, asked.scenario)
    session = replayed(asked.journal, told, loaded, rules_of(told))
    held = [each for each in session.state.inventions if each.card]
    if not held:
        raise GameError("error.nothing_invented", file=str(asked.journal))
    folder = loaded.folder if asked.scenario else None
    _tell([keep(loaded.scenario.id, each, _day(told.header.began), folder) for each in held], words)


def _day(began: str) -> date:
    return date.fromisoformat(began[:10])


def _tell(found: Sequence[Kept], words: Words) -> None:
    for each in found:
        print(words.say("keep.kept", file=each.path))
        for language in each.missing:
            name = words.say(f"invent.language.{language}")
            print(words.say("keep.missing", language=name, code=language, scenario=each.scenario))
