"""Events and reasons in words."""

import pytest
from attrs import evolve

from game.bots.bot import Choice, Motive, Why
from game.city.building import struck as struck_by
from game.city.model import Cause, CauseKind
from game.content.shapes import ShockId
from game.engine.events import Event, Proposed
from game.engine.moves import Vote
from game.wording.sentences import event_told, reason_told
from game.wording.teller import Teller
from game.wording.words import words_in
from tests.engine.table import game
from tests.session.rooms import carry_on, session


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("procedure", ["majority", "mayor"])
def test_every_event_of_a_session_can_be_told(language: str, procedure: str) -> None:
    """No event of a whole session lacks its sentence, and no sentence shows an unfilled blank."""
    table = session(procedure=procedure)
    carry_on(table)
    teller = Teller(table.game, words_in(language))

    told = [text for event in table.events if (text := event_told(teller, event)) is not None]

    assert len(told) > 100
    assert [text for text in told if "{" in text] == []


def test_a_proposal_names_who_what_and_where() -> None:
    """The sentence of a proposal has its seat, its answer and its district."""
    event: Event = Proposed("residents", "mobility.low", game().challenge("mobility").district)
    teller = Teller(game(), words_in("en"))

    told = event_told(teller, event)

    assert told == (
        f"{teller.seat('residents')} propose “{teller.title('mobility.low')}” "
        f"({teller.place(game().challenge('mobility').district)})."
    )


def test_the_reason_for_a_ballot_is_never_told() -> None:
    """A computer player's ballot is as secret as a person's: its reason stays with it."""
    choice = Choice(Vote("residents", ("mobility.low",)), Why(Motive.LIKES, "mobility.low", "daily_life"))

    assert reason_told(Teller(game(), words_in("fr")), "residents", choice) is None


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_cause_has_a_name_and_a_source(language: str) -> None:
    """Interventions, links, procedures, pressures and shocks say what they are and what they rest on."""
    teller, model = Teller(game(), words_in(language)), game().model
    causes = [
        *model.channels.causes,
        *(Cause(CauseKind.RESTRICTION, card) for card in model.interventions),
    ]

    assert all(teller.cause(cause) and teller.source(cause) for cause in causes)


def test_a_shock_whose_time_is_over_is_told_as_fading() -> None:
    """While a shock lasts it has its name; a change after that is told as its fading."""
    shock = game().model.shocks[ShockId("heatwave")]
    teller, cause = Teller(game(), words_in("en")), Cause(CauseKind.SHOCK, shock.id)
    struck = struck_by(game().model, game().start, shock.id)

    told = [teller.cause(cause, evolve(struck, round=round_)) for round_ in (1, 2)]

    assert told == [teller.title(shock.id), f"{teller.title(shock.id)} (fading)"]
