"""Maps of causes as CSV: however they were written, nothing is lost and every fault has its place."""

from pathlib import Path

import pytest
from hypothesis import given

from game.content.causalmap import CausalMap, names_on_maps
from game.content.load import load_rulebook
from game.content.mapfile import as_csv, parsed, read_map, write_map
from game.content.rulebook import Rulebook
from game.errors import ContentError, GameError
from game.wording.problems import sentence
from game.wording.words import words_in
from tests.content.test_causalmap import drawn, maps

PLAIN = drawn(("prosperity", "affordability", -2), ("lived", "trust", 3))


def of(text: str, rules: Rulebook) -> CausalMap:
    """Returns the map of a text that has no fault."""
    arrows, problems = parsed(text, rules, "map.csv")
    assert () == problems
    return CausalMap("room", arrows)


def faults(text: str, language: str = "en") -> list[str]:
    """Returns the sentences of everything wrong with a text."""
    _, problems = parsed(text, load_rulebook().rulebook, "map.csv")
    return [sentence(problem, words_in(language)) for problem in problems]


@given(maps())
def test_a_map_written_and_read_is_the_same_map(ours: CausalMap) -> None:
    """Nothing is lost on the way through a file."""
    if ours.arrows:
        assert ours == of(as_csv(ours), load_rulebook().rulebook)


@pytest.mark.parametrize(
    "text",
    [
        "from,to,strength\nprosperity,affordability,-2\nlived,trust,3\n",
        "from;to;strength\r\nprosperity;affordability;-2\r\nlived;trust;+3\r\n",
        "from\tto\tstrength\nprosperity\taffordability\t\u22122\nlived\ttrust\t 3 \n",
        "\n\nDe;Vers;Force\nProspérité;Vie abordable;-2\n;;\nQualité vécue;Confiance;3",
        "cause,effect,strength\nPROSPERITE,vie   Abordable,-2\nlived quality,Trust,3\n",
        'strength,from,to\n-2,"Prosperity","Affordable living"\n"3","Lived quality","trust"\n',
    ],
)
def test_a_map_is_read_however_it_was_written(rules: Rulebook, text: str) -> None:
    """Any separator, line end, sign, order of columns; ids or names in either language, without case or accents."""
    assert PLAIN == of(text, rules)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_spreadsheets_file_is_read_in_its_own_encoding(tmp_path: Path, rules: Rulebook, encoding: str) -> None:
    """UTF-8 with or without its signature, the Western code page, and “Unicode text” give the same map."""
    path = tmp_path / "les voisines.csv"
    text = "from;to;strength\r\nProspérité;Vie abordable;-2\r\nQualité vécue;Confiance;3\r\n"
    path.write_bytes(text.encode(encoding))

    assert CausalMap("les voisines", PLAIN.arrows) == read_map(path, rules)


def test_every_name_of_the_rules_is_read_in_both_languages(rules: Rulebook) -> None:
    """No measure has a name that can't be written in a file."""
    for name, said in names_on_maps(rules).items():
        effect = "image" if name != "image" else "trust"
        for word in said.words.values():
            assert drawn((name, effect, 1)) == of(f"from,to,strength\n{word},{effect},1\n", rules)


def test_a_file_is_written_so_that_spreadsheets_read_it(tmp_path: Path, rules: Rulebook) -> None:
    """It begins with the signature of UTF-8 and comes back the same."""
    path = tmp_path / "new" / "room.csv"
    write_map(PLAIN, path)

    assert path.read_bytes().startswith(b"\xef\xbb\xbffrom,to,strength\n")
    assert PLAIN == read_map(path, rules)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Something in the way is refused in one sentence."""
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(GameError) as refused:
        write_map(PLAIN, tmp_path / "file" / "room.csv")

    assert "error.map_unwritable" == refused.value.key


def test_every_fault_of_a_file_is_told_at_once_with_its_place() -> None:
    """Line and column of each cell, what was expected, what was found, what to do."""
    text = (
        "from,to,strength\nconfianc,nowhere,4\ntrust,lived,1\nimage,image,1\ntrust,image,two\ntrust,image,0\n"
        "trust,safety,1\ntrust , safety,2\ntrust,image\ntrust,image,1,why\n\"trust,image,1\n"
    )

    assert [
        "map.csv:2:1: expected a measure of the game, found “confianc” — did you mean “confiance”?",
        "map.csv:2:10: expected a measure of the game, found “nowhere” — "
        "“whose-city map --sheet” writes a sheet with every name",
        "map.csv:2:18: expected a strength from −3 to 3, found “4” — "
        "1 a touch, 2 clearly, 3 strongly; a minus when the effect falls",
        "map.csv:3:7: expected something that can be pushed, found “lived”, which the game works out by itself — "
        "it can start an arrow; let the arrow end on another measure",
        "map.csv:4:7: expected two different measures, found “image” twice — "
        "delete this line if the arrow is not meant",
        "map.csv:5:13: expected a whole number from −3 to 3, found “two” — "
        "1 a touch, 2 clearly, 3 strongly; a minus when the effect falls",
        "map.csv:6:13: expected a strength other than 0, found “0” — delete this line if the arrow is not meant",
        "map.csv:8:1: expected each arrow once, found “trust → safety” again; it stands on line 7 already — "
        "delete this line if the arrow is not meant",
        "map.csv:9:7: expected 3 cells on this line, found 2 — "
        "an arrow has three cells: the cause, the effect, the strength",
        "map.csv:10:15: expected 3 cells on this line, found 4 — "
        "an arrow has three cells: the cause, the effect, the strength",
        "map.csv:11:1: expected a closing quotation mark, found the end of the line — "
        "look for a text whose closing quotation mark is missing",
    ] == faults(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "map.csv:1:1: expected at least one arrow, found none"),
        ("\n \n", "map.csv:1:1: expected at least one arrow, found none"),
        ("from,to,strength\n,,\n", "map.csv:1:1: expected at least one arrow, found none"),
        ("trust,image,1\n", "map.csv:1:1: expected the three titles “from,to,strength” on the first line"),
        ("from,to,strength,why\ntrust,image,1,so\n", "map.csv:1:1: expected the three titles"),
        ("from,from,strength\n", "map.csv:1:1: expected the three titles"),
        ("\nfrom to strength\n", "map.csv:2:1: expected the three titles"),
    ],
)
def test_a_file_without_titles_or_arrows_says_what_to_write(text: str, told: str) -> None:
    """One sentence, with an example to copy."""
    (found,) = faults(text)

    assert found.startswith(told)
    assert "“prosperity,affordability,-2”" in found


def test_a_missing_file_is_told(tmp_path: Path, rules: Rulebook) -> None:
    """A wrong name is no traceback."""
    with pytest.raises(ContentError) as refused:
        read_map(tmp_path / "nowhere.csv", rules)

    assert ["missing_file"] == [problem.rule for problem in refused.value.problems]


def test_a_faulty_file_gives_no_half_a_map(tmp_path: Path, rules: Rulebook) -> None:
    """One bad line stops the reading: nothing is silently skipped."""
    path = tmp_path / "room.csv"
    path.write_text("from,to,strength\ntrust,image,1\ntrust,image,9\n", encoding="utf-8")

    with pytest.raises(ContentError) as refused:
        read_map(path, rules)

    assert [(3, 13)] == [(problem.line, problem.column) for problem in refused.value.problems]
