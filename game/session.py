"""The table in the room: the one object that changes. It holds the present state, the journal and who listens."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from attrs import evolve

from game import VERSION
from game.bots.bot import Bot, Choice
from game.bots.persona import PersonaBot
from game.bots.simple import GreedyBot, RandomBot
from game.city.state import CityState
from game.commitments import Commitments, keep_commitments
from game.content.cards import Manner
from game.content.fingerprints import played_with
from game.content.load import Loaded, LoadedRules
from game.content.shapes import PAPER, ChallengeId, ProcedureId, ScenarioId, StakeholderId
from game.engine.bargaining import offers_to
from game.engine.events import ChancesDrawn, CityMoved, Event
from game.engine.inventing import playing
from game.engine.legal import awaited
from game.engine.moves import Move, Proceed
from game.engine.observe import observe
from game.engine.odds import Outlook, likelihood
from game.engine.phases import Phase
from game.engine.roster import as_in_the_room, holder, holders
from game.engine.seating import SOMEBODY, Entrust, Gather, Holder, Seat
from game.engine.setup import first_state, new_game
from game.engine.state import Game, State
from game.engine.step import step
from game.errors import GameError, IllegalMove, Refusal
from game.journal.entries import Branched, Forgotten, Header, MoveMade, Paced, Told, Undone, Weighed, WentTo
from game.journal.file import Journal
from game.turns import Track, Turn, digest, together

if TYPE_CHECKING:
    from game.content.load_packs import LoadedPack

BOTS: Final[dict[str, Bot]] = {"persona": PersonaBot(), "greedy": GreedyBot(), "random": RandomBot()}
"""Computer players by the name a journal and the command line use."""

Listener = Callable[[Move | None, tuple[Event, ...]], None]
"""Told of each accepted move and its events, and of an undo (no move, no events)."""


class Session:
    """A game being played. Moves enter by `submit`; what is accepted is in the journal before anybody hears of it."""

    def __init__(
        self, game: Game, seats: Sequence[Seat], journal: Journal | None = None, pack: "LoadedPack | None" = None
    ) -> None:
        """Starts at the first state; without a journal nothing is kept (playouts, tests).

        `pack` is the rule pack that made the rules of the game, None for the paper's.
        """
        self.game = game if game.seated == tuple(seats) else evolve(game, seated=tuple(seats))
        self.pack = pack
        self.journal = journal
        self.tracks = [Track()]
        """The trunk, then the branches in the order they were opened."""
        self.present = 0
        """The track being played."""
        self.minutes = 0
        """The minutes of play planned; 0 for what the rules say."""
        self.weights: tuple[tuple[str, int], ...] = ()
        """How much each thing counts for the room, in points; nothing where it has not said."""
        self.commitments: Commitments = {}
        """What each seat will do after the session, in its own words; kept beside the journal."""
        self.forgotten: tuple[Forgotten, ...] = ()
        """What was deleted from the journal, in order."""
        self.listeners: list[Listener] = []
        self._first = first_state(self.game)

    @property
    def track(self) -> Track:
        """Returns the line of play that the table is on."""
        return self.tracks[self.present]

    @property
    def turns(self) -> list[Turn]:
        """Returns the turns of the present line, from the first."""
        return self.track.turns

    @property
    def undoable(self) -> bool:
        """Tells whether the present line has a move of its own to take back."""
        return len(self.turns) > self.track.at

    @property
    def state(self) -> State:
        """Returns the present state."""
        return self.turns[-1].state if self.turns else self._first

    @property
    def holders(self) -> dict[StakeholderId, Holder]:
        """Returns who holds each seat at present."""
        return holders(self.game, self.state)

    @property
    def seats(self) -> dict[StakeholderId, Seat]:
        """Returns who sits where at present; a seat whose holder has not changed, as it was given."""
        first = {seat.player: seat for seat in self.game.seated}
        known = first | {player: Seat(player, held.people, held.bot) for player, held in self.state.roster}
        return {player: known.get(player, Seat(player)) for player in self.game.players}

    @property
    def states(self) -> tuple[State, ...]:
        """Returns every state so far, the first one included."""
        return (self._first, *(turn.state for turn in self.turns))

    @property
    def events(self) -> tuple[Event, ...]:
        """Returns everything that has happened and still stands."""
        return tuple(event for turn in self.turns for event in turn.events)

    @property
    def cities(self) -> tuple[CityState, ...]:
        """Returns the city at the start and after each resolved round."""
        moved = (event.after for event in self.events if isinstance(event, CityMoved))
        return (self.game.start, *moved)

    @property
    def over(self) -> bool:
        """Tells whether the session has ended."""
        return self.state.phase is Phase.ENDED

    @property
    def last_moved(self) -> CityMoved | None:
        """Returns the last resolution, if a round has been resolved."""
        return next((event for event in reversed(self.events) if isinstance(event, CityMoved)), None)

    @property
    def drawn(self) -> dict[int, tuple[Outlook, ...]]:
        """Returns what could have happened in each resolved round, the likeliest first."""
        drawn = (event for event in self.events if isinstance(event, ChancesDrawn))
        return {event.round: tuple(sorted(event.outlooks, key=likelihood)) for event in drawn}

    def as_it_stands(self) -> "Session":
        """Returns a copy to read while the table plays on; it keeps no journal and nobody listens to it."""
        copy = Session(self.game, self.game.seated, pack=self.pack)
        copy.tracks = [evolve(track, turns=list(track.turns)) for track in self.tracks]
        copy.present, copy.minutes = self.present, self.minutes
        copy.weights, copy.commitments, copy.forgotten = self.weights, dict(self.commitments), self.forgotten
        return copy

    def submit(self, move: Move, at: int | None = None) -> tuple[Event, ...]:
        """Plays a move and returns its events.

        `at` is the number of moves the sender knew of: a move prepared for an older table is refused as STALE.
        Raises IllegalMove or JournalError; in both cases the table stays as it was.
        """
        if at is not None and at != len(self.turns):
            raise IllegalMove(Refusal.STALE)
        after, events = step(self.game, self.state, move)
        turn = Turn(move, events, after)
        if self.journal:
            self.journal.append(MoveMade(move, digest(playing(self.game, after), after)))
        self.turns.append(turn)
        if not {*after.invented} <= {*self.game.invented}:
            self._enlarge()
        self._tell(move, events)
        return events

    def _enlarge(self) -> None:
        """Takes an answer invented in the room into the game, and fits every city played so far to it."""
        self.game, self.tracks = together(self.game, self.tracks)
        self._first = first_state(self.game)

    def undo(self) -> bool:
        """Takes back the last move; False when there is none. The journal keeps both the move and its undoing.

        A branch takes back only its own moves: those before it belong to the line it left.
        """
        if not self.undoable:
            return False
        if self.journal:
            self.journal.append(Undone())
        self.turns.pop()
        self._tell(None, ())
        return True

    def branch(self, at: int, name: str) -> None:
        """Goes on from the moment after the first `at` turns, on a new line; the present one stays as it is.

        Raises GameError for a moment that has not been.
        """
        if not 0 <= at <= len(self.turns):
            raise GameError("error.no_moment", found=at, last=len(self.turns))
        if self.journal:
            self.journal.append(Branched(at, name))
        room = self.holders
        self.tracks.append(Track(self.turns[:at], name, self.present, at))
        self.present = len(self.tracks) - 1
        self._tell(None, ())
        self._seat_as(room)

    def go_to(self, track: int) -> None:
        """Goes on with another line of play, where it stood. Raises GameError when there is none of that number."""
        if not 0 <= track < len(self.tracks):
            raise GameError("error.no_branch", found=track, last=len(self.tracks) - 1)
        if self.journal:
            self.journal.append(WentTo(track))
        room, self.present = self.holders, track
        self._tell(None, ())
        self._seat_as(room)

    def pace(self, minutes: int) -> None:
        """Plans so many minutes of play; 0 goes back to what the rules say."""
        if self.journal:
            self.journal.append(Paced(minutes))
        self.minutes = minutes

    @property
    def weighable(self) -> bool:
        """Tells whether the room may still say what counts for it: until the first challenge opens."""
        return self.state.round == 1 and self.state.phase is Phase.BRIEFING and len(self.cities) == 1

    def weigh(self, points: tuple[tuple[str, int], ...]) -> None:
        """Keeps how much each thing counts for the room; none takes it back. Raises GameError once play has begun."""
        if not self.weighable:
            raise GameError("error.weighed_late")
        if self.journal:
            self.journal.append(Weighed(points))
        self.weights = points

    def commit(self, player: StakeholderId, words: str) -> None:
        """Keeps what a seat will do after the session, in its own words; none deletes it.

        Raises JournalError when the file beside the journal can't be written; then the old words stand.
        """
        kept = {**self.commitments, player: words.strip()}
        kept = {seat: said for seat, said in kept.items() if said}
        if self.journal:
            keep_commitments(self.journal.path, kept)
        self.commitments = kept

    def reread(self, game: Game, tracks: list[Track], told: Told) -> None:
        """Takes up the session as its journal tells it.

        `tracks` are its lines of play, retraced; what the journal says beside the moves is the plan of time, the room's
        weights and what was deleted.
        """
        self.game, self.tracks, self.present = game, tracks, told.present()
        self._first = first_state(game)
        self.minutes, self.weights, self.forgotten = told.minutes(), told.weights(), told.forgotten()

    def hand_over(self, player: StakeholderId) -> None:
        """Gives a seat to a computer player that plays its role card."""
        self.submit(Entrust(player))

    def take_over(self, player: StakeholderId) -> None:
        """Gives a computer player's seat back to its people, or to somebody at the table."""
        self.submit(Gather(player, holder(self.game, self.state, player).people or SOMEBODY))

    def _seat_as(self, room: dict[StakeholderId, Holder]) -> None:
        """Seats the people who are in the room at another moment of the session: they don't go back in time."""
        if not self.over:
            for move in as_in_the_room(self.game, self.state, room):
                self.submit(move)

    def bot_choice(self) -> tuple[StakeholderId, Choice] | None:
        """Returns what the next awaited computer player would do, or None when the table waits for people."""
        bargaining = [player for player in self.game.players if offers_to(self.state, player)]
        seats = self.seats
        for player in (*bargaining, *awaited(self.game, self.state)):
            bot = seats[player].bot
            if bot is not None:
                seen = observe(self.game, self.state, player)
                return (player, BOTS[bot].choose(self.game, seen)) if seen.moves else None
        return None

    def waits_for_people(self) -> tuple[StakeholderId, ...]:
        """Returns the seats held by people that the table waits for."""
        seats = self.seats
        return tuple(p for p in awaited(self.game, self.state) if seats[p].bot is None)

    def next_unattended(self) -> tuple[Move, Choice | None]:
        """Returns the move that carries on without people: a computer player's, or the table going on."""
        chosen = self.bot_choice()
        return (chosen[1].move, chosen[1]) if chosen else (Proceed(), None)

    def close(self) -> None:
        """Closes the journal; nothing is lost."""
        if self.journal:
            self.journal.close()

    def _tell(self, move: Move | None, events: tuple[Event, ...]) -> None:
        for listener in self.listeners:
            listener(move, events)


