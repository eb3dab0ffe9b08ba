"""Writes the generated parts of rules/README.md and its figures; `--measure` plays the long trials first."""

import datetime
import sys

from game.content.load import load_rulebook
from game.content.load_claims import load_claims
from game.paths import data
from game.report.odd.board import Board
from game.report.odd.description import MEASURED, README, described, pictures
from game.report.odd.measured import measured, read_measured, written


def main(measure: bool) -> None:
    """Writes the files, and the long trials' results when they are played."""
    rules = load_rulebook().rulebook
    loaded = load_claims(rules)
    board = Board(rules, loaded.reference, loaded.claims)
    if measure:
        found = measured(board, datetime.date.today().isoformat())
        data(*MEASURED).write_text(written(found), encoding="utf-8", newline="\n")
    readme = data(*README)
    told = described(readme.read_text(encoding="utf-8"), board, read_measured(data(*MEASURED)))
    readme.write_text(told, encoding="utf-8", newline="\n")
    for parts, picture in pictures(board):
        data(*parts).write_text(picture, encoding="utf-8", newline="\n")
        print("/".join(parts))


if __name__ == "__main__":
    main("--measure" in sys.argv[1:])
