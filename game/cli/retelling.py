"""The verbs that read a journal: replay, why, odds, report, merge, collect."""

import argparse
import datetime
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from game.cli.codes import DONE, FAULTS
from game.cli.verbs import Say, verb
from game.errors import GameError
from game.wording.words import Words

if TYPE_CHECKING:
    from game.engine.moves import Adjust
    from game.journal.entries import Told
    from game.session import Session


def add_verbs(verbs: Any, shared: argparse.ArgumentParser, say: Say) -> None:
    """Adds the verbs to those of the command line."""
    replay = verb(verbs, "replay", say("cli.replay"), shared, _replay)
    replay.add_argument("journal", type=Path, metavar="SESSION.jsonl", help=say("cli.replay_journal"))
    replay.add_argument("--scenario", type=Path, help=say("cli.keep_scenario"))
    replay.add_argument("--rules", metavar="PACK", help=say("cli.rules_moved"))
    replay.add_argument("--branch", type=int, metavar="NUMBER", help=say("cli.branch"))

    why = verb(verbs, "why", say("cli.why"), shared, _why)
    why.add_argument("journal", type=Path, metavar="SESSION.jsonl", help=say("cli.replay_journal"))
    why.add_argument("name", nargs="?", help=say("cli.why_name"))
    why.add_argument("--round", type=int, help=say("cli.why_round"))
    why.add_argument("--links", action="store_true", help=say("cli.why_links"))
    why.add_argument("--erase", action="append", default=[], metavar="LINK", help=say("cli.why_erase"))
    why.add_argument("--set", action="append", default=[], metavar="LINK=N", help=say("cli.why_set"))
    why.add_argument("--scenario", type=Path, help=say("cli.keep_scenario"))
    why.add_argument("--rules", metavar="PACK", help=say("cli.rules_moved"))

    odds = verb(verbs, "odds", say("cli.odds"), shared, _odds)
    odds.add_argument("journal", type=Path, metavar="SESSION.jsonl", help=say("cli.replay_journal"))
    odds.add_argument("--round", type=int, help=say("cli.odds_round"))
    odds.add_argument("--scenario", type=Path, help=say("cli.keep_scenario"))
    odds.add_argument("--rules", metavar="PACK", help=say("cli.rules_moved"))

    report = verb(verbs, "report", say("cli.report"), shared, _report)
    report.add_argument("journal", type=Path, metavar="SESSION.jsonl", help=say("cli.replay_journal"))
    report.add_argument("--scenario", type=Path, help=say("cli.keep_scenario"))
    report.add_argument("--rules", metavar="PACK", help=say("cli.rules_moved"))
    report.add_argument("--output", type=Path, metavar="FILE", help=say("cli.output"))
    report.add_argument("--branch", type=int, metavar="NUMBER", help=say("cli.branch"))
    report.add_argument("--easy", action="store_true", help=say("print.cli_report_easy"))
    report.add_argument("--pdf", action="store_true", help=say("document.cli_pdf"))
    report.add_argument("--role-pages", action="store_true", help=say("document.cli_roles"))
    report.add_argument("--data", type=Path, metavar="FOLDER", help=say("cli.report_data"))
    report.add_argument("--parquet", action="store_true", help=say("cli.parquet"))

    merge = verb(verbs, "merge", say("cli.merge"), shared, _merge)
    merge.add_argument("journals", type=Path, nargs="+", metavar="SESSION.jsonl", help=say("cli.merge_journals"))
    merge.add_argument("--scenario", type=Path, help=say("cli.keep_scenario"))
    merge.add_argument("--output", type=Path, metavar="FILE", help=say("cli.merge_output"))

    collect = verb(verbs, "collect", say("cli.collect"), shared, _collect)
    collect.add_argument("folder", type=Path, metavar="FOLDER", help=say("cli.collect_folder"))
    collect.add_argument("--scenario", type=Path, action="append", help=say("cli.collect_scenario"))
    collect.add_argument("--output", type=Path, metavar="FOLDER", help=say("cli.collect_output"))
    collect.add_argument("--parquet", action="store_true", help=say("cli.parquet"))


def _replay(asked: argparse.Namespace, words: Words) -> int:
    session, told = replayed_as_asked(asked)
    if told.cut:
        print(words.say("journal.cut"), file=sys.stderr)
    moves = words.count("cli.moves", len(session.turns))
    print(words.say("cli.replayed", file=asked.journal, moves=moves))
    _tell_branches(session, words)
    tell_rules(session, words)
    return DONE


def _why(asked: argparse.Namespace, words: Words) -> int:
    from game.content.reveals import DIMENSIONS, VISIONS
    from game.engine.reveal import revealable
    from game.replaying import otherwise
    from game.wording.accounts import account_lines, change_lines
    from game.wording.links import because_lines
    from game.wording.reasons import difference_lines, link_lines

    session, _ = replayed_as_asked(asked)
    game, cities = session.game, session.cities
    if asked.round is not None and not 0 <= asked.round < len(cities):
        raise GameError("error.no_round", found=asked.round, last=len(cities) - 1)
    seen = cities if asked.round is None else cities[: asked.round + 1]
    contested = [_adjustment(text) for text in asked.set] + [_adjustment(f"{link}=0") for link in asked.erase]
    if contested:
        other, lost = otherwise(session, contested)
        lines = difference_lines(game, words, cities[-1], other.cities[-1])
        lines += [words.count("cli.lost", lost)] if lost else []
    elif asked.links or asked.name is None:
        lines = [*link_lines(game, words, seen[-1]), *_pack_lines(session, words)]
    elif asked.name in {link.id for link in game.model.rules.couplings}:
        lines = because_lines(game.model, words, seen[-1], asked.name, shutil.get_terminal_size().columns)
    else:
        known = tuple(of for of in revealable(game) if of not in (VISIONS, DIMENSIONS))
        if asked.name not in known:
            raise GameError("error.no_measure", found=asked.name, known=", ".join(known))
        lines = account_lines(game, words, seen, asked.name)
        lines += change_lines(game, words, seen, asked.name) if asked.round else []
    print("\n".join(lines))
    return DONE


