"""The powers that surveillance takes from the seats, and gives back once it has calmed down (claims C23, C24, C27)."""

from collections.abc import Sequence
from typing import Final

from game.city.exact import milli
from game.city.explain import standing
from game.city.model import SURVEILLANCE, Model
from game.city.scoring import gauge
from game.city.state import CityState
from game.content.cards import Intervention
from game.content.shapes import IndicatorId, InterventionId, LossId
from game.content.watching import DEAR_OPPOSITION, LOSSES, VANISHING, LossRule
from game.engine.events import PowerLost, PowerRegained, Weights
from game.engine.state import Game

TOLD: Final = 3
"""Causes named with a loss: as many as a table remembers."""


def rule_of(model: Model, loss: LossId) -> LossRule:
    """Returns what the rules say of a loss: its thresholds and its texts."""
    rule: LossRule = getattr(model.rules.powers, loss)
    return rule


def powers_after(model: Model, city: CityState, lost: Sequence[LossId]) -> tuple[LossId, ...]:
    """Returns what one city's seats have lost, given what they had lost before, in the order of `LOSSES`.

    A power goes above its threshold, and comes back only under a calmer one.
    """
    level = gauge(model, city.values, SURVEILLANCE)
    return tuple(loss for loss in LOSSES if _gone(rule_of(model, loss), level, loss in lost))


def _gone(rule: LossRule, level: int, before: bool) -> bool:
    return level >= milli(rule.below.value) if before else level > milli(rule.above.value)


def heaviest(model: Model, city: CityState) -> Weights:
    """Returns the few causes that have added most to one city's surveillance, the heaviest first."""
    _, made = standing(model, city, SURVEILLANCE)
    return tuple((cause, amount) for cause, amount in made.items() if amount > 0)[:TOLD]


def powers_moved(
    game: Game, city: CityState, round_: int, lost: Sequence[LossId]
) -> tuple[tuple[LossId, ...], tuple[PowerLost | PowerRegained, ...]]:
    """Returns what the seats have lost once a round is resolved, and the events of it: what went, what came back."""
    model, after = game.model, powers_after(game.model, city, lost)
    if after == tuple(lost):
        return after, ()
    level = gauge(model, city.values, SURVEILLANCE)
    causes = heaviest(model, city) if game.explained else ()
    gone = (PowerLost(round_, loss, level, causes) for loss in after if loss not in lost)
    back = (PowerRegained(round_, loss, level) for loss in reversed(lost) if loss not in after)
    return after, (*gone, *back)


def vanished(game: Game, lost: Sequence[LossId], answers: Sequence[Intervention]) -> frozenset[InterventionId]:
    """Returns those of the answers to a challenge that are no longer on the agenda.

    Where every answer would vanish none does: there is always something to decide.
    """
    if VANISHING not in lost:
        return frozenset()
    erased = frozenset(answer.id for answer in answers if _erased(game.model, answer))
    return erased if len(erased) < len(answers) else frozenset()


def _erased(model: Model, answer: Intervention) -> bool:
    for condition in model.rules.powers.vanishing.answers:
        asked, does = milli(condition.points.value), _does(answer, condition.of)
        if does >= asked if asked > 0 else does <= asked:
            return True
    return False


def _does(answer: Intervention, indicator: IndicatorId) -> int:
    """Returns the milli-points an answer moves an indicator by itself, all told."""
    return sum(milli(each.points) * max(1, each.rounds) for each in answer.effects if each.indicator == indicator)


def opposing_cost(game: Game, lost: Sequence[LossId]) -> int:
    """Returns what each word, vote, objection or veto against costs, in thousandths of a time point."""
    return milli(game.model.rules.powers.dear_opposition.cost.value) if DEAR_OPPOSITION in lost else 0
