"""Deciding an intervention, as far as the city is concerned: its price, its reception, its opening."""

import numpy as np
from attrs import evolve

from game.city.arrays import BoolArray, IntArray, quotient, read_only
from game.city.exact import FULL, POINT, milli
from game.city.groups import welcome
from game.city.model import IMAGE, Model
from game.city.state import NEVER, NOWHERE, CityState, Row
from game.content.shapes import DistrictId, IndicatorId, InterventionId, ProcedureId, ShockId


def costs(model: Model, city: CityState, procedure: ProcedureId) -> tuple[IntArray, IntArray]:
    """Returns the public and the private part of each cost, `(..., cards)`, in thousandths of M€ (equation 12).

    Investors pay more where the city's image is good, and less where the procedure softens their project.
    """
    finance, cards, image = model.rules.finance, model.cards, model.cell(IMAGE)
    moved = city.values[..., image, None] - model.base[image]
    share = cards.private + quotient(moved * milli(finance.image_per10.value), 10 * POINT)
    private = quotient(cards.cost * np.minimum(np.maximum(share, 0), milli(finance.private_most.value)), FULL)
    softening = round(model.procedures[procedure].softening.value)
    private = private - quotient(private * softening * milli(finance.softening_cut.value), FULL)
    return cards.cost - private, private


def price(model: Model, city: CityState, intervention: InterventionId, procedure: ProcedureId) -> tuple[int, int]:
    """Returns the public and the private part of a cost in one city, in thousandths of M€."""
    public, private = costs(model, city, procedure)
    place = model.cards.ids.index(intervention)
    return int(public[place]), int(private[place])


def payable(model: Model, city: CityState, procedure: ProcedureId) -> BoolArray:
    """Tells, `(..., cards)`, which interventions the city can pay without passing its debt limit."""
    public, _ = costs(model, city, procedure)
    budget = np.asarray(city.treasury.budget)[..., None]
    return np.asarray(budget - public >= milli(model.rules.finance.debt_floor.value))


def affordable(model: Model, city: CityState, intervention: InterventionId, procedure: ProcedureId) -> bool:
    """Tells whether one city can pay an intervention without passing its debt limit."""
    return bool(payable(model, city, procedure)[model.cards.ids.index(intervention)])


def lacking(model: Model, city: CityState, intervention: InterventionId) -> tuple[IndicatorId, ...]:
    """Returns the indicators whose city-wide level is still too low in one city for an intervention."""
    needs = model.interventions[intervention].requires
    return tuple(k for k, level in needs.items() if model.mean(city.values, k) < milli(level))


def adopted(
    model: Model,
    city: CityState,
    intervention: InterventionId,
    procedure: ProcedureId,
    district: DistrictId | None,
    where: BoolArray | None = None,
) -> CityState:
    """Returns the city that has decided and paid an intervention; it opens after its delays.

    A decision received below the contested threshold opens later. Among N cities, `where` tells which decide.
    """
    place = model.cards.ids.index(intervention)
    card, rule = model.interventions[intervention], model.procedures[procedure]
    legitimacy, softening = round(rule.legitimacy.value), round(rule.softening.value)
    received = welcome(model, city, legitimacy, softening)[..., place]
    contested = received < milli(model.rules.acceptance.contested_below.value)
    late = contested * round(model.rules.acceptance.contested_delay.value)
    rows = {
        Row.DECIDED: city.round,
        Row.OPENS: city.round + round(rule.delay.value) + card.build + late,
        Row.ORDER: (city.works.decided < NEVER).sum(axis=-1),
        Row.PROCEDURE: list(model.procedures).index(procedure),
        Row.LEGITIMACY: legitimacy,
        Row.SOFTENING: softening,
        Row.DISTRICT: NOWHERE if district is None else model.districts.index(district),
        Row.RECEIVED: received,
    }
    public, private = (part[..., place] * (1 if where is None else where) for part in costs(model, city, procedure))
    treasury = city.treasury
    return evolve(
        city,
        works=city.works.with_(place, rows, where),
        treasury=evolve(
            treasury,
            budget=treasury.budget - public,
            public=treasury.public + public,
            private=treasury.private + private,
        ),
    )


def struck(model: Model, city: CityState, shock: ShockId) -> CityState:
    """Returns the city hit by a shock this round; an accident's end is known from the start."""
    lasts = model.shocks[shock].lasts
    ended = NEVER if lasts is None else city.round + lasts
    return evolve(city, began=_set(model, city.began, shock, city.round), ended=_set(model, city.ended, shock, ended))


def calmed(model: Model, city: CityState, shock: ShockId) -> CityState:
    """Returns the city in which a drift ends this round."""
    return evolve(city, ended=_set(model, city.ended, shock, city.round))


def _set(model: Model, rounds: IntArray, shock: ShockId, round_: int) -> IntArray:
    after = rounds.copy()
    after[..., list(model.shocks).index(shock)] = round_
    return read_only(after)
