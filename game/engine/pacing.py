"""How long the table should take: the minutes planned for each phase, and for all that lies behind a moment."""

from typing import Final

from attrs import frozen

from game.engine.phases import Phase
from game.engine.state import Game, State

MINUTE: Final = 60
IN_TURN: Final = (Phase.PROPOSAL, Phase.DELIBERATION, Phase.DECISION)
"""The phases that each challenge goes through."""


@frozen
class Pace:
    """How a table keeps to its plan, in seconds: in the present phase, and over all so far."""

    spent: float
    planned: float
    behind: float = 0

    @property
    def over(self) -> bool:
        """Tells whether the phase has taken the time planned for it."""
        return self.spent >= self.planned


def minutes_by_rules(game: Game) -> float:
    """Returns how long the rules say a whole session takes, in minutes."""
    agenda, most = game.model.scenario.agenda, round(game.model.rules.finance.challenges_per_round.value)
    turns = min(len(agenda), game.rounds * most)
    return sum(_minutes(game, phase) * (turns if phase in IN_TURN else game.rounds) for phase in Phase)


def planned(game: Game, phase: Phase, minutes: int = 0) -> float:
    """Returns the seconds planned for a phase; `minutes` are those planned for the session, 0 for the rules' own."""
    scale = minutes / minutes_by_rules(game) if minutes else 1.0
    return _minutes(game, phase) * MINUTE * scale


def due(game: Game, state: State, minutes: int = 0) -> float:
    """Returns the seconds that should have passed when the present phase opens.

    A challenge put off counts as still to come, so that what was spent on it shows as being behind.
    """
    through = len(game.model.scenario.agenda) - len(state.queue) - (state.challenge is not None)
    before = {phase: through if phase in IN_TURN else state.round - 1 for phase in Phase}
    order = list(Phase)
    for phase in order[: order.index(state.phase)]:
        before[phase] += phase not in IN_TURN or state.phase in IN_TURN
    return sum(planned(game, phase, minutes) * times for phase, times in before.items())


def _minutes(game: Game, phase: Phase) -> float:
    return next((rule.minutes.value for rule in game.model.rules.phases if rule.id == phase.value), 0.0)
