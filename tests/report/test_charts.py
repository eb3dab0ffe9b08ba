"""Charts put numbers where they belong and labels where they can be read."""

from collections.abc import Callable, Iterable
from itertools import combinations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from game.report import charts
from game.report.causes import told
from game.report.charts.axes import Scale, scale_of
from game.report.charts.labels import meet
from game.report.drawing import Circle, Drawing, Polygon, Polyline, Rect, Text, wrapped
from game.report.figures import Account, Cause, Debrief, Shift
from game.wording.words import words_in
from tests.report.sample import debrief

FR, EN = words_in("fr"), words_in("en")
WIDTHS = ((1000.0, 14.0), (560.0, 14.0), (350.0, 13.0))

Draw = Callable[[Debrief, float, float], Drawing]
EVERY: dict[str, Draw] = {
    "curves": lambda d, w, t: charts.curves(
        d.series, [charts.Flag(1, "1", ""), charts.Flag(3, "3", "")], FR, "t", w, t
    ),
    "purse": lambda d, w, t: charts.purse(d.budget, FR, "t", w, t),
    "waterfall": lambda d, w, t: charts.waterfall(d.accounts[2], FR, "t", w, t),
    "radar": lambda d, w, t: charts.radar(d.dimensions, FR, "t", w, t),
    "mixture": lambda d, w, t: charts.mixture(d.compass, FR, "t", w, t),
    "path": lambda d, w, t: charts.path(d.compass, FR, "t", w, t),
    "slopes": lambda d, w, t: charts.slopes([charts.Row(g.name, g.satisfaction) for g in d.groups], FR, "t", w, t),
    "scores": lambda d, w, t: charts.scores([charts.Row(p.stakeholder, p.score) for p in d.payoffs], FR, "t", w, t),
    "heat": lambda d, w, t: charts.heat(d.districts, [s.name for s in d.series], FR, "t", w, t),
    "flows": lambda d, w, t: charts.flows(
        [charts.Payer("La ville", "accent"), charts.Payer("Les investisseurs", "economy")],
        [charts.Bought(c.challenge, (c.public, c.private)) for c in d.decisions] + [charts.Bought("Rien", (0, 0))],
        FR, "t", w, t,
    ),
    "places": lambda d, w, t: charts.places(d.plan, d.districts, 4, (), FR, "t", w, t),
}


def texts(drawing: Drawing) -> list[Text]:
    """Returns the lines of text of a drawing."""
    return [mark for mark in drawing.marks if isinstance(mark, Text)]


def of_colour(drawing: Drawing, *fills: str) -> list[Rect]:
    """Returns the rectangles filled with one of the colours."""
    return [mark for mark in drawing.marks if isinstance(mark, Rect) and mark.fill in fills]


def overlapping(drawn: Iterable[Text]) -> list[tuple[str, str]]:
    """Returns the pairs of texts whose boxes meet by more than a hair."""
    slim = [(one, (one.extent[0] + 1, one.extent[1] + 2, one.extent[2] - 1, one.extent[3] - 2)) for one in drawn]
    return [(a.text, b.text) for (a, box), (b, other) in combinations(slim, 2) if meet(box, other)]


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize(("width", "text"), WIDTHS)
def test_no_two_labels_overlap_and_none_leaves_the_chart(name: str, width: float, text: float) -> None:
    """At the width of a page, of a column and of a telephone, every label stands free and inside."""
    drawing = EVERY[name](debrief("fr"), width, text)

    assert [] == overlapping(texts(drawing))
    outside = [
        one.text
        for one in texts(drawing)
        if one.extent[0] < -1 or one.extent[1] < -1 or one.extent[2] > width + 1 or one.extent[3] > drawing.height + 1
    ]
    assert [] == outside


@pytest.mark.parametrize("name", EVERY)
def test_every_chart_has_a_title_and_a_text_that_stands_in_for_it(name: str) -> None:
    """A reader who can't see the chart gets its finding and its content."""
    drawing = EVERY[name](debrief("fr"), 560, 14)

    assert "t" == drawing.title
    assert len(drawing.description) > 10


