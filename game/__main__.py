"""python -m game, and the command whose-city."""

import sys

from game.cli import main as run


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
