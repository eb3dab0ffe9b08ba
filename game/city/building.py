"""Deciding an intervention, as far as the city is concerned: its price, its reception, its opening."""

from attrs import evolve

from game.city.exact import FULL, POINT, divided, milli
from game.city.groups import acceptance
from game.city.model import IMAGE, Model, private_percent
from game.city.state import Adopted, CityState, Struck
from game.content.shapes import DistrictId, IndicatorId, InterventionId, ProcedureId, ShockId


def price(model: Model, city: CityState, intervention: InterventionId, procedure: ProcedureId) -> tuple[int, int]:
    """Returns the public and the private part of a cost, in thousandths of M€ (equation 12).

    Investors pay more where the city's image is good, and less where the procedure softens their project.
    """
    finance, card = model.rules.finance, model.interventions[intervention]
    cost = milli(card.cost)
    image = city.values[model.cell(IMAGE)] - model.base[model.cell(IMAGE)]
    share = private_percent(model.rules, card.tech) + divided(image * milli(finance.image_per10.value), 10 * POINT)
    private = divided(cost * max(0, min(milli(finance.private_most.value), share)), FULL)
    softening = round(model.procedures[procedure].softening.value)
    private -= divided(private * softening * milli(finance.softening_cut.value), FULL)
    return cost - private, private


def affordable(model: Model, city: CityState, intervention: InterventionId, procedure: ProcedureId) -> bool:
    """Tells whether the city can pay without passing its debt limit."""
    public, _ = price(model, city, intervention, procedure)
    return city.treasury.budget - public >= milli(model.rules.finance.debt_floor.value)


def lacking(model: Model, city: CityState, intervention: InterventionId) -> tuple[IndicatorId, ...]:
    """Returns the indicators whose city-wide level is still too low for an intervention."""
    needs = model.interventions[intervention].requires
    return tuple(k for k, level in needs.items() if model.mean(city.values, k) < milli(level))


def adopted(
    model: Model,
    city: CityState,
    intervention: InterventionId,
    procedure: ProcedureId,
    district: DistrictId | None,
) -> CityState:
    """Returns the city that has decided and paid an intervention; it opens after its delays.

    A decision received below the contested threshold opens later.
    """
    card, rule = model.interventions[intervention], model.procedures[procedure]
    legitimacy, softening = round(rule.legitimacy.value), round(rule.softening.value)
    received = acceptance(model, city.values, card, city.adopted, legitimacy, softening, city.round)
    opens = city.round + round(rule.delay.value) + card.build
    if received < milli(model.rules.acceptance.contested_below.value):
        opens += round(model.rules.acceptance.contested_delay.value)
    public, private = price(model, city, intervention, procedure)
    treasury = city.treasury
    entry = Adopted(intervention, city.round, opens, procedure, legitimacy, softening, district, received)
    return evolve(
        city,
        adopted=(*city.adopted, entry),
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
    ended = None if lasts is None else city.round + lasts
    return evolve(city, struck=(*city.struck, Struck(shock, city.round, ended)))


def calmed(city: CityState, shock: ShockId) -> CityState:
    """Returns the city in which a drift ends this round."""
    ended = tuple(
        evolve(s, ended=city.round) if s.shock == shock and s.holds(city.round) else s for s in city.struck
    )
    return evolve(city, struck=ended)