def test_levels_land_where_the_scale_says() -> None:
    """A level of 25 on a scale from 0 to 100 stands a quarter of the way."""
    assert 150.0 == Scale(0, 100, 200, 0, 20)(25)


def test_ticks_hold_every_value_with_round_steps() -> None:
    """The scale reaches below the lowest and above the highest value by whole steps."""
    scale = scale_of([27.7, 61.2], 0, 1, (5, 10, 20))

    assert [20, 30, 40, 50, 60, 70] == scale.ticks


def test_a_flat_series_still_has_a_scale() -> None:
    """Values that are all equal do not divide by zero."""
    assert scale_of([50, 50], 0, 1, (5, 10)).ticks == [50, 55]


def test_curves_pass_through_their_levels() -> None:
    """Each headline is one line with a point a round, higher levels higher up."""
    series = debrief().series
    drawing = charts.curves(series, (), FR, "t", 1000)
    lines = {mark.tip: mark for mark in drawing.marks if isinstance(mark, Polyline) and mark.tip}

    economy = lines["Économie"].points
    assert len(series[0].values) == len(economy)
    assert [y for _, y in economy] == sorted((y for _, y in economy), reverse=True)
    assert {one.name for one in series} == set(lines)


def test_curves_are_told_apart_without_colour() -> None:
    """No two headlines share both dashes and thickness."""
    styles = [(width, dash) for _, width, dash in charts.STYLES.values()]

    assert len(styles) == len(set(styles))


def test_the_gap_between_measured_and_lived_is_shaded() -> None:
    """The blind spot is a surface between the two curves."""
    drawing = charts.curves(debrief().series, (), FR, "t", 1000)

    shaded = [mark for mark in drawing.marks if isinstance(mark, Polygon) and mark.fill == "quality_tint"]
    assert [14] == [len(mark.points) for mark in shaded]


@given(
    st.integers(0, 100_000),
    st.lists(st.integers(-30_000, 30_000), min_size=1, max_size=14),
)
@settings(max_examples=60, deadline=None)
def test_a_waterfall_ends_at_the_level_it_explains(start: int, amounts: list[int]) -> None:
    """The bars shown, others and rounding included, lead from the first level shown to the last."""
    causes = tuple(Cause(f"c{k}", "link", amount) for k, amount in enumerate(amounts))
    account = Account("ecology", "Écologie", "up", 0, 6, Shift(start, start + sum(amounts)), causes)
    telling = told(account, FR)

    assert telling.after - telling.before == sum(line.amount for line in telling.lines)
    assert all(line.amount % 100 == 0 for line in telling.lines)
    assert len(telling.lines) <= 7


def test_waterfall_bars_join_end_to_end() -> None:
    """Each bar starts where the one before ends, as wide as its amount on the axis."""
    account = debrief().accounts[4]
    drawing = charts.waterfall(account, FR, "t", 560)
    telling = told(account, FR)
    bars = of_colour(drawing, "rise", "fall")

    assert ["rise" if line.amount > 0 else "fall" for line in telling.lines] == [bar.fill for bar in bars]
    per_point = bars[0].width / abs(telling.lines[0].amount)
    for line, bar in zip(telling.lines, bars, strict=True):
        assert abs(line.amount) * per_point == pytest.approx(bar.width)


@pytest.mark.parametrize("width", [300, 560])
def test_a_broken_axis_shows_its_zero_and_its_break(width: float) -> None:
    """An axis that does not begin at zero is cut in plain sight, both ends of the cut numbered, and says so."""
    shown = [one.text for one in texts(charts.waterfall(debrief().accounts[0], FR, "t", width))]

    assert "Points sur 100. L’axe est coupé entre 0 et 45." in shown
    assert {"0", "45"} <= set(shown)


