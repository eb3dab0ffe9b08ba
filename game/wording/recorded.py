"""What to say of the copies that a deletion does not reach."""

from collections.abc import Sequence
from pathlib import Path

from game.wording.words import Words


def copies_told(found: Sequence[Path], words: Words) -> list[str]:
    """Returns which copies keep what they say: those beside the journal by name, then those nobody knows of."""
    names = ", ".join(file.name for file in found)
    beside = [words.count("recorded.copies", len(found), files=names)] if found else []
    return [*beside, words.say("recorded.copies_elsewhere")]


def kept_told(files: Sequence[str], gone: bool, words: Words) -> list[str]:
    """Returns what the answers kept beside a scenario go on holding, or that they are gone; nothing without any."""
    names = ", ".join(files)
    told = words.say("recorded.kept_gone", files=names) if gone else ""
    return [told or words.count("recorded.kept_stays", len(files), files=names)] if files else []
