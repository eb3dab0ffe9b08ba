"""`whose-city compare`: the same city under each way of deciding, as a table for the terminal."""

from argparse import Namespace
from typing import Final

from game.bots.persona import PersonaBot
from game.bots.ways import Played, compared
from game.city.scoring import level_of
from game.content.load import load_rulebook, load_scenario
from game.engine.setup import new_game
from game.engine.state import Game
from game.paths import SHIPPED, data
from game.wording.teller import Teller
from game.wording.words import Words

MEASURES: Final = ("lived", "economy", "ecology", "surveillance", "quality", "trust", "participation")
"""What is compared, in points."""


def compare(asked: Namespace, words: Words) -> None:
    """Prints how a session of computer players ends under each way of deciding."""
    loaded = load_scenario(asked.scenario or data("scenarios", SHIPPED))
    game = new_game(loaded.scenario, load_rulebook(pack=asked.rules).rulebook, asked.seed, asked.rounds)
    print(words.say("ways.title"))
    print(words.say("ways.about"))
    for line in table(game, list(compared(game, PersonaBot())), words):
        print(line)


def table(game: Game, found: list[Played], words: Words) -> list[str]:
    """Returns the lines of the table, its columns under one another."""
    teller = Teller(game, words)
    names = [teller.measure(of) for of in MEASURES]
    extra = [words.say(f"ways.column.{name}") for name in ("decided", "contested", "lost")]
    rows = [["", *names, *extra]]
    for each in found:
        levels = [words.points(level_of(game.model, each.city, of), 0) for of in MEASURES]
        rows.append([teller.way(each.way), *levels, str(each.decided), str(each.contested), str(each.lost)])
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [_line(row, widths) for row in rows]


def _line(row: list[str], widths: list[int]) -> str:
    """Returns a row: its name at the start, its figures at the end of their columns."""
    figures = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
    return "  ".join((row[0].ljust(widths[0]), *figures))
