"""A workshop rehearsed: computer players play it, and each phase takes the minutes that the clock would give it."""

from game.bots.bot import Bot
from game.bots.ways import played_out
from game.content.workshop import WorkshopPlan
from game.engine.pacing import MINUTE, course
from game.engine.setup import first_state
from game.engine.state import Game, State


def rehearsed(plan: WorkshopPlan, game: Game, bot: Bot) -> float:
    """Returns the minute at which a workshop ends when everybody keeps to the clock.

    The debrief has what the rounds leave, and is no shorter and no longer than the rules or the plan allow.
    """
    workshop = game.model.rules.workshop
    parts = plan.parts(workshop)
    before = parts.opening + played_minutes(game, parts.play, bot) + parts.pause + parts.asking
    least, most = min(plan.debrief, workshop.debrief_least.value), max(plan.debrief, workshop.debrief_most.value)
    return before + min(most, max(least, plan.minutes - before))


def played_minutes(game: Game, play: int, bot: Bot) -> float:
    """Returns how long the rounds take, phase by phase, on the clock of the facilitator."""
    now = course(game, first_state(game), play)
    for state, _ in played_out(game, bot):
        if _moment(state) != _moment(now.state):
            now = now.moved(game, state)
    return now.gone / MINUTE


def _moment(state: State) -> object:
    """Returns what a clock of its own belongs to, as the facilitator's desk has it."""
    return state.round, state.phase, state.challenge, state.question
