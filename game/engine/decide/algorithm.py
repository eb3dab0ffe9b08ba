"""An optimiser decides: the option from which it expects most for each euro, for what it was told to watch.

It sees only that: what it was not told to watch does not exist for it.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from game.content.shapes import HeadlineId, InterventionId
from game.engine.decide.decision import Amount, Decision, Reason, Step, StepKind, Tally, TiePolicy, before_others

LEAST: Final = 100
"""Options are weighed as if they cost at least this, in thousandths of M€: nothing is infinitely good value."""


def by_forecast(
    gains: Mapping[InterventionId, Mapping[HeadlineId, int]],
    watches: Mapping[HeadlineId, int],
    prices: Mapping[InterventionId, int],
    tie: TiePolicy = TiePolicy.FIRST_PROPOSED,
) -> Decision:
    """Returns the option with the best score, if it is above zero: the gains watched for each euro.

    `gains` are forecasts in milli-points, `watches` says how much each gauge counts, `prices` are in thousandths of M€.

    >>> by_forecast({"a": {"economy": 2000}, "b": {"economy": 1500}}, {"economy": 1}, {"a": 4000, "b": 1000}).winner
    'b'
    """
    scores = {option: _score(found, watches, prices[option]) for option, found in gains.items()}
    steps = tuple(
        Step(StepKind.FORECAST, option, {**_watched(gains[option], watches), "price": prices[option], "score": score})
        for option, score in scores.items()
    )
    tally = tuple(Tally(option, score) for option, score in scores.items())
    most = max(scores.values(), default=Fraction(0))
    if most <= 0:
        return Decision((), Reason.NOTHING_BETTER, tally, 0, steps)
    equals = tuple(option for option, score in scores.items() if score == most)
    if len(equals) == 1:
        return Decision(equals, Reason.FORECAST, tally, 0, steps)
    chosen = before_others(equals, prices, tie)
    steps = (*steps, Step(StepKind.TIE, chosen, among=equals))
    if chosen is None:
        return Decision((), Reason.TIE_LEFT, tally, 0, steps)
    return Decision((chosen,), Reason.TIE_BROKEN, tally, 0, steps)


def _watched(gains: Mapping[HeadlineId, int], watches: Mapping[HeadlineId, int]) -> dict[str, Amount]:
    return {headline: gains[headline] for headline in watches}


def _score(gains: Mapping[HeadlineId, int], watches: Mapping[HeadlineId, int], price: int) -> Fraction:
    """Returns the points gained, each gauge as much as it counts, for each M€."""
    return Fraction(sum(gains[headline] * counts for headline, counts in watches.items()), max(LEAST, price))
