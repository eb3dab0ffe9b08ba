"""The description of the model: its generated parts and figures are those of the rules, and can be read."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from math import isclose
from pathlib import Path

import pytest
from attrs import evolve

import game.report.odd
from game.content.load import load_rulebook
from game.content.load_claims import load_claims
from game.content.shapes import LANGUAGES
from game.content.shapes import Text as Said
from game.paths import data
from game.report.charts.arrows import Arrow, Box, bow, joined
from game.report.drawing import Drawing, Polygon, Polyline
from game.report.odd.board import PATHS, Board
from game.report.odd.description import MEASURED, README, described, pictures
from game.report.odd.marked import filled, marks
from game.report.odd.measured import mark_of, read_measured, written
from game.report.odd.plates import figures
from game.report.odd.sketches import LOOPS
from game.wording.words import words_in
from tests.report.test_charts import overlapping, texts


@cache
def board() -> Board:
    """Returns the shipped rules with their reference city, played once."""
    rules = load_rulebook().rulebook
    loaded = load_claims(rules)
    return Board(rules, loaded.reference, loaded.claims)


@cache
def drawn() -> dict[str, Drawing]:
    """Returns every figure in every language, under its name and language."""
    return {f"{name}.{lang}": each for lang in LANGUAGES for name, each in figures(board(), words_in(lang))}


def readme() -> str:
    """Returns the committed description."""
    return data(*README).read_text(encoding="utf-8")


def test_the_committed_description_is_up_to_date() -> None:
    """Written again from the rules, rules/README.md stays as it is; else run `python -m game.report.odd`."""
    again = described(readme(), board(), read_measured(data(*MEASURED)))

    assert readme() == again


def test_the_committed_figures_are_up_to_date() -> None:
    """Drawn again from the rules, each figure stays as it is; else run `python -m game.report.odd`."""
    stale = ["/".join(parts) for parts, picture in pictures(board()) if data(*parts).read_text("utf-8") != picture]

    assert stale == []


def test_the_figures_folder_holds_nothing_else() -> None:
    """A figure that is no longer drawn is not left behind."""
    expected = {parts[-1] for parts, _ in pictures(board())} | {MEASURED[-1]}

    assert expected == {path.name for path in data("rules", "figures").iterdir()}


def test_both_languages_have_the_same_parts_in_the_same_order() -> None:
    """The French half and the English half hold the same tables and figures."""
    found = marks(readme())

    halves = [[name.removesuffix(f".{lang}") for name in found if name.endswith(f".{lang}")] for lang in LANGUAGES]
    assert halves[0] == halves[1]
    assert len(found) == len(set(found)) == 2 * len(halves[0])


def test_the_seven_elements_stand_in_their_order_in_both_languages() -> None:
    """Purpose, entities, process, concepts, initialization, input and submodels: the order of the ODD protocol."""
    numbered = re.findall(r"^### (\d)\. ", readme(), re.MULTILINE)

    assert numbered == [*"1234567"] * 2


def test_each_link_has_its_paragraph_in_both_languages() -> None:
    """Every link of the rules is described, with its paragraph."""
    text = readme()

    missing = [
        f"{link.id} {language}"
        for link in board().rules.couplings
        for language in LANGUAGES
        if link.because[language] not in text
    ]
    assert missing == []


def test_every_anchor_of_the_page_leads_somewhere() -> None:
    """The table of contents points at headings that exist, spelled as a reader of Markdown makes their anchors."""
    text = readme()
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)

    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) - anchors == set()


def test_the_french_half_has_french_spacing() -> None:
    """No ordinary space stands before ; : ! ? % » or after «, outside code and addresses."""
    french = readme().split("\n---\n")[0]
    plain = re.sub(r"```.*?```|`[^`]*`|<!--.*?-->|\]\([^)]*\)|:?---+:?", "", french, flags=re.DOTALL)

    assert re.findall(r".{0,20}(?:(?<!\|) [;:!?%»]|« ).{0,20}", plain) == []


@pytest.mark.parametrize("name", drawn())
def test_no_two_labels_of_a_figure_overlap_and_none_leaves_it(name: str) -> None:
    """Every label stands free and inside."""
    drawing = drawn()[name]

    outside = [
        one.text
        for one in texts(drawing)
        if one.extent[0] < -1 or one.extent[2] > drawing.width + 1 or not 0 < one.extent[3] < drawing.height + 1
    ]
    assert ([], []) == (overlapping(texts(drawing)), outside)


@pytest.mark.parametrize("name", drawn())
def test_a_figure_has_a_title_and_a_text_that_stands_in_for_it(name: str) -> None:
    """A reader who can't see the figure gets its subject and its content."""
    drawing = drawn()[name]

    assert drawing.title
    assert len(drawing.description) > 40


def test_the_table_of_links_shows_each_link_once() -> None:
    """Forty links, forty written strengths."""
    strengths = [one.text for one in texts(drawn()["links.en"]) if re.fullmatch(r"[+−][\d.]+", one.text)]

    assert len(board().rules.couplings) == len(strengths)


