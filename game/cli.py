"""The verbs of the command line, each a few lines: results on stdout, progress and faults on stderr.

Exit codes: 0 done, 1 faults in a scenario or a journal, 2 wrong usage or no screen.
"""

import argparse
import datetime
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game import LANGUAGES, VERSION
from game.errors import ContentError, GameError
from game.paths import SHIPPED, data, sessions_folder
from game.wording.asked import language_of, opens_title
from game.wording.words import Words, words_in

if TYPE_CHECKING:
    from game.content.causalmap import CausalMap
    from game.content.rulebook import Rulebook
    from game.engine.moves import Adjust
    from game.journal import Told
    from game.session import Session

DONE: Final = 0
FAULTS: Final = 1
USAGE: Final = 2
SEEDS: Final = 1_000_000


def main(arguments: Sequence[str]) -> int:
    """Runs one verb and returns the exit code."""
    try:
        words = words_in(language_of(arguments))
        if opens_title(arguments):
            return _open(words, sessions_folder())
        asked = _parser(words).parse_args(arguments)
        act: Callable[[argparse.Namespace, Words], int] = asked.act
        return act(asked, words)
    except ContentError as fault:
        return _tell_problems(fault, words)
    except GameError as fault:
        from game.wording.errors import sentence

        print(sentence(fault, words), file=sys.stderr)
        return USAGE if fault.key == "error.no_screen" else FAULTS
    except BrokenPipeError:
        sys.stderr.close()
        return DONE


