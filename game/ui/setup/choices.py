"""What is being set up before a session begins: the city, its length, its way of deciding, who sits where."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Self

from attrs import evolve, field, frozen

from game.content.cards import Manner, Scenario
from game.content.lengths import length_of, lengths_of, parts_of
from game.content.load import Summary, load_rulebook, load_scenario
from game.content.load_packs import PackSummary
from game.content.rulebook import Rulebook
from game.content.shapes import ChallengeId, ProcedureId, StakeholderId
from game.engine.seating import COMPUTER, Seat
from game.errors import ContentError, Problem
from game.report.rulepack import departing
from game.ui.commands import Begin

FEWEST_ROUNDS: Final = 2
MOST_ROUNDS: Final = 12
MOST_PEOPLE: Final = 4
"""People who can share a seat and still all speak."""


@frozen
class Place:
    """One seat: held by people (how many, their names as written) or by a computer player."""

    computer: bool = False
    count: int = 1
    names: str = ""

    @property
    def given(self) -> tuple[str, ...]:
        """Returns the names written, no more than can share a seat."""
        return tuple(name.strip() for name in self.names.split(",") if name.strip())[:MOST_PEOPLE]

    @property
    def people(self) -> tuple[str, ...]:
        """Returns the names of the people, empty for those who gave none; nobody's name where one sits alone."""
        given = self.given[: self.count]
        return given if self.count == 1 else (*given, *("",) * (self.count - len(given)))


@frozen
class Rules:
    """The rule pack chosen, None for the rules as they are; what is wrong with it; the claims it departs from."""

    pack: Path | None = None
    problems: tuple[Problem, ...] = ()
    departs_on: tuple[str, ...] = ()


@frozen
class Plan:
    """A session as it is being set up; `scenario` is None while the one chosen has faults."""

    summary: Summary | None
    scenario: Scenario | None
    problems: tuple[Problem, ...]
    rounds: int
    procedure: ProcedureId
    seed: int
    places: dict[StakeholderId, Place] = field(factory=dict)
    rules: Rules = field(factory=Rules)
    manner: Manner = field(factory=Manner)
    """Who sees ballots, and how a participatory budget is filled in and counted."""
    agenda: tuple[ChallengeId, ...] = ()
    """The challenges asked, in order; none for the scenario's own agenda."""

    @property
    def ready(self) -> bool:
        """Whether the session can begin."""
        return self.scenario is not None and not self.rules.problems

    @property
    def computers(self) -> int:
        """Returns how many seats computer players hold."""
        return sum(place.computer for place in self.places.values())

    @property
    def people(self) -> int:
        """Returns how many people sit at the table."""
        return sum(place.count for place in self.places.values() if not place.computer)

    def placed(self, seat: StakeholderId, values: Mapping[str, Any]) -> Self:
        """Returns the plan with one seat changed, by field."""
        return evolve(self, places={**self.places, seat: evolve(self.places[seat], **values)})

    def filled(self, computer: bool) -> Self:
        """Returns the plan with every seat held by people, or by computer players; names are kept."""
        return evolve(self, places={seat: evolve(place, computer=computer) for seat, place in self.places.items()})

    def begin(self) -> Begin:
        """Returns the command that begins the session."""
        assert self.summary is not None
        seats = tuple(
            Seat(seat, bot=COMPUTER) if place.computer else Seat(seat, place.people)
            for seat, place in self.places.items()
        )
        return Begin(
            self.summary.folder, seats, self.rounds, self.procedure, self.seed, self.rules.pack, self.manner,
            self.agenda, self.minutes,
        )  # fmt: skip

    @property
    def minutes(self) -> int:
        """Returns the minutes of play that the chosen length leaves; 0, as the rules say, for rounds set by hand."""
        rules = rules_of_the_house()
        lengths = lengths_of(self.scenario, rules) if self.scenario else ()
        chosen = next((each for each in lengths if (each.rounds, each.agenda) == (self.rounds, self.agenda)), None)
        return parts_of(chosen.minutes, rules.workshop).play if chosen else 0


def ruled(pack: PackSummary) -> Rules:
    """Returns what playing with a rule pack means."""
    if pack.problems:
        return Rules(pack.path, pack.problems)
    try:
        loaded = load_rulebook(pack=pack.path)
    except ContentError as faulty:
        return Rules(pack.path, faulty.problems)
    names = tuple(finding.name for finding in departing(loaded.rulebook)) if loaded.pack else ()
    return Rules(pack.path if loaded.pack else None, (), names)


def planned(
    summary: Summary | None, seed: int, known: dict[StakeholderId, Place], rules: Rules | None = None
) -> Plan:
    """Returns the plan of a scenario with its own length and way of deciding; seats and rules already set stay so."""
    rules = rules or Rules()
    faults = summary.problems if summary else ()
    empty = Plan(summary, None, faults, FEWEST_ROUNDS, ProcedureId(""), seed, rules=rules)
    if summary is None or summary.problems:
        return empty
    try:
        scenario = load_scenario(summary.folder).scenario
    except ContentError as faulty:
        return evolve(empty, problems=faulty.problems)
    places = {seat.id: known.get(seat.id, Place()) for seat in scenario.stakeholders}
    length = length_of(scenario, rules_of_the_house())
    return Plan(
        summary, scenario, (), scenario.rounds, scenario.procedure, seed, places, rules, scenario.manner,
        length.agenda if length else (),
    )  # fmt: skip


def again(before: Plan, after: Plan) -> Plan:
    """Returns the plan of a scenario read again, with what had been chosen before where it can still be chosen."""
    if before.scenario is None or after.scenario is None or before.scenario.id != after.scenario.id:
        return after
    asked = {challenge.id for challenge in after.scenario.challenges}
    agenda = before.agenda if asked.issuperset(before.agenda) else ()
    return evolve(after, rounds=before.rounds, procedure=before.procedure, manner=before.manner, agenda=agenda)


def minutes(rules: Rulebook, rounds: int) -> int:
    """Returns how long so many rounds take, opening and debrief apart."""
    return round(rounds * sum(phase.minutes.value for phase in rules.phases))


def rules_of_the_house() -> Rulebook:
    """Returns the shipped rulebook, from which ways of deciding and durations are read."""
    return load_rulebook().rulebook
