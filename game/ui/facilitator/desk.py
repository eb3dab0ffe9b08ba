"""The facilitator's desk: the clock of the phase, the next step to suggest, the spotlight, the freeze, the notes.

Nothing of it is part of the game. Time comes in by `pass_time`; the desk reads no clock.
"""

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from game.errors import GameError

if TYPE_CHECKING:
    from pathlib import Path

    from game.content.shapes import StakeholderId
    from game.engine.coaching import Advice
    from game.engine.pacing import Course, Pace
    from game.session import Session

MINUTE: Final = 60
NOTES: Final = ".notes.txt"
"""How the file of notes ends, whose name is else the journal's."""


@frozen
class RunClock:
    """Start or stop the clock of the phase."""

    on: bool


@frozen
class Extend:
    """Give the phase so many minutes more."""

    minutes: int


@frozen
class Restart:
    """Begin the time of the phase again."""


@frozen
class ShowClock:
    """Play with a clock, or without."""

    on: bool


@frozen
class Coach:
    """Let the table suggest next steps, or silence it."""

    on: bool


@frozen
class Spotlight:
    """Put a seat in the light, None for nobody."""

    seat: "StakeholderId | None"


@frozen
class Freeze:
    """Stop everything and show a sentence to the room; None goes on."""

    text: str | None


@frozen
class Write:
    """Write a note."""

    text: str


@frozen
class Erase:
    """Strike out the note of that place."""

    number: int


@frozen
class Facilitate:
    """Open the facilitator's own window, or close it."""

    on: bool


Asked = RunClock | Extend | Restart | ShowClock | Coach | Spotlight | Freeze | Write | Erase | Facilitate
"""What a facilitator asks of the desk."""


class Desk:
    """What a facilitator holds beside the game."""

    def __init__(self) -> None:
        self.clock = self.coach = True
        self.running = False
        self.spent = self.extra = self.elapsed = 0.0
        """Seconds: in this phase, given to it, and in all."""
        self.spotlight: StakeholderId | None = None
        self.frozen: str | None = None
        self.facilitating = False
        self.notes: list[str] = []
        self._session: Session | None = None
        self._moment: object = None
        self._turns = 0
        self._waiting = False
        """Whether the clock is to start with the next phase."""
        self._course: Course | None = None
        self._own = 0.0
        """Seconds planned for the present phase."""
        self._told: Advice | None = None

    def open(self, session: "Session", running: bool = True) -> None:
        """Takes a session up: the clock starts with its present phase, and the notes are those kept beside it."""
        self._session, self.spotlight, self.frozen = session, None, None
        self.running, self.notes = running and not session.over, _read(self._file())
        self._waiting = False
        self._moment = _moment(session)
        self.start_over()

    def wait(self) -> None:
        """Stops the clock until the present phase is closed."""
        self.running, self._waiting = False, True

    def start_over(self) -> None:
        """Begins the phase's time, as if everything before had kept to the plan."""
        self.spent = self.extra = 0.0
        self.elapsed = self._afresh().gone

    def handle(self, asked: Asked) -> None:
        """Does what was asked. Raises GameError when notes can't be kept; they stand as they were."""
        match asked:
            case RunClock(on):
                self.running = on
            case Extend(minutes):
                self.extra += minutes * MINUTE
            case Restart():
                self.elapsed -= self.spent
                self.spent = self.extra = 0.0
            case ShowClock(on):
                self.clock, self.running = on, on
            case Coach(on):
                self.coach = on
            case Spotlight(seat):
                self.spotlight = seat
            case Freeze(text):
                self.frozen = text
            case Write(text):
                self._keep([*self.notes, text])
            case Erase(number):
                self._keep([note for place, note in enumerate(self.notes) if place != number])
            case Facilitate(on):
                self.facilitating = on

    def follow(self) -> None:
        """Looks where the table is: a new phase has its own time, and nobody stays in the light."""
        if self._session is None:
            return
        if _moment(self._session) != self._moment:
            self._moment = _moment(self._session)
            self.spent = self.extra = 0.0
            self.spotlight = None
            self._go_on(self._session)
            self.running, self._waiting = self.running or self._waiting, False
        elif self._course is not None and self._course.minutes != self._session.minutes:
            self._plan(evolve(self._course, minutes=self._session.minutes))
        self._turns = len(self._session.turns)

    def pass_time(self, seconds: float) -> bool:
        """Lets time pass, and tells whether there is something else to suggest than before."""
        if not self.ticking:
            return False
        before = int(self.spent)
        self.spent += seconds
        self.elapsed += seconds
        if int(self.spent) == before:
            return False
        told, self._told = self._told, self.advice()
        return told != self._told

    @property
    def ticking(self) -> bool:
        """Tells whether time counts at present."""
        held = self._session is not None and not self._session.over
        return held and self.clock and self.running and self.frozen is None

    def patience(self) -> float | None:
        """Returns the seconds until the clock shows another figure, None while it stands still."""
        return 1.0 - self.spent % 1.0 if self.ticking else None

    def pace(self) -> "Pace | None":
        """Returns how the table keeps to its plan; None without a clock."""
        from game.engine.pacing import Pace

        if not self.clock or self._course is None:
            return None
        behind = self.elapsed - self._course.gone - min(self.spent, self._own)
        return Pace(self.spent, self._own + self.extra, behind)

    def left(self) -> int:
        """Returns the whole seconds left of the phase, fewer than none when it runs over."""
        return round(self._own + self.extra) - int(self.spent)

    def heard(self) -> int | None:
        """Returns the whole seconds left for those who listen, None where no clock runs."""
        return self.left() if self.ticking else None

    def advice(self) -> "Advice | None":
        """Returns the next step to suggest; none while the coach is silent or everything is frozen."""
        from game.engine.coaching import advised

        session = self._session
        if not self.coach or self.frozen is not None or session is None:
            return None
        people = frozenset(seat.player for seat in session.seats.values() if seat.bot is None)
        return advised(session.game, session.state, people, self.pace())

    def _go_on(self, session: "Session") -> None:
        """Follows the table to another phase; where it went back, it is taken to have kept to its plan till there."""
        if self._course is None or len(session.turns) < self._turns:
            self._afresh()
        else:
            self._plan(self._course.moved(session.game, session.state))

    def _afresh(self) -> "Course":
        """Returns the course of a table that has kept to its plan, and goes by it."""
        from game.engine.pacing import course

        assert self._session is not None
        session = self._session
        self._turns = len(session.turns)
        return self._plan(course(session.game, session.state, session.minutes))

    def _plan(self, course: "Course") -> "Course":
        assert self._session is not None
        self._course, self._own = course, course.own(self._session.game)
        return course

    def _file(self) -> "Path | None":
        journal = self._session.journal if self._session else None
        return journal.path.with_suffix(NOTES) if journal else None

    def _keep(self, notes: list[str]) -> None:
        file = self._file()
        if file is not None:
            try:
                file.write_text("".join(f"{note}\n" for note in notes), encoding="utf-8")
            except OSError as fault:
                reason = fault.strerror or str(fault)
                raise GameError("error.notes_unwritable", file=str(file), reason=reason) from fault
        self.notes = notes


def _read(file: "Path | None") -> list[str]:
    """Returns the notes kept; a file that can't be read has none."""
    try:
        return file.read_text(encoding="utf-8").splitlines() if file else []
    except (OSError, ValueError):
        return []


def _moment(session: "Session") -> object:
    state = session.state
    return session.present, state.round, state.phase, state.challenge, state.question
