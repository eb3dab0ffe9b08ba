"""Who may see what of the city at present: measured by City Hall, lived by some, covered until the debrief."""

from typing import Final

from attrs import evolve, frozen

from game.city.model import Cause, CauseKind
from game.content.check_reveals import audience
from game.content.reveals import DEBRIEF, DIMENSIONS, EVERYONE, VISIONS, Reveal
from game.content.shapes import StakeholderId
from game.engine.events import (
    CityMoved,
    Decided,
    Event,
    Picked,
    PowerLost,
    PowerRegained,
    QuestionDecided,
    ShockEnded,
    ShockStruck,
)
from game.engine.phases import Phase
from game.engine.state import ALGORITHM, Game, State

NEVER: Final = 1_000
"""A round that no session reaches: what comes then comes at the debrief only."""


@frozen
class Opening:
    """From a round on, these seats see a level for themselves; no seat named means everyone, no round the debrief."""

    round: int | None
    seats: tuple[StakeholderId, ...] = ()


def revealable(game: Game) -> tuple[str, ...]:
    """Returns everything that can be shown or covered: each level of the city, the visions, the six dimensions."""
    rules = game.model.rules
    entries = (rules.headlines, rules.indicators, rules.city_variables, rules.readings, rules.groups)
    return (*(str(entry.id) for kind in entries for entry in kind), VISIONS, DIMENSIONS)


def shown_on_table(game: Game, state: State) -> frozenset[str]:
    """Returns what everyone may see: what the projected table shows."""
    return _shown(game, state, None)


def shown_to(game: Game, state: State, player: StakeholderId) -> frozenset[str]:
    """Returns what a seat may see: what everyone may, what is shown to it alone, and what its own card follows.

    While the facilitator hides the scores, no seat sees any of them.
    """
    if hidden(state):
        return frozenset()
    card = game.stakeholder(player)
    own = (watch.of for watch in (*card.watches, card.secret_watch))
    return _shown(game, state, player).union(own)


def hidden(state: State) -> bool:
    """Tells whether the facilitator hides every score at present; the debrief lifts that too."""
    return state.scoreless and state.phase is not Phase.ENDED


def without_scores(event: Event) -> Event | None:
    """Returns an event as it may be told while scores are hidden: no level in it; None when nothing is left to tell."""
    match event:
        case CityMoved() | Picked() | PowerLost() | PowerRegained():
            return None
        case ShockStruck():
            return evolve(event, passed=(), spared=0)
        case ShockEnded():
            return evolve(event, reached=())
        case Decided() | QuestionDecided() if event.procedure == ALGORITHM:
            return evolve(event, decision=evolve(event.decision, tally=(), steps=()))
    return event


def _shown(game: Game, state: State, player: StakeholderId | None) -> frozenset[str]:
    if state.phase is Phase.ENDED:
        return frozenset(revealable(game))
    if state.scoreless:
        return frozenset()
    return shown_by(game, state.round, player).union(state.lifted)


def shown_by(game: Game, round_: int, player: StakeholderId | None = None) -> frozenset[str]:
    """Returns what a seat (None: everyone) sees in a round by itself, before the facilitator shows anything more."""
    covered = (of for of, reveals in game.reveals.items() if round_ < _opens(reveals, player))
    return frozenset(revealable(game)).difference(covered)


def _opens(reveals: tuple[Reveal, ...], player: StakeholderId | None) -> int:
    """Returns the first round in which a seat (None: everyone) sees what these reveals are about."""
    rounds = [
        int(each.from_round)
        for each in reveals
        if each.from_round != DEBRIEF and (each.to == EVERYONE or player in each.to)
    ]
    return min(rounds, default=NEVER)


def openings(game: Game, of: str) -> tuple[Opening, ...]:
    """Returns who sees a level and from when, soonest first; it always ends with everyone."""
    at: dict[int | None, list[StakeholderId]] = {}
    everyone: list[int] = []
    for reveal in game.reveals.get(of, (Reveal(of),)):
        if reveal.from_round != DEBRIEF and reveal.to == EVERYONE:
            everyone.append(int(reveal.from_round))
        elif reveal.from_round != DEBRIEF:
            at.setdefault(int(reveal.from_round), []).extend(StakeholderId(seat) for seat in audience(reveal))
    known = [Opening(round_, tuple(seats)) for round_, seats in sorted(at.items(), key=lambda entry: entry[0] or 0)]
    return (*known, Opening(min(everyone, default=None)))


def withheld(shown: frozenset[str], cause: Cause) -> bool:
    """Tells whether naming a cause would tell how something covered moves: a link that starts there, or departures."""
    if cause.kind is CauseKind.DEPARTURE:
        return "displaced" not in shown
    return cause.kind is CauseKind.LINK and cause.id.partition(">")[0] not in shown
