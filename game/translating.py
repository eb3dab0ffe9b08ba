"""`whose-city translate`: the texts of a scenario out to a translator as a .po, and back in."""

from argparse import Namespace
from pathlib import Path

from game.content.kept import retold, written
from game.content.load import KEPT, Loaded, load_scenario
from game.content.load_kept import kept_warnings
from game.content.shapes import LANGUAGES
from game.content.translation import (
    Translation,
    catalogue_of,
    catalogue_of_drafts,
    draft_texts,
    read_translation,
    translation_warnings,
    translations,
)
from game.errors import ContentError, GameError, Problem
from game.keeping import rewritten
from game.wording.problems import warning
from game.wording.words import Words


def export(asked: Namespace, words: Words) -> None:
    """Writes the catalogue that a translator fills in; raises GameError when the file is there already."""
    loaded = load_scenario(asked.folder)
    path = asked.output or Path(f"{loaded.scenario.stem}.{asked.to}.po")
    if path.exists():
        raise GameError("bundle.written_already", file=str(path))
    if asked.to in LANGUAGES:
        _export_drafts(loaded, asked.to, path, words)
        return
    known = next((each for each in translations(loaded.folder) if each.language == asked.to), None)
    catalogue = catalogue_of(loaded.scenario, asked.to, words.language, known)
    _write(path, str(catalogue))
    left = sum(not entry.translated() for entry in catalogue)
    print(words.say("translate.exported", file=path, texts=words.whole(len(catalogue)), left=words.whole(left)))


def receive(asked: Namespace, words: Words) -> None:
    """Puts a translator's catalogue beside the scenario and says what is missing or no longer right.

    Raises ContentError when it can't be read: then nothing is changed.
    """
    loaded = load_scenario(asked.folder)
    lacking = {language for each in loaded.kept if each.kept for language in each.kept.missing}
    translated = read_translation(asked.file, drafts=lacking)
    if translated.problems or translated.language is None:
        raise ContentError(translated.problems)
    if translated.language in LANGUAGES:
        _receive_drafts(loaded, translated, words)
        return
    target = loaded.folder / f"{translated.language}.po"
    _write(target, asked.file.read_text(encoding="utf-8-sig"))
    again = load_scenario(loaded.folder)
    found = tuple(each for each in translations(loaded.folder) if each.language == translated.language)
    _tell(target, found, words, translation_warnings(again.scenario, found))


def _export_drafts(loaded: Loaded, language: str, path: Path, words: Words) -> None:
    """Writes the texts that the answers of rooms lack in French or English; all other texts have both."""
    drafts = [each for each in loaded.kept if each.kept and language in each.kept.missing]
    if not drafts:
        raise GameError("error.no_drafts", scenario=loaded.scenario.id, language=language)
    catalogue = catalogue_of_drafts([each.kept for each in drafts if each.kept], str(loaded.scenario.id), language)
    _write(path, str(catalogue))
    count = words.whole(len(catalogue))
    print(words.say("translate.exported", file=path, texts=count, left=count))


def _receive_drafts(loaded: Loaded, translated: Translation, words: Words) -> None:
    """Writes a translator's texts into the files of the answers that lacked them, and says what is still missing."""
    told = 0
    for each in loaded.kept:
        if each.kept is None or translated.language not in each.kept.missing:
            continue
        texts = draft_texts(each.kept, translated)
        told += len(texts)
        rewritten(each, written(retold(each.kept, texts, str(translated.language))))
    print(words.say("translate.imported", file=loaded.folder / KEPT, texts=words.whole(told)))
    for problem in kept_warnings(load_scenario(loaded.folder).kept):
        print(warning(problem, words))


def _tell(target: Path, found: tuple[Translation, ...], words: Words, problems: list[Problem]) -> None:
    count = sum(bool(entry.told) for each in found for entry in each.entries.values())
    print(words.say("translate.imported", file=target, texts=words.whole(count)))
    for problem in problems:
        print(warning(problem, words))


def _write(path: Path, text: str) -> None:
    """Writes a file whole or not at all."""
    waiting = path.with_name(f".{path.name}.part")
    try:
        waiting.write_text(text, encoding="utf-8", newline="\n")
        waiting.replace(path)
    except OSError as fault:
        waiting.unlink(missing_ok=True)
        raise GameError("bundle.unwritable", file=str(path), reason=fault.strerror or str(fault)) from fault
