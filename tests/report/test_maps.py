"""Maps of causes as drawings, and what the debrief tells of them."""

import datetime
from functools import cache
from itertools import combinations

import pytest

from game.content.causalmap import Arrow, CausalMap, Moment, compared
from game.content.load import load_rulebook
from game.content.maplinks import drawn_from
from game.content.shapes import LANGUAGES
from game.engine.moves import Draw
from game.report.charts.ring import BADGES, places
from game.report.drawing import Circle, Drawing, Polygon, Polyline, Text
from game.report.mapfigures import MapStory
from game.report.maprings import changes_drawing, map_drawing, stations_of
from game.report.mapstory import story
from game.report.page import render
from game.report.summary import summarised
from game.session import Session
from game.wording.words import words_in
from tests.report.test_page import read
from tests.session.rooms import carry_on, session

BEFORE = CausalMap("the room", (Arrow("prosperity", "affordability", -3), Arrow("sensing", "safety", 3)))
AFTER = CausalMap("the room", (Arrow("prosperity", "affordability", -3), Arrow("sensing", "trust", -2)))
RULES = load_rulebook().rulebook


@cache
def played(*maps: tuple[CausalMap, Moment]) -> Session:
    """Returns a whole session with maps drawn at its end."""
    table = session(procedure="mayor", seed=2)
    carry_on(table)
    for drawn, moment in maps:
        table.submit(Draw(drawn, moment))
    return table


def told(language: str = "en") -> MapStory:
    """Returns the story of two maps."""
    found = story(played((BEFORE, Moment.BEFORE), (AFTER, Moment.AFTER)), words_in(language))
    assert found is not None
    return found


def of(drawn: CausalMap, **kwargs: object) -> Drawing:
    """Returns a map drawn in English."""
    return map_drawing(drawn, RULES, words_in("en"), **kwargs)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "high", "text"), [(1000, 640, 14), (1100, 700, 22), (350, 546, 13), (1400, 800, 20)])
