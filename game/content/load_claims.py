"""From checks.yaml and reference.yaml to the claims: every fault of both files at once, each with its place."""

from pathlib import Path

from attrs import frozen

from game import paths
from game.content.check_claims import check_claims, check_reference
from game.content.claims import Claims, Reference
from game.content.folder import read_file
from game.content.load import ASIDE, sorted_problems, structured
from game.content.rulebook import Rulebook
from game.content.strictyaml import uncollected
from game.errors import ContentError


@frozen
class LoadedClaims:
    """Sound claims, and the reference city they are tried on."""

    claims: Claims
    reference: Reference


def load_claims(rules: Rulebook, folder: Path | str | None = None) -> LoadedClaims:
    """Returns the claims and the reference city of a folder of rules, the shipped ones where it has none of its own.

    Raises ContentError with every fault of both files, sorted by place.
    """
    with uncollected():
        city, ideas = (read_file(_nearest(folder, name)) for name in ASIDE)
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
    return LoadedClaims(claims, reference)


def _nearest(folder: Path | str | None, name: str) -> Path:
    own = Path(folder, name) if folder else None
    return own if own is not None and own.is_file() else paths.data("rules", name)
