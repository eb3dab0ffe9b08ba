"""The answers that rooms invented, read beside a scenario: those in play, and drafts that want a translation."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from game.content.cards import Scenario
from game.content.check import check_answer
from game.content.faults import Fault
from game.content.folder import Merged, read_file
from game.content.inventing import enlarged, source_of, told_of
from game.content.kept import FOLDER, TEXTS, Kept
from game.content.names import unknown, unknown_icons
from game.content.rulebook import Rulebook
from game.content.shapes import LANGUAGES, SourceId, Text
from game.content.structure import structure
from game.errors import Problem

MOST: Final = 60
"""Answers kept beside one scenario: beyond, it is a scenario of its own."""
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@frozen
class KeptFile:
    """An answer that a room invented, and the file it stands in; `problems` say what is wrong with it."""

    path: Path
    places: Merged
    kept: Kept | None
    problems: tuple[Problem, ...] = ()

    @property
    def playable(self) -> bool:
        """Tells whether it can be played: sound, and told in both languages."""
        return self.kept is not None and not self.problems and not self.kept.missing

    @property
    def hashes(self) -> dict[str, str]:
        """Returns the hash of its file, by the name a journal knows it by."""
        return {f"{FOLDER}/{name}": told for name, told in self.places.hashes.items()}


def read_kept(
    folder: Path, scenario: Scenario, rules: Rulebook, icons: Collection[str] | None, only: Collection[str] | None
) -> tuple[KeptFile, ...]:
    """Returns the answers kept beside a scenario; `only` names the files to read, as a journal does (None: all)."""
    home = folder / FOLDER
    paths = sorted(path for path in home.glob("*.yaml") if not path.name.startswith("."))
    wanted = [path for path in paths if only is None or f"{FOLDER}/{path.name}" in only]
    if len(wanted) > MOST:
        many = Problem(str(home), 0, 0, "too_many_files", {"most": MOST})
        return (KeptFile(home, Merged(str(home)), None, (many,)),)
    found: list[KeptFile] = []
    for path in wanted:
        taken = {each.kept.answer.id for each in found if each.kept}
        found.append(_read(path, scenario, rules, icons, taken))
    return tuple(found)


def _read(
    path: Path, scenario: Scenario, rules: Rulebook, icons: Collection[str] | None, taken: Collection[str]
) -> KeptFile:
    if path.is_symlink():
        linked = Problem(str(path), 0, 0, "link", {"target": str(path.readlink())})
        return KeptFile(path, Merged(str(path)), None, (linked,))
    merged = read_file(path)
    holes = _filled(merged.data)
    held, faults = structure(Kept, merged.data)
    if held is not None:
        faults += _checked(held, scenario, rules, icons, taken)
        held = _emptied(held, holes)
    told = tuple(merged.problem(fault) for fault in faults) if merged.whole else ()
    problems = sorted((*merged.problems, *told), key=lambda each: (each.line, each.column))
    return KeptFile(path, merged, held, tuple(problems))


def _filled(data: dict[str, Any]) -> dict[tuple[str, ...], str]:
    """Fills the one language that a text lacks with the other, to try its shape; returns the ways and what was filled.

    A text that has neither, or something else in its place, is left for the checker to name.
    """
    holes: dict[tuple[str, ...], str] = {}
    for way in TEXTS:
        around: Any = data.get("answer")
        for step in way:
            around = around.get(step) if isinstance(around, dict) else None
        lacking = [each for each in LANGUAGES if isinstance(around, dict) and each not in around]
        if len(lacking) == 1:
            around[lacking[0]] = next(around[each] for each in LANGUAGES if each in around)
            holes[way] = lacking[0]
    return holes


def _emptied(held: Kept, holes: dict[tuple[str, ...], str]) -> Kept:
    """Returns an answer without what was filled in for it."""

    def own(way: tuple[str, ...], text: Text) -> Text:
        return Text({code: told for code, told in text.words.items() if code != holes.get(way)})

    answer = held.answer
    data = evolve(answer.data, what=own(("data", "what"), answer.data.what))
    title, text = own(("title",), answer.title), own(("text",), answer.text)
    return evolve(held, answer=evolve(answer, title=title, text=text, data=data))


def _checked(
    held: Kept, scenario: Scenario, rules: Rulebook, icons: Collection[str] | None, taken: Collection[str]
) -> Iterator[Fault]:
    answer = held.answer
    yield from unknown("challenge", held.challenge, [each.id for each in scenario.challenges], ("challenge",))
    if not DAY.fullmatch(held.estimated.on):
        yield Fault(("estimated", "on"), "not_a_day", {"found": held.estimated.on})
    known = {each.id for challenge in scenario.challenges for each in challenge.answers}
    if answer.id in known or answer.id in taken:
        yield Fault(("answer", "id"), "duplicate_id", {"found": answer.id})
    resting = evolve(scenario, sources={source_of(answer.id): answer.title})
    yield from check_answer(answer, resting, rules, ("answer",))
    for fault in unknown_icons((answer,), ("answer",), icons):
        yield evolve(fault, steps=("answer", "icon"))
    for place, effect in enumerate(answer.effects):
        if effect.low is None or effect.high is None or not effect.low <= effect.points <= effect.high:
            low, high = effect.low, effect.high
            values = {"found": effect.points, "low": low, "high": high}
            yield Fault(("answer", "effects", place, "points"), "outside_spread", values)


def with_kept(scenario: Scenario, found: Collection[KeptFile], rules: Rulebook) -> Scenario:
    """Returns a scenario with the answers of rooms that can be played, after those of their challenges."""
    held = [each.kept for each in found if each.kept and each.playable]
    if not held:
        return scenario
    told: dict[SourceId, Text] = {}
    for each in held:
        people, day = each.estimated.people, each.estimated.on
        told[source_of(each.answer.id)] = told_of(rules.inventing.told_later, people=people, date=day)
    return enlarged(scenario, {each.answer.id: (each.challenge, each.answer) for each in held}, told)


def kept_warnings(found: Collection[KeptFile]) -> tuple[Problem, ...]:
    """Returns a warning for each draft: which languages it lacks."""
    return tuple(
        Problem(
            str(each.path), 1, 1, "kept_untranslated",
            {"found": next(iter(each.kept.answer.title.words.values())), "language": language}, "translate_kept",
        )
        for each in found
        if each.kept is not None
        for language in each.kept.missing
    )  # fmt: skip
