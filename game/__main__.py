"""python -m game, and the command whose-city."""

import sys
from contextlib import suppress

from game.wording.asked import language_of, opens_title


def main() -> None:
    """Runs the command line and ends the process with its exit code.

    A command that opens the title shows its first frame before the command line itself is read.
    """
    arguments = sys.argv[1:]
    if opens_title(arguments):
        with suppress(Exception):  # whatever is wrong, the command itself says so, in a sentence
            from game.ui.curtain import raise_curtain

            raise_curtain(language_of(arguments))
    from game.cli import main as run

    sys.exit(run(arguments))


if __name__ == "__main__":
    main()
