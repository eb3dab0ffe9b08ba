"""python -m game, and the command whose-city."""

import sys
from collections.abc import Sequence


def main() -> None:
    """Runs the command line and ends the process with its exit code.

    A command that opens the title shows its first frame before the command line itself is read.
    """
    arguments = sys.argv[1:]
    if opens_title(arguments):
        from game.ui.curtain import raise_curtain
        from game.wording.asked import language_of

        raise_curtain(language_of(arguments))
    from game.cli import main as run

    sys.exit(run(arguments))


def opens_title(arguments: Sequence[str]) -> bool:
    """Says whether a command opens the window on its title: no verb, or `play` without a journal to resume.

    >>> opens_title([]), opens_title(["--language", "en", "play"]), opens_title(["play", "session.jsonl"])
    (True, True, False)
    """
    rest = list(arguments)
    if "--language" in rest[:-1]:
        at = rest.index("--language")
        del rest[at : at + 2]
    return [each for each in rest if not each.startswith("--language=")] in ([], ["play"])


if __name__ == "__main__":
    main()
