"""What life leaves on the map: the same for the same city, in its own district, honest about what is covered."""

from attrs import evolve

from game.content.cards import Intervention
from game.engine.phases import Phase
from game.engine.reveal import revealable, shown_on_table
from game.ui.citymap.art import FEATURES, city_svg
from game.ui.citymap.life import AROUND, TRADES, Mark, enlivened, marks_of
from game.ui.citymap.lots import Building, furnish
from game.ui.citymap.plan import beyond, inside
from game.ui.citymap.portrait import BARE, BY_ICON, BY_TECH, KINDS, Life, Portrait, Project, kind_of, portrait
from game.ui.citymap.view import plan_of
from tests.ui.portside import PORTSIDE
from tests.ui.rooms import play_until, session

LIVELY = Portrait(
    tuple(Project(f"{kind}.x", "gardens", kind, True) for kind in ("rain", "tram", "watch")),
    tuple(Life(each.id, 6, 4, 9, 5, 3, 2, 1) for each in PORTSIDE.districts),
)


def of(marks: tuple[Mark, ...], kind: str, district: str = "") -> list[Mark]:
    """Returns the marks of a kind, in a district or everywhere."""
    return [mark for mark in marks if mark.kind == kind and district in ("", mark.district)]


def cards() -> list[Intervention]:
    """Returns every answer of the shipped scenario."""
    return list(session().game.model.interventions.values())


def test_same_city_leaves_the_same_marks() -> None:
    """Marks are a function of plan and portrait; another seed of the scenario strews them elsewhere."""
    marks_of.cache_clear()
    first = marks_of(PORTSIDE, LIVELY)
    marks_of.cache_clear()

    assert first == marks_of(PORTSIDE, LIVELY)
    assert first != marks_of(evolve(PORTSIDE, seed=8), LIVELY)


def test_a_replay_looks_the_same() -> None:
    """The same session played twice gives the same picture, to the letter."""
    pictures = []
    for _ in range(2):
        held = play_until(session(procedure="mayor"), Phase.RESOLUTION, 3)
        seen = portrait(held.game, held.state.city, shown_on_table(held.game, held.state))
        pictures.append(city_svg(plan_of(held.game.model.scenario.city), 640, 400, seen))

    assert pictures[0] == pictures[1]


def test_a_district_s_marks_stay_when_another_s_change() -> None:
    """What is decided in one district moves nothing in the others."""
    more = evolve(LIVELY, projects=(*LIVELY.projects, Project("dome.y", "centre", "dome", True)))
    kept = [mark for mark in marks_of(PORTSIDE, LIVELY) if mark.district != "centre"]

    assert kept == [mark for mark in marks_of(PORTSIDE, more) if mark.district != "centre"]


def test_marks_stand_in_their_district_and_dry() -> None:
    """No mark stands in the water or out of its district."""
    plan = PORTSIDE.drawn()
    outlines = {each.id: beyond(each.polygon, plan.size) for each in plan.districts}
    lots = furnish(plan)[1]

    for mark in marks_of(PORTSIDE, LIVELY):
        assert inside((mark.x, mark.y), outlines[mark.district])
        assert not lots.wet((mark.x, mark.y), 0)


def test_a_project_is_a_site_until_it_opens() -> None:
    """While it is built there is a building site; once open, the thing itself and what it spreads around."""
    building = Portrait((Project("rain.x", "gardens", "rain", False),))
    opened = Portrait((Project("rain.x", "gardens", "rain", True),))

    before, after = marks_of(PORTSIDE, building), marks_of(PORTSIDE, opened)

    assert (1, 0, 0) == (len(of(before, "site")), len(of(before, "rain")), len(of(before, "swale")))
    assert (0, 1) == (len(of(after, "site")), len(of(after, "rain")))
    assert of(after, "swale")
    assert (of(before, "site")[0].x, of(before, "site")[0].y) == (of(after, "rain")[0].x, of(after, "rain")[0].y)


def test_a_project_makes_room_for_itself() -> None:
    """No house stands on the ground that a project takes, and monuments stay."""
    marks = marks_of(PORTSIDE, LIVELY)
    things = enlivened(furnish(PORTSIDE.drawn())[0], marks)
    rain = of(marks, "rain")[0]
    near = [each for each in things if isinstance(each, Building) and abs(each.x - rain.x) + abs(each.y - rain.y) < 30]

    assert near == []
    assert len([each for each in furnish(PORTSIDE.drawn())[0] if getattr(each, "name", "") == "church"]) == len(
        [each for each in things if getattr(each, "name", "") == "church"]
    )


def test_what_fares_worse_shows_more() -> None:
    """Cameras multiply, shops close, people move out and haze thickens, step by step; the first stay where they are."""
    one, two = (Portrait((), (Life("old", 5, n, 4 * n, 0, n, -n, n),)) for n in (1, 3))

    for kind in ("camera", "shut", "van", "empty", "haze"):
        few, many = of(marks_of(PORTSIDE, one), kind), of(marks_of(PORTSIDE, two), kind)
        assert 0 < len(few) < len(many), kind
        if kind not in TRADES:
            assert few == many[: len(few)]


def test_nothing_happens_on_a_bare_portrait() -> None:
    """Without a portrait the city is drawn as its plan has it."""
    assert () == marks_of(PORTSIDE, BARE)


def test_each_shipped_answer_is_drawn_as_itself() -> None:
    """Every answer of the shipped scenario has a drawing of its own kind, and every kind can be drawn."""
    assert all(card.icon in BY_ICON for card in cards())
    assert len({kind_of(card) for card in cards()}) > 15
    assert {*KINDS, *BY_TECH.values(), "site", *(name for name, _ in AROUND.values())} <= FEATURES.keys()


def test_what_is_covered_does_not_show() -> None:
    """Departures that only some may see leave no van on the projected map; nor do levels that are covered."""
    held = play_until(session(procedure="algorithm"), Phase.RESOLUTION, 6)
    game, city = held.game, held.state.city
    everything = frozenset(revealable(game))

    whole = portrait(game, city, everything)
    fewer = portrait(game, city, everything - {"displaced", "sensing"})

    assert any(life.left for life in whole.lives)
    assert any(life.cameras for life in whole.lives)
    assert not any(life.left or life.cameras for life in fewer.lives)


def test_two_strategies_make_two_cities() -> None:
    """A city left to the algorithm has far more cameras and fewer people in its streets than one that consents."""
    seen = {}
    for way in ("algorithm", "consent"):
        held = play_until(session(procedure=way, seed=3), Phase.RESOLUTION, 6)
        lives = portrait(held.game, held.state.city, shown_on_table(held.game, held.state)).lives
        seen[way] = sum(life.cameras for life in lives), sum(life.people for life in lives)

    assert seen["algorithm"][0] > 1.5 * seen["consent"][0]
    assert seen["algorithm"][1] < seen["consent"][1]
