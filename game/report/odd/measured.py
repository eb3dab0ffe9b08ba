"""The long trials: played on demand, kept with their date and with what they were played on."""

import json
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from attrs import asdict, frozen

from game.city.doubt import Held, held_by_null_models, held_when_drawn, mean_share, shares
from game.content.shapes import Text
from game.engine.chance import dice
from game.report.odd.board import Board

DRAWS: Final = 60
SHUFFLES: Final = 20
SEED: Final = 1
"""As `whose-city check rules --robust 60 --null --seed 1`, so that anyone may play them again."""


@frozen
class NullModel:
    """Rules made meaningless in one way: the share of the claims that still hold, and those that break."""

    name: str
    draws: int
    share: float
    broken: tuple[str, ...]


@frozen
class Measured:
    """What the long trials gave. `weakest` are the claims that fail in some draw, with the share that hold."""

    date: str
    seed: int
    draws: int
    mark: str
    mean: float
    together: int
    weakest: tuple[tuple[str, float], ...]
    nulls: tuple[NullModel, ...]


def measured(board: Board, date: str) -> Measured:
    """Plays the long trials, about a minute."""
    rolls = dice(SEED)
    draws: list[Held] = list(held_when_drawn(board.reference, board.rules, board.claims, DRAWS, rolls))
    nulls = tuple(
        NullModel(name, len(played), mean_share(played), tuple(c for c, share in shares(played).items() if share < 0.5))
        for name, played in held_by_null_models(board.reference, board.rules, board.claims, SHUFFLES, rolls)
    )
    weakest = tuple((claim, share) for claim, share in shares(draws).items() if share < 1)
    together = sum(all(held.values()) for held in draws)
    return Measured(date, SEED, DRAWS, mark_of(board), mean_share(draws), together, weakest, nulls)


def mark_of(board: Board) -> str:
    """Returns a mark of every number the trials depend on; texts do not count."""
    parts = [asdict(part, filter=_counts) for part in (board.rules, board.reference, board.claims)]
    return blake2b(json.dumps(parts, default=str, sort_keys=True).encode(), digest_size=8).hexdigest()


def _counts(attribute: Any, value: object) -> bool:
    return not isinstance(value, Text) and attribute.name not in ("sources", "icon", "explored")


def written(found: Measured) -> str:
    """Returns the results as the text of their file."""
    return json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n"


def read_measured(path: Path) -> Measured:
    """Returns the results kept in a file."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    nulls = tuple(NullModel(**{**each, "broken": tuple(each["broken"])}) for each in kept.pop("nulls"))
    weakest = tuple((claim, share) for claim, share in kept.pop("weakest"))
    return Measured(**kept, weakest=weakest, nulls=nulls)
