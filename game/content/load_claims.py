"""From checks.yaml, reference.yaml and measured.yaml to values: every fault of a file at once, each with its place."""

from collections.abc import Sequence
from pathlib import Path

from attrs import field, frozen

from game import paths
from game.content.check_claims import check_claims, check_reference
from game.content.claims import Claims, Reference
from game.content.faults import Fault
from game.content.folder import Merged, read_file
from game.content.lint import lint_reference, lint_rulebook
from game.content.load import CHECKS_FILE, RECORD_FILE, REFERENCE_FILE, LoadedRules
from game.content.measured import Measured
from game.content.rulebook import Rulebook
from game.content.sound import refuse, sorted_problems, structured
from game.content.strictyaml import uncollected
from game.errors import ContentError, Problem


@frozen
class LoadedClaims:
    """Sound claims, the reference city they are tried on, and where that city's pieces stand."""

    claims: Claims
    reference: Reference
    places: Merged = field(eq=False)


@frozen
class LoadedRecord:
    """What rules gave when they were last recorded, and where each number stands."""

    measured: Measured
    places: Merged = field(eq=False)


def load_claims(rules: Rulebook, folder: Path | str | None = None) -> LoadedClaims:
    """Returns the claims and the reference city of a folder of rules, the shipped ones where it has none of its own.

    Raises ContentError with every fault of both files, sorted by place.
    """
    with uncollected():
        city, ideas = (read_file(_nearest(folder, name)) for name in (REFERENCE_FILE, CHECKS_FILE))
        reference, faults = structured(Reference, city)
        claims, wrong = structured(Claims, ideas)
        if reference is not None:
            faults += check_reference(reference, rules)
            wrong += check_claims(claims, reference, rules) if claims is not None else []
        problems = (*sorted_problems(city, faults), *sorted_problems(ideas, wrong))
    if problems:
        raise ContentError(problems)
    assert reference is not None
    assert claims is not None
    return LoadedClaims(claims, reference, city)


def load_record(folder: Path | str | None = None) -> LoadedRecord:
    """Returns what the rules of a folder were recorded to give, the shipped record where it has none of its own.

    Raises ContentError with every fault of the file, sorted by place.
    """
    with uncollected():
        merged = read_file(_nearest(folder, RECORD_FILE))
        measured, faults = structured(Measured, merged)
        refuse(merged, faults)
    assert measured is not None
    return LoadedRecord(measured, merged)


def rules_warnings(rules: LoadedRules, held_to: LoadedClaims, more: Sequence[Fault] = ()) -> tuple[Problem, ...]:
    """Returns what deserves a second look in sound rules and their reference city, sorted by place.

    `more` are warnings about the rules found elsewhere, by playing them.
    """
    found = [*lint_rulebook(rules.rulebook, held_to.reference), *more]
    cards = lint_reference(held_to.reference, rules.rulebook)
    return (*sorted_problems(rules.places, found), *sorted_problems(held_to.places, cards))


def _nearest(folder: Path | str | None, name: str) -> Path:
    own = Path(folder, name) if folder else None
    return own if own is not None and own.is_file() else paths.data("rules", name)
