"""The map is the same for the same plan; districts are found under the pointer; names keep clear of pins."""

import subprocess
import sys

import pygame
import pytest
from attrs import evolve

from game.ui.citymap.art import city_svg
from game.ui.citymap.lots import Building, Tree, furnish
from game.ui.citymap.plan import View, beyond, centre, from_edge, inside
from game.ui.citymap.view import MapView, Pin, Sign
from game.ui.node import Rect
from game.ui.theme import LIGHT
from tests.ui.portside import PORTSIDE
from tests.ui.screens import open_display

open_display()
SIGNS = [Sign(each.id, each.id.capitalize(), on_press=each.id) for each in PORTSIDE.districts]
PINS = [Pin(each.id, "leaf", "low", f"{each.id} {at}") for each in PORTSIDE.districts for at in range(3)]


def test_same_plan_gives_the_same_picture() -> None:
    """The picture is a function of plan and size: twice the same text, another seed another text."""
    first = city_svg(PORTSIDE, 640, 400)

    assert first == city_svg(PORTSIDE, 640, 400)
    assert first != city_svg(evolve(PORTSIDE, seed=8), 640, 400)


def test_same_picture_in_another_process() -> None:
    """The picture does not depend on the process: no hash seed, no order of sets."""
    code = (
        "from hashlib import sha256; from tests.ui.portside import PORTSIDE; from game.ui.citymap.art import city_svg;"
        "print(sha256(city_svg(PORTSIDE, 640, 400).encode()).hexdigest())"
    )
    command = [sys.executable, "-c", code]
    prints = {subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(2)}

    assert len(prints) == 1


def test_nothing_is_built_in_the_water() -> None:
    """No house and no tree stands in the river or in the sea."""
    plan = PORTSIDE.drawn()
    things, lots = furnish(plan)

    assert not [thing for thing in things if isinstance(thing, Building | Tree) and lots.wet((thing.x, thing.y), 0)]


def test_houses_stand_in_their_districts() -> None:
    """Every house of a district stands inside its outline or beyond the border of the map."""
    plan = PORTSIDE.drawn()
    houses = [thing for thing in furnish(plan)[0] if isinstance(thing, Building)]
    seen = [(house.x, house.y) for house in houses if 0 < house.x < plan.size[0] and 0 < house.y < plan.size[1]]
    outlines = [beyond(each.polygon, plan.size) for each in plan.districts]

    assert len(seen) > 150
    assert all(any(inside(at, outline) and from_edge(at, outline) > 5 for outline in outlines) for at in seen)


@pytest.mark.parametrize("size", [(1110, 570), (700, 700), (1600, 400)])
def test_middle_of_each_district_is_pressed(size: tuple[int, int]) -> None:
    """Whatever the shape of the screen, the middle of a district, as seen, belongs to it and to no other."""
    view = MapView(PORTSIDE, SIGNS)
    view.arrange(Rect(30, 20, *size), 1.0)

    for district in view.districts:
        at = centre(district.outline)
        if view.rect.collidepoint(at):
            assert [district] == [each for each in view.districts if each.hits((round(at[0]), round(at[1])))]


@pytest.mark.parametrize(("size", "scale"), [((1110, 570), 1.0), ((740, 380), 0.667), ((2220, 1140), 2.0)])
def test_names_keep_clear_of_pins_and_of_one_another(size: tuple[int, int], scale: float) -> None:
    """With three pins in every district, no name plate covers another or a pin, and all are on the map."""
    view = MapView(PORTSIDE, SIGNS, PINS)
    view.arrange(Rect(0, 0, *size), scale)
    plates = [plate.rect for plate in view.plates]

    assert all(view.rect.contains(rect) for rect in [*plates, *(pin.rect for pin in view.pins)])
    for at, plate in enumerate(plates):
        assert -1 == plate.collidelist(plates[at + 1 :])
        assert -1 == plate.collidelist([pin.rect for pin in view.pins])


def test_tilt_fits_the_plan() -> None:
    """On a wide screen the city leans back, so that its north and south both show."""
    wide = View(1600, 700, 740.0)

    top, bottom = wide.pixel(0, 0)[1], wide.pixel(0, 740)[1]

    assert -1 <= top < bottom <= 701


def test_map_is_drawn_aside() -> None:
    """The first paint shows the ground at once; the city comes when its thread is done, then nothing moves."""
    view = MapView(evolve(PORTSIDE, seed=99), SIGNS)
    view.arrange(Rect(0, 0, 320, 200), 0.3)
    surface = pygame.Surface((320, 200))
    view.draw(surface, LIGHT)
    ground = pygame.image.tobytes(surface, "RGB")

    while view.animate(0.05, LIGHT):
        pygame.time.wait(5)
    view.draw(surface, LIGHT)

    assert ground != pygame.image.tobytes(surface, "RGB")
    assert not view.animate(0.05, LIGHT)


def trees(climate: str) -> list[str]:
    """Returns the sorts of all trees of the port under a climate."""
    things, _ = furnish(evolve(PORTSIDE, climate=climate).drawn())
    return [thing.sort for thing in things if isinstance(thing, Tree)]


def test_each_climate_has_its_own_trees() -> None:
    """Palms stand on mild shores, firs in the north; in a desert there are few trees, and palms inland, too."""
    mild, northern, desert = (trees(climate) for climate in ("mild", "northern", "desert"))

    assert "palm" in mild and "fir" not in mild
    assert "fir" in northern and not {"palm", "cypress", "olive"} & set(northern)
    assert "palm" in desert and len(desert) < len(mild) / 2
