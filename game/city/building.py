"""Deciding an intervention, as far as the city is concerned: its price, its reception, its opening."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np
from attrs import evolve, frozen

from game.city.arrays import BoolArray, IntArray, quotient, read_only
from game.city.exact import FULL, POINT, divided, milli
from game.city.groups import welcome
from game.city.model import IMAGE, Model
from game.city.state import NEVER, NOWHERE, CityState, Row, Treasury, Works
from game.content.shapes import DistrictId, IndicatorId, InterventionId, ProcedureId, ShockId


@frozen
class Together:
    """What working on a proposal together adds: points of legitimacy, softening in %, a data clause."""

    legitimacy: int = 0
    softening: int = 0
    clause: bool = False


ALONE: Final = Together()


def costs(model: Model, city: CityState, procedure: ProcedureId) -> tuple[IntArray, IntArray]:
    """Returns the public and the private part of each cost, `(..., cards)`, in thousandths of M€ (equation 12).

    Investors pay more where the city's image is good, and less where the procedure softens their project. Those of one
    city are kept for a while: a round asks many times what stays the same until the city moves.
    """
    if city.values.ndim > 1:
        return _costs(model, city.values, procedure)
    return _kept_costs(_Asked((model, city.values, procedure)))


class _Asked(tuple[Model, IntArray, ProcedureId]):
    """Whose costs are asked: the levels are told from others by being themselves, for nobody writes to them."""

    __slots__ = ()

    def __hash__(self) -> int:
        return hash((self[0], id(self[1]), self[2]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self[1] is other[1] and (self[0], self[2]) == (other[0], other[2])


@lru_cache(maxsize=64)
def _kept_costs(asked: _Asked) -> tuple[IntArray, IntArray]:
    return _costs(*asked)


def _costs(model: Model, values: IntArray, procedure: ProcedureId) -> tuple[IntArray, IntArray]:
    finance, cards, image = model.rules.finance, model.cards, model.cell(IMAGE)
    moved = values[..., image, None] - model.base[image]
    share = cards.private + quotient(moved * milli(finance.image_per10.value), 10 * POINT)
    private = quotient(cards.cost * np.minimum(np.maximum(share, 0), milli(finance.private_most.value)), FULL)
    softening = round(model.procedures[procedure].softening.value)
    private = private - quotient(private * softening * milli(finance.softening_cut.value), FULL)
    return read_only(cards.cost - private), read_only(private)


def price(model: Model, city: CityState, intervention: InterventionId, procedure: ProcedureId) -> tuple[int, int]:
    """Returns the public and the private part of a cost in one city, in thousandths of M€."""
    public, private = costs(model, city, procedure)
    place = model.cards.ids.index(intervention)
    return int(public[place]), int(private[place])


def fee(model: Model, procedure: ProcedureId) -> int:
    """Returns what a decision costs in itself, in thousandths of M€."""
    return milli(model.procedures[procedure].money.value)


def payable(model: Model, city: CityState, procedure: ProcedureId) -> BoolArray:
    """Tells, `(..., cards)`, which interventions the city can decide and pay without passing its debt limit."""
    public, _ = costs(model, city, procedure)
    budget = np.asarray(city.treasury.budget)[..., None]
    return np.asarray(budget - public - fee(model, procedure) >= milli(model.rules.finance.debt_floor.value))


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
    together: Together = ALONE,
) -> CityState:
    """Returns the city that has decided and paid an intervention; it opens after its delays.

    A decision received below the contested threshold opens later. `together` is what working on it together adds to
    the way of deciding. Among N cities, `where` tells which decide.
    """
    place = model.cards.ids.index(intervention)
    rows = _decided(model, city, place, procedure, together)
    rows[Row.DISTRICT] = NOWHERE if district is None else model.districts.index(district)
    public, private = (part[..., place] * (1 if where is None else where) for part in costs(model, city, procedure))
    return evolve(city, works=city.works.with_(place, rows, where), treasury=_spent(city.treasury, public, private))


def adopted_by_each(
    model: Model,
    cities: CityState,
    choices: Sequence[tuple[InterventionId | None, DistrictId | None]],
    procedure: ProcedureId,
) -> CityState:
    """Returns N cities of which each has decided and paid an intervention of its own, and where, or none."""
    chosen = [(n, card, district) for n, (card, district) in enumerate(choices) if card is not None]
    city = np.array([n for n, _, _ in chosen], dtype=np.int64)
    place = np.array([model.cards.ids.index(card) for _, card, _ in chosen], dtype=np.int64)
    rows = _decided(model, cities, (city, place), procedure, ALONE)
    rows[Row.DISTRICT] = [NOWHERE if there is None else model.districts.index(there) for _, _, there in chosen]
    table = cities.works.table.copy()
    for row, value in rows.items():
        table[city, row, place] = value
    paid = np.zeros((2, len(choices)), dtype=np.int64)
    paid[:, city] = [part[city, place] for part in costs(model, cities, procedure)]
    return evolve(cities, works=Works(read_only(table)), treasury=_spent(cities.treasury, *paid))


def _decided(
    model: Model, city: CityState, place: int | tuple[IntArray, IntArray], procedure: ProcedureId, together: Together
) -> dict[Row, Any]:
    """Returns what is written of a decision, all but where.

    `place` is that of the card in every city, or some cities and the place of the card that each of them decides.
    """
    rule, at = model.procedures[procedure], (..., place) if isinstance(place, int) else place
    legitimacy = round(rule.legitimacy.value) + together.legitimacy
    softening = min(100, round(rule.softening.value) + together.softening)
    received = welcome(model, city, legitimacy, softening)[at]
    contested = received < milli(model.rules.acceptance.contested_below.value)
    late = contested * round(model.rules.acceptance.contested_delay.value)
    before = (city.works.decided < NEVER).sum(axis=-1)
    return {
        Row.DECIDED: city.round,
        Row.OPENS: city.round + round(rule.delay.value) + model.cards.build[at[1]] + late,
        Row.ORDER: before if isinstance(place, int) else before[place[0]],
        Row.PROCEDURE: list(model.procedures).index(procedure),
        Row.LEGITIMACY: legitimacy,
        Row.SOFTENING: softening,
        Row.RECEIVED: received,
        Row.CLAUSE: int(together.clause),
    }


def _spent(treasury: Treasury, public: IntArray, private: IntArray) -> Treasury:
    return evolve(
        treasury,
        budget=treasury.budget - public,
        public=treasury.public + public,
        private=treasury.private + private,
    )


def charged(city: CityState, amount: int | IntArray) -> CityState:
    """Returns the city that has paid an amount of public money, in thousandths of M€."""
    treasury = city.treasury
    paid = evolve(treasury, budget=treasury.budget - amount, public=treasury.public + amount)
    return evolve(city, treasury=paid)


def clause_price(model: Model, intervention: InterventionId) -> int:
    """Returns what a data clause on an open project costs, in thousandths of M€."""
    share = milli(model.rules.cocreation.clause_later.value)
    return divided(milli(model.interventions[intervention].cost) * share, FULL)


def secured(
    model: Model, city: CityState, intervention: InterventionId, where: BoolArray | None = None
) -> CityState:
    """Returns the city in which a project has a data clause; among N cities, `where` tells in which."""
    place = model.cards.ids.index(intervention)
    softer = city.works.softening[..., place] + round(model.rules.cocreation.clause.value)
    rows = {Row.CLAUSE: 1, Row.SOFTENING: np.minimum(100, softer)}
    return evolve(city, works=city.works.with_(place, rows, where))


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