def test_loops_feed_or_hold_themselves_as_their_signs_say() -> None:
    """A loop with an even number of opposing arrows feeds itself, one with an odd number holds itself back."""
    assert {loop.id: loop.strengthens for loop in LOOPS} == {
        "growth": False, "silence": True, "showcase": True, "good_life": True, "constraint": True,
    }  # fmt: skip


def test_every_sure_arrow_of_a_loop_between_two_measures_is_a_link_of_that_sign() -> None:
    """The loops draw no link that the rules do not have, and give none another sign."""
    signs = {(link.from_, link.to): "up" if link.per10 > 0 else "down" for link in board().rules.couplings}
    measures = {end for pair in signs for end in pair}
    by_departures = ("affordability", "displaced")

    wrong = [
        step
        for loop in LOOPS
        for step in loop.steps
        if {step.start, step.end} <= measures and (step.start, step.end) != by_departures
        if step.way in ("up", "down") and signs.get((step.start, step.end)) != step.way  # type: ignore[comparison-overlap]
    ]
    assert wrong == []


def test_an_arrow_leaves_and_meets_its_boxes_at_their_borders() -> None:
    """A straight arrow between two boxes side by side starts and ends just outside them."""
    path = bow(Box("a", (0, 0), "edge", 100, 40), Box("b", (300, 0), "edge", 100, 40), 0)

    assert (path[0], path[-1]) == ((53.0, 0.0), (247.0, 0.0))


def test_a_bent_arrow_bows_to_its_left() -> None:
    """With a positive bend an arrow to the right rises above its chord."""
    path = bow(Box("a", (0, 0), "edge"), Box("b", (400, 0), "edge"), 0.2)

    assert min(y for _, y in path) < -20
    assert isclose(path[len(path) // 2][0], 200, abs_tol=1)


def test_an_opposing_arrow_is_dashed() -> None:
    """Colour is never alone: an arrow that goes against its cause is drawn in dashes."""
    boxes = {"a": Box("a", (0, 0), "edge"), "b": Box("b", (400, 0), "edge")}

    lines = {way: joined(boxes, [Arrow("a", "b", way)], 14)[0] for way in ("up", "down")}  # type: ignore[arg-type]

    assert [line.dash for line in lines.values() if isinstance(line, Polyline)] == [(), (7, 4)]


def test_the_strongest_path_of_a_link_is_the_one_where_it_weighs_most() -> None:
    """Growth weighs most on rents in the jail city, and restrictions weigh nothing where nothing is decided."""
    link = next(each for each in board().rules.couplings if each.id == "prosperity>affordability")

    path, weight = board().strongest(link)

    assert (path, weight < -12_000) == ("jail", True)


def test_seven_paths_are_told() -> None:
    """The path where nothing is decided and one for each vision, over twelve rounds."""
    assert (7, {13}) == (len(PATHS), {len(course) for course in board().courses.values()})


def test_what_was_measured_is_kept_as_it_was() -> None:
    """The file of the long trials reads and writes without a change."""
    path = data(*MEASURED)

    assert path.read_text("utf-8") == written(read_measured(path))


def test_a_changed_number_is_told_beside_results_that_predate_it() -> None:
    """Results played on other numbers are published with a warning, in both languages."""
    stale = evolve(read_measured(data(*MEASURED)), mark="other")

    told = described(readme(), board(), stale)

    assert ("à rejouer" in told, "play them again" in told) == (True, True)


def test_a_reworded_text_leaves_the_results_standing() -> None:
    """Words are no numbers: a sentence told otherwise does not make the long trials stale."""
    said = Said({"fr": "Autrement dit.", "en": "In other words."})
    rules = board().rules
    reworded = evolve(rules, couplings=(evolve(rules.couplings[0], say=said), *rules.couplings[1:]))
    stronger = evolve(rules, couplings=(evolve(rules.couplings[0], per10=-3.9), *rules.couplings[1:]))

    found = [mark_of(evolve(board(), rules=each)) for each in (rules, reworded, stronger)]
    assert (found[0] == found[1], found[0] == found[2]) == (True, False)


def test_marks_without_a_part_are_refused() -> None:
    """A misspelt mark stops the writing instead of leaving an old part in place."""
    with pytest.raises(KeyError):
        filled("<!-- begin teapot -->\n<!-- end teapot -->", {})


def spoken() -> Iterator[str]:
    """Yields every catalogue key that the description's modules write out in full."""
    for path in Path(game.report.odd.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("odd."):
                yield node.value


def test_every_key_written_out_is_in_the_catalogues() -> None:
    """No sentence of the description is missing in either language."""
    keys = {key for key in spoken() if not key.endswith(".")}

    known = [words_in(language) for language in LANGUAGES]
    assert {key for key in keys for words in known if not (words.has(key) or key in words.plurals)} == set()


def test_every_arrow_of_the_poster_has_a_head() -> None:
    """The links of the poster, and the step from dear living to departures."""
    heads = [mark for mark in drawn()["poster.fr"].marks if isinstance(mark, Polygon)]
    shown = sum(link.poster for link in board().rules.couplings)

    assert shown + 1 == len(heads)
