"""Data sets crossed with one another: when a combination holds, how hard it pushes, what undoes it."""

import pytest

from game.city.building import Together, adopted, secured
from game.city.crossing import completed, held, shares
from game.city.dynamics import advanced
from game.city.explain import parts
from game.city.model import CauseKind
from game.city.state import CityState
from tests.engine.table import game

MODEL = game().model
FACES = "safety.high"
"""Records cameras, faces and movements."""
NAMES = "waste.high"
"""Records identity and payments."""


def with_open(*cards: str, rounds: int = 6, clause: str = "") -> CityState:
    """Returns the city some rounds after it decided cards under a mandate, one with a data clause."""
    city = game("mayor").start
    for card in cards:
        city = adopted(MODEL, city, card, "mayor", None, together=Together(clause=card == clause))
    for _ in range(rounds):
        city = advanced(MODEL, city)
    return city


def test_no_project_alone_names_a_face() -> None:
    """Faces without names, names without faces: the combination holds in neither city."""
    assert "named_faces" not in held(MODEL, with_open(FACES))
    assert "named_faces" not in held(MODEL, with_open(NAMES))


def test_two_projects_together_do() -> None:
    """Faces and names in the same city complete it."""
    assert "named_faces" in held(MODEL, with_open(FACES, NAMES))


def test_it_is_foretold_before_it_is_decided() -> None:
    """The table can be told which combination one more project would complete."""
    assert "named_faces" in completed(MODEL, with_open(FACES, rounds=0), NAMES)


@pytest.mark.parametrize("protected", [FACES, NAMES])
def test_a_data_clause_undoes_it(protected: str) -> None:
    """With a clause on either project, made at the decision, the combination does not hold."""
    assert "named_faces" not in held(MODEL, with_open(FACES, NAMES, clause=protected))


def test_a_clause_added_later_undoes_it_too() -> None:
    """Winning back: a clause on an open project ends the combination at once."""
    city = with_open(FACES, NAMES)

    assert "named_faces" not in held(MODEL, secured(MODEL, city, NAMES))


def test_what_it_adds_is_told_as_its_own_cause() -> None:
    """Profiling has a part of the combination's own, and all parts still sum to the level."""
    city = with_open(FACES, NAMES)
    causes = {cause for by_cause in parts(MODEL, city).values() for cause, amount in by_cause.items() if amount}

    assert "named_faces" in {cause.id for cause in causes if cause.kind is CauseKind.COMBINATION}


def test_it_pushes_no_harder_than_its_best_protected_data() -> None:
    """Shaped together, a project exposes less: the share of the combination falls with its softening."""
    plain, soft = with_open(FACES, NAMES), with_open(FACES)
    soft = adopted(MODEL, soft, NAMES, "mayor", None, together=Together(softening=50))
    for _ in range(6):
        soft = advanced(MODEL, soft)
    place = MODEL.crossings.ids.index("named_faces")

    assert 0 < shares(MODEL, soft)[place] < shares(MODEL, plain)[place]
