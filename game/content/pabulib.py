"""Real elections in the public Pabulib format (`.pb`, pabulib.org), read with every fault at its place.

Three sections, META, PROJECTS and VOTES, each with a header line that META may lack; cells stand between semicolons.
Money is read in hundredths of the file's currency, so that no count ever rests on a rounded number.
"""

import csv
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

from attrs import frozen

from game.content.faults import closest
from game.content.reading import read_source
from game.errors import ContentError, Problem

SECTIONS: Final = ("META", "PROJECTS", "VOTES")
TITLES: Final = ("key", "value")
"""The columns of META; some files leave that line out."""
CHOSEN: Final = ("1", "2")
"""What the column `selected` says of a funded project; 2: with money that other districts left."""
HUNDREDTHS: Final = 100


@frozen
class Project:
    """One project: its id, its name, its cost in hundredths, and whether the city funded it (None: not said)."""

    id: str
    name: str
    cost: int
    selected: bool | None = None


@frozen
class Election:
    """A real election. `votes` gives for each voter what each project was worth: 1 for an approval, or points."""

    file: str
    meta: Mapping[str, str]
    budget: int
    projects: tuple[Project, ...]
    votes: tuple[Mapping[str, int], ...]

    @property
    def official(self) -> frozenset[str] | None:
        """Returns what the city funded, where the file says so."""
        if any(project.selected is None for project in self.projects):
            return None
        return frozenset(project.id for project in self.projects if project.selected)


def read_pabulib(path: Path) -> Election:
    """Returns the election of a file. Raises ContentError with every fault of it."""
    source = read_source(path, str(path))
    if source.text is None or source.problems:
        raise ContentError(source.problems)
    reader = _Reader(str(path))
    election = reader.read(source.text)
    if election is None:
        raise ContentError(reader.problems)
    return election


Row = tuple[int, dict[str, str]]
"""The line a row stands in, and its cells by the title of their column."""


class _Reader:
    """Reads one file, collecting its faults."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def read(self, text: str) -> Election | None:
        sections = self._sections(text)
        for name in SECTIONS:
            if name not in sections:
                self._fault(0, "pb_no_section", section=name)
        if self.problems:
            return None
        meta = {row["key"]: row["value"] for _, row in sections["META"] if {"key", "value"} <= row.keys()}
        lines = {row.get("key", ""): line for line, row in sections["META"]}
        budget = self._money(lines.get("budget", 0), "budget", meta.get("budget", ""))
        projects = self._projects(sections["PROJECTS"])
        votes = self._votes(sections["VOTES"], {project.id for project in projects}, meta)
        for key, found in (("num_projects", len(sections["PROJECTS"])), ("num_votes", len(sections["VOTES"]))):
            if key in meta and meta[key] != str(found):
                self._fault(lines[key], "pb_count", key=key, said=meta[key], found=found)
        if self.problems or budget is None:
            return None
        return Election(self.file, meta, budget, tuple(projects), tuple(votes))

    def _sections(self, text: str) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        section = ""
        header: list[str] = []
        reader = csv.reader(text.splitlines(), delimiter=";")
        for cells in reader:
            line = reader.line_num
            first = cells[0].strip() if cells else ""
            if first.upper() in SECTIONS and not any(cell.strip() for cell in cells[1:]):
                section = first.upper()
                header = list(TITLES) if section == "META" else []
                found[section] = []
            elif not any(cell.strip() for cell in cells):
                continue
            elif not section:
                self._fault(line, "pb_before", found=first)
            elif section == "META" and [cell.strip().lower() for cell in cells[:2]] == list(TITLES):
                continue
            elif not header:
                header = [cell.strip().lower() for cell in cells]
            else:
                found[section].append((line, dict(zip(header, (cell.strip() for cell in cells), strict=False))))
        return found

    def _projects(self, rows: list[Row]) -> list[Project]:
        projects: list[Project] = []
        seen: dict[str, int] = {}
        for line, row in rows:
            name = row.get("project_id", "")
            if not name:
                self._fault(line, "pb_no_id", column="project_id")
                continue
            if name in seen:
                self._fault(line, "pb_twice", found=name, first=seen[name])
            seen.setdefault(name, line)
            cost = self._money(line, "cost", row.get("cost", ""))
            said = row.get("selected")
            selected = None if said in (None, "") else said in CHOSEN
            projects.append(Project(name, row.get("name", name) or name, cost or 0, selected))
        return projects

    def _votes(self, rows: list[Row], known: set[str], meta: Mapping[str, str]) -> Iterator[Mapping[str, int]]:
        return iter([self._vote(line, row, known, meta) for line, row in rows])

    def _vote(self, line: int, row: dict[str, str], known: set[str], meta: Mapping[str, str]) -> Mapping[str, int]:
        named = [name.strip() for name in row.get("vote", "").split(",") if name.strip()]
        for name in named:
            if name not in known:
                self._fault(line, "pb_unknown_project", found=name, close=closest(name, known))
        if len(set(named)) != len(named):
            self._fault(line, "pb_voted_twice", found=row.get("vote", ""))
        match meta.get("vote_type", "approval"):
            case "approval":
                return dict.fromkeys(named, 1)
            case "ordinal":
                most = int(meta["max_length"]) if meta.get("max_length", "").isdecimal() else len(named)
                return {name: max(1, most - place) for place, name in enumerate(named)}
            case "cumulative" | "scoring":
                return self._points(line, row, named)
        return {}

    def _points(self, line: int, row: dict[str, str], named: list[str]) -> Mapping[str, int]:
        points = [each.strip() for each in row.get("points", "").split(",") if each.strip()]
        if len(points) != len(named) or not all(each.lstrip("-").isdecimal() for each in points):
            self._fault(line, "pb_points", points=row.get("points", ""), votes=len(named))
            return {}
        return {name: int(given) for name, given in zip(named, points, strict=True) if int(given) > 0}

    def _money(self, line: int, key: str, written: str) -> int | None:
        """Returns an amount in hundredths."""
        try:
            amount = Decimal(written.replace(" ", "").replace(",", "."))
        except InvalidOperation:
            self._fault(line, "pb_money", key=key, found=written)
            return None
        if not amount.is_finite() or amount < 0:
            self._fault(line, "pb_money", key=key, found=written)
            return None
        return int(amount * HUNDREDTHS)

    def _fault(self, line: int, rule: str, **values: object) -> None:
        self.problems.append(Problem(self.file, line, 1 if line else 0, rule, values))
