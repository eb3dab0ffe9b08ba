"""What to say of the copies that a deletion does not reach."""

from collections.abc import Sequence
from pathlib import Path

from game.wording.words import Words


def copies_told(found: Sequence[Path], words: Words) -> list[str]:
    """Returns which copies keep what they say: those beside the journal by name, then those nobody knows of."""
    names = ", ".join(file.name for file in found)
    beside = [words.count("recorded.copies", len(found), files=names)] if found else []
    return [*beside, words.say("recorded.copies_elsewhere")]
