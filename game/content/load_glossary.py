"""The words explained: those every scenario shares, and those it adds."""

from pathlib import Path

from game.content.cards import Scenario
from game.content.check_telling import check_glossary
from game.content.folder import read_file
from game.content.glossary import Glossary, Term
from game.content.lint_plain import long_sentences
from game.content.load import GLOSSARY_FILE
from game.content.sound import refuse, sorted_problems, structured
from game.errors import Problem
from game.paths import data


def load_glossary(path: Path | None = None) -> Glossary:
    """Returns the words of a glossary, by default the one all scenarios share.

    Raises ContentError with every fault of the file, sorted by place.
    """
    merged = read_file(path or data("scenarios", GLOSSARY_FILE))
    glossary, faults = structured(Glossary, merged)
    if glossary is not None:
        faults += check_glossary(glossary)
    refuse(merged, faults)
    assert glossary is not None
    return glossary


def glossary_warnings(path: Path) -> tuple[Problem, ...]:
    """Returns what deserves a second look in a sound glossary: easy words that are not easy."""
    merged = read_file(path)
    return sorted_problems(merged, long_sentences(load_glossary(path).terms, ("terms",)))


def terms_of(scenario: Scenario | None) -> tuple[Term, ...]:
    """Returns the words to explain beside a scenario; its own meaning of a shared word takes that word's place."""
    own = scenario.terms if scenario else ()
    told = {term.id for term in own}
    return (*own, *(term for term in load_glossary().terms if term.id not in told))