def test_an_account_of_money_is_told_in_money() -> None:
    """Levels and causes of a ledger are written in millions of euros, on the bars and in the text read aloud."""
    causes = (Cause("Recettes", "income", 9_000), Cause("Capteurs", "cost", -12_000))
    account = Account("money", "Budget", "up", 0, 1, Shift(20_000, 17_000), causes, "money")  # type: ignore[arg-type]
    drawing = charts.waterfall(account, FR, "t", 560)

    shown = [one.text for one in texts(drawing)]
    assert {"20,0\u00a0M€", "▲ +9,0\u00a0M€", "▼ −12,0\u00a0M€", "17,0\u00a0M€"} <= set(shown)
    assert "Capteurs −12,0\u00a0M€" in drawing.description


def test_a_single_small_cause_is_named_and_several_are_summed() -> None:
    """Others stands for two causes or more: one cause alone keeps its name."""
    causes = tuple(Cause(f"c{k}", "link", 1_000 + k * 100) for k in range(7))
    account = Account("ecology", "Écologie", "up", 0, 1, Shift(0, sum(c.amount for c in causes)), causes)
    longer = evolve(account, causes=(*causes, Cause("c7", "link", 900)), shift=Shift(0, account.shift.after + 900))

    assert "c0" == told(account, FR).lines[-1].name
    assert "2 autres causes" == told(longer, FR).lines[-1].name


def test_a_radar_axis_is_a_hundred_points_long() -> None:
    """The corner of the first dimension stands at its level above the centre."""
    readings = debrief().dimensions
    drawing = charts.radar(readings, FR, "t", 460)
    rings = [mark for mark in drawing.marks if isinstance(mark, Polygon)]
    outer, after = rings[3], next(ring for ring in rings if ring.fill == "accent")

    middle = (outer.points[0][1] + outer.points[3][1]) / 2
    whole = middle - outer.points[0][1]
    assert whole * readings[0].shift.after / 100_000 == pytest.approx(middle - after.points[0][1])


def test_visions_bars_share_one_scale_from_zero() -> None:
    """A vision with twice the share has a bar twice as long."""
    bars = of_colour(charts.mixture(debrief().compass, FR, "t", 460), "accent")

    assert bars[0].width / 46 == pytest.approx(bars[1].width / 27)


def test_a_falling_line_is_dashed() -> None:
    """Who lost is seen in grey print too: the line is dashed and its arrow points down."""
    rows = [charts.Row("Riches", Shift(50_000, 60_000)), charts.Row("Pauvres", Shift(50_000, 40_000))]
    drawing = charts.slopes(rows, FR, "t", 560)
    lines = {mark.tip: mark for mark in drawing.marks if isinstance(mark, Polyline) and mark.tip}

    assert ((), "rise") == (lines["Riches"].dash, lines["Riches"].stroke)
    assert (True, "fall") == (bool(lines["Pauvres"].dash), lines["Pauvres"].stroke)
    assert "40,0\u00a0▼ −10,0" in [one.text for one in texts(drawing)]


def test_a_slope_is_named_where_it_begins_and_where_it_ends() -> None:
    """Whoever reads a line at either end reads whose it is and where it stands there, without following it back."""
    drawing = charts.slopes([charts.Row(g.name, g.satisfaction) for g in debrief().groups], FR, "t", 560)
    told = " ".join(one.text for one in texts(drawing))

    assert all(told.count(group.name) == 2 for group in debrief().groups)


def test_lines_of_a_label_are_even() -> None:
    """A name cut over two lines leaves no word alone under a full line, and takes no line more for it."""
    assert wrapped("Walking streets, minibus on call", 180, 14) == ["Walking streets,", "minibus on call"]


def test_a_vision_is_seen_where_the_city_goes_over_it() -> None:
    """Its diamond lies over the city's way."""
    marks = charts.path(debrief().compass, FR, "t", 460).marks
    way = max(place for place, mark in enumerate(marks) if isinstance(mark, Polyline) and mark.stroke == "accent")
    diamonds = [place for place, mark in enumerate(marks) if isinstance(mark, Polygon)]

    assert diamonds and min(diamonds) > way


