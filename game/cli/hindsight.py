"""The verbs for after a session: what if, and forget."""

import argparse
import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.cli.codes import DONE
from game.cli.retelling import replayed_as_asked
from game.cli.verbs import Say, verb
from game.content.shapes import StakeholderId
from game.errors import GameError
from game.wording.recorded import copies_told
from game.wording.words import Words

if TYPE_CHECKING:
    from game.journal.entries import Forgotten, Told
    from game.report.hindsight import Recorded, RoomRecorded, WhatIf
    from game.report.mapfigures import MapLevel
    from game.session import Session
    from game.whatif.departing import Departure


def add_verbs(verbs: Any, shared: argparse.ArgumentParser, say: Say) -> None:
    """Adds the verbs to those of the command line."""
    whatif = verb(verbs, "whatif", say("cli.whatif"), shared, _whatif)
    whatif.add_argument("--round", type=int, help=say("cli.whatif_round"))
    other = whatif.add_mutually_exclusive_group()
    other.add_argument("--answer", metavar="ANSWER", help=say("cli.whatif_answer"))
    other.add_argument("--way", metavar="WAY", help=say("cli.whatif_way"))
    whatif.add_argument("--computers", action="store_true", help=say("cli.whatif_computers"))
    whatif.add_argument("--branch", type=int, metavar="NUMBER", help=say("cli.branch"))

    forget = verb(verbs, "forget", say("cli.forget"), shared, _forget)
    what = forget.add_mutually_exclusive_group()
    what.add_argument("--seat", help=say("cli.forget_seat"))
    what.add_argument("--room", choices=("maps", "branches", "notes", "all"), help=say("cli.forget_room"))
    what.add_argument("--session", action="store_true", help=say("cli.forget_session"))
    forget.add_argument("--kept", action="store_true", help=say("cli.forget_kept_too"))
    forget.add_argument("--yes", action="store_true", help=say("cli.forget_yes"))
    for each in (whatif, forget):
        each.add_argument("journal", type=Path, metavar="SESSION.jsonl", help=say("cli.replay_journal"))
        each.add_argument("--scenario", type=Path, help=say("cli.keep_scenario"))
        each.add_argument("--rules", metavar="PACK", help=say("cli.rules_moved"))


def _whatif(asked: argparse.Namespace, words: Words) -> int:
    from game.report.whatif import departure_told, what_if
    from game.whatif.departing import departures, elsewhere, rounds
    from game.wording.teller import Teller

    session, _ = replayed_as_asked(asked)
    teller, played = Teller(session.game, words), rounds(session)
    if not played:
        print(words.say("whatif.no_rounds"))
        return DONE
    if asked.round is not None and asked.round not in played:
        raise GameError("error.no_round", found=asked.round, last=played[-1])
    could = [each for n in played if asked.round in (None, n) for each in departures(session, n)]
    if asked.answer is None and asked.way is None:
        print(words.say("cli.whatif_list"))
        for each in could:
            print(f"  --round {each.round} {_option(each)}", f"    {departure_told(teller, each)}", sep="\n")
        return DONE
    found = what_if(session, teller, elsewhere(session, _chosen(asked, could), asked.computers))
    print(*_told(found, words), sep="\n")
    return DONE


def _option(departure: "Departure") -> str:
    """Returns the option of the command line that asks for a departure."""
    return f"--{departure.kind.value} {departure.of or 'none'}"


def _chosen(asked: argparse.Namespace, could: "Sequence[Departure]") -> "Departure":
    """Returns the first departure that was asked for; raises GameError when there is none."""
    wanted = f"--answer {asked.answer}" if asked.answer is not None else f"--way {asked.way}"
    found = next((each for each in could if _option(each) == wanted), None)
    if found is None:
        known = ", ".join(dict.fromkeys(_option(each) for each in could))
        raise GameError("error.no_departure", round=asked.round or could[0].round, found=wanted, known=known)
    return found


def _told(found: "WhatIf", words: Words) -> list[str]:
    """Returns a what-if as lines of a terminal."""
    from game.report import elsewise

    came, how = [found.came] if found.came else [], elsewise.how(found, words)
    lines = [found.told, *came, elsewise.otherwise(found, words), how]
    tables = (("gauges", found.gauges), ("visions", found.visions), ("groups", found.groups), ("seats", found.seats))
    for name, rows in tables:
        lines += ["", words.say(f"whatif.{name}"), *(_row(each, words) for each in rows)]
    return lines


def _row(level: "MapLevel", words: Words) -> str:
    was, would = words.points(level.was, 1), words.points(level.would, 1)
    return f"  {level.name:<34} {was:>6} → {would:>6}  ({words.change(level.change)})"


def _forget(asked: argparse.Namespace, words: Words) -> int:
    from game.report.recorded import recorded, room_recorded
    from game.wording.teller import Teller

    if asked.session:
        return _forget_session(asked, words)
    session, told = replayed_as_asked(asked)
    teller = Teller(session.game, words)
    every, whole = recorded(session, teller, told), room_recorded(session, teller, told, asked.journal)
    if asked.room is not None:
        return _forget_room(asked, words, session, told, whole)
    if asked.seat is not None:
        return _forget_seat(asked, words, session, told, every)
    print(*(line for each in every for line in _lines(each, words)), *_room_lines(whole, words), sep="\n")
    print(words.say("cli.forget_how", file=asked.journal))
    return DONE


