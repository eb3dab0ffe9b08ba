"""Each link alone and each card alone: does it do what it says, before anything else plays along?"""

from collections.abc import Iterator

from attrs import evolve

from game.city.building import adopted
from game.city.claims import Finding, Lab
from game.city.dynamics import COHERENCE, DISPLACED, LIVED, RESTRICTION, advanced, founded
from game.city.exact import FULL, milli
from game.city.model import CompiledLink, Model
from game.city.reference import UNSAID
from game.city.state import CityState
from game.content.claims import CardChecks, Claims, LinkChecks, Reference, Run
from game.content.rulebook import Rulebook
from game.content.shapes import IndicatorId, InterventionId, ProcedureId


def alone_tried(reference: Reference, rules: Rulebook, claims: Claims) -> tuple[list[Finding], list[Finding]]:
    """Returns what each link does alone, and what each card does alone."""
    lab = Lab(reference, rules)
    links = links_tried(lab, claims.links) if claims.links is not None else ()
    cards = cards_tried(lab, claims.cards) if claims.cards is not None else ()
    return list(links), list(cards)


def links_tried(lab: Lab, checks: LinkChecks) -> Iterator[Finding]:
    """Yields what each link does alone; one that the rules lack moves nothing."""
    model = lab.model(Run())
    said = {coupling.id: coupling.say for coupling in lab.rules.couplings}
    links = {link.cause.id: link for link in model.links}
    for name, way in checks.moves.items():
        moved = _moved(model, links[name], checks) if name in links else 0
        yield Finding(name, said.get(name, UNSAID), moved if way == "up" else -moved)


def _moved(model: Model, link: CompiledLink, checks: LinkChecks) -> int:
    """Returns the change of a link's effect when its cause is pushed and held, and nothing else acts."""
    alone = evolve(model, links=(link,), pressures=())
    city, push = founded(alone, None), milli(checks.push)
    for _ in range(checks.rounds):
        city = advanced(alone, forced(alone, city, link.source, push))
    effect = IndicatorId(link.cause.id.partition(">")[2])
    return alone.mean(city.values, effect) - alone.mean(alone.base, effect)


def forced(model: Model, city: CityState, source: IndicatorId, push: int) -> CityState:
    """Returns the city with one level, or one reading, pushed everywhere."""
    readings = city.readings
    if source == LIVED:
        return evolve(city, readings=evolve(readings, lived=readings.lived + push))
    if source == RESTRICTION:
        return evolve(city, readings=evolve(readings, restriction=readings.restriction + push))
    if source == COHERENCE:
        return evolve(city, readings=evolve(readings, coherence=readings.coherence + push))
    if source == DISPLACED:
        by_district = tuple(share + push for share in readings.displaced_by_district)
        displaced = readings.displaced + push
        return evolve(city, readings=evolve(readings, displaced=displaced, displaced_by_district=by_district))
    values = list(city.values)
    places = 1 if source in model.variables else len(model.districts)
    for cell in (model.cell(source, place) for place in range(places)):
        values[cell] = min(FULL, values[cell] + push)
    return evolve(city, values=tuple(values))


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
