"""The verbs of those who write scenarios: new, pack, add, translate; each reads its own room only when it is asked."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from game.content.shapes import LANGUAGES, SPOKEN
from game.wording.words import Words

DONE: Final = 0
Say = Callable[..., str]


def add_verbs(verbs: Any, shared: argparse.ArgumentParser, say: Say) -> None:
    """Adds the verbs to those of the command line."""
    new = _verb(verbs, "new", say("cli.new"), shared, _new)
    new.add_argument("folder", type=Path, metavar="FOLDER", help=say("cli.new_folder"))
    new.add_argument("--from-pabulib", type=Path, metavar="FILE.pb", help=say("cli.new_pabulib"))

    pack = _verb(verbs, "pack", say("cli.pack"), shared, _pack)
    pack.add_argument("folder", type=Path, metavar="FOLDER", help=say("cli.check_path"))
    pack.add_argument("--output", type=Path, metavar="FILE.zip", help=say("cli.pack_output"))

    add = _verb(verbs, "add", say("cli.add"), shared, _add)
    add.add_argument("file", type=Path, metavar="FILE.zip", help=say("cli.add_file"))

    translate = verbs.add_parser("translate", help=say("cli.translate"), description=say("cli.translate"))
    ways = translate.add_subparsers(title=say("cli.verbs"), metavar="", required=True)
    out = _verb(ways, "export", say("cli.translate_out"), shared, _export)
    out.add_argument("folder", type=Path, metavar="FOLDER", help=say("cli.check_path"))
    others = [each for each in SPOKEN if each not in LANGUAGES]
    out.add_argument("--to", required=True, choices=others, metavar="LANGUAGE", help=say("cli.translate_to"))
    out.add_argument("--output", type=Path, metavar="FILE.po", help=say("cli.translate_output"))
    back = _verb(ways, "import", say("cli.translate_in"), shared, _import)
    back.add_argument("folder", type=Path, metavar="FOLDER", help=say("cli.check_path"))
    back.add_argument("file", type=Path, metavar="FILE.po", help=say("cli.translate_file"))


def _verb(verbs: Any, name: str, about: str, shared: argparse.ArgumentParser, act: Any) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=about, description=about, parents=[shared])
    parser.set_defaults(act=act)
    return parser


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


def _export(asked: argparse.Namespace, words: Words) -> int:
    from game.translating import export

    export(asked, words)
    return DONE


def _import(asked: argparse.Namespace, words: Words) -> int:
    from game.translating import receive

    receive(asked, words)
    return DONE
