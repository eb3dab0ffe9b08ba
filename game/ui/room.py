"""The table as the window holds it: the session being played, who plays unattended, what can be resumed.

Screens read it and ask for changes by `Submit`; only `handle` changes anything, and whatever it refuses it raises.
"""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import frozen

from game.errors import GameError
from game.ui.aside import Aside
from game.ui.commands import (
    Advance,
    Begin,
    Branch,
    Commit,
    DeleteSession,
    Forget,
    ForgetRoom,
    GoTo,
    HandOver,
    Keep,
    KeepAnswers,
    KeepPlan,
    Pause,
    PlanFor,
    PrintPlan,
    PutTogether,
    Resume,
    TakeOver,
    Undo,
    Weigh,
    WriteDebrief,
)
from game.ui.facilitator.desk import Asked, Desk
from game.ui.setup.reading import Reading
from game.wording.words import Words

if TYPE_CHECKING:  # the title is shown before any of this is read
    from game.bots.bot import Choice
    from game.city.claims import Finding
    from game.content.causalmap import CausalMap, Moment
    from game.content.load import Summary
    from game.content.shapes import InterventionId, StakeholderId
    from game.engine.events import Event
    from game.engine.moves import Move
    from game.keeping import Kept
    from game.session import Session

PACE: Final = 1.6
"""Seconds between two moves of computer players: time to read one line."""
PAUSE: Final = 6.0
"""Seconds an unattended table looks at a round's outcome."""


@frozen
class Line:
    """A line of the log: who it is about, what happened, and a computer player's reason, if it gave one."""

    player: "StakeholderId | None"
    text: str
    reason: str | None


