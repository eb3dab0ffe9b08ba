"""The optimiser: what it expects of each option for what it was told to watch, and what it picks."""

from collections.abc import Mapping

from game.city.exact import milli
from game.city.foresight import Future, forecasts
from game.content.shapes import HeadlineId, InterventionId, ProcedureId
from game.engine.decide.algorithm import by_forecast
from game.engine.decide.decision import Decision
from game.engine.options import QuestionKind, question_of
from game.engine.state import Game, Offer, State

Watches = tuple[tuple[HeadlineId, int], ...]
"""Gauges to watch, and how much each counts."""


def told(game: Game) -> Watches:
    """Returns what the rules tell the optimiser to watch."""
    return tuple(game.model.rules.deciding.watches.items())


def picked(game: Game, state: State, prices: Mapping[InterventionId, int]) -> tuple[Decision, tuple[Offer, ...]]:
    """Returns what the optimiser picks among the answers on offer, and each answer where it expects most of it.

    `prices` are the public costs in thousandths of M€.
    """
    watches = state.watches
    futures = [Future(builds=answer, district=district) for answer, district in state.offers]
    found = forecasts(game.model, state.city, futures, _ahead(game))
    best: dict[InterventionId, tuple[int, Offer, dict[HeadlineId, int]]] = {}
    for offer, gains in zip(state.offers, found, strict=True):
        worth = sum(gains[headline] * counts for headline, counts in watches)
        if offer[0] not in best or worth > best[offer[0]][0]:
            best[offer[0]] = (worth, offer, gains)
    decision = by_forecast({answer: gains for answer, (_, _, gains) in best.items()}, dict(watches), prices)
    return decision, tuple(offer for _, offer, _ in best.values())


def advised(game: Game, state: State, question: InterventionId) -> Decision:
    """Returns what the optimiser says to a question: yes when what it watches is better off for it."""
    kind, of = question_of(question) or (None, "")
    way, secured = kind is QuestionKind.WAY, kind is QuestionKind.CLAUSE
    future = Future(
        procedure=ProcedureId(of) if way else None, secures=InterventionId(of) if secured else None
    )
    (gains,) = forecasts(game.model, state.city, [future], _ahead(game))
    return by_forecast({question: gains}, dict(state.watches), {question: milli(1)})


def _ahead(game: Game) -> int:
    return round(game.model.rules.deciding.foresight.value)
