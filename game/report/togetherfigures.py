"""Several tables of one scenario side by side, as plain figures: what each chose, and what came of it."""

from attrs import frozen

from game.report.figures import Compass, GroupFate, Series, TechLevel


@frozen
class Choice:
    """What a table decided about a challenge: the answer it took, none for leaving things as they are."""

    round: int
    title: str | None
    tech: TechLevel | None
    how: str
    """The way of deciding, and why it came out so."""


@frozen
class TableTold:
    """One table: how it played, and where its city ended."""

    number: int
    journal: str
    way: str
    """The way of deciding it opened in."""
    rounds: int
    """Rounds played."""
    over: bool
    people: int
    series: tuple[Series, ...]
    """The four gauges and lived quality."""
    compass: Compass
    groups: tuple[GroupFate, ...]
    choices: tuple[Choice | None, ...]
    """One a challenge of the scenario, None where it did not come up."""
    kept: int
    broken: int


@frozen
class Together:
    """Every table, and what they share."""

    title: str
    summary: str
    challenges: tuple[str, ...]
    tables: tuple[TableTold, ...]
    same_luck: bool
    """Whether all were dealt the same seed."""
    questions: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    """Which journals are not among the tables, and why: a sentence each."""

    @property
    def agreed(self) -> int:
        """Returns how many challenges every table answered alike."""
        chosen = zip(*(table.choices for table in self.tables), strict=True)
        return sum(all(each is not None and each.title == one[0].title for each in one) for one in chosen if one[0])

    def spread(self, place: int) -> tuple[int, int]:
        """Returns the lowest and the highest end of a gauge, by its place in the series."""
        ends = [table.series[place].values[-1] for table in self.tables]
        return min(ends), max(ends)
