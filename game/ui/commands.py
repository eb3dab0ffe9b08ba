"""What the window asks of the room: one class a command. `Room.handle` carries them out, or refuses with a reason."""

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from game.wording.words import Words

if TYPE_CHECKING:  # the title is shown before any of this is read
    from game.content.answersheets import AnswerSheet
    from game.content.cards import Manner, Scenario
    from game.content.questions import Questionnaire
    from game.content.shapes import ChallengeId, ProcedureId, StakeholderId
    from game.content.workshop import WorkshopPlan
    from game.engine.seating import Seat
    from game.forgetting.anew import Part


@frozen
class Begin:
    """Start a session."""

    scenario: Path
    seats: "tuple[Seat, ...]"
    rounds: int
    procedure: "ProcedureId"
    seed: int
    pack: Path | None = None
    """The rule pack to play with; None for the rules as they are."""
    manner: "Manner | None" = None
    """How the table votes; None for the scenario's own manner."""
    agenda: "tuple[ChallengeId, ...]" = ()
    """The challenges asked, in order; none for the scenario's own agenda."""
    minutes: int = 0
    """The minutes of play planned; 0 for what the rules say."""
    waits: bool = False
    """Whether the clock waits, while people are welcomed and read their roles, until the first phase is closed."""
    asks: bool = False
    """Whether the plan has a questionnaire, to be filled in before the first challenge."""


@frozen
class Resume:
    """Go on with a saved session."""

    journal: Path


@frozen
class Undo:
    """Take back the last move."""


@frozen
class TakeOver:
    """People take a seat from a computer player."""

    player: "StakeholderId"


@frozen
class HandOver:
    """A computer player takes a seat from people."""

    player: "StakeholderId"


@frozen
class Advance:
    """Let the next computer player move, or an unattended table go on."""


@frozen
class Pause:
    """Stop or restart what goes on by itself."""

    on: bool


@frozen
class WriteDebrief:
    """Write the debrief page in the language shown."""

    words: Words


@frozen
class Weigh:
    """Keep how much each thing counts for the room; none for no ruler of its own."""

    points: tuple[tuple[str, int], ...]


@frozen
class Commit:
    """Keep what a seat will do after the session; no words delete it."""

    player: "StakeholderId"
    words: str


@frozen
class Forget:
    """Delete a seat's names, words and commitment from the files of the session."""

    player: "StakeholderId"
    kept: bool = False
    """Whether the answers that were kept beside a scenario go, too."""


@frozen
class ForgetRoom:
    """Delete what is on file of the whole room, a part at a time."""

    part: "Part"


@frozen
class DeleteSession:
    """Delete every file of the session; it goes on in this window alone."""


@frozen
class PutTogether:
    """Write the page that compares several tables, by their journals, in the language shown."""

    journals: tuple[Path, ...]
    words: Words


@frozen
class Branch:
    """Go on from the moment after the first `at` turns, on a branch of that name."""

    at: int
    name: str


@frozen
class GoTo:
    """Go on with another line of play: 0 is the trunk."""

    track: int


@frozen
class PlanFor:
    """Plan so many minutes of play; 0 for what the rules say."""

    minutes: int


@frozen
class Keep:
    """Keep the admitted answer of that number beside its scenario, for the next workshop."""

    number: int


@frozen
class KeepAnswers:
    """Write the sheets of a questionnaire into a file: all of them, in the place of what it held."""

    file: Path
    sheets: "tuple[AnswerSheet, ...]"
    asked: "Questionnaire"


@frozen
class KeepPlan:
    """Keep the plan of a workshop among the user's own, or in the file it was taken from, in the language shown."""

    plan: "WorkshopPlan"
    words: Words
    file: Path | None = None


@frozen
class PrintPlan:
    """Write what a workshop puts on the table, in the language shown."""

    plan: "WorkshopPlan"
    scenario: "Scenario"
    words: Words
