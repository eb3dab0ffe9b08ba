"""Translations of a scenario: a .po beside its files for each language more, whose texts join those of the cards.

An entry is used only while it is sound: its source text still stands, its blanks are the same, it fits its place.
What is not sound is told as a warning and read in French or English meanwhile.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import polib
from attrs import evolve, frozen

from game.content.cards import Scenario
from game.content.kept import FOLDER, Kept, texts
from game.content.reading import read_source
from game.content.shapes import LANGUAGES, SPOKEN, Language, Text
from game.content.texts import Placed, placed_texts, retold
from game.errors import Problem

BLANK: Final = re.compile(r"\{[^{}]*\}")


@frozen
class Entry:
    """A translated text, the source it was made from, and where it stands in its file."""

    source: str
    told: str
    fuzzy: bool
    line: int


@frozen
class Translation:
    """What a .po says: its language, its entries by the address of the text; its faults."""

    file: str
    language: Language | None
    entries: Mapping[str, Entry]
    problems: tuple[Problem, ...] = ()


def translations(folder: Path) -> tuple[Translation, ...]:
    """Returns the translations that stand beside a scenario, each named by its language, as in es.po."""
    found = sorted(path for path in folder.glob("*.po") if not path.name.startswith("."))
    return tuple(read_translation(path, path.stem) for path in found)


def read_translation(path: Path, named: str | None = None, drafts: Collection[str] = ()) -> Translation:
    """Returns what a .po says; its language is the one it is named by, else the one its head declares.

    Every text has French and English already; `drafts` names those of the two that some answers of rooms still lack.
    """
    source = read_source(path, str(path))
    if source.text is None or source.problems:
        return Translation(source.file, None, {}, source.problems)
    try:
        catalogue = polib.pofile(source.text + "\n")
    except (OSError, ValueError, LookupError, AttributeError) as fault:
        line = next(iter(re.findall(r"line (\d+)", str(fault))), "0")
        return Translation(source.file, None, {}, (Problem(source.file, int(line), 1, "po_unreadable"),))
    code = named or catalogue.metadata.get("Language", "")
    language = next((each for each in SPOKEN if each == code and (each in drafts or each not in LANGUAGES)), None)
    if language is None:
        return Translation(source.file, None, {}, (Problem(source.file, 1, 1, "po_language", {"found": code}),))
    entries = {
        each.msgctxt or "": Entry(each.msgid, each.msgstr.strip(), each.fuzzy, each.linenum)
        for each in catalogue
        if not each.obsolete
    }
    return Translation(source.file, language, entries)


def translated_into(scenario: Scenario, found: Sequence[Translation]) -> Scenario:
    """Returns a scenario with the sound entries of its translations, their languages declared."""
    spoken = [each for each in found if each.language is not None]
    if not spoken:
        return scenario
    placed = {each.address: each for each in placed_texts(scenario)}

    def joined(address: str, text: Text) -> Text:
        told = dict(text.words)
        for each in spoken:
            entry = each.entries.get(address)
            if entry and each.language not in told and not unsound(entry, text.words, placed[address].longest):
                told[str(each.language)] = entry.told
        return Text(told) if len(told) > len(text.words) else text

    declared = dict.fromkeys([*scenario.languages, *(each.language for each in spoken if each.language)])
    return evolve(retold(scenario, joined), languages=tuple(declared))


def unsound(entry: Entry, words: Mapping[str, str], longest: int = 0) -> str:
    """Returns the rule that keeps an entry from being used, "" for a sound one."""
    if not entry.told:
        return "translation_hole"
    if entry.fuzzy or entry.source.strip() not in [words[code].strip() for code in LANGUAGES]:
        return "translation_stale"
    if sorted(BLANK.findall(entry.source)) != sorted(BLANK.findall(entry.told)):
        return "translation_blanks"
    return "translation_long" if longest and len(entry.told) > longest else ""


def translation_warnings(scenario: Scenario, found: tuple[Translation, ...]) -> list[Problem]:
    """Returns what is wrong with each entry, and how many texts each language still lacks."""
    placed = {each.address: each for each in placed_texts(scenario)}
    problems = [problem for each in found for problem in _entries(each, placed)]
    files = {each.language: each.file for each in found}
    for language in scenario.languages:
        holes = [each for each in placed.values() if language not in each.text.words]
        if holes:
            first, file = holes[0].address, files.get(language, "scenario.yaml")
            told = {"code": language, "holes": len(holes), "texts": len(placed), "first": first}
            problems.append(Problem(file, 0, 0, "translation_holes", dict[str, object](told)))
    return problems


def _entries(translated: Translation, placed: Mapping[str, Placed]) -> Iterator[Problem]:
    for address, entry in translated.entries.items():
        if address not in placed:
            yield Problem(translated.file, entry.line, 1, "translation_unknown", {"found": address})
            continue
        rule = unsound(entry, placed[address].text.words, placed[address].longest)
        if rule and rule != "translation_hole":
            values = {"found": entry.told, "address": address, "most": placed[address].longest}
            yield Problem(translated.file, entry.line, 1, rule, values)


def catalogue_of(scenario: Scenario, language: str, source: str, old: Translation | None = None) -> polib.POFile:
    """Returns the catalogue that a translator fills in: every text, its source, the other language beside it.

    What is translated already stands there; where its source has changed since, it is marked fuzzy.
    """
    catalogue = _catalogue(str(scenario.id), language)
    other = next(each for each in LANGUAGES if each != source)
    for each in placed_texts(scenario):
        notes = [f"{other}: {each.text[other]}"] + ([f"<= {each.longest}"] if each.longest else [])
        entry = polib.POEntry(msgctxt=each.address, msgid=each.text[source], comment="\n".join(notes))
        known = old.entries.get(each.address) if old else None
        if known and known.told:
            entry.msgstr = known.told
            if unsound(known, each.text.words):
                entry.flags.append("fuzzy")
                entry.previous_msgid = known.source
        elif language in each.text.words:
            entry.msgstr = each.text.words[language]
        catalogue.append(entry)
    return catalogue


def _catalogue(scenario: str, language: str) -> polib.POFile:
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = {
        "Language": language, "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit",
        "X-Scenario": scenario,
    }  # fmt: skip
    return catalogue


def catalogue_of_drafts(drafts: Sequence[Kept], scenario: str, language: str) -> polib.POFile:
    """Returns the catalogue of what the answers of rooms lack in one of the languages that every other text has."""
    catalogue = _catalogue(scenario, language)
    for each in drafts:
        for name, text in texts(each.answer):
            if language not in text.words:
                address = f"{FOLDER}/{each.answer.id}/{name}"
                catalogue.append(polib.POEntry(msgctxt=address, msgid=next(iter(text.words.values()))))
    return catalogue


def draft_texts(draft: Kept, translated: Translation) -> dict[str, str]:
    """Returns the sound texts that a catalogue has for the answer of a room, by what they are called."""
    found: dict[str, str] = {}
    for name, text in texts(draft.answer):
        entry = translated.entries.get(f"{FOLDER}/{draft.answer.id}/{name}")
        if entry and entry.told and not entry.fuzzy and entry.source.strip() in text.words.values():
            found[name] = entry.told
    return found
