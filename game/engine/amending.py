"""Making a proposal together: partners who join, amendments that are suggested and accepted."""

from collections.abc import Iterable
from typing import Final

from attrs import evolve

from game.city.exact import milli
from game.content.cards import DataKind, Tech
from game.content.shapes import DistrictId, InterventionId, StakeholderId
from game.engine.events import Amended, AmendmentDeclined, AmendmentSuggested, Event, Joined
from game.engine.moves import Accept, Amendment, Answer, Change, Join, Stand, Suggest
from game.engine.phases import Phase
from game.engine.state import Game, Proposal, Stance, State, Suggested, changed
from game.errors import Refusal

STEPS: Final = {Tech.LOW: 0, Tech.MID: 1, Tech.HIGH: 2}
"""Tech levels from the lowest to the highest."""


def amendable(game: Game, state: State, proposal: Proposal) -> tuple[Amendment, ...]:
    """Returns the amendments that could be made to a proposal, whatever time is left."""
    card = game.intervention(proposal.intervention)
    found: list[Amendment] = []
    if card.data.kind is DataKind.PERSONAL and not proposal.clause:
        found.append(Amendment(Change.CLAUSE))
    if card.placed:
        found += [Amendment(Change.SITE, each) for each in game.model.districts if each != proposal.district]
    on_table = {each.intervention for each in state.proposals}
    lower = [answer for answer, _ in state.offers if STEPS[game.intervention(answer).tech] < STEPS[card.tech]]
    found += [Amendment(Change.LEVEL, answer) for answer in dict.fromkeys(lower) if answer not in on_table]
    return tuple(found)


def time_to_amend(game: Game, state: State) -> bool:
    """Tells whether there is time for an amendment and still for the decision itself."""
    return state.time >= amending_takes(game, state)


def amending_takes(game: Game, state: State) -> int:
    """Returns the time that an amendment and the decision take, in thousandths."""
    return milli(game.model.rules.cocreation.time.value + game.model.procedures[state.procedure].time.value)


def refused_partner(state: State, move: Join) -> Refusal | None:
    """Returns why a seat may not become a partner, or None."""
    proposal, missed = _on_the_floor(state, move.intervention)
    if proposal is None:
        return missed
    together = (*proposal.proposers, *proposal.partners)
    return Refusal.ALREADY_DONE if move.player in together else None


def refused_suggestion(game: Game, state: State, move: Suggest) -> Refusal | None:
    """Returns why an amendment may not be suggested, or None."""
    proposal, missed = _on_the_floor(state, move.intervention)
    if proposal is None:
        return missed
    if move.amendment not in amendable(game, state, proposal):
        return Refusal.NOT_AN_AMENDMENT
    if _pending(state, move.intervention, move.amendment):
        return Refusal.ALREADY_DONE
    return None if time_to_amend(game, state) else Refusal.NO_TIME


def refused_acceptance(game: Game, state: State, move: Accept) -> Refusal | None:
    """Returns why an amendment may not be accepted, or None."""
    proposal, missed = _on_the_floor(state, move.intervention)
    if proposal is None:
        return missed
    if move.player not in proposal.proposers:
        return Refusal.NOT_A_PROPOSER
    if _pending(state, move.intervention, move.amendment) is None:
        return Refusal.NOT_AN_AMENDMENT
    return None if not move.accepts or time_to_amend(game, state) else Refusal.NO_TIME


def _on_the_floor(state: State, intervention: InterventionId) -> tuple[Proposal | None, Refusal]:
    """Returns the proposal under deliberation, and why there is none where there is none."""
    proposal = state.proposal(intervention) if state.phase is Phase.DELIBERATION else None
    return proposal, Refusal.NOT_ON_TABLE if state.phase is Phase.DELIBERATION else Refusal.WRONG_PHASE


def _pending(state: State, intervention: InterventionId, amendment: Amendment) -> Suggested | None:
    waiting = (each for each in state.suggested if (each.intervention, each.amendment) == (intervention, amendment))
    return next(waiting, None)


def joined(state: State, move: Join) -> tuple[State, Event]:
    """Returns the state in which a seat is a partner of a proposal, and stands for it."""
    known = state.proposal(move.intervention)
    assert known is not None
    missing = tuple(partner for partner in known.missing if partner != move.player)
    partnered = evolve(known, partners=(*known.partners, move.player), missing=missing)
    after = standing(_replaced(state, known, partnered), move.player, move.intervention, Stand.FOR)
    return heard(after, move.player), Joined(move.player, move.intervention)


