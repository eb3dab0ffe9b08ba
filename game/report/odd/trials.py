"""The results in rules/README.md: the claims, links and cards tried now, the long trials as they were last played."""

from game.city.scoring import level_of
from game.report.odd.board import GAUGES, PATHS, Board, path_name
from game.report.odd.measured import Measured, mark_of
from game.report.odd.tables import heads, table
from game.wording.links import measures
from game.wording.words import Words

COMPARED = ("equity", "displaced", "trust", "participation", "dependency", "image")
"""What is told of each path beside the gauges and lived quality."""


def claims(board: Board, words: Words) -> str:
    """Returns each claim with who says it, its sentence, and by how much it holds."""
    rows = []
    for found in board.tried:
        said_by = ", ".join(words.say(f"claims.voice.{voice.value}") for voice in found.said_by)
        told = words.of(found.describe) + (f" {words.of(found.note)}" if found.note else "")
        margin = "–" if found.margin is None else words.change(found.margin, 2)
        rows.append((found.name, said_by, told, margin))
    return table(heads(words, "claim", "said_by", "describe", "margin"), rows)


def summary(board: Board, kept: Measured, words: Words) -> str:
    """Returns how the rules do in each kind of trial."""
    found = [each.holds for each in board.tried if each.margin is not None]
    links, cards = board.alone
    explored = ", ".join(each.claim for each in board.claims.explored)
    weakest = ", ".join(f"{claim} {_percent(share, words)}" for claim, share in kept.weakest[:3])
    drawn = {"mean": _percent(kept.mean, words), "together": kept.together, "draws": kept.draws, "weakest": weakest}
    excused = sum(each.note is not None for each in cards)
    rows = [
        (words.say("odd.trial.claims"),
         words.say("odd.result.claims", holding=sum(found), tried=len(found), explored=explored)),
        (words.say("odd.trial.links"),
         words.say("odd.result.links", holding=sum(each.holds for each in links), tried=len(links))),
        (words.say("odd.trial.cards"),
         words.say("odd.result.cards", holding=sum(each.holds for each in cards), tried=len(cards), excused=excused)),
        (words.say("odd.trial.drawn", draws=kept.draws), words.say("odd.result.drawn", **drawn)),
    ]  # fmt: skip
    return table(heads(words, "trial", "result"), rows)


def nulls(board: Board, kept: Measured, words: Words) -> str:
    """Returns what still holds of rules made meaningless, when this was played, and whether the rules have changed."""
    rows = [
        (words.say(f"odd.null.{each.name}", draws=each.draws), _percent(each.share, words), ", ".join(each.broken))
        for each in kept.nulls
    ]
    same = "odd.played" if kept.mark == mark_of(board) else "odd.played_before"
    dated = words.say(same, date=_date(kept.date, words), seed=kept.seed)
    return table(heads(words, "null", "still", "breaks"), rows) + "\n\n" + dated


def journeys(board: Board, words: Words) -> str:
    """Returns where each path ends after its last round."""
    names = measures(board.rules, words)
    ends = [board.courses[path][-1] for path in PATHS]
    rows = [
        (f"**{names[of]}**", *(words.points(level_of(board.model, city, of), 1) for city in ends))
        for of in (*GAUGES, *COMPARED)
    ]
    return table([words.say("odd.head.level"), *(path_name(path, board.rules, words) for path in PATHS)], rows)


def _percent(share: float, words: Words) -> str:
    digits = 0 if abs(100 * share - round(100 * share)) < 0.05 else 1
    return words.say("number.percent", number=words.decimal(100 * share, digits))


def _date(written: str, words: Words) -> str:
    from datetime import date

    from babel.dates import format_date

    return format_date(date.fromisoformat(written), "long", locale=words.language)
