"""What a workshop prints: PDF/UA in both languages, nothing spills, what authors wrote stays text."""

import io
import shutil
from io import BytesIO
from pathlib import Path

import pygame
import pytest
from attrs import evolve

from game.cli import main
from game.content.load import load_rulebook, load_scenario
from game.content.rulebook import Rulebook
from game.paths import data
from game.printing import chosen
from game.report.prints.kinds import KINDS, made
from game.report.prints.sheets import Sheets
from game.report.prints.shocks import shock_sheet
from game.report.prints.typesetting import overflowing, pictures, typeset
from game.wording.words import words_in
from tests.ui.rooms import LANGUAGES, shipped

SCENARIOS = sorted(path.parent for path in data("scenarios").glob("*/scenario.yaml"))
SCENARIOS += sorted(path.parent for path in data("scenarios").glob("*/*/variant.yaml"))
EDGE = 9
"""Pixels along an edge, six millimetres at 36 to the inch, that no sheet of text writes on."""


def sheets_of(folder: Path, language: str, easy: bool = False) -> dict:
    """Returns what makes each kind of sheet of a scenario, in easy words where that is asked for."""
    scenario, words = load_scenario(folder).scenario, evolve(words_in(language), easy=easy)
    return dict(made(Sheets(scenario, load_rulebook().rulebook, words), 90, 6))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", SCENARIOS, ids=lambda path: path.name)