class Room:
    """What the screens share."""

    def __init__(self, folder: Path, pace: float | None = None) -> None:
        """Keeps journals in `folder`; `pace` is in seconds a computer player's move."""
        self.folder = folder
        self.pace = PACE if pace is None else pace
        self.paused = False
        self.unattended = False
        """Whether the table goes on by itself when nobody is awaited: a demonstration."""
        self.notice: str | None = None
        """A key of the catalogues to tell once: a journal whose last line was cut."""
        self.page: Path | None = None
        self.document: Path | None = None
        self.writing: Aside[Path] | None = None
        """The debrief page being written: it plays the scenario in seven ways, which takes seconds."""
        self.asks = False
        """Whether the workshop that was begun has a questionnaire to fill in first."""
        self.plan: Path | None = None
        """The plan of a workshop last kept."""
        self.printing: Aside[Path] | None = None
        """The sheets of a workshop being written."""
        self.sketches: dict[Moment, CausalMap] = {}
        """Maps of causes being drawn, not all of them on the wall yet."""
        self.kept: dict[InterventionId, Kept] = {}
        """Where answers of the room were kept from this window."""
        self.desk, self.reading = Desk(), Reading()
        self._session: Session | None = None
        self._reasons: dict[int, tuple[StakeholderId, Choice]] = {}
        self._departing: tuple[Finding, ...] | None = None

    @property
    def session(self) -> "Session":
        """Returns the session being played."""
        assert self._session is not None
        return self._session

    @property
    def playing(self) -> bool:
        """Tells whether a session is open."""
        return self._session is not None

    def hold(self, session: "Session", unattended: bool = False) -> None:
        """Puts a session on the table; a map drawn before people play stays in hand."""
        self.sketches = self.sketches if not self.playing or self.unattended else {}
        self._session, self.unattended, self.paused = session, unattended, False
        self.asks = False
        self._reasons, self.writing, self._departing = {}, None, None
        self.page = self.document = None
        self.desk.open(session, running=not unattended)

    def handle(self, asked: object) -> None:
        """Carries out a command or a move; raises GameError and changes nothing when it can't be done."""
        if isinstance(asked, Asked):
            self.desk.handle(asked)
            return
        if self.desk.frozen is not None and not isinstance(asked, Pause):
            raise GameError("error.frozen")
        self._handle(asked)
        if self.playing:
            self.desk.follow()

    def _handle(self, asked: object) -> None:
        match asked:
            case Begin():
                self._begin(asked)
            case Resume():
                self._resume(asked.journal)
            case Undo():
                self._undo()
            case Branch(at, name):
                self.session.branch(at, name)
                self._turned_back()
            case GoTo(track):
                self.session.go_to(track)
                self._turned_back()
            case PlanFor(minutes):
                self.session.pace(minutes)
            case Weigh(points):
                self.session.weigh(points)
            case Commit(player, words):
                self.session.commit(player, words)
            case Forget() | ForgetRoom() | DeleteSession():
                self._erase(asked)
            case TakeOver():
                self.session.take_over(asked.player)
            case HandOver():
                self.session.hand_over(asked.player)
            case Advance():
                self._advance()
            case Pause():
                self.paused = asked.on
            case KeepPlan(plan, words, file):
                from game.ui.planner.keeping import kept

                self.plan = kept(plan, words, datetime.datetime.now().astimezone(), file)
            case PrintPlan():
                from game.ui.planner.keeping import printed

                self.printing = Aside(lambda: printed(asked.plan, asked.scenario, asked.words))
            case WriteDebrief():
                self._write(asked.words)
            case PutTogether(journals, words):
                from game.report.gathering import write_together

                self.writing = Aside(lambda: (write_together(journals, words),))
            case Keep(number):
                self._keep(number)
            case KeepAnswers():
                from game.content.keptsheets import keep

                keep(asked.file, asked.sheets, asked.asked)
            case _:
                self._submit(asked)

    def _submit(self, move: object) -> None:
        """Plays a move; where an answer of the room has made every turn anew, their reasons stay with them."""
        game, before = self.session.game, [list(track.turns) for track in self.session.tracks]
        self.session.submit(move, at=len(self.session.turns))  # type: ignore[arg-type]
        if self.session.game is not game:
            lines = zip(before, self.session.tracks, strict=True)
            made = {id(old): id(new) for turns, track in lines for old, new in zip(turns, track.turns, strict=False)}
            self._reasons = {made[turn]: told for turn, told in self._reasons.items() if turn in made}

    def goes_on_in(self) -> float | None:
        """Returns the seconds until the table moves by itself, or None when it waits for people."""
        if self.paused or not self.playing or self.session.over or self.desk.frozen is not None:
            return None
        if self.session.bot_choice() is not None:
            return self.pace
        if not (self.unattended or self._watching()) or self.session.waits_for_people():
            return None
        from game.engine.phases import Phase

        looking = (Phase.BRIEFING, Phase.RESOLUTION, Phase.REFLECTION)
        return self.pace * PAUSE / PACE if self.session.state.phase in looking else self.pace

    @property
    def moves_itself(self) -> bool:
        """Tells whether there is something to pause: a computer player at a seat, or a table that nobody sits at."""
        held = self.session.holders.values()
        return self.unattended or self._watching() or any(each.bot for each in held)

    def _watching(self) -> bool:
        """Tells whether everybody has handed their seat over: the room looks on."""
        return bool(self.session.state.roster) and not any(each.heads for each in self.session.holders.values())

    def lines(self, words: Words, since: int = 0) -> list[Line]:
        """Returns what has been said and done, in words, oldest first; `since` leaves out so many moves."""
        from game.wording.sentences import event_told, reason_told
        from game.wording.teller import Teller

        teller = Teller(self.session.game, words)
        lines = []
        for turn in self.session.turns[since:]:
            reason = None if self.scoreless else self._reasons.get(id(turn))  # it tells what an answer would move
            for place, event in enumerate(self._tellable(turn.events)):
                told = event_told(teller, event)
                if told:
                    said = reason_told(teller, *reason) if reason and place == 0 else None
                    lines.append(Line(getattr(event, "player", None), told, said))
        return lines

    def rules_told(self, words: Words) -> str | None:
        """Returns which rules are being played, None for the paper's own, and how far from it they stand."""
        from game.report.rulepack import departing
        from game.wording.packs import departs

        if self.session.pack is None:
            return None
        applied = self.session.pack.applied
        if self._departing is None:
            self._departing = departing(applied.rulebook)
        return departs(words.of(applied.pack.name), len(self._departing), words)

    def since_last_round(self) -> "tuple[Event, ...]":
        """Returns the events of the round that was last resolved, its resolution included."""
        from game.engine.events import CityMoved

        events = self.session.events
        moves = [place for place, event in enumerate(events) if isinstance(event, CityMoved)]
        if not moves:
            return ()
        return self._tellable(events[moves[-2] + 1 if len(moves) > 1 else 0 : moves[-1] + 1])

    @property
    def scoreless(self) -> bool:
        """Tells whether the facilitator hides every score at present."""
        from game.engine.reveal import hidden

        return self.playing and hidden(self.session.state)

    def _tellable(self, events: "tuple[Event, ...]") -> "tuple[Event, ...]":
        """Returns events as they may be told at present: without a level in them while scores are hidden."""
        from game.engine.reveal import without_scores

        if not self.scoreless:
            return events
        return tuple(told for told in map(without_scores, events) if told is not None)

    def scenarios(self) -> "tuple[Summary, ...]":
        """Returns the scenarios at hand, the user's own included."""
        return self.reading.scenarios()

    def written(self) -> bool:
        """Tells whether the page being written is there; raises GameError when it can't be written."""
        if self.writing is None or not self.writing.over:
            return False
        writing, self.writing = self.writing, None
        self.page, *documents = writing.taken()
        self.document = documents[0] if documents else None
        if self.document is None:
            writing.taken()  # raises why there is a page and no document
        return True

    def close(self) -> None:
        """Closes the journal; everything accepted is on disk already."""
        if self._session:
            self._session.close()

    def _write(self, words: Words) -> None:
        """Begins to write the debrief beside the journal: the page, and the same as a PDF."""
        from game.report.debrief import write_with_document

        journal, session = self.session.journal, self.session.as_it_stands()
        path = journal.path if journal else self.folder / "debrief.jsonl"
        today = datetime.datetime.now().astimezone().date()
        self.writing = Aside(lambda: write_with_document(session, words, today, path))

    def _keep(self, number: int) -> None:
        from game.keeping import keep

        today, session = datetime.datetime.now().astimezone().date(), self.session
        held = session.state.inventions[number]
        assert held.card is not None
        self.kept[held.card.id] = keep(session.game.model.scenario.id, held, today)

    def _erase(self, asked: Forget | ForgetRoom | DeleteSession) -> None:
        from game.ui.recorded.erasing import erase

        if self.writing is not None and not self.writing.over:
            raise GameError("error.still_writing")
        erase(self.session, self.desk, asked)
        self._reasons = {}  # they are kept by turn, and every turn has been played anew
        if isinstance(asked, DeleteSession):
            self.page = self.document = None

    def _begin(self, asked: Begin) -> None:
        from game.content.load import load_rulebook, load_scenario
        from game.session import begin, journal_path

        loaded = load_scenario(asked.scenario)
        now = datetime.datetime.now().astimezone()
        path = journal_path(self.folder, now, loaded.scenario.id, asked.seed)
        session = begin(
            loaded,
            load_rulebook(pack=asked.pack),
            asked.seats,
            asked.seed,
            path,
            now.isoformat(timespec="seconds"),
            asked.rounds,
            asked.procedure,
            asked.manner,
            asked.agenda,
            asked.minutes,
        )
        self.close()
        self.hold(session, unattended=all(seat.bot for seat in asked.seats))
        self.asks = asked.asks
        if asked.waits:
            self.desk.wait()
        self.notice = None if self.unattended else _claimed(self.folder, path)

    def _resume(self, journal: Path) -> None:
        from game.journal.file import read_journal
        from game.replaying import resume, rules_of, scenario_of

        told = read_journal(journal)
        session, told = resume(journal, scenario_of(told), rules_of(told))
        self.close()
        self.sketches.clear()
        self.hold(session, unattended=all(seat.bot for seat in session.seats.values()))
        self.notice = "journal.cut" if told.cut else None

    def _advance(self) -> None:
        from game.engine.moves import Proceed

        chosen = self.session.bot_choice()
        move: Move = chosen[1].move if chosen else Proceed()
        self.session.submit(move)
        if chosen:
            self._reasons[id(self.session.turns[-1])] = chosen

    def _undo(self) -> None:
        self.paused = self.moves_itself
        if self.session.undoable:
            self._reasons.pop(id(self.session.turns[-1]), None)
        self.session.undo()
        self.sketches.clear()  # or what was taken back would go up again

    def _turned_back(self) -> None:
        """Waits for people after the table has gone to another moment, whose plan it is taken to have kept."""
        self.paused = self.moves_itself
        self.sketches.clear()
        self.desk.follow()
        self.desk.start_over()


def _claimed(folder: Path, journal: Path) -> str | None:
    """Takes the sheets that wait to the session that has begun; returns the key of what to tell where they stay."""
    from game.content.keptsheets import claim

    try:
        claim(folder, journal)
    except GameError:
        return "learning.not_claimed"
    return None
