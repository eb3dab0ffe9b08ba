"""A session as tables: every row fits its columns, causes sum to changes, and nobody's name or ballot is in it."""

from collections import defaultdict
from functools import cache

from attrs import evolve

from game.engine.phases import Phase
from game.engine.seating import Seat
from game.report.data.gathered import tables_of
from game.report.data.pooled import pooled
from game.report.data.tables import COLUMNS, POOLED, Kind, Table, joined
from game.wording.words import words_in
from tests.ui.rooms import play_until, session

TYPES = {Kind.TEXT: str, Kind.WHOLE: int, Kind.NUMBER: float, Kind.YES_NO: bool}


@cache
def tables(seed: int = 7, language: str = "en") -> dict[str, Table]:
    """Returns the tables of a session of three rounds in which a person named Zoé held a seat."""
    held = session(procedure="mayor", rounds=3, seed=seed)
    play_until(held, Phase.ENDED, 4)
    named = {**held.seats, "residents": Seat("residents", ("Zoé",), "persona"), "river": Seat("river", ("Zoé",))}
    held.game = evolve(held.game, seated=tuple(named.values()))
    return tables_of(held, words_in(language), f"journal-{seed}", "2026-01-01T10:00:00", "1")


def column(table: Table, name: str) -> int:
    """Returns the place of a column."""
    return [each.name for each in COLUMNS[table.name]].index(name)


def test_every_cell_is_of_its_column_s_kind() -> None:
    """Each row has a cell a column, of the column's kind or empty."""
    for table in tables().values():
        assert table.rows or table.name in ("promises", "inventions", "events", "contributions")
        for row in table.rows:
            assert len(row) == len(COLUMNS[table.name])
            for value, of in zip(row, COLUMNS[table.name], strict=True):
                assert value is None or type(value) is TYPES[of.kind], (table.name, of.name, value)


def test_causes_sum_to_the_change_of_a_gauge() -> None:
    """Round by round, to the milli-point."""
    levels = {(row[1], row[2]): row[4] for row in tables()["levels"].rows}
    sums: dict[tuple, float] = defaultdict(float)
    for _, number, measure, *_, change in tables()["causes"].rows:
        sums[number, measure] += change

    for number in (1, 2, 3):
        for measure in ("economy", "ecology", "surveillance", "quality"):
            assert abs(levels[number, measure] - levels[number - 1, measure] - sums[number, measure]) < 0.0005
    assert sums.keys() <= levels.keys()


def test_no_name_of_a_person_leaves_the_table() -> None:
    """A name that was typed in is in no cell; whether people held a seat is."""
    cells = [value for table in tables().values() for row in table.rows for value in row]
    held = tables()["sessions"].rows[0][column(tables()["sessions"], "seats_of_people")]

    assert not any(isinstance(value, str) and "Zoé" in value for value in cells)
    assert held == 1


def test_ids_do_not_depend_on_the_language() -> None:
    """Only the columns that are words differ between an export in French and one in English."""
    spoken = {"name", "answer_name", "vision_name"}
    for name, table in tables().items():
        other = tables(language="fr")[name]
        for at, of in enumerate(COLUMNS[name]):
            if of.name not in spoken:
                assert [row[at] for row in table.rows] == [row[at] for row in other.rows]


def level(session: str, number: int, value: float) -> tuple:
    """Returns a row of levels."""
    return session, number, "trust", "Trust", value


def test_sessions_are_pooled_by_hand() -> None:
    """Two sessions by vote: 50 → 60 and 40 → 46: change 8 on average, ± √(((10 − 8)² + (6 − 8)²) / 1) = 2.828."""
    rows = (("a", "s", "paper", "vote", 2, 2), ("b", "s", "paper", "vote", 2, 1), ("c", "s", "paper", "mayor", 2, 0))
    levels = (level("a", 0, 50.0), level("a", 2, 60.0), level("b", 0, 40.0), level("b", 1, 46.0), level("c", 0, 50.0))
    found = pooled({"sessions": Table("sessions", rows), "levels": Table("levels", levels)})

    together = (None, "trust", "Trust", 2, 45.0, 53.0, 8.0, 2.828, 6.0, 10.0)
    assert found.rows == (together, ("vote", *together[1:]))


def test_joined_tables_hold_every_session() -> None:
    """Rows of several sessions stand one after another."""
    both = joined([tables(), tables(8)])

    assert [row[0] for row in both["sessions"].rows] == ["journal-7", "journal-8"]
    assert POOLED not in both