def _odds(asked: argparse.Namespace, words: Words) -> int:
    from game.engine.odds import next_throw, odds
    from game.wording.shocks import odds_lines
    from game.wording.teller import Teller

    session, _ = replayed_as_asked(asked)
    rounds = {**session.drawn, next_throw(session.state): odds(session.game, session.state)}
    chosen = asked.round if asked.round is not None else next_throw(session.state)
    if chosen not in rounds or (asked.round is not None and not rounds[chosen]):
        raise GameError("error.no_odds", found=chosen, last=max(each for each in rounds if rounds[each]))
    if not rounds[chosen]:
        print(words.say("odds.none_left"))
        return DONE
    most = round(session.game.model.rules.chances.most_new.value)
    print(words.say("odds.title", round=words.whole(chosen)), words.count("odds.at_most", most), "", sep="\n")
    print(*odds_lines(rounds[chosen], words, Teller(session.game, words).measure), sep="\n")
    return DONE


def _adjustment(text: str) -> "Adjust":
    """Returns the move that `LINK=NUMBER` asks for; raises GameError when it isn't that."""
    from game.engine.moves import Adjust

    link, _, number = text.partition("=")
    try:
        return Adjust(link.strip(), round(float(number.replace(",", ".")) * 1000))
    except (ValueError, OverflowError) as fault:
        raise GameError("error.no_adjustment", found=text) from fault


def _report(asked: argparse.Namespace, words: Words) -> int:
    from game.report.debrief import beside, figures_of, write_document, write_page, write_roles

    session, told = replayed_as_asked(asked)
    words = evolve(words, easy=asked.easy)
    if told.cut:
        print(words.say("journal.cut"), file=sys.stderr)
    began = datetime.datetime.fromisoformat(told.header.began)
    debrief = figures_of(session, words, began.date(), asked.journal)
    page = write_page(debrief, words, asked.output or beside(asked.journal, words))
    print(words.say("cli.written_page", file=page))
    if asked.pdf:
        print(words.say("cli.written_page", file=write_document(debrief, words, page.with_suffix(".pdf"))))
    if asked.role_pages:
        roles = write_roles(debrief, words, page.with_name(f"{page.stem}-roles.pdf"))
        print(words.say("cli.written_page", file=roles))
    if asked.data is not None:
        from game.collecting import export

        header = told.header
        export(session, asked.journal, header.began, header.version, asked.data, words, asked.parquet)
        print(words.say("data.written", folder=asked.data))
    return DONE


def _merge(asked: argparse.Namespace, words: Words) -> int:
    from game.report.gathering import needless, write_together

    page = write_together(asked.journals, words, asked.output, asked.scenario)
    print(words.say("merge.written", file=page))
    for line in needless(asked.journals, words):
        print(line, file=sys.stderr)
    return DONE


def _collect(asked: argparse.Namespace, words: Words) -> int:
    from game.collecting import collect

    return FAULTS if collect(asked, words) else DONE


def replayed_as_asked(asked: argparse.Namespace) -> "tuple[Session, Told]":
    """Returns the session of the journal asked for, on the line of play asked for, and the journal as read."""
    from game.journal.file import read_journal
    from game.replaying import replayed, rules_of, scenario_of

    told = read_journal(asked.journal)
    loaded = scenario_of(told, asked.scenario)
    session = replayed(asked.journal, told, loaded, rules_of(told, asked.rules))
    if getattr(asked, "branch", None) is not None:
        session.go_to(asked.branch)
    return session, told


def _tell_branches(session: "Session", words: Words) -> None:
    """Tells every line of play and which one is meant, where the session was branched."""
    from game.report.branches import branches
    from game.wording.teller import Teller

    for number, line in enumerate(branches(session, Teller(session.game, words))):
        left = words.say("branches.left", parent=line.parent, where=line.left) if line.parent else ""
        told = " · ".join(part for part in (left, line.reached) if part)
        print(f"{'>' if line.told else ' '} {number} {line.name} ({told})")


def tell_rules(session: "Session", words: Words) -> None:
    """Tells whose rules are played with, when they are not the paper's."""
    print(*_pack_lines(session, words)[:1], sep="\n", end="\n" if session.pack else "")


def _pack_lines(session: "Session", words: Words) -> list[str]:
    from game.report.rulepack import departing
    from game.wording.packs import pack_lines
    from game.wording.teller import Teller

    if session.pack is None:
        return []
    applied = session.pack.applied
    teller = Teller(session.game, words)
    return pack_lines(applied.pack, applied.departures, departing(applied.rulebook), teller)
