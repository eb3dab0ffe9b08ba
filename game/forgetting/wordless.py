"""What people typed with their moves, and the same moves without it."""

from collections.abc import Mapping
from typing import Any, Final, TypeVar

from attrs import evolve, fields, has

from game.bots.balloting import FEAR
from game.content.inventing import Idea, Retold
from game.content.shapes import LANGUAGES, InterventionId, StakeholderId
from game.engine.moves import Admit, Answer, Bargain, Draw, Estimate, Invent, Move, Promise
from game.engine.seating import Gather
from game.journal.entries import MoveMade, SeatChanged, Told
from game.wording.words import words_in

T = TypeVar("T")
MARK: Final = "[…]"
"""What stands where words were: an objection, for one, holds only while it gives a reason."""
Renamed = Mapping[InterventionId, InterventionId]
"""The ids that invented answers had, of which a part is their title, and those they have without their words."""


def words_of(move: Move, player: StakeholderId) -> tuple[str, ...]:
    """Returns the words that people at a seat typed with a move; those already deleted are no words."""
    match move:
        case Answer(player=who, reason=reason) if who == player:
            typed: tuple[str, ...] = (reason,)
        case Bargain(player=who) if who == player:
            typed = tuple(promise.words for promise in (move.gives, move.takes) if promise)
        case Invent(player=who, idea=idea) if who == player and not idea.elsewhere:
            typed = (idea.title, idea.words, idea.records)
        case _:
            typed = ()
    return tuple(words for words in typed if words and words != MARK and not words.startswith(FEAR))


def names_of(told: Told, player: StakeholderId) -> tuple[str, ...]:
    """Returns the names given at a seat, at first and whenever its people changed, each once."""
    seated = (*told.header.seats, *(entry.seat for entry in told.entries if isinstance(entry, SeatChanged)))
    people = [seat.people for seat in seated if seat.player == player]
    people += [move.people for move in moves_in(told) if isinstance(move, Gather) and move.player == player]
    return tuple(dict.fromkeys(name for each in people for name in each if name))


def moves_in(told: Told) -> tuple[Move, ...]:
    """Returns every move of a journal, those taken back included."""
    return tuple(entry.move for entry in told.entries if isinstance(entry, MoveMade))


def authors_of(told: Told) -> tuple[str, ...]:
    """Returns the authors that maps of causes were put up under, each once; those already deleted are none."""
    drawn = (move.map.author for move in moves_in(told) if isinstance(move, Draw))
    return tuple(dict.fromkeys(author for author in drawn if author and not author.startswith(MARK)))


def ideas_of(told: Told) -> tuple[Idea, ...]:
    """Returns the answers that seats have invented, each once, in the order they were written."""
    return tuple(dict.fromkeys(move.idea for move in moves_in(told) if isinstance(move, Invent)))


def without_words(move: Move, player: StakeholderId, ideas: tuple[Idea, ...] = ()) -> Move:
    """Returns the move without the names, and with a mark in place of the words, that a seat typed.

    An invented answer gets a text that says so in every language; `ideas` are all of the journal, to number them by.
    """
    match move:
        case Answer(player=who) if who == player and words_of(move, player):
            return evolve(move, reason=MARK)
        case Gather(player=who) if who == player:
            return evolve(move, people=("",) * len(move.people))
        case Bargain(player=who) if who == player:
            return evolve(move, gives=_unworded(move.gives), takes=move.takes and _unworded(move.takes))
        case Invent(player=who, idea=idea) if who == player and words_of(move, player):
            return evolve(move, idea=neutral(idea, ideas.index(idea) + 1))
    return move


def neutral(idea: Idea, number: int) -> Idea:
    """Returns an idea whose words are gone: in each language, a title that says so, and its number in the session.

    What it does, costs and touches stays as it was.
    """
    first, *others = (_neutral(language, number, idea) for language in LANGUAGES)
    return evolve(
        idea, language=first.language, title=first.title, words=first.words, records=first.records,
        elsewhere=tuple(others),
    )  # fmt: skip


def _neutral(language: str, number: int, idea: Idea) -> Retold:
    words = words_in(language)
    records = words.say("forgotten.card.records") if idea.records else ""
    title, text = words.say("forgotten.card.title", n=words.whole(number)), words.say("forgotten.card.words")
    return Retold(language, title, text, records)


def _unworded(promise: Promise) -> Promise:
    return evolve(promise, words=MARK) if promise.words else promise


def voiceless(move: Move, names: tuple[str, ...]) -> Move:
    """Returns a move in which none of these names has estimated an invented answer; what it estimated stays."""
    match move:
        case Estimate(voice=voice) if voice in names:
            return evolve(move, voice=f"{MARK} {names.index(voice) + 1}")
    return move


def unsigned(move: Move, authors: tuple[str, ...]) -> Move:
    """Returns a move in which no map bears any of these authors; who drew two maps still drew both."""
    match move:
        case Draw(map=drawn) if drawn.author in authors:
            return evolve(move, map=evolve(drawn, author=f"{MARK} {authors.index(drawn.author) + 1}"))
    return move


def unreasoned(move: Move) -> Move:
    """Returns the refusal of an invented answer without the reason, which speaks of what is no longer there."""
    return evolve(move, reason=MARK) if isinstance(move, Admit) and move.reason else move


def renamed(value: T, names: Renamed) -> T:
    """Returns a move, or anything in it, in which invented answers have their new ids."""
    found: Any = value
    kind: Any = type(value)
    if not names:
        return value
    if isinstance(value, str):
        before, colon, option = value.rpartition(":")
        found = f"{before}{colon}{names.get(InterventionId(option), option)}"
    elif isinstance(value, tuple):
        found = tuple(renamed(each, names) for each in value)
    elif has(kind):
        inside = {each.name: getattr(value, each.name) for each in fields(kind)}
        found = evolve(found, **{name: renamed(each, names) for name, each in inside.items()})
    changed: T = found
    return changed
