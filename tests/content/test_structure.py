"""Plain data becomes frozen cards: strict types, every fault at once, each with its way."""

import math
from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Literal

import pytest
from attrs import frozen

from game.content.shapes import About, Between, Count, DistrictId, Level, Text, Title
from game.content.structure import structure


class Colour(Enum):
    """A colour."""

    RED = "red"
    BLUE = "blue"


@frozen
class Leaf:
    """The smallest card."""

    id: DistrictId
    share: Annotated[float, Between(0, 10)] = 1.0


@frozen
class Tree:
    """A card with one field of each kind."""

    name: Title
    count: Annotated[int, Between(1, 9)]
    colour: Colour
    way: Literal["up", "down"]
    tall: bool
    from_: str
    leaves: Annotated[tuple[Leaf, ...], Count(1, 3)]
    spot: tuple[float, float]
    levels: Mapping[DistrictId, Level]
    above: Annotated[Level | None, About("optional")] = None


def sound() -> dict[str, object]:
    """Returns data without a fault."""
    return {
        "name": {"fr": "Arbre", "en": " Tree\n"},
        "count": 3,
        "colour": "blue",
        "way": "up",
        "tall": True,
        "from": "seed",
        "leaves": [{"id": "a"}, {"id": "b", "share": 2}],
        "spot": [1, 2.5],
        "levels": {"a": 50},
    }


def faults(**changes: object) -> list[tuple[object, ...]]:
    """Returns way and rule of each fault of the sound data with some values replaced."""
    _, found = structure(Tree, {**sound(), **changes})
    return [(*fault.steps, fault.rule) for fault in found]


def test_sound_data_becomes_frozen_cards() -> None:
    """Texts are trimmed, whole numbers serve as floats, `from` fills `from_`, defaults fill what is left out."""
    tree, found = structure(Tree, sound())

    assert found == []
    assert tree == Tree(
        name=Text({"fr": "Arbre", "en": "Tree"}),
        count=3,
        colour=Colour.BLUE,
        way="up",
        tall=True,
        from_="seed",
        leaves=(Leaf(DistrictId("a")), Leaf(DistrictId("b"), 2.0)),
        spot=(1.0, 2.5),
        levels={DistrictId("a"): 50.0},
    )


@pytest.mark.parametrize(
    ("key", "value", "rule"),
    [
        ("count", True, "not_whole"),
        ("count", 1.0, "not_whole"),
        ("count", "3", "not_whole"),
        ("count", None, "not_whole"),
        ("count", 0, "out_of_range"),
        ("count", 10, "out_of_range"),
        ("tall", 1, "not_bool"),
        ("tall", "no", "not_bool"),
        ("colour", "green", "not_choice"),
        ("colour", ["red"], "not_choice"),
        ("way", "UP", "not_choice"),
        ("from", 3, "not_text"),
        ("from", "  ", "empty_text"),
        ("name", "Arbre", "text_not_bilingual"),
        ("leaves", {"id": "a"}, "not_list"),
        ("leaves", [], "wrong_count"),
        ("leaves", [{"id": "a"}] * 4, "wrong_count"),
        ("spot", [1], "exact_count"),
        ("levels", [50], "not_mapping"),
        ("above", 101, "out_of_range"),
    ],
)
def test_a_value_of_another_kind_is_a_fault(key: str, value: object, rule: str) -> None:
    """Nothing is converted silently: true is not 1, "3" is not 3, 1.0 is not a whole number."""
    assert faults(**{key: value}) == [(key, rule)]


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, True, "1"])
def test_only_finite_numbers_are_numbers(value: object) -> None:
    """Neither infinity nor not-a-number ever reaches the city."""
    assert faults(spot=[0, value]) == [("spot", 1, "not_number")]


def test_every_fault_is_told_at_once_with_its_way() -> None:
    """Faults of different depths come together, each with the keys and positions that lead to it."""
    found = faults(
        name={"fr": "A" * 65, "xx": "Baum"},
        leaves=[{"id": "A b", "share": 11}, {"ib": "b"}],
        levels={"a": 101, "No Id": 1},
        count=None,
    )

    assert set(found) == {
        ("name", "fr", "long_text"),
        ("name", "xx", "unknown_key"),
        ("name", "missing_language"),
        ("count", "not_whole"),
        ("leaves", 0, "id", "not_id"),
        ("leaves", 0, "share", "out_of_range"),
        ("leaves", 1, "ib", "unknown_key"),
        ("leaves", 1, "missing_key"),
        ("levels", "a", "out_of_range"),
        ("levels", "No Id", "not_id"),
    }


def test_a_faulty_value_still_lets_the_rest_be_built() -> None:
    """A number out of range or a text too long is kept, so that the checks of meaning can run beside it."""
    tree, found = structure(Tree, {**sound(), "count": 12, "surprise": 1})

    assert (2, 12) == (len(found), tree and tree.count)


@pytest.mark.parametrize(
    "halves", [{"fr": "Oui"}, {"fr": "Oui", "en": ""}, {"fr": "Oui", "en": " \n"}, {"fr": "Oui", "en": None}]
)
def test_a_half_translated_text_is_a_fault(halves: object) -> None:
    """Neither language stands in for the other."""
    assert [rule for *_, rule in faults(name=halves)] == ["missing_language"]


def test_an_unknown_key_is_told_with_the_nearest_known_one() -> None:
    """A slip of the pen gets "did you mean"; something else gets the list of what is known."""
    near = structure(Leaf, {"id": "a", "shar": 1})[1][0]
    far = structure(Leaf, {"id": "a", "weight": 1})[1][0]

    assert (near.hint, near.values["close"], far.hint, far.values["known"]) == (
        "did_you_mean",
        "share",
        "known_names",
        ("id", "share"),
    )


def test_an_annotation_nobody_can_read_is_a_programming_error() -> None:
    """A card class with a kind the walker does not know fails when it is first used, not on an author's data."""

    @frozen
    class Odd:
        """A card with a set."""

        some: set[int]

    with pytest.raises(TypeError):
        structure(Odd, {"some": [1]})
