"""From a scenario and a rulebook to a game and its first state."""

from collections.abc import Sequence

from attrs import evolve

from game.city.compiling import compiled
from game.city.dynamics import founded
from game.city.exact import milli
from game.content.cards import Manner, Scenario
from game.content.rulebook import Rulebook
from game.content.shapes import ChallengeId, ProcedureId
from game.engine.optimising import told
from game.engine.phases import Phase
from game.engine.state import PLAYABLE, Game, State
from game.errors import GameError


def new_game(
    scenario: Scenario,
    rules: Rulebook,
    seed: int,
    rounds: int | None = None,
    procedure: ProcedureId | None = None,
    explained: bool = True,
    manner: Manner | None = None,
    agenda: Sequence[ChallengeId] = (),
) -> Game:
    """Returns a game; length, way of deciding, manner of voting and agenda default to the scenario's.

    Raises GameError for a way of deciding that this version does not play.
    """
    chosen = procedure or scenario.procedure
    if chosen not in PLAYABLE:
        raise GameError("error.procedure", found=chosen, known=", ".join(PLAYABLE))
    model = compiled(evolve(scenario, agenda=tuple(agenda)) if agenda else scenario, rules)
    return Game(
        model,
        founded(model, chosen),
        seed,
        rounds or scenario.rounds,
        chosen,
        explained,
        manner or scenario.manner,
    )


def first_state(game: Game) -> State:
    """Returns the state before the first move: the briefing of round 1, with time for a decision at least."""
    way = game.model.procedures[game.procedure]
    return State(
        round=1,
        phase=Phase.BRIEFING,
        city=game.start,
        time=milli(max(game.model.rules.finance.time_per_round.value, way.time.value)),
        queue=game.model.scenario.agenda,
        watches=told(game),
    )
