"""What is foreseen of an answer: the model's own run with and without it, the doubt of its links, and exact causes."""

from attrs import evolve

from game.city.building import adopted
from game.city.dynamics import advanced, founded
from game.city.exact import milli
from game.city.model import Cause, CauseKind
from game.city.prospect import HOMES, Option, Prospect, prospects
from game.city.scoring import level_of
from game.content.shapes import InterventionId, ProcedureId
from tests.city.reference import model

MAYOR = ProcedureId("mayor")
ROUNDS = 4


def found(**adjusted: float) -> tuple[Prospect, ...]:
    """Returns what every card of the city would do at its start, links held as given."""
    links = {name.replace("__", ">"): milli(per10) for name, per10 in adjusted.items()}
    city = evolve(founded(model(), MAYOR), adjusted=links)
    options = [Option(card, model().districts[0]) for card in model().interventions]
    return prospects(model(), city, options, MAYOR, ROUNDS)


def test_the_middle_is_the_model_s_own_run() -> None:
    """The middle of a span is what the dynamics give, some rounds on, beside doing nothing."""
    for each in found():
        city = founded(model(), MAYOR)
        built = adopted(model(), city, each.answer, MAYOR, model().districts[0])
        for _ in range(ROUNDS):
            city, built = advanced(model(), city), advanced(model(), built)

        for name, span in each.moved.items():
            assert (name, span.middle) == (name, level_of(model(), built, name) - level_of(model(), city, name))


def test_reasons_sum_to_what_is_foreseen() -> None:
    """For every gauge, group and district the causes are the middle of its span, to the last milli-point."""
    for each in found():
        homes = {HOMES.format(group=group): span for group, span in each.homes.items()}
        for name, span in {**each.moved, **each.places, **homes}.items():
            assert (each.answer, name, span.middle) == (each.answer, name, sum(each.why[name].values()))


def test_a_span_holds_its_middle_and_doubt_widens_it() -> None:
    """The links' ranges only ever widen what is foreseen, and somewhere they do."""
    spans = [span for each in found() for span in each.moved.values()]

    assert all(span.low <= span.middle <= span.high for span in spans)
    assert any(span.low < span.high for span in spans)


def test_what_the_room_contested_is_not_doubted_again() -> None:
    """A link that the room has erased is erased at both ends of every span: it is nowhere among the reasons."""
    link = model().rules.couplings[0]
    contested = found(**{link.id.replace(">", "__"): 0.0})

    named = {cause for each in contested for parts in each.why.values() for cause in parts}
    assert Cause(CauseKind.LINK, link.id) not in named


def test_a_span_says_what_is_paid_and_when_it_opens() -> None:
    """Public and private money make the card's cost; it opens after building, later where it is contested."""
    for each in found():
        card = model().interventions[InterventionId(each.answer)]
        delay = round(model().procedures[MAYOR].delay.value)
        late = each.contested * round(model().rules.acceptance.contested_delay.value)

        assert milli(card.cost) == each.public + each.private
        assert 1 + delay + card.build + late == each.opens
