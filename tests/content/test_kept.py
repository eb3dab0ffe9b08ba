"""An answer that a room invented is kept beside a scenario: a draft until it is translated, then a card."""

import json
from datetime import date
from pathlib import Path

import polib
import pytest
from attrs import evolve
from jsonschema import Draft202012Validator

from game.cli import main
from game.content.cards import DataKind
from game.content.load import Loaded, load_rulebook, load_scenario, scenario_warnings
from game.content.strictyaml import parse
from game.engine.moves import Propose
from game.engine.phases import Phase
from game.engine.seating import Seat
from game.errors import ContentError, GameError
from game.journal.file import read_journal
from game.keeping import keep
from game.paths import scenarios_folder
from game.replaying import replayed, rules_of, scenario_of
from game.session import Session, begin
from game.wording.problems import sentence, warning
from game.wording.words import words_in
from tests.engine.inventions import inventing
from tests.engine.table import rules
from tests.session.rooms import carry_on, session

HOSTILE = '</h1> "quoted" # {fr: no} =SUM(A1) #emph[x] \\ %{x}'


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Returns the user's own folder, empty; it is the current one too."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def invented(path: Path | None = None, **other: object) -> Session:
    """Returns a session of the shipped scenario in which the room has invented an answer."""
    table = session(path)
    while table.state.phase is not Phase.PROPOSAL:
        carry_on(table, 1)
    for move in inventing(table.game, table.state, **other):
        table.submit(move)
    return table


def kept(**other: object) -> tuple[Path, Loaded]:
    """Returns where an invented answer was kept, and its scenario as it is read afterwards."""
    table = invented(**other)
    found = keep(table.game.model.scenario.id, table.state.inventions[0], date(2026, 11, 28))
    return found.path, load_scenario(found.path.parent.parent)


def translated(folder: Path) -> Loaded:
    """Sends the drafts of a scenario to a translator and brings them back in English."""
    Path("drafts.po").unlink(missing_ok=True)
    assert 0 == main(["translate", "export", str(folder), "--to", "en", "--output", "drafts.po"])
    catalogue = polib.pofile("drafts.po")
    for entry in catalogue:
        entry.msgstr = f"In English: {entry.msgctxt.rsplit('/', 1)[-1]}"
    catalogue.save()
    assert 0 == main(["translate", "import", str(folder), "drafts.po"])
    return load_scenario(folder)


def test_a_scenario_of_the_game_s_own_is_copied_and_never_written_into(home: Path) -> None:
    """The copy has an id and a title of its own in both languages, and checks clean but for the draft."""
    path, loaded = kept()

    assert path.is_relative_to(home) and loaded.folder == scenarios_folder() / "port-clair-ours"
    assert ("port-clair-ours", "Port-Clair, la ville à choisir, à notre façon") == (
        loaded.scenario.id, loaded.scenario.title["fr"]
    )  # fmt: skip
    assert "Port-Clair: a city to choose, our way" == loaded.scenario.title["en"]
    told = scenario_warnings(loaded, load_rulebook().rulebook)
    assert ["kept_untranslated"] == [each.rule for each in told]


def test_an_editor_explains_the_file_of_an_answer(home: Path) -> None:
    """Its first line names a schema that stands there, and that the file keeps to, as a draft and when translated."""
    path, loaded = kept()
    first = path.read_text(encoding="utf-8").split("\n")[0]
    schema = json.loads((path.parent / first.removeprefix("# yaml-language-server: $schema=")).read_text("utf-8"))

    def complaints() -> list[str]:
        shown = parse(path.read_text(encoding="utf-8"), path.name).data
        return [error.message for error in Draft202012Validator(schema).iter_errors(shown)]

    assert complaints() == []
    translated(loaded.folder)
    assert complaints() == []
    path.write_text(path.read_text(encoding="utf-8").replace("  tech: ", "  tehc: "), encoding="utf-8")
    assert len(complaints()) == 2


def test_an_answer_of_a_variant_is_kept_beside_the_variant(home: Path) -> None:
    """The copy is one of the whole scenario; the answer is a card of the variant alone."""
    loaded = load_scenario("opsroom-1972/los-angeles")
    seats = [Seat(card.id, bot="persona") for card in loaded.scenario.stakeholders]
    table = begin(loaded, rules(), seats, 1, None, "2026-01-31T09:00:00")
    while table.state.phase is not Phase.PROPOSAL:
        carry_on(table, 1)
    for move in inventing(table.game, table.state, "watts"):
        table.submit(move)

    found = keep(table.game.model.scenario.id, table.state.inventions[0], date(2026, 11, 28))

    assert scenarios_folder() / "opsroom-1972-ours" / "los-angeles" == found.path.parent.parent
    assert "opsroom-1972-ours/los-angeles" == found.scenario
    assert () == load_scenario("opsroom-1972-ours").kept


def test_a_draft_is_named_and_not_played() -> None:
    """Written in French only, it is on no list of answers, and the checker says what it wants in both languages."""
    _, loaded = kept()

    assert all(len(challenge.answers) == 3 for challenge in loaded.scenario.challenges)
    (problem,) = scenario_warnings(loaded, load_rulebook().rulebook)
    assert "Le banc des voisins" in warning(problem, words_in("fr")) and "anglais" in warning(problem, words_in("fr"))
    assert "English" in warning(problem, words_in("en"))