def test_every_text_of_every_scenario_fits(folder: Path, language: str) -> None:
    """On cards, challenges and role sheets each text fits at one of the sizes allowed."""
    sheets = sheets_of(folder, language)

    spilled = {kind: overflowing(kind, sheets[kind]()) for kind in ("cards", "challenges", "shocks", "roles")}

    assert spilled == {"cards": (), "challenges": (), "shocks": (), "roles": ()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", SCENARIOS, ids=lambda path: path.name)
def test_every_easy_text_of_every_scenario_fits_larger(folder: Path, language: str) -> None:
    """What is printed for those to whom reading is work says the easy words, at no size under ten points."""
    sheets, scenario = sheets_of(folder, language, easy=True), load_scenario(folder).scenario
    kinds = ("cards", "challenges", "shocks", "roles")

    assert {kind: overflowing(kind, sheets[kind]()) for kind in kinds} == dict.fromkeys(kinds, ())
    plain = {answer.plain[language] for each in scenario.challenges for answer in each.answers if answer.plain}
    assert plain == {card["text"] for card in sheets["cards"]()["cards"]}
    told = {each["text"] for each in sheets["shocks"]()["shocks"]}
    assert {shock.plain[language] for shock in scenario.shocks if shock.plain} <= told


@pytest.mark.parametrize("kind", ["roles", "ballots", "record"])
@pytest.mark.parametrize("folder", SCENARIOS, ids=lambda path: path.name)
def test_nothing_runs_into_the_margins(folder: Path, kind: str) -> None:
    """A strip along the left and the right edge of each page is white: no line is wider than its column."""
    for easy in {False, kind == "roles"}:
        for picture in pictures(kind, sheets_of(folder, "fr", easy)[kind](), 36):
            page = pygame.image.load(BytesIO(picture))
            wide, tall = page.get_size()
            strips = [page.subsurface(pygame.Rect(at, 0, EDGE, tall)) for at in (0, wide - EDGE)]
            assert {pygame.transform.average_color(strip)[:3] for strip in strips} == {(255, 255, 255)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_sheet_is_set_for_screen_readers(kind: str, language: str) -> None:
    """The exporter itself refuses a page without title, language, reading order, or a text for each picture."""
    pdf = typeset(kind, sheets_of(data("scenarios", "port-clair"), language)[kind]())

    assert pdf.startswith(b"%PDF-")
    assert b"pdfuaid" in pdf


def test_nine_cards_stand_on_a_page() -> None:
    """Twenty-four answers make three pages."""
    assert len(pictures("cards", sheets_of(data("scenarios", "port-clair"), "fr")["cards"](), 20)) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_sheet_gives_the_same_bytes(kind: str) -> None:
    """No date and no machine is in the file."""
    sheet = sheets_of(data("scenarios", "port-clair"), "en")[kind]()
    first = typeset(kind, sheet)

    assert b"CreationDate" not in first
    assert first == typeset(kind, sheet)


EVIL = '*b* #read("/etc/passwd") $x$ #import "@preview/cetz:0.3.0" ] ) } " \\ <a> @b <script>alert(1)</script>'


def test_what_an_author_wrote_stays_text() -> None:
    """Typst's own syntax in a card is set letter by letter: nothing of it is read, imported or marked up."""
    sheet = sheets_of(data("scenarios", "port-clair"), "en")["cards"]()
    first = sheet["cards"][0]
    plain = {**sheet, "cards": [{**first, "text": "Nothing odd here."}]}
    odd = {**sheet, "cards": [{**first, "text": EVIL}]}

    assert len(typeset("cards", odd)) > len(typeset("cards", plain)) - 2_000
    assert overflowing("cards", odd) == ()


def test_a_text_too_long_is_named() -> None:
    """The card whose text fits at no size is named, and the sheet is set all the same."""
    sheet = sheets_of(data("scenarios", "port-clair"), "en")["cards"]()
    cards = [{**sheet["cards"][0], "text": "word " * 400}, *sheet["cards"][1:]]

    assert overflowing("cards", {**sheet, "cards": cards}) == (sheet["cards"][0]["id"],)


MARGINS = {"cards": (70, 73, 28, 100), "challenges": (189.5, 197, 20, 140), "shocks": (97.5, 101.4, 20, 95)}
"""The strip right of the first card's text, in mm of its page: from and to across, from and to down."""
PER_MM = 4


@pytest.mark.parametrize("kind", MARGINS)
def test_a_word_without_end_stays_within_its_card(kind: str) -> None:
    """What is wider than its room goes on in the next line: nothing is cut off, nothing runs over a neighbour."""
    sheet = sheets_of(data("scenarios", "port-clair"), "en")[kind]()
    endless = {"title": "a" * 60, "text": "https://example.org/" + "w" * 80}
    first, *others = sheet[kind]
    told = {"facts": [{**fact, "say": "m" * 60} for fact in first["facts"]]} if kind == "cards" else {}
    first = {**first, **endless, **told}
    if kind == "challenges":
        first["answers"] = [{**answer, "title": "x" * 60} for answer in first["answers"]]

    (png,) = pictures(kind, {**sheet, kind: [first, *others[:1]]}, PER_MM * 25.4)
    page = pygame.image.load(io.BytesIO(png))

    left, right, top, bottom = (round(each * PER_MM) for each in MARGINS[kind])
    strip = page.subsurface((left, top, right - left, bottom - top))
    assert {255} == set(pygame.image.tobytes(strip, "RGB"))


def test_a_card_too_long_does_not_shrink_its_rivals() -> None:
    """It is set as small as can be and named; the others are set as before."""
    sheet = sheets_of(data("scenarios", "port-clair"), "en")["shocks"]()
    alone = pictures("shocks", {**sheet, "shocks": sheet["shocks"][1:2]}, 40)
    long = {**sheet["shocks"][0], "text": "word " * 300}

    beside = pictures("shocks", {**sheet, "shocks": [sheet["shocks"][1], long]}, 40)

    first, second = (pygame.image.load(io.BytesIO(each[0])) for each in (alone, beside))
    card = pygame.Rect(0, 0, round(102 / 25.4 * 40), round(100 / 25.4 * 40))
    assert pygame.image.tobytes(first.subsurface(card), "RGB") == pygame.image.tobytes(second.subsurface(card), "RGB")


def test_a_card_tells_its_upkeep_to_the_last_digit() -> None:
    """Those who play on paper add it up: a quarter of a million is no fifth."""
    cards = sheets_of(data("scenarios", "port-clair"), "en")["cards"]()["cards"]
    told = {card["id"]: [fact["say"] for fact in card["facts"]] for card in cards}

    assert "Then 0.25\u00a0M€ a round" in told["mobility.mid"]
    assert "Then 0.5\u00a0M€ a round" in told["mobility.high"]


def test_a_challenge_tells_the_costs_of_its_answers_as_their_cards_do() -> None:
    """Read aloud or laid on the table, an answer costs the same."""
    sheets = sheets_of(data("scenarios", "oasis"), "fr")
    costs = {card["title"]: card["cost"] for card in sheets["cards"]()["cards"]}

    assert costs == {
        answer["title"]: answer["cost"] for each in sheets["challenges"]()["challenges"] for answer in each["answers"]
    }


def test_what_may_happen_tells_what_it_waits_for_and_its_odds() -> None:
    """A drift comes by itself; an accident has the odds of the rules in use, whether or not it waits for something."""
    scenario, rules = load_scenario(data("scenarios", "port-clair")).scenario, load_rulebook().rulebook
    halved = evolve(rules, chances=evolve(rules.chances, likelihood=evolve(rules.chances.likelihood, value=50)))

    def waits(pack: Rulebook) -> dict[str, str]:
        found = shock_sheet(Sheets(scenario, pack, words_in("en")))["shocks"]
        return {each["id"]: each["waits"].replace("\u00a0", " ") for each in found}

    told = waits(rules)
    leak = "When “Profiling” is above 35 (22 at the start): 15 chances in 100 each round, more beyond that."
    assert leak == told["data_leak"]
    assert "At any time: 16 chances in 100 each round." == told["heatwave"]
    assert "At any time: 8 chances in 100 each round." == waits(halved)["heatwave"]
    assert "it comes by itself, and stays until the city has changed." in told["protest"]


def test_the_command_writes_what_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only the sheets named are written, in the language asked for."""
    code = main(["print", "--only", "map,rules", "--output", str(tmp_path), "--language", "fr"])

    assert code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["port-clair-map.fr.pdf", "port-clair-rules.fr.pdf"]
    assert capsys.readouterr().out.startswith("Écrit")


def test_easy_sheets_have_names_of_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They lie beside the others; a plan for those to whom reading is work asks for them by itself."""
    plan = tmp_path / "plan.yaml"
    told = ["--scenario", "port-clair", "--output", str(plan), "--language", "en"]
    assert 0 == main(["plan", "--audience", "easy", *told])
    for asked in (["--only", "cards", "--easy"], ["--only", "roles", "--plan", str(plan)]):
        assert 0 == main(["print", *asked, "--output", str(tmp_path / "out"), "--language", "en"])

    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["port-clair-cards-easy.en.pdf", "port-clair-roles-easy.en.pdf"]


def test_an_unknown_sheet_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence lists what there is."""
    code = main(["print", "--only", "posters", "--output", str(tmp_path), "--language", "en"])

    assert code == 1
    assert "“posters” is none of what is printed: cards" in capsys.readouterr().err
    assert chosen(None) == KINDS
    assert chosen("Roles,, cards,roles") == ("roles", "cards")


def test_sheets_that_cannot_be_written_get_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It names the file, why, and what to do; there is no debrief and no session to speak of."""
    (tmp_path / "full").write_text("")

    code = main(["print", "--only", "tents", "--output", str(tmp_path / "full"), "--language", "en"])

    file = tmp_path / "full" / "port-clair-tents.en.pdf"
    assert code == 1
    assert f"{file} could not be written (File exists). Choose another place." == capsys.readouterr().err.strip()


def test_the_run_sheet_fills_the_time(tmp_path: Path) -> None:
    """Welcome, roles, six rounds that share what the clock has for them, the debrief; the end is when time is up."""
    folder = Path(shutil.copytree(data("scenarios", "port-clair"), tmp_path / "port-clair"))
    guide = made(Sheets(load_scenario(folder).scenario, shipped()[1].rulebook, words_in("en")), 90, 6)["guide"]()

    times = [line["at"] for line in guide["sheet"]]
    assert (times[:3], times[-2:], len(times)) == (["0:00", "0:03", "0:07"], ["1:19", "1:30"], 3 + 5 + 2)
