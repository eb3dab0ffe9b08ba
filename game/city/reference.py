"""The reference city: bare cards and real numbers, and the ways through them."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from game.city.building import adopted, affordable, lacking
from game.city.dynamics import advanced, founded
from game.city.exact import milli
from game.city.model import Model
from game.city.state import CityState
from game.content import cards, ground
from game.content.claims import BareCard, Reference, Way
from game.content.shapes import (
    ChallengeId,
    DistrictId,
    InterventionId,
    ProcedureId,
    ScenarioId,
    SourceId,
    StakeholderId,
    Text,
)

UNSAID: Final = Text({"fr": "–", "en": "–"})
"""In place of every text: nobody plays the reference city."""
SOURCE: Final = SourceId("reference")
SQUARE: Final = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0))
NOBODY: Final = StakeholderId("nobody")


def scenario_of(reference: Reference) -> cards.Scenario:
    """Returns the reference city as a scenario that can be compiled; it has neither words nor a map."""
    watch = cards.Watch("quality", "up", 1)
    seat = cards.Stakeholder(NOBODY, UNSAID, "map", UNSAID, UNSAID, UNSAID, UNSAID, (watch,), watch)
    challenges = tuple(_challenge(reference, need) for need in needs(reference))
    return cards.Scenario(
        id=ScenarioId("reference"),
        title=UNSAID,
        summary=UNSAID,
        inspired_by=UNSAID,
        real_and_invented=UNSAID,
        briefing=UNSAID,
        rounds=12,
        minutes=90,
        procedure=reference.paths[next(iter(reference.paths))].procedure,
        decider=NOBODY,
        agenda=tuple(challenge.id for challenge in challenges),
        questions=(UNSAID,),
        sources={SOURCE: UNSAID},
        city=ground.City(UNSAID, (1.0, 1.0), 1, reference.start, _districts(reference)),
        stakeholders=(seat,),
        challenges=challenges,
    )


def needs(reference: Reference) -> tuple[ChallengeId, ...]:
    """Returns the challenges that the cards answer."""
    return tuple(dict.fromkeys(ChallengeId(name.partition(".")[0]) for name in reference.cards))


def _districts(reference: Reference) -> tuple[ground.District, ...]:
    return tuple(
        ground.District(name, UNSAID, UNSAID, "old", 0, SQUARE, district.population, district.base)
        for name, district in reference.districts.items()
    )


def _challenge(reference: Reference, need: ChallengeId) -> cards.Challenge:
    answers = tuple(
        intervention(reference, name, card)
        for name, card in reference.cards.items()
        if name.partition(".")[0] == need
    )
    return cards.Challenge(need, UNSAID, UNSAID, "map", next(iter(reference.districts)), answers)


def intervention(reference: Reference, name: InterventionId, card: BareCard) -> cards.Intervention:
    """Returns a bare card as an intervention; its name says its tech level."""
    tech = cards.Tech(name.partition(".")[2])
    effects = tuple(cards.Effect(k, points, SOURCE, cards.Confidence.PAPER) for k, points in card.effects.items())
    return cards.Intervention(
        id=name,
        title=UNSAID,
        text=UNSAID,
        icon="map",
        tech=tech,
        leaning=card.leaning,
        cost=card.cost,
        upkeep=card.cost * reference.upkeep[tech.value] / 100,
        build=card.build,
        settling=card.settling,
        adoption=card.adoption,
        restriction=card.restriction,
        data=cards.DataCollected(card.data, UNSAID),
        reversibility=cards.Reversibility.EASY,
        effects=effects,
        requires=card.requires,
    )


def course(model: Model, way: Way, order: tuple[ChallengeId, ...]) -> Iterator[CityState]:
    """Yields the city at its start and after each round, without end; `order` is for ways that say none."""
    city, finance = founded(model, way.procedure), model.rules.finance
    queue, time = [need for need in way.order or order if need in way.takes], 0
    yield city
    while True:
        time = min(time + milli(finance.time_per_round.value), milli(finance.time_most.value))
        taken: list[ChallengeId] = []
        for need in queue:
            decided = _decided(model, city, way, need, time)
            if decided is not None and len(taken) < finance.challenges_per_round.value:
                city, time = decided
                taken.append(need)
        queue = [need for need in queue if need not in taken]
        city = advanced(model, city)
        yield city


def _decided(
    model: Model, city: CityState, way: Way, need: ChallengeId, time: int
) -> tuple[CityState, int] | None:
    """Returns the city that has decided one challenge and the time left, or None where it can't yet."""
    card = InterventionId(f"{need}.{way.takes[need]}")
    procedure: ProcedureId = way.procedures.get(need, way.procedure)
    left = time - milli(model.procedures[procedure].time.value)
    if left < 0 or lacking(model, city, card) or not affordable(model, city, card, procedure):
        return None
    focus: DistrictId | None = way.focus
    return adopted(model, city, card, procedure, focus), left


def travelled(model: Model, way: Way, order: tuple[ChallengeId, ...], rounds: int) -> tuple[CityState, ...]:
    """Returns the city at its start and after each of so many rounds."""
    return tuple(islice(course(model, way, order), rounds + 1))