def test_translated_it_is_an_answer_like_any_other() -> None:
    """Once its texts exist in both languages it is played, with its source, its date and its spread."""
    path, loaded = kept(data=DataKind.AGGREGATE, records="Les présents, à chaque heure")
    again = translated(loaded.folder)
    challenge = next(each for each in again.scenario.challenges if len(each.answers) == 4)
    card = challenge.answers[-1]

    assert ("Le banc des voisins", "In English: title") == (card.title["fr"], card.title["en"])
    assert ("Les présents, à chaque heure", "In English: what") == (card.data.what["fr"], card.data.what["en"])
    assert "2026-11-28" in again.scenario.sources[card.effects[0].source]["en"]
    assert (-1.0, 3.0, 8.0) == (card.effects[0].low, card.effects[0].points, card.effects[0].high)
    assert () == scenario_warnings(again, load_rulebook().rulebook)
    assert f"invented/{path.name}" in again.hashes


def test_the_next_workshop_plays_it(tmp_path: Path) -> None:
    """A session of that scenario offers it from the start, and its journal replays."""
    path, loaded = kept()
    again = translated(loaded.folder)
    seats = [evolve(seat) for seat in session().seats.values()]
    table = begin(again, rules(), seats, 1, tmp_path / "next.jsonl", "2026-12-01T09:00:00", 3, "mayor")
    while table.state.phase is not Phase.PROPOSAL:
        carry_on(table, 1)
    table.submit(Propose("residents", path.stem, table.game.home(path.stem)))
    carry_on(table)
    table.close()

    told = read_journal(tmp_path / "next.jsonl")
    assert replayed(tmp_path / "next.jsonl", told, scenario_of(told), rules_of(told)).over


def test_keeping_an_answer_never_bars_the_replay_of_a_session(tmp_path: Path) -> None:
    """A journal is replayed without the answers that were kept beside its scenario since."""
    _, loaded = kept()
    translated(loaded.folder)
    seats = list(session().seats.values())
    table = begin(load_scenario(loaded.folder), rules(), seats, 1, tmp_path / "a.jsonl", "2026-12-01T09:00:00", 2)
    while table.state.phase is not Phase.PROPOSAL:
        carry_on(table, 1)
    for move in inventing(table.game, table.state, title="Encore une autre"):
        table.submit(move)
    carry_on(table)
    table.close()
    found = keep(table.game.model.scenario.id, table.state.inventions[0], date(2026, 12, 1))
    assert found.path.parent.parent == loaded.folder
    translated(loaded.folder)

    told = read_journal(tmp_path / "a.jsonl")
    assert replayed(tmp_path / "a.jsonl", told, scenario_of(told), rules_of(told)).over


def test_what_an_author_types_stays_text() -> None:
    """Marks of YAML, HTML, Typst and spreadsheets come back letter by letter."""
    path, loaded = kept(title=HOSTILE[:56].strip(), words=HOSTILE)

    held = loaded.kept[0].kept
    assert held is not None and held.answer.text.words == {"fr": HOSTILE}
    assert path.stem.isascii() and "/" not in path.stem


def test_an_answer_is_kept_once() -> None:
    """Kept again, it is said where it stands; one that was not admitted is not kept at all."""
    table = invented()
    held = table.state.inventions[0]
    keep("port-clair", held, date(2026, 11, 28))

    with pytest.raises(GameError, match="kept_already"):
        keep("port-clair", held, date(2026, 11, 29))
    with pytest.raises(GameError, match="not_admitted"):
        keep("port-clair", evolve(held, card=None), date(2026, 11, 29))
    with pytest.raises(GameError, match="keep_where"):
        keep("nowhere", held, date(2026, 11, 29))


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("indicator: safety", "indicator: saftey", "unknown_indicator"),
        ("challenge: ", "challenge: x", "unknown_challenge"),
        ('on: "2026', 'on: "26', "not_a_day"),
        ("low: -1.0", "low: 5.0", "outside_spread"),
        ("kind: none", "kind: some", "not_choice"),
        ("answer:", "answers:", "unknown_key"),
        ("icon: lightbulb", "icon: bulb", "unknown_icon"),
    ],
)
def test_every_fault_of_a_kept_file_is_told_with_its_place(old: str, new: str, rule: str) -> None:
    """A name nobody has, a day that is none, a median outside its spread: the file, the line, what was expected."""
    path, loaded = kept()
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(ContentError) as refused:
        load_scenario(loaded.folder)

    told = [each for each in refused.value.problems if each.rule == rule]
    assert told, [each.rule for each in refused.value.problems]
    assert told[0].file == str(path) and told[0].line > 0
    assert all(sentence(told[0], words_in(language)) for language in ("fr", "en"))


def test_the_command_keeps_what_a_session_invented(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`keep JOURNAL` writes the answer and says what it still wants, in either language."""
    path = tmp_path / "session.jsonl"
    table = invented(path)
    table.close()

    assert 0 == main(["keep", str(path), "--language", "fr"])
    assert "translate export port-clair-ours --to en" in capsys.readouterr().out
    assert 1 == main(["keep", str(path), "--language", "en"])
    assert "kept already" in capsys.readouterr().err


def test_a_session_without_inventions_has_nothing_to_keep(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says so, and writes nothing."""
    path = tmp_path / "session.jsonl"
    table = session(path)
    carry_on(table, 3)
    table.close()

    assert 1 == main(["keep", str(path), "--language", "en"])
    assert "invented" in capsys.readouterr().err
    assert not (tmp_path / "home" / "scenarios").exists()