def journal_path(folder: Path, began: datetime, scenario: ScenarioId, seed: int) -> Path:
    """Returns a name for a new journal that no file of the folder has: when, what, and which luck."""
    stem = f"{began:%Y-%m-%d-%H%M%S}-{scenario.replace('/', '-')}-{seed}"
    names = (f"{stem}{tail}.jsonl" for tail in ("", *(f"-{number}" for number in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())


def begin(
    loaded: Loaded,
    rules: LoadedRules,
    seats: Sequence[Seat],
    seed: int,
    path: Path | None,
    began: str,
    rounds: int | None = None,
    procedure: ProcedureId | None = None,
    manner: Manner | None = None,
    agenda: Sequence[ChallengeId] = (),
    minutes: int = 0,
) -> Session:
    """Returns a new session; `path` is where its journal is made (None: none is kept)."""
    game = new_game(loaded.scenario, rules.rulebook, seed, rounds, procedure, manner=manner, agenda=agenda)
    header = Header(
        scenario=loaded.scenario.id,
        procedure=game.procedure,
        rounds=game.rounds,
        seed=seed,
        seats=tuple(seats),
        hashes=played_with(loaded, rules),
        version=VERSION,
        began=began,
        pack=rules.pack.applied.pack.id if rules.pack else PAPER,
        pack_file=_elsewhere(rules.pack) if rules.pack else "",
        manner=game.manner,
        agenda=tuple(agenda),
        minutes=minutes,
    )
    session = Session(game, seats, Journal(path, header) if path else None, rules.pack)
    session.minutes = minutes
    return session


def _elsewhere(pack: "LoadedPack") -> str:
    """Returns where a pack lies, or "" when it is among those installed, which may move together."""
    from game.content.load_packs import pack_folders

    path = pack.path.resolve()
    return "" if path.parent in {folder.resolve() for folder in pack_folders()} else str(path)