def _parser(words: Words) -> argparse.ArgumentParser:
    from game.authoring import add_verbs

    say = words.say
    parser = argparse.ArgumentParser(
        prog="whose-city",
        description=say("cli.about"),
        epilog=say("cli.examples"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"whose-city {VERSION}")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--language", choices=LANGUAGES, help=say("cli.language"), default=words.language)
    parser.add_argument("--language", choices=LANGUAGES, help=say("cli.language"), default=words.language)
    parser.set_defaults(act=_play, sessions=None, journal=None)
    verbs = parser.add_subparsers(title=say("cli.verbs"), metavar="")

    play = verbs.add_parser("play", help=say("cli.play"), description=say("cli.play"), parents=[shared])
    play.add_argument("journal", nargs="?", type=Path, help=say("cli.play_journal"))
    play.add_argument("--sessions", type=Path, help=say("cli.sessions"))
    play.set_defaults(act=_play)

    demo = verbs.add_parser("demo", help=say("cli.demo"), description=say("cli.demo"), parents=[shared])
    demo.add_argument("--scenario", type=Path, help=say("cli.scenario"))
    demo.add_argument("--seed", type=int, help=say("cli.seed"))
    demo.add_argument("--rounds", type=int, choices=range(2, 13), metavar="2-12", help=say("cli.rounds"))
    demo.add_argument("--rules", metavar="PACK", help=say("cli.rules"))
    demo.add_argument("--decide", help=say("cli.decide"))
    demo.add_argument("--pace", type=float, help=say("cli.pace"))
    demo.add_argument("--terminal", action="store_true", help=say("cli.terminal"))
    demo.add_argument("--sessions", type=Path, help=say("cli.sessions"))
    demo.set_defaults(act=_demo)

    check = verbs.add_parser("check", help=say("cli.check"), description=say("cli.check"), parents=[shared])
    check.add_argument("path", type=Path, help=say("cli.check_path"))
    check.add_argument("--rules", metavar="PACK", help=say("cli.rules"))
    check.add_argument("--robust", type=int, default=0, metavar="N", help=say("cli.check_robust"))
    check.add_argument("--null", action="store_true", help=say("cli.check_null"))
    check.add_argument("--seed", type=int, default=1, help=say("cli.check_seed"))
    check.add_argument("--strict", action="store_true", help=say("cli.check_strict"))
    check.add_argument("--against", type=Path, metavar="FOLDER", help=say("cli.check_against"))
    check.add_argument("--record", action="store_true", help=say("cli.check_record"))
    check.add_argument("--reach", type=int, default=0, metavar="N", help=say("cli.check_reach"))
    check.add_argument("--play", type=int, default=0, metavar="N", help=say("cli.check_play"))
    check.add_argument("--long", action="store_true", help=say("cli.check_long"))
    check.add_argument("--watch", action="store_true", help=say("cli.check_watch"))
    check.set_defaults(act=_check)

    compare = verbs.add_parser("compare", help=say("cli.compare"), description=say("cli.compare"), parents=[shared])
    compare.add_argument("--scenario", type=Path, help=say("cli.scenario"))
    compare.add_argument("--seed", type=int, default=1, help=say("cli.seed"))
    compare.add_argument("--rounds", type=int, choices=range(2, 13), metavar="2-12", help=say("cli.rounds"))
    compare.add_argument("--rules", metavar="PACK", help=say("cli.rules"))
    compare.set_defaults(act=_compare)

    recount = verbs.add_parser("recount", help=say("cli.recount"), description=say("cli.recount"), parents=[shared])
    recount.add_argument("file", type=Path, metavar="FILE.pb", help=say("cli.recount_file"))
    recount.add_argument("--explain", metavar="RULE", help=say("cli.recount_explain"))
    recount.set_defaults(act=_recount)

    add_verbs(verbs, shared, say)

    opinions = verbs.add_parser("opinions", help=say("cli.opinions"), description=say("cli.opinions"), parents=[shared])
    opinions.add_argument("file", type=Path, metavar="FILE.csv", help=say("cli.opinions_file"))
    opinions.add_argument("--scenario", type=Path, help=say("cli.scenario"))
    opinions.set_defaults(act=_opinions)

    replay = verbs.add_parser("replay", help=say("cli.replay"), description=say("cli.replay"), parents=[shared])
    replay.add_argument("journal", type=Path, help=say("cli.replay_journal"))
    replay.add_argument("--scenario", type=Path, help=say("cli.scenario"))
    replay.add_argument("--rules", metavar="PACK", help=say("cli.rules_moved"))
    replay.add_argument("--branch", type=int, help=say("cli.branch"))
    replay.set_defaults(act=_replay)

    why = verbs.add_parser("why", help=say("cli.why"), description=say("cli.why"), parents=[shared])
    why.add_argument("journal", type=Path, help=say("cli.replay_journal"))
    why.add_argument("name", nargs="?", help=say("cli.why_name"))
    why.add_argument("--round", type=int, help=say("cli.why_round"))
    why.add_argument("--links", action="store_true", help=say("cli.why_links"))
    why.add_argument("--erase", action="append", default=[], metavar="LINK", help=say("cli.why_erase"))
    why.add_argument("--set", action="append", default=[], metavar="LINK=N", help=say("cli.why_set"))
    why.add_argument("--scenario", type=Path, help=say("cli.scenario"))
    why.add_argument("--rules", metavar="PACK", help=say("cli.rules_moved"))
    why.set_defaults(act=_why)

    drawn = verbs.add_parser("map", help=say("cli.map"), description=say("cli.map"), parents=[shared])
    drawn.add_argument("files", nargs="*", type=Path, metavar="FILE.csv", help=say("cli.map_files"))
    drawn.add_argument("--after", type=Path, metavar="FILE.csv", help=say("cli.map_after"))
    drawn.add_argument("--beside", type=Path, metavar="JOURNAL", help=say("cli.map_beside"))
    drawn.add_argument("--merge", choices=("median", "mean"), default="median", help=say("cli.map_merge"))
    drawn.add_argument("--sheet", action="store_true", help=say("cli.map_sheet"))
    drawn.add_argument("--paper", choices=("a4", "a3"), default="a4", help=say("cli.map_paper"))
    drawn.add_argument("--output", type=Path, help=say("cli.map_output"))
    drawn.add_argument("--scenario", type=Path, help=say("cli.scenario"))
    drawn.add_argument("--rules", metavar="PACK", help=say("cli.rules"))
    drawn.set_defaults(act=_map)

    sheets = verbs.add_parser("print", help=say("cli.print"), description=say("cli.print"), parents=[shared])
    sheets.add_argument("--only", metavar="SHEETS", help=say("cli.print_only"))
    sheets.add_argument("--output", type=Path, default=Path(), metavar="FOLDER", help=say("cli.print_output"))
    sheets.add_argument("--minutes", type=int, help=say("cli.print_minutes"))
    sheets.add_argument("--rounds", type=int, choices=range(2, 13), metavar="2-12", help=say("cli.rounds"))
    sheets.add_argument("--scenario", type=Path, help=say("cli.scenario"))
    sheets.add_argument("--rules", metavar="PACK", help=say("cli.rules"))
    sheets.set_defaults(act=_print)

    odds = verbs.add_parser("odds", help=say("cli.odds"), description=say("cli.odds"), parents=[shared])
    odds.add_argument("journal", type=Path, help=say("cli.replay_journal"))
    odds.add_argument("--round", type=int, help=say("cli.odds_round"))
    odds.add_argument("--scenario", type=Path, help=say("cli.scenario"))
    odds.add_argument("--rules", metavar="PACK", help=say("cli.rules_moved"))
    odds.set_defaults(act=_odds)

    report = verbs.add_parser("report", help=say("cli.report"), description=say("cli.report"), parents=[shared])
    report.add_argument("journal", type=Path, help=say("cli.replay_journal"))
    report.add_argument("--scenario", type=Path, help=say("cli.scenario"))
    report.add_argument("--rules", metavar="PACK", help=say("cli.rules_moved"))
    report.add_argument("--output", type=Path, help=say("cli.output"))
    report.add_argument("--branch", type=int, help=say("cli.branch"))
    report.add_argument("--data", type=Path, metavar="FOLDER", help=say("cli.report_data"))
    report.add_argument("--parquet", action="store_true", help=say("cli.parquet"))
    report.set_defaults(act=_report)

    collect = verbs.add_parser("collect", help=say("cli.collect"), description=say("cli.collect"), parents=[shared])
    collect.add_argument("folder", type=Path, metavar="FOLDER", help=say("cli.collect_folder"))
    collect.add_argument("--output", type=Path, metavar="FOLDER", help=say("cli.collect_output"))
    collect.add_argument("--parquet", action="store_true", help=say("cli.parquet"))
    collect.set_defaults(act=_collect)
    return parser


def _play(asked: argparse.Namespace, words: Words) -> int:
    return _open(words, asked.sessions or sessions_folder(), asked.journal)


def _open(words: Words, sessions: Path, journal: Path | None = None) -> int:
    from game.ui.play import open_window

    open_window(words, sessions, journal)
    return DONE


def _demo(asked: argparse.Namespace, words: Words) -> int:
    from game.content.load import load_rulebook, load_scenario
    from game.journal import Seat
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
    _tell_rules(session, words)
    if asked.terminal or not _shown(session, words, folder, asked.pace):
        _tell_session(session, words, asked.pace or 0.0)
    session.close()
    page = write_debrief(session, words, now.date(), path)
    print(words.say("cli.written_journal", file=path))
    print(words.say("cli.written_page", file=page))
    return DONE


def _compare(asked: argparse.Namespace, words: Words) -> int:
    from game.comparing import compare

    compare(asked, words)
    return DONE


def _recount(asked: argparse.Namespace, words: Words) -> int:
    from game.recounting import recount

    recount(asked, words)
    return DONE


def _opinions(asked: argparse.Namespace, words: Words) -> int:
    from game.polling import poll

    poll(asked, words)
    return DONE


def _check(asked: argparse.Namespace, words: Words) -> int:
    from game.checking import check

    if asked.watch:
        from game.rechecking import watch

        watch(asked.path, words, lambda: _checked(asked, words))
        return DONE
    return FAULTS if check(asked, words) and asked.strict else DONE


def _checked(asked: argparse.Namespace, words: Words) -> None:
    """Checks once and tells faults instead of stopping at them."""
    from game.checking import check
    from game.wording.errors import sentence

    try:
        check(asked, words)
    except ContentError as fault:
        _tell_problems(fault, words)
    except GameError as fault:
        print(sentence(fault, words), file=sys.stderr)


def _replay(asked: argparse.Namespace, words: Words) -> int:
    session, told = _replayed(asked)
    if told.cut:
        print(words.say("journal.cut"), file=sys.stderr)
    moves = words.count("cli.moves", len(session.turns))
    print(words.say("cli.replayed", file=asked.journal, moves=moves))
    _tell_branches(session, words)
    _tell_rules(session, words)
    return DONE


def _why(asked: argparse.Namespace, words: Words) -> int:
    from game.content.reveals import DIMENSIONS, VISIONS
    from game.engine.reveal import revealable
    from game.session import otherwise
    from game.wording.accounts import account_lines, change_lines
    from game.wording.links import because_lines
    from game.wording.reasons import difference_lines, link_lines

    session, _ = _replayed(asked)
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
        import shutil

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
    from game.wording.sentences import Teller
    from game.wording.shocks import odds_lines

    session, _ = _replayed(asked)
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
    except ValueError as fault:
        raise GameError("error.no_adjustment", found=text) from fault


def _map(asked: argparse.Namespace, words: Words) -> int:
    from game.content.load import load_rulebook
    from game.content.mapfile import read_map
    from game.report.mapaccount import beside_lines
    from game.wording.maps import MapTeller

    if not asked.files and not asked.sheet:
        raise GameError("error.map_nothing")
    rules = load_rulebook(pack=asked.rules).rulebook
    if asked.sheet:
        from game.report.mapsheet import write_sheet

        page = write_sheet(rules, words, asked.output or Path(f"map-{words.language}.html"), asked.paper)
        print(words.say("cli.written_sheet", file=page))
    if not asked.files:
        return DONE
    teller, drawn = MapTeller(rules, words), _one_map(asked, rules, words)
    later = read_map(asked.after, rules) if asked.after else None
    lines = [*teller.map_lines(drawn), "", *teller.against_lines(drawn)]
    if later:
        lines += ["", *teller.map_lines(later), "", *teller.comparison_lines(drawn, later)]
    if asked.beside:
        asked.journal = asked.beside
        lines += beside_lines(_replayed(asked)[0], later or drawn, words)
    print("\n".join(lines))
    return DONE


def _one_map(asked: argparse.Namespace, rules: "Rulebook", words: Words) -> "CausalMap":
    """Returns the map of a file, or the one map made of several, written where it was asked for."""
    from game.content.causalmap import Merging, merged
    from game.content.mapfile import read_map, write_map

    maps = [read_map(file, rules) for file in asked.files]
    if len(maps) == 1:
        return maps[0]
    print(words.count(f"map.merged_{asked.merge}", len(maps)), end="\n\n")
    drawn = merged(maps, words.say("map.together"), Merging(asked.merge))
    if asked.output and not asked.sheet:
        write_map(drawn, asked.output)
        print(words.say("cli.written_map", file=asked.output), end="\n\n")
    return drawn


def _report(asked: argparse.Namespace, words: Words) -> int:
    from game.report.debrief import write_debrief

    session, told = _replayed(asked)
    if told.cut:
        print(words.say("journal.cut"), file=sys.stderr)
    began = datetime.datetime.fromisoformat(told.header.began)
    page = write_debrief(session, words, began.date(), asked.journal, asked.output)
    print(words.say("cli.written_page", file=page))
    if asked.data is not None:
        from game.collecting import export

        header = told.header
        export(session, asked.journal.stem, header.began, header.version, asked.data, words, asked.parquet)
        print(words.say("data.written", folder=asked.data))
    return DONE


def _print(asked: argparse.Namespace, words: Words) -> int:
    from game.printing import print_sheets

    return FAULTS if print_sheets(asked, words) else DONE


def _collect(asked: argparse.Namespace, words: Words) -> int:
    from game.collecting import collect

    return FAULTS if collect(asked, words) else DONE


def _replayed(asked: argparse.Namespace) -> "tuple[Session, Told]":
    from game.journal import read_journal
    from game.session import replayed, rules_of, scenario_of

    told = read_journal(asked.journal)
    loaded = scenario_of(told, asked.scenario)
    session = replayed(asked.journal, told, loaded, rules_of(told, asked.rules))
    if getattr(asked, "branch", None) is not None:
        session.go_to(asked.branch)
    return session, told


def _tell_branches(session: "Session", words: Words) -> None:
    """Tells every line of play and which one is meant, where the session was branched."""
    from game.report.branches import branches
    from game.wording.sentences import Teller

    for number, line in enumerate(branches(session, Teller(session.game, words))):
        left = words.say("branches.left", parent=line.parent, where=line.left) if line.parent else ""
        told = " · ".join(part for part in (left, line.reached) if part)
        print(f"{'>' if line.told else ' '} {number} {line.name} ({told})")


def _tell_rules(session: "Session", words: Words) -> None:
    """Tells whose rules are played with, when they are not the paper's."""
    print(*_pack_lines(session, words)[:1], sep="\n", end="\n" if session.pack else "")


def _pack_lines(session: "Session", words: Words) -> list[str]:
    from game.report.rulepack import departing
    from game.wording.packs import pack_lines
    from game.wording.sentences import Teller

    if session.pack is None:
        return []
    applied = session.pack.applied
    teller = Teller(session.game, words)
    return pack_lines(applied.pack, applied.departures, departing(applied.rulebook), teller)


def _tell_session(session: "Session", words: Words, pace: float) -> None:
    from game.wording.sentences import Teller

    teller = Teller(session.game, words)
    while not session.over:
        chosen = session.bot_choice()
        move, choice = session.next_unattended()
        if chosen and choice:
            reason = teller.why(chosen[0], choice)
            if reason:
                print(f"    {reason}", file=sys.stderr)
        for event in session.submit(move):
            told = teller.event(event)
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
    import secrets

    return secrets.randbelow(SEEDS)


def _tell_problems(fault: ContentError, words: Words) -> int:
    from game.wording.problems import sentence

    for problem in fault.problems:
        print(sentence(problem, words))
    count = words.count("cli.faults", len(fault.problems))
    print(count, file=sys.stderr)
    return FAULTS
