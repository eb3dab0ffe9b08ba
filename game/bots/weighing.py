"""What a role card makes of anything that can be decided: an answer as it has become, another way of deciding."""

from typing import Final

from attrs import evolve

from game.bots.forecast import score, score_effects
from game.content.cards import Confidence, DataKind, Effect
from game.content.shapes import IndicatorId, InterventionId, ProcedureId, SourceId
from game.engine.amending import STEPS
from game.engine.ballots import voters
from game.engine.chance import roll
from game.engine.moves import Amendment, Change
from game.engine.observe import Observation
from game.engine.options import QuestionKind, question_of
from game.engine.state import Game, Proposal

WHIM: Final = 140
"""Personas of the same role don't always weigh the same: a forecast wavers by up to this much."""
HAVING_A_SAY: Final = 120
"""What it is worth to a seat to cast a ballot of its own."""
MADE_TOGETHER: Final = 60
"""What it is worth to a seat that a proposal has taken up an amendment of its own."""
WATCHING: Final = ("sensing", "profiling", "control")
"""The indicators that a data clause holds back."""


def weighs(game: Game, seen: Observation, option: InterventionId) -> int:
    """Returns what an option is worth to a seat, in hundredths of a point; positive when it serves its role card."""
    if question_of(option) is not None:
        return weighs_question(game, seen, option)
    who = f"{seen.player}/{option}"
    whim = roll(game.seed, 0, "whim", who, 2 * WHIM + 1) - WHIM
    return score(game, seen.player, option).total + whim + _amended(game, seen, option)


def _amended(game: Game, seen: Observation, option: InterventionId) -> int:
    """Returns what the amendments of a proposal add for a seat."""
    proposal = next((each for each in seen.proposals if each.intervention == option), None)
    if proposal is None:
        return 0
    own = MADE_TOGETHER if seen.player in proposal.authors else 0
    return own + (clause_worth(game, seen, option) if proposal.clause else 0)


def clause_worth(game: Game, seen: Observation, intervention: InterventionId) -> int:
    """Returns what a data clause on an intervention is worth to a seat: the watching it holds back."""
    share = game.model.rules.cocreation.clause.value / 100
    held = tuple(
        evolve(effect, points=-effect.points * share)
        for effect in game.intervention(intervention).effects
        if effect.indicator in WATCHING
    )
    return score_effects(game, seen.player, held).total


def weighs_question(game: Game, seen: Observation, question: InterventionId) -> int:
    """Returns what a yes to a question is worth to a seat, in hundredths of a point."""
    kind, of = question_of(question) or (None, "")
    if kind is not QuestionKind.WAY:
        return clause_worth(game, seen, InterventionId(of))
    after, before = game.model.procedures[ProcedureId(of)], game.model.procedures[seen.procedure]
    practised = (*after.practice, *before.practice)
    changes = {name: after.practice.get(name, 0) - before.practice.get(name, 0) for name in practised}
    effects = tuple(_practised(name, points) for name, points in changes.items() if points)
    say = (seen.player in voters(game, after.id)) - (seen.player in voters(game, before.id))
    return score_effects(game, seen.player, effects).total + HAVING_A_SAY * say


def _practised(indicator: IndicatorId, points: float) -> Effect:
    return Effect(indicator, points, SourceId("calibration"), Confidence.EXPERT)


def wanted_amendment(game: Game, seen: Observation, proposal: Proposal) -> Amendment | None:
    """Returns the amendment that a seat would ask of a proposal: a data clause, or a simpler answer it likes better."""
    card = game.intervention(proposal.intervention)
    if card.data.kind is DataKind.PERSONAL and not proposal.clause and clause_worth(game, seen, card.id) > 0:
        return Amendment(Change.CLAUSE)
    if weighs(game, seen, card.id) > 0:
        return None
    liked = [answer for answer in _lower(game, seen, proposal) if weighs(game, seen, answer) > 0]
    best = max(liked, key=lambda answer: weighs(game, seen, answer), default=None)
    return None if best is None else Amendment(Change.LEVEL, best)


def _lower(game: Game, seen: Observation, proposal: Proposal) -> tuple[InterventionId, ...]:
    """Returns the answers of a lower tech level to the same challenge that nobody has proposed."""
    here = proposal.intervention
    challenge = next(c for c in game.model.scenario.challenges if any(answer.id == here for answer in c.answers))
    on_table = {each.intervention for each in seen.proposals}
    level = STEPS[game.intervention(here).tech]
    unknown = {*game.invented}.difference(each.card.id for each in seen.inventions if each.card)
    return tuple(a.id for a in challenge.answers if STEPS[a.tech] < level and a.id not in on_table | unknown)