def _forget_seat(
    asked: argparse.Namespace, words: Words, session: "Session", told: "Told", every: "Sequence[Recorded]"
) -> int:
    from game.forgetting.anew import forget
    from game.forgetting.kept import kept_answers
    from game.wording.recorded import kept_told

    seat = next((each for each in every if asked.seat in (each.seat, each.name)), None)
    if seat is None:
        known = ", ".join(each.seat for each in every)
        raise GameError("error.no_such_seat", found=asked.seat, known=known)
    print(*_lines(seat, words), sep="\n")
    if not seat.personal:
        print(words.say("recorded.nothing"))
        return DONE
    player = StakeholderId(seat.seat)
    kept = kept_answers(session, player) if asked.kept else ()
    stays = kept_told(seat.kept, False, words) if not kept else []
    about = "\n".join((words.say("recorded.ask_about"), *stays))
    if not _sure(asked, words.say("recorded.ask", seat=seat.name), about, words):
        return DONE
    done = forget(session, told, asked.journal, player, _today(), kept)
    return _gone(done, asked.journal, words, kept_told(seat.kept, bool(kept), words))


def _forget_room(
    asked: argparse.Namespace, words: Words, session: "Session", told: "Told", whole: "RoomRecorded"
) -> int:
    from game.forgetting.anew import Part, forget_room

    parts = [part for part in Part if asked.room in (part.value, "all") and whole.of(part.value)]
    print(*_room_lines(whole, words), sep="\n")
    if not parts:
        print(words.say("forgetting.nothing"))
        return DONE
    asks = " ".join(words.say(f"forgetting.{part.value}.ask") for part in parts)
    about = "\n".join(words.say(f"forgetting.{part.value}.ask_about") for part in parts)
    if not _sure(asked, asks, about, words):
        return DONE
    return _gone(forget_room(session, told, asked.journal, frozenset(parts), _today()), asked.journal, words)


def _forget_session(asked: argparse.Namespace, words: Words) -> int:
    """Deletes every file of a session, which need not be readable any more; lists them first."""
    from game.forgetting.whole import delete_session, files_of, finish_deleting

    finish_deleting(asked.journal.parent)
    if not asked.journal.is_file():
        raise GameError("error.journal_missing", file=str(asked.journal))
    files = files_of(asked.journal)
    print(words.say("forgetting.whole.about"), *(f"  {file}" for file in files), sep="\n")
    told = words.count("forgetting.whole.ask_about", len(files), files=", ".join(file.name for file in files))
    if not _sure(asked, words.say("forgetting.whole.ask"), told, words):
        return DONE
    gone = delete_session(asked.journal)
    print(words.count("forgetting.whole.gone", len(gone)), words.say("recorded.copies_elsewhere"), sep="\n")
    return DONE


def _today() -> str:
    return datetime.datetime.now().astimezone().date().isoformat()


def _gone(done: "Forgotten", journal: Path, words: Words, beside: "Sequence[str]" = ()) -> int:
    """Tells what was deleted, what became of files `beside` a scenario, and which copies keep what they say."""
    from game.forgetting.anew import copies

    names, texts = words.count("recorded.names", done.names), words.count("recorded.texts", done.texts)
    print(words.say("recorded.done", names=names, texts=texts))
    print(*beside, *copies_told(copies(journal), words), sep="\n")
    return DONE


def _sure(asked: argparse.Namespace, question: str, about: str, words: Words) -> bool:
    """Asks once, on the terminal, unless told not to; no answer is a no."""
    if asked.yes:
        return True
    print("", question, about, sep="\n")
    try:
        answer = input(words.say("cli.forget_sure"))
    except EOFError:
        answer = ""
    sure = answer.strip().casefold() == words.say("cli.forget_answer")
    if not sure:
        print(words.say("cli.forget_kept"))
    return sure


def _room_lines(found: "RoomRecorded", words: Words) -> list[str]:
    """Returns what is on file about the room."""
    say = words.say
    lines = []
    for part in ("maps", "branches", "notes"):
        held = [say("recorded.quoted", words=each) for each in found.of(part)] or [say(f"forgetting.{part}.none")]
        lines += [say(f"forgetting.{part}"), *(f"  {each}" for each in held)]
    return [*lines, *found.forgotten, ""]


def _lines(each: "Recorded", words: Words) -> list[str]:
    """Returns what is on file about a seat."""
    say = words.say
    texts = [say("recorded.quoted", words=words_) for words_ in each.texts] or [say("recorded.no_words")]
    commitment = say("recorded.quoted", words=each.commitment) if each.commitment else say("recorded.no_commitment")
    kept = [say("recorded.kept_file", file=file) for file in each.kept]
    parts = (each.held, *each.deeds, each.ballots, *texts, *kept, commitment, *each.forgotten)
    return [say("cli.forget_of", name=each.name, seat=each.seat), *(f"  {part}" for part in parts), ""]
