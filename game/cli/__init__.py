"""The verbs of the command line, each a few lines: results on stdout, progress and faults on stderr.

Exit codes: 0 done, 1 faults in a scenario or a journal, 2 wrong usage or no screen.
"""

import argparse
import sys
from collections.abc import Callable, Sequence

from game import LANGUAGES, VERSION
from game.cli import authoring, hindsight, playing, retelling, workshop
from game.cli.arguments import speaking
from game.cli.codes import DONE, FAULTS, USAGE
from game.errors import ContentError, GameError
from game.paths import sessions_folder
from game.wording.asked import language_of, opens_title
from game.wording.words import Words, words_in


def main(arguments: Sequence[str]) -> int:
    """Runs one verb and returns the exit code."""
    try:
        words = words_in(language_of(arguments))
        if opens_title(arguments):
            return playing.open_title(words, sessions_folder())
        asked = _parser(words).parse_args(arguments)
        act: Callable[[argparse.Namespace, Words], int] = asked.act
        return act(asked, words)
    except ContentError as fault:
        return authoring.tell_problems(fault, words)
    except GameError as fault:
        from game.wording.errors import sentence

        print(sentence(fault, words), file=sys.stderr)
        return USAGE if fault.key == "error.no_screen" else FAULTS
    except BrokenPipeError:
        sys.stderr.close()
        return DONE


def _parser(words: Words) -> argparse.ArgumentParser:
    say = words.say
    parser = speaking(words)(prog="whose-city", description=say("cli.about"), epilog=say("cli.examples"))
    parser.add_argument("--version", action="version", version=f"whose-city {VERSION}", help=say("cli.version"))
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--language", choices=LANGUAGES, help=say("cli.language"), default=words.language)
    parser.add_argument("--language", choices=LANGUAGES, help=say("cli.language"), default=words.language)
    parser.set_defaults(act=playing.play, sessions=None, journal=None)
    verbs = parser.add_subparsers(title=say("cli.verbs"), metavar=say("cli.verb"))
    for group in (playing, workshop, authoring, retelling, hindsight):
        group.add_verbs(verbs, shared, say)
    return parser