def test_names_on_the_ring_neither_touch_nor_leave_the_picture(
    language: str, width: float, high: float, text: float
) -> None:
    """Every measure can be read, on a page, a telephone, a screen and a sheet of paper."""
    drawing = map_drawing(drawn_from(RULES, "x"), RULES, words_in(language), width, high, text)

    names = [mark.extent for mark in drawing.marks if isinstance(mark, Text)]
    assert len(stations_of(RULES, words_in(language))) == len(names)
    assert all(left >= -1 and right <= width + 1 and top >= 0 and low <= high for left, top, right, low in names)
    touching = [
        (a, b) for a, b in combinations(names, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    assert [] == touching


def test_a_sign_is_told_by_line_and_number_not_by_colour_alone() -> None:
    """What lowers is dashed, what raises is not; each arrow bears its number."""
    lines = [mark for mark in of(BEFORE).marks if isinstance(mark, Polyline)]
    badges = [mark.text for mark in of(BEFORE).marks if isinstance(mark, Text) and mark.text[0] in "+−"]

    assert [True, False] == [bool(line.dash) for line in lines]
    assert ["−3", "+3"] == badges


def test_a_stronger_arrow_is_wider() -> None:
    """Strengths 1, 2, 3 have three widths."""
    arrows = tuple(Arrow("trust", to, strength) for to, strength in (("image", 1), ("safety", 2), ("sensing", 3)))

    widths = [mark.width for mark in of(CausalMap("x", arrows)).marks if isinstance(mark, Polyline)]

    assert widths == sorted(set(widths))


def test_each_arrow_has_its_head_at_its_effect() -> None:
    """The head lies next to the measure it leads to."""
    x, y = places(stations_of(RULES, words_in("en")), 1000, 640, 14)["affordability"]

    head = next(mark for mark in of(BEFORE).marks if isinstance(mark, Polygon))

    assert min(abs(point[0] - x) + abs(point[1] - y) for point in head.points) < 14


def test_numbers_do_not_lie_over_one_another() -> None:
    """Arrows that cross keep their numbers apart."""
    arrows = tuple(Arrow(a, b, 2) for a in ("trust", "image", "safety") for b in ("sensing", "profiling", "control"))

    badges = [mark for mark in of(CausalMap("x", arrows)).marks if isinstance(mark, Circle) and mark.fill == "surface"]

    badges = [badge for badge in badges if badge.stroke == "rise"]
    assert len(arrows) == len(badges)
    assert all(abs(a.x - b.x) + abs(a.y - b.y) > 10 for a, b in combinations(badges, 2))


def test_a_crowded_map_bears_numbers_only_for_what_is_chosen() -> None:
    """The forty links of the rules have none, until a measure is chosen."""
    whole, chosen = of(drawn_from(RULES, "x")), of(drawn_from(RULES, "x"), chosen=("prosperity",))

    bare, numbered = (
        sum(isinstance(mark, Text) and mark.text[0] in "+−" for mark in drawing.marks) for drawing in (whole, chosen)
    )
    touching = [link for link in RULES.couplings if "prosperity" in (link.from_, link.to)]
    assert (0, len(touching)) == (bare, numbered)
    assert len(RULES.couplings) > BADGES


def test_what_was_dropped_stays_in_the_background() -> None:
    """Two maps in one: what is gone is grey, what came is not."""
    found = compared(BEFORE, AFTER)

    drawing = changes_drawing(found, "changes", RULES, words_in("en"), 1000, 640, 14)

    lines = {mark.tip.split(":")[0]: mark.stroke for mark in drawing.marks if isinstance(mark, Polyline)}
    assert {"as it was": "edge", "dropped": "edge", "added": "fall"} == lines


def test_a_drawing_reads_as_its_sentences() -> None:
    """Who can't see it hears every arrow."""
    assert "When “Sensors” rises, “Safety” rises strongly." in of(BEFORE).description


def test_without_maps_there_is_no_story() -> None:
    """A session in which nobody drew says nothing of maps."""
    assert story(played(), words_in("en")) is None
    assert summarised(played(), words_in("en"), datetime.date(2026, 1, 1)).maps is None


def test_the_story_holds_the_wall_what_changed_and_the_rules() -> None:
    """Before and after, added and dropped, agreed and ours alone."""
    found = told()

    assert ["before the game, round 6", "after the game, round 6"] == [drawn.moment for drawn in found.maps]
    assert (
        "added: Sensors → Trust (−2)", "dropped: Sensors → Safety (+3)", "1 arrow as it was",
    ) == found.changes  # fmt: skip
    assert "In common, with the same sign: 33% of all the arrows." == found.common
    assert ("Prosperity → Affordable living (−3)",) == found.agreed
    assert ("Sensors → Trust (−2)",) == found.ours
    assert len(RULES.couplings) - 1 == found.rules_only


def test_the_story_tells_both_worlds() -> None:
    """Seven levels for the arrows alone and for the arrows over the rules, with what set them apart."""
    alone, over = told().worlds

    assert ([7, 7], True) == ([len(world.levels) for world in (alone, over)], bool(alone.causes))
    assert all(world.visions.startswith("Nearest to: ") for world in (alone, over))


def test_maps_of_the_same_author_are_compared() -> None:
    """Another group's map before the game is not taken for the room's."""
    others = CausalMap("the neighbours", (Arrow("trust", "image", 1),))
    table = played((BEFORE, Moment.BEFORE), (others, Moment.BEFORE), (AFTER, Moment.AFTER))

    found = story(table, words_in("en"))

    assert found is not None
    assert told().changes == found.changes


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_the_maps(language: str) -> None:
    """Every arrow, every change and every cause is on the page, in order and well nested."""
    words = words_in(language)
    table = played((BEFORE, Moment.BEFORE), (AFTER, Moment.AFTER))
    html = render(summarised(table, words, datetime.date(2026, 1, 1)), words)

    reader, found = read(html), told(language)
    sentences = [arrow.told for drawn in found.maps for arrow in drawn.arrows]
    causes = [cause for world in found.worlds for cause, _ in world.causes]
    ids = [attrs["id"] for _, attrs in reader.tags if "id" in attrs]
    assert [] == [text for text in (*sentences, *found.changes, *found.ours, *causes) if text not in reader.text]
    assert ([], []) == (reader.misnested, reader.open)
    assert len(ids) == len(set(ids))
