"""Rules of inventing an answer: who may write one, what a voice may estimate, what becomes of it in the city."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.city.dynamics import advanced
from game.city.fitting import fitting
from game.city.state import adoptions
from game.content.cards import Confidence
from game.content.inventing import spread
from game.engine.events import CityMoved
from game.engine.inventing import answers_to, bounds, playing, touchable
from game.engine.legal import legal_moves
from game.engine.moves import Admit, Decide, Estimate, Invent, Proceed, Propose, TakeStand
from game.engine.phases import Phase
from game.engine.refusing import refusal
from game.engine.setup import first_state
from game.engine.state import State
from game.engine.step import step
from game.errors import Refusal
from tests.engine.inventions import GIVEN, VOICES, figures, idea_for, inventing
from tests.engine.table import game, play, until


def proposing() -> State:
    """Returns the first round, its challenge open."""
    return until(game(), Phase.PROPOSAL)


def admitted() -> State:
    """Returns the same with an answer of the room in the game."""
    state = proposing()
    return play(game(), state, *inventing(game(), state))


def test_an_admitted_answer_is_the_median_of_its_estimates() -> None:
    """Cost 2, 3 and 4 M€ make 3; effects keep the least and the most that anybody said."""
    state = admitted()
    card = playing(game(), state).intervention(state.invented[0])
    safety = card.effects[0]

    assert (card.cost, card.upkeep, card.build) == (3.0, 0.1, 1)
    assert (safety.low, safety.points, safety.high, safety.confidence) == (-1.0, 3.0, 8.0, Confidence.ROOM)


def test_what_the_answer_rests_on_is_told_in_both_languages() -> None:
    """Its source is the room, with the number of estimates, in French as in English."""
    state = admitted()
    scenario = playing(game(), state).model.scenario
    told = scenario.sources[playing(game(), state).intervention(state.invented[0]).effects[0].source]

    assert "3" in told["fr"] and "3" in told["en"] and "{" not in told["fr"] + told["en"]


def test_a_text_of_one_language_never_passes_for_another() -> None:
    """Written in French, it stands in English with the mark of French."""
    state = admitted()
    title = playing(game(), state).intervention(state.invented[0]).title

    assert (title["fr"], title["en"]) == ("Le banc des voisins", "Le banc des voisins [fr]")


def test_it_may_be_proposed_at_once_and_decided_like_any_other() -> None:
    """On offer as soon as it is admitted, it is proposed, backed, decided, built, and stands in the city."""
    of, state = game("mayor"), until(game("mayor"), Phase.PROPOSAL)
    state = play(of, state, *inventing(of, state))
    card, home = state.invented[0], of.challenge(state.challenge).district
    assert Propose("residents", card, home) in legal_moves(playing(of, state), state)

    state = play(of, state, Propose("residents", card, home))
    state = until(of, Phase.DELIBERATION, state)
    state = play(of, state, TakeStand("river", card, "for"))
    state = play(of, until(of, Phase.DECISION, state), Decide(of.model.scenario.decider, card))
    state = until(of, Phase.RESOLUTION, state)

    assert card in [each.intervention for each in adoptions(playing(of, state).model, state.city)]


def test_the_room_is_a_cause_like_any_other() -> None:
    """Once built, what the answer does is told by its name, and the contributions still sum to the change."""
    of, state = game("mayor"), until(game("mayor"), Phase.PROPOSAL)
    state = play(of, state, *inventing(of, state))
    card, home = state.invented[0], of.challenge(state.challenge).district
    state = until(of, Phase.DECISION, play(of, state, Propose("residents", card, home)))
    state = play(of, state, Decide(of.model.scenario.decider, card))
    model, moved = playing(of, state).model, []
    while state.phase is not Phase.ENDED:
        state, events = step(of, state, Proceed())
        moved += [event for event in events if isinstance(event, CityMoved)]

    own = [each for event in moved for each in event.contributions if each.cause.id == card]
    assert {"safety", "literacy"} <= {each.indicator for each in own}
    for event in moved:
        change = (event.after.values - event.before.values).tolist()
        told = [0] * len(change)
        for each in event.contributions:
            place = model.districts.index(each.district) if each.district else 0
            told[model.cell(each.indicator, place)] += each.amount
        assert change == told


def test_a_game_that_nobody_enlarged_moves_exactly_the_same() -> None:
    """An answer admitted and never taken changes no number of the city."""
    of = game()
    plain = until(of, Phase.RESOLUTION)
    state = proposing()
    with_it = until(of, Phase.RESOLUTION, play(of, state, *inventing(of, state)))

    assert plain.city.values.tolist() == with_it.city.values.tolist()
    assert plain.city.treasury.budget == with_it.city.treasury.budget


def test_a_city_fitted_there_and_back_is_the_same() -> None:
    """What both models know stays as it is, and advances as it would have."""
    of, state = game(), admitted()
    grown = playing(of, state)
    there, back = fitting(of.model, grown.model), fitting(grown.model, of.model)
    city = advanced(of.model, first_state(of).city)

    assert back.of(there.of(city)).levels.tolist() == city.levels.tolist()
    assert advanced(grown.model, there.of(city)).values.tolist() == advanced(of.model, city).values.tolist()


def test_a_state_that_does_not_know_an_answer_has_it_on_no_list() -> None:
    """In the larger game, a state from before the admission still offers the three written answers."""
    grown, before = playing(game(), admitted()), proposing()

    assert len(answers_to(grown, before, before.challenge)) == 3
    assert len(answers_to(grown, admitted(), before.challenge)) == 4


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"title": " "}, Refusal.NOT_AN_IDEA),
        ({"title": "x" * 57}, Refusal.NOT_AN_IDEA),
        ({"words": "two\nlines"}, Refusal.NOT_AN_IDEA),
        ({"touches": ()}, Refusal.NOT_AN_IDEA),
        ({"touches": ("safety", "safety")}, Refusal.NOT_AN_IDEA),
        ({"touches": ("weather",)}, Refusal.NOT_AN_IDEA),
        ({"language": "tlh"}, Refusal.NOT_AN_IDEA),
        ({"records": "Everything"}, Refusal.NOT_AN_IDEA),
        ({"challenge": "nowhere"}, Refusal.NOT_ON_TABLE),
    ],
)
def test_an_idea_that_lacks_something_is_refused(wrong: dict[str, object], reason: Refusal) -> None:
    """No title, two lines, nothing touched, an indicator nobody knows: each is refused, and why."""
    state = proposing()

    assert refusal(game(), state, Invent("residents", evolve(idea_for(state), **wrong))) is reason


def test_a_session_has_as_many_invented_answers_as_the_rules_allow() -> None:
    """Those that wait count; one that is refused leaves its place to another."""
    of, state = game(), proposing()
    for number in range(3):
        state = play(of, state, Invent("residents", idea_for(state, title=f"Idée {number}")))
    more = Invent("residents", idea_for(state, title="Une de plus"))
    assert refusal(of, state, more) is Refusal.ENOUGH_INVENTED

    assert refusal(of, play(of, state, Admit(1, False, "Déjà dans la charte")), more) is None


def test_estimates_keep_the_bounds_of_the_rules() -> None:
    """Too many points, half a round to build, a figure left out: refused."""
    of = game()
    state = play(of, proposing(), Invent("residents", idea_for(proposing())))

    for wrong in (figures(safety=12_001), figures(build=500), figures(cost=0), figures()[:-1], figures()[::-1]):
        assert refusal(of, state, Estimate(0, "Ana", wrong)) is Refusal.NOT_AN_ESTIMATE
    assert refusal(of, state, Estimate(0, " ", figures())) is Refusal.NOT_AN_ESTIMATE
    assert refusal(of, state, Estimate(1, "Ana", figures())) is Refusal.NOT_INVENTED
    assert refusal(of, state, Estimate(0, "Ana", figures())) is None


def test_a_voice_that_speaks_again_is_one_voice() -> None:
    """Its last word counts, and it does not count twice."""
    of = game()
    state = play(of, proposing(), Invent("residents", idea_for(proposing())))
    state = play(of, state, *(Estimate(0, "Ana", given) for given in GIVEN))

    assert (("Ana", GIVEN[-1]),) == state.inventions[0].estimates
    assert refusal(of, state, Admit(0, True)) is Refusal.TOO_FEW_VOICES


def test_a_refusal_gives_its_reason_and_both_are_final() -> None:
    """Without a reason nothing is refused; what is admitted or refused takes no more estimates."""
    of = game()
    state = play(of, proposing(), Invent("residents", idea_for(proposing())))
    assert refusal(of, state, Admit(0, False, " ")) is Refusal.REASON_MISSING

    for after in (play(of, state, Admit(0, False, "Trop vague")), admitted()):
        assert refusal(of, after, Estimate(0, "Ana", figures())) is Refusal.NOT_INVENTED
        assert refusal(of, after, Admit(0, True)) is Refusal.NOT_INVENTED


def test_nothing_that_only_links_may_move_is_offered() -> None:
    """What the rules keep for links is not on the list, and what may only gain has one side."""
    rules = game().model.rules
    entries = {each.id: each for each in (*rules.indicators, *rules.city_variables)}

    assert all(entries[name].first_order != "none" for name in touchable(rules))
    for name in touchable(rules):
        low, high = bounds(rules, name)
        assert (low < 0 < high) == (entries[name].first_order != "gain")


@given(st.lists(st.integers(-12_000, 12_000), min_size=1, max_size=40), st.randoms())
def test_a_median_does_not_depend_on_who_speaks_first(figures_: list[int], dice: object) -> None:
    """Any order of the voices gives the same spread, its middle between its ends, mirrored when signs are."""
    mixed = figures_[:]
    dice.shuffle(mixed)  # type: ignore[attr-defined]
    found = spread(figures_)

    assert spread(mixed) == found
    assert found.low <= found.middle <= found.high
    assert spread([-each for each in figures_]) == (-found.high, -found.middle, -found.low)


def test_voices_are_heard_in_the_order_they_spoke() -> None:
    """The state keeps each voice with its figures."""
    assert list(VOICES) == [voice for voice, _ in admitted().inventions[0].estimates]
