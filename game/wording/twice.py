"""What to say of a journal that tells a session which another one tells."""

from collections.abc import Sequence
from pathlib import Path

from game.twice import Twice
from game.wording.words import Words


def twice_lines(found: Sequence[Twice], journals: Sequence[Path], words: Words) -> list[str]:
    """Returns a sentence for each journal that is not counted, by names, and by folders where those are the same."""
    return [_line(each, journals[each.place], journals[each.of], words) for each in found]


def _line(twice: Twice, journal: Path, counted: Path, words: Words) -> str:
    if journal == counted:
        return words.say("twice.named", journal=journal)
    key = "twice.shorter" if twice.shorter else "twice.copy"
    if journal.name != counted.name:
        return words.say(key, journal=journal.name, of=counted.name)
    return words.say(key, journal=journal, of=counted)