def heard(state: State, player: StakeholderId) -> State:
    """Returns the state in which a seat has spoken in this deliberation."""
    return state if player in state.heard else changed(state, heard=(*state.heard, player))


def standing(state: State, player: StakeholderId, intervention: InterventionId, stand: Stand) -> State:
    """Returns the state in which a seat's last word on a proposal is this one."""
    others = [each for each in state.stances if each.intervention != intervention or each.player != player]
    return changed(state, stances=(*others, Stance(player, intervention, stand)))


def suggested(game: Game, state: State, move: Suggest) -> tuple[State, Event]:
    """Returns the state in which an amendment waits to be accepted, or is made when a proposer suggests it."""
    proposal = state.proposal(move.intervention)
    assert proposal is not None
    if move.player in proposal.proposers:
        return _amended(game, heard(state, move.player), proposal, move.amendment, move.player)
    waiting = Suggested(move.player, move.intervention, move.amendment)
    event = AmendmentSuggested(move.player, move.intervention, move.amendment)
    return changed(heard(state, move.player), suggested=(*state.suggested, waiting)), event


def answering(state: State) -> tuple[StakeholderId, ...]:
    """Returns the first proposers whom a suggested amendment waits for."""
    asked = {each.intervention for each in state.suggested}
    return tuple([each.proposers[0] for each in state.proposals if each.intervention in asked])


def with_remedies(game: Game, state: State, objections: Iterable[Answer]) -> State:
    """Returns the state in which the remedies that objections name wait to be accepted."""
    waiting = list(state.suggested)
    for each in objections:
        proposal = state.proposal(each.intervention)
        if each.remedy is None or proposal is None or each.remedy not in amendable(game, state, proposal):
            continue
        remedy = Suggested(each.player, each.intervention, each.remedy)
        if _pending(state, each.intervention, each.remedy) is None and remedy not in waiting:
            waiting.append(remedy)
    return changed(state, suggested=tuple(waiting))


def accepted(game: Game, state: State, move: Accept) -> tuple[State, Event]:
    """Returns the state in which a proposer has taken up what another seat suggested, or turned it down."""
    proposal, waiting = state.proposal(move.intervention), _pending(state, move.intervention, move.amendment)
    assert proposal is not None and waiting is not None
    if not move.accepts:
        left = tuple(each for each in state.suggested if each is not waiting)
        return changed(state, suggested=left), AmendmentDeclined(move.player, move.intervention, move.amendment)
    return _amended(game, state, proposal, move.amendment, waiting.player)


def _amended(
    game: Game, state: State, known: Proposal, amendment: Amendment, author: StakeholderId
) -> tuple[State, Event]:
    authors = known.authors if author in known.authors else (*known.authors, author)
    after = evolve(known, amended=(*known.amended, amendment), authors=authors)
    match amendment.change:
        case Change.SITE:
            after = evolve(after, district=DistrictId(amendment.to))
        case Change.LEVEL:
            after = _lowered(game, known, after, InterventionId(amendment.to))
    renamed = after.intervention
    spent = milli(game.model.rules.cocreation.time.value)
    following = changed(
        _replaced(state, known, after),
        time=state.time - spent,
        suggested=tuple(each for each in state.suggested if _still_open(each, known, after, amendment)),
        stances=tuple(
            evolve(each, intervention=renamed) if each.intervention == known.intervention else each
            for each in state.stances
        ),
        considered=renamed if state.considered == known.intervention else state.considered,
    )
    return following, Amended(author, known.intervention, amendment, known.proposers[0])


def _lowered(game: Game, before: Proposal, after: Proposal, answer: InterventionId) -> Proposal:
    """Returns a proposal brought down to a lower answer: it keeps its people, and needs that answer's partners."""
    card = game.intervention(answer)
    together = {*before.proposers, *before.partners}
    missing = tuple(partner for partner in card.partners if partner not in together)
    district = (before.district or game.home(answer)) if card.placed else None
    return evolve(after, intervention=answer, district=district, missing=missing)


def _still_open(each: Suggested, before: Proposal, after: Proposal, made: Amendment) -> bool:
    """Tells whether a suggestion still makes sense after an amendment: not that one, nor on what is gone."""
    if each.intervention != before.intervention:
        return each.amendment != made or made.change is not Change.LEVEL
    return each.amendment != made and after.intervention == before.intervention


def _replaced(state: State, before: Proposal, after: Proposal) -> State:
    return changed(state, proposals=tuple(after if each is before else each for each in state.proposals))
