"""Each link alone and each card alone: does it do what it says, before anything else plays along?"""

from collections.abc import Iterator

from attrs import evolve

from game.city.building import adopted
from game.city.claims import Finding, Lab
from game.city.compiling import compiled
from game.city.dynamics import advanced, founded
from game.city.exact import FULL, milli
from game.city.model import DISPLACED, Model
from game.city.reference import UNSAID, scenario_of
from game.city.state import CityState
from game.content.claims import CardChecks, Claims, LinkChecks, Reference, Run
from game.content.rulebook import Coupling, Rulebook
from game.content.shapes import IndicatorId, InterventionId, ProcedureId


def alone_tried(reference: Reference, rules: Rulebook, claims: Claims) -> tuple[list[Finding], list[Finding]]:
    """Returns what each link does alone, and what each card does alone."""
    lab = Lab(reference, rules)
    links = links_tried(lab, claims.links) if claims.links is not None else ()
    cards = cards_tried(lab, claims.cards) if claims.cards is not None else ()
    return list(links), list(cards)


def links_tried(lab: Lab, checks: LinkChecks) -> Iterator[Finding]:
    """Yields what each link does alone; one that the rules lack moves nothing."""
    links = {coupling.id: coupling for coupling in lab.rules.couplings}
    for name, way in checks.moves.items():
        moved = _moved(lab, links[name], checks) if name in links else 0
        yield Finding(name, links[name].say if name in links else UNSAID, moved if way == "up" else -moved)


def _moved(lab: Lab, link: Coupling, checks: LinkChecks) -> int:
    """Returns the change of a link's effect when its cause is pushed and held, and nothing else acts."""
    alone = compiled(scenario_of(lab.reference), evolve(lab.rules, couplings=(link,), pressures=()))
    city, push = founded(alone, None), milli(checks.push)
    for _ in range(checks.rounds):
        city = advanced(alone, forced(alone, city, link.from_, push))
    return alone.mean(city.values, link.to) - alone.mean(alone.base, link.to)


def forced(model: Model, city: CityState, source: IndicatorId, push: int) -> CityState:
    """Returns the city with one level, or one reading, pushed everywhere."""
    if source in model.first_cells:
        values = city.values.copy()
        cells = {model.cell(source, place) for place in range(len(model.districts))}
        for cell in cells:
            values[cell] = min(FULL, values[cell] + push)
        return evolve(city, values=values)
    names = [source, f"{source}_by_district"] if source == DISPLACED else [source]
    pushed = {name: getattr(city.readings, name) + push for name in names}
    return evolve(city, readings=evolve(city.readings, **pushed))


def cards_tried(lab: Lab, checks: CardChecks) -> Iterator[Finding]:
    """Yields what each card does alone, by each procedure; an exception bears its reason as a note."""
    model = lab.model(Run())
    excused = {(each.card, each.procedure): each for each in checks.exceptions}
    for procedure in checks.procedures:
        without = _left_alone(model, founded(model, procedure), checks.at)
        for card in model.interventions:
            moves = _effects(model, card, procedure, without, checks.at)
            excuse = excused.get((card, procedure))
            if excuse is not None:
                moves.pop(excuse.indicator, None)
            margin = min(moves.values(), default=FULL)
            described = model.procedures[procedure].name
            yield Finding(card, described, margin, excuse.why if excuse is not None else None)


def _effects(
    model: Model, card: InterventionId, procedure: ProcedureId, without: CityState, at: int
) -> dict[IndicatorId, int]:
    """Returns how far each effect of a card goes its way in the end, beside the city without the card."""
    city = _left_alone(model, adopted(model, founded(model, procedure), card, procedure, None), at)
    return {
        effect.indicator: (model.mean(city.values, effect.indicator) - model.mean(without.values, effect.indicator))
        * (1 if effect.points > 0 else -1)
        for effect in model.interventions[card].effects
    }


def _left_alone(model: Model, city: CityState, rounds: int) -> CityState:
    for _ in range(rounds):
        city = advanced(model, city)
    return city
