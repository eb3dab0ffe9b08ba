"""The verbs of those who write scenarios and rules: check, new, pack, add, keep, translate."""

import argparse
import sys
from pathlib import Path
from typing import Any

from game.cli.codes import DONE, FAULTS
from game.cli.verbs import MANY, Say, between, verb
from game.content.shapes import SPOKEN
from game.errors import ContentError, GameError
from game.wording.words import Words


def add_verbs(verbs: Any, shared: argparse.ArgumentParser, say: Say) -> None:
    """Adds the verbs to those of the command line."""
    check = verb(verbs, "check", say("cli.check"), shared, _check)
    check.add_argument("path", type=Path, metavar="FOLDER", help=say("cli.check_path"))
    check.add_argument("--rules", metavar="PACK", help=say("cli.rules"))
    check.add_argument("--robust", type=between(1, MANY), default=0, metavar="N", help=say("cli.check_robust"))
    check.add_argument("--null", action="store_true", help=say("cli.check_null"))
    check.add_argument("--seed", type=int, default=1, metavar="NUMBER", help=say("cli.check_seed"))
    check.add_argument("--strict", action="store_true", help=say("cli.check_strict"))
    check.add_argument("--against", type=Path, metavar="FOLDER", help=say("cli.check_against"))
    check.add_argument("--record", action="store_true", help=say("cli.check_record"))
    check.add_argument("--reach", type=between(1, MANY), default=0, metavar="N", help=say("cli.check_reach"))
    check.add_argument("--play", type=between(1, MANY), default=0, metavar="N", help=say("cli.check_play"))
    check.add_argument("--long", action="store_true", help=say("cli.check_long"))
    check.add_argument("--watch", action="store_true", help=say("cli.check_watch"))

    new = verb(verbs, "new", say("cli.new"), shared, _new)
    new.add_argument("folder", type=Path, metavar="FOLDER", help=say("cli.new_folder"))
    new.add_argument("--from-pabulib", type=Path, metavar="FILE.pb", help=say("cli.new_pabulib"))

    pack = verb(verbs, "pack", say("cli.pack"), shared, _pack)
    pack.add_argument("folder", type=Path, metavar="FOLDER", help=say("cli.check_path"))
    pack.add_argument("--output", type=Path, metavar="FILE.zip", help=say("cli.pack_output"))

    add = verb(verbs, "add", say("cli.add"), shared, _add)
    add.add_argument("file", type=Path, metavar="FILE.zip", help=say("cli.add_file"))

    keep = verb(verbs, "keep", say("cli.keep"), shared, _keep)
    keep.add_argument("journal", type=Path, metavar="SESSION.jsonl", help=say("cli.replay_journal"))
    keep.add_argument("--scenario", type=Path, help=say("cli.keep_scenario"))

    translate = verbs.add_parser("translate", help=say("cli.translate"), description=say("cli.translate"))
    ways = translate.add_subparsers(title=say("cli.verbs"), metavar=say("cli.verb"), required=True)
    out = verb(ways, "export", say("cli.translate_out"), shared, _export)
    out.add_argument("folder", type=Path, metavar="FOLDER", help=say("cli.check_path"))
    out.add_argument("--to", required=True, choices=SPOKEN, metavar="LANGUAGE", help=say("cli.translate_to"))
    out.add_argument("--output", type=Path, metavar="FILE.po", help=say("cli.translate_output"))
    back = verb(ways, "import", say("cli.translate_in"), shared, _import)
    back.add_argument("folder", type=Path, metavar="FOLDER", help=say("cli.check_path"))
    back.add_argument("file", type=Path, metavar="FILE.po", help=say("cli.translate_file"))


def _new(asked: argparse.Namespace, words: Words) -> int:
    from game.founding import new

    new(asked, words)
    return DONE


def _pack(asked: argparse.Namespace, words: Words) -> int:
    from game.sharing import pack

    pack(asked, words)
    return DONE


def _add(asked: argparse.Namespace, words: Words) -> int:
    from game.sharing import receive

    receive(asked, words)
    return DONE


def _keep(asked: argparse.Namespace, words: Words) -> int:
    from game.keeping import keep_all

    keep_all(asked, words)
    return DONE


def _export(asked: argparse.Namespace, words: Words) -> int:
    from game.translating import export

    export(asked, words)
    return DONE


def _import(asked: argparse.Namespace, words: Words) -> int:
    from game.translating import receive

    receive(asked, words)
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
        tell_problems(fault, words)
    except GameError as fault:
        print(sentence(fault, words), file=sys.stderr)


def tell_problems(fault: ContentError, words: Words) -> int:
    """Prints every fault, then how many there are; returns the exit code."""
    from game.wording.problems import sentence

    for problem in fault.problems:
        print(sentence(problem, words))
    count = words.count("cli.faults", len(fault.problems))
    print(count, file=sys.stderr)
    return FAULTS
