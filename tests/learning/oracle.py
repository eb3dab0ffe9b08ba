"""Asks SciPy for the intervals of drawn rooms, and writes its answers in one file for the tests.

Run by name, with the extra `oracle` installed: `python -m tests.learning.oracle`. Neither players nor the tests need
SciPy. The rooms stand in the file with the answers, so that anyone can put them to another program.
"""

import json
from pathlib import Path
from random import Random
from typing import Any, Final

FILE: Final = Path(__file__).with_name("oracle.json")
CONFIDENCE: Final = (0.95, 0.9, 0.99)
SIZES: Final = (2, 3, 5, 8, 12, 20, 33, 60, 120)


def room(people: int) -> list[tuple[float, float]]:
    """Returns the two scores of so many people: quarters from 1 to 5, as four statements give."""
    dice = Random(people)
    firsts = [dice.randint(4, 16) / 4 for _ in range(people)]
    return [(first, min(5.0, max(1.0, first + dice.randint(-3, 5) / 4))) for first in firsts]


def answered(pairs: list[tuple[float, float]], confidence: float) -> dict[str, Any]:
    """Returns Hedges' g_av and the intervals as SciPy's distributions and its root finder give them."""
    import numpy as np
    from scipy.optimize import brentq
    from scipy.special import gammaln
    from scipy.stats import nct, t

    first, last = np.array(pairs).T
    moves, n = last - first, len(pairs)
    error = moves.std(ddof=1) / np.sqrt(n)
    own = np.sqrt((first.var(ddof=1) + last.var(ddof=1)) / 2)
    free, seen, tail = n - 1, moves.mean() / error, (1 - confidence) / 2
    unbiased = float(np.exp(gammaln(free / 2) - gammaln((free - 1) / 2)) / np.sqrt(free / 2)) if free > 1 else 0.0
    low = brentq(lambda c: nct.sf(seen, free, c) - tail, seen - 60, seen + 1, xtol=1e-13)
    high = brentq(lambda c: nct.cdf(seen, free, c) - tail, seen - 1, seen + 60, xtol=1e-13)
    half = t.ppf(1 - tail, free) * error
    return {
        "interval": [moves.mean() - half, moves.mean() + half],
        "effect": unbiased * moves.mean() / own,
        "effect_interval": [unbiased * low * error / own, unbiased * high * error / own],
    }


def main() -> None:
    """Writes the answers."""
    told = [
        {"confidence": level, "pairs": room(size), **answered(room(size), level)}
        for size in SIZES for level in CONFIDENCE
    ]  # fmt: skip
    lines = ",\n".join(json.dumps(each) for each in told)
    FILE.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
