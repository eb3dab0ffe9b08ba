"""The verbs that play: play, demo."""

import argparse
import datetime
import secrets
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from game.cli.codes import DONE
from game.cli.retelling import tell_rules
from game.cli.verbs import DAY, Say, between, verb
from game.paths import SHIPPED, data, sessions_folder
from game.wording.words import Words

if TYPE_CHECKING:
    from game.session import Session

SEEDS: Final = 1_000_000


def add_verbs(verbs: Any, shared: argparse.ArgumentParser, say: Say) -> None:
    """Adds the verbs to those of the command line."""
    opened = verb(verbs, "play", say("cli.play"), shared, play)
    opened.add_argument("journal", nargs="?", type=Path, metavar="SESSION.jsonl", help=say("cli.play_journal"))
    opened.add_argument("--plan", type=Path, metavar="PLAN.yaml", help=say("cli.play_plan"))
    opened.add_argument("--sessions", type=Path, metavar="FOLDER", help=say("cli.sessions"))

    demo = verb(verbs, "demo", say("cli.demo"), shared, _demo)
    demo.add_argument("--scenario", type=Path, help=say("cli.scenario"))
    demo.add_argument("--seed", type=int, metavar="NUMBER", help=say("cli.seed"))
    demo.add_argument("--rounds", type=between(2, 12), metavar="2-12", help=say("cli.rounds"))
    demo.add_argument("--rules", metavar="PACK", help=say("cli.rules"))
    demo.add_argument("--decide", metavar="WAY", help=say("cli.decide"))
    demo.add_argument("--pace", type=between(0, DAY, float), metavar="SECONDS", help=say("cli.pace"))
    demo.add_argument("--terminal", action="store_true", help=say("cli.terminal"))
    demo.add_argument("--sessions", type=Path, metavar="FOLDER", help=say("cli.sessions"))


def play(asked: argparse.Namespace, words: Words) -> int:
    """Opens the window where it was asked for."""
    return open_title(words, asked.sessions or sessions_folder(), asked.journal, getattr(asked, "plan", None))


def open_title(words: Words, sessions: Path, journal: Path | None = None, plan: Path | None = None) -> int:
    """Opens the window on the title, on the table of a journal, or on the table that a plan sets."""
    from game.ui.play import open_window

    open_window(words, sessions, journal, plan)
    return DONE


def _demo(asked: argparse.Namespace, words: Words) -> int:
    from game.content.load import load_rulebook, load_scenario
    from game.engine.seating import Seat
    from game.report.debrief import write_debrief
    from game.session import begin, journal_path

    loaded = load_scenario(asked.scenario or data("scenarios", SHIPPED))
    now, seed = datetime.datetime.now().astimezone(), asked.seed if asked.seed is not None else _drawn_seed()
    folder = asked.sessions or sessions_folder()
    path = journal_path(folder, now, loaded.scenario.id, seed)
    seats = [Seat(stakeholder.id, bot="persona") for stakeholder in loaded.scenario.stakeholders]
    session = begin(
        loaded, load_rulebook(pack=asked.rules), seats, seed, path, now.isoformat(timespec="seconds"), asked.rounds,
        asked.decide,
    )  # fmt: skip
    tell_rules(session, words)
    if asked.terminal or not _shown(session, words, folder, asked.pace):
        _tell_session(session, words, asked.pace or 0.0)
    session.close()
    page = write_debrief(session, words, now.date(), path)
    print(words.say("cli.written_journal", file=path))
    print(words.say("cli.written_page", file=page))
    return DONE


def _tell_session(session: "Session", words: Words, pace: float) -> None:
    from game.wording.sentences import event_told, reason_told
    from game.wording.teller import Teller

    teller = Teller(session.game, words)
    while not session.over:
        chosen = session.bot_choice()
        move, choice = session.next_unattended()
        if chosen and choice:
            reason = reason_told(teller, chosen[0], choice)
            if reason:
                print(f"    {reason}", file=sys.stderr)
        for event in session.submit(move):
            told = event_told(teller, event)
            if told:
                print(told)
                sys.stdout.flush()
                time.sleep(pace)


def _shown(session: "Session", words: Words, folder: Path, pace: float | None) -> bool:
    """Shows the session in a window; returns False, nothing played, where there is no screen."""
    from game.ui.app import NoScreen
    from game.ui.play import show_session

    try:
        show_session(session, words, folder, pace)
    except NoScreen:
        return False
    return True


def _drawn_seed() -> int:
    return secrets.randbelow(SEEDS)