def test_a_cell_is_darker_the_larger_its_change() -> None:
    """Opacity grows with the size of the change, up to the strongest shade."""
    cells = of_colour(charts.heat(debrief().districts, ["Économie"], FR, "t", 1000), "rise")

    changes = [district.levels[0].change for district in debrief().districts]
    by_change = [cell.opacity for _, cell in sorted(zip(changes, cells, strict=True), key=lambda pair: pair[0])]
    assert by_change == sorted(by_change)


def test_pins_stand_on_their_district_with_their_level_of_technology() -> None:
    """A decision taken for a district is a disc in the colour of its level of technology, with its round."""
    pins = [charts.Pin("Le Port", "3", "high", "Tours connectées")]
    drawing = charts.places(debrief().plan, debrief().districts, 4, pins, FR, "t", 560)
    discs = [mark for mark in drawing.marks if isinstance(mark, Circle)]

    assert [("high", "Tours connectées")] == [(disc.fill, disc.tip) for disc in discs]
    assert discs[0].x > 560 * 0.7


def test_changes_carry_an_arrow_and_no_change_carries_none() -> None:
    """Direction is told by an arrow beside the sign, never by colour alone."""
    assert ["▲ +1.2", "▼ −0.4", "0.0"] == [charts.arrowed(change, EN) for change in (1_200, -400, 20)]


def test_bands_are_as_wide_as_their_money() -> None:
    """Twice the money makes a band twice as wide, and who pays nothing has none."""
    payers = [charts.Payer("city", "accent"), charts.Payer("investors", "economy")]
    drawing = charts.flows(payers, [charts.Bought("a", (2_000, 1_000)), charts.Bought("b", (4_000, 0))], FR, "t", 1000)
    bands = [mark for mark in drawing.marks if isinstance(mark, Polygon)]

    wide = [round(band.points[-1][1] - band.points[0][1], 6) for band in bands]

    assert ["accent", "economy", "accent"] == [band.fill for band in bands]
    assert [wide[1] * 2, wide[1] * 4] == pytest.approx([wide[0], wide[2]])


def test_ranges_reach_from_the_least_to_the_most_and_hold_their_mean() -> None:
    """The thin line spans all sessions, the thick one stays inside it, and the disc lies on the mean."""
    rows = [charts.Spread("a", 1_000, -2_000, 3_000, 4_000), charts.Spread("b", 500, 500, 500, None)]
    drawing = charts.ranges(rows, FR, "t", 1000)
    thin, thick = (next(m for m in drawing.marks if isinstance(m, Polyline) and m.width == w) for w in (1.6, 6))
    disc = next(mark for mark in drawing.marks if isinstance(mark, Circle))

    assert thick.points == thin.points
    assert thin.points[0][0] < disc.x < thin.points[1][0]
    assert 1 == sum(isinstance(mark, Polyline) and mark.width == 6 for mark in drawing.marks)


PLACES = st.tuples(st.floats(0, 100), st.floats(0, 100))


@pytest.mark.parametrize("width", [300, 460])
@given(PLACES, PLACES)
@settings(max_examples=200, deadline=None)
def test_names_on_the_compass_stay_on_it(width: float, end: tuple[float, float], place: tuple[float, float]) -> None:
    """Wherever the city ends, and a vision with a long name stands, no name is cut off, and none covers another."""
    found = debrief().compass
    visions = (evolve(found.visions[0], name="Ville d’affaires", place=place), *found.visions[1:])
    drawing = charts.path(evolve(found, path=(found.path[0], end), visions=visions), FR, "t", width, 14)

    assert all(0 <= told.extent[0] and told.extent[2] <= width for told in texts(drawing))
    assert overlapping(texts(drawing)) == []
