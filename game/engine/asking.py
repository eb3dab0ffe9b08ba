"""Questions that the room asks in the briefing: to decide in another way, to put a data clause on an open project."""

from attrs import evolve

from game.city.building import charged, clause_price, secured
from game.city.exact import milli
from game.content.cards import DataKind
from game.content.shapes import InterventionId, LossId, ProcedureId
from game.content.watching import ALGORITHM_DECIDES
from game.engine.events import ClauseAdded, Event, WayChanged
from game.engine.moves import Ask
from game.engine.options import QuestionKind, clause_question, question_of, way_question
from game.engine.phases import Phase
from game.engine.state import ALGORITHM, PLAYABLE, Game, State, changed
from game.errors import Refusal


def askable(game: Game, state: State) -> tuple[InterventionId, ...]:
    """Returns the questions that may be asked at present; none outside the briefing."""
    if state.phase is not Phase.BRIEFING or state.asked:
        return ()
    ways = [way_question(way) for way in PLAYABLE if way in game.model.procedures and way != state.procedure]
    every = (*ways, *(clause_question(card) for card in clausable(game, state)))
    return tuple(question for question in every if refused_question(game, state, question) is None)


def clausable(game: Game, state: State) -> tuple[InterventionId, ...]:
    """Returns the open projects that record personal data without a data clause."""
    works, cards = state.city.works, game.model.cards.ids
    found = zip(cards, works.opens.tolist(), works.clause.tolist(), strict=True)
    recording = (card for card, opens, clause in found if opens <= state.city.round and not clause)
    return tuple(card for card in recording if game.intervention(card).data.kind is DataKind.PERSONAL)


def refused_asking(game: Game, state: State, move: Ask) -> Refusal | None:
    """Returns why a question may not be asked, or None."""
    if state.phase is not Phase.BRIEFING:
        return Refusal.WRONG_PHASE
    if state.asked:
        return Refusal.TOO_SOON
    return refused_question(game, state, move.question)


def refused_question(game: Game, state: State, question: InterventionId) -> Refusal | None:
    """Returns why a question can't be put at present, or None."""
    kind, of = question_of(question) or (None, "")
    if kind is QuestionKind.WAY:
        return _refused_way(game, state, ProcedureId(of))
    if kind is not QuestionKind.CLAUSE or of not in clausable(game, state):
        return Refusal.NOT_A_QUESTION
    price = clause_price(game.model, InterventionId(of))
    if int(state.city.treasury.budget) - price < milli(game.model.rules.finance.debt_floor.value):
        return Refusal.TOO_DEAR
    return None if state.time >= milli(game.model.rules.cocreation.time.value) else Refusal.NO_TIME


def _refused_way(game: Game, state: State, way: ProcedureId) -> Refusal | None:
    if way not in PLAYABLE or way not in game.model.procedures or way == state.procedure:
        return Refusal.NOT_A_QUESTION
    if ALGORITHM_DECIDES in state.lost:
        return Refusal.POWER_LOST
    rules = game.model.rules.deciding
    if state.changed_way and state.round < state.changed_way + round(rules.change_wait.value):
        return Refusal.TOO_SOON
    return None if state.time >= milli(rules.change_time.value) else Refusal.NO_TIME


def time_taken(game: Game, question: InterventionId) -> int:
    """Returns the time that deciding a question takes, in thousandths of a time point."""
    kind, _ = question_of(question) or (None, "")
    rules = game.model.rules
    return milli(rules.deciding.change_time.value if kind is QuestionKind.WAY else rules.cocreation.time.value)


def decided_by(state: State, way: ProcedureId) -> State:
    """Returns the state in which the city decides in another way; what a budget has shelved goes back on the agenda."""
    shelved = {each.intervention for each in state.shelf}
    return changed(
        state,
        city=evolve(state.city, procedure=way),
        queue=(*state.together, *state.queue),
        together=(),
        shelf=(),
        stances=tuple(each for each in state.stances if each.intervention not in shelved),
    )


def with_powers(state: State, lost: tuple[LossId, ...]) -> State:
    """Returns the state in which these powers are lost; the algorithm takes over, or hands back, with the last one."""
    after = changed(state, lost=lost)
    if ALGORITHM_DECIDES in lost and state.former is None and state.procedure != ALGORITHM:
        return changed(decided_by(after, ALGORITHM), former=state.procedure)
    if ALGORITHM_DECIDES not in lost and state.former is not None:
        return changed(decided_by(after, state.former), former=None)
    return after


def answered_yes(game: Game, state: State, question: InterventionId) -> tuple[State, Event]:
    """Returns the state once the room has said yes to a question."""
    kind, of = question_of(question) or (None, "")
    if kind is QuestionKind.WAY:
        way = ProcedureId(of)
        after = changed(decided_by(state, way), changed_way=state.round)
        return after, WayChanged(state.round, state.procedure, way)
    card = InterventionId(of)
    price = clause_price(game.model, card)
    city = secured(game.model, charged(state.city, price), card)
    return changed(state, city=city), ClauseAdded(state.round, card, price)
