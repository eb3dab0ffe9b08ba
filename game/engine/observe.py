"""What one seat may know. Nothing else leaves the table: secrets can't leak from what isn't there."""

from collections.abc import Collection, Mapping, Sequence

from attrs import frozen

from game.city.exact import divided
from game.city.scoring import dimensions, gauge, level_of, levels_at_once
from game.city.state import CityState, Treasury
from game.city.visions import Compass, compass
from game.content.cards import Secrecy, Watch
from game.content.reveals import DIMENSIONS, VISIONS
from game.content.shapes import ChallengeId, HeadlineId, InterventionId, LossId, ProcedureId, StakeholderId
from game.engine.ballots import decidable, secrecy
from game.engine.decide.decision import Decision
from game.engine.invention import Invention
from game.engine.legal import awaited, moves_of
from game.engine.moves import Answer, Ballot, Move
from game.engine.phases import Phase
from game.engine.reveal import hidden, shown_to
from game.engine.state import Deal, Game, Proposal, Stance, State, Suggested


@frozen
class Observation:
    """The table as one seat sees it: what is public, its own role card and its own ballot.

    `levels` gives in milli-points each thing the seat follows, its secret one included, and each of those that don't
    show from the start, once it may see them. What is covered, other seats' aims and ballots are not in it.
    """

    player: StakeholderId
    round: int
    phase: Phase
    procedure: ProcedureId
    challenge: ChallengeId | None
    queue: tuple[ChallengeId, ...]
    proposals: tuple[Proposal, ...]
    passed: tuple[StakeholderId, ...]
    stances: tuple[Stance, ...]
    heard: tuple[StakeholderId, ...]
    suggested: tuple[Suggested, ...]
    question: InterventionId | None
    considered: InterventionId | None
    objections: tuple[Answer, ...]
    pick: Decision | None
    watches: tuple[tuple[HeadlineId, int], ...]
    deals: tuple[Deal, ...]
    inventions: tuple[Invention, ...]
    lost: tuple[LossId, ...]
    voted: tuple[StakeholderId, ...]
    ballot: Ballot | None
    ballots: tuple[Ballot, ...]
    """Those that others have cast, where they are open."""
    decidable: tuple[InterventionId, ...]
    awaited: tuple[StakeholderId, ...]
    gauges: dict[HeadlineId, int]
    levels: dict[str, int]
    visions: Compass | None
    dimensions: dict[str, int] | None
    payoff: int
    treasury: Treasury
    time: int
    moves: tuple[Move, ...]


def observe(game: Game, state: State, player: StakeholderId) -> Observation:
    """Returns what a seat may know of the present state."""
    model, city = game.model, state.city
    shown = shown_to(game, state, player)
    return Observation(
        player=player,
        round=state.round,
        phase=state.phase,
        procedure=state.procedure,
        challenge=state.challenge,
        queue=state.queue,
        proposals=state.proposals,
        passed=state.passed,
        stances=state.stances,
        heard=state.heard,
        suggested=state.suggested,
        question=state.question,
        considered=state.considered,
        objections=state.objections,
        pick=state.pick,
        watches=state.watches,
        deals=state.deals,
        inventions=state.inventions,
        lost=state.lost,
        voted=tuple(ballot.player for ballot in state.ballots),
        ballot=_own_ballot(state, player),
        ballots=shown_ballots(game, state),
        decidable=decidable(state) if state.phase is Phase.DECISION else (),
        awaited=awaited(game, state),
        gauges={each.id: gauge(model, city.values, each.id) for each in model.rules.headlines if each.id in shown},
        levels={name: level_of(model, city, name) for name in _told(game, player) if name in shown},
        visions=compass(model, city) if VISIONS in shown else None,
        dimensions=dimensions(model, city) if DIMENSIONS in shown else None,
        payoff=0 if hidden(state) else payoff(game, state.city, player),
        treasury=state.city.treasury,
        time=state.time,
        moves=moves_of(game, state, player),
    )


def _own_ballot(state: State, player: StakeholderId) -> Ballot | None:
    """Returns the ballot a seat has cast; none where other people cast it, before they handed the seat over."""
    if player in state.closed:
        return None
    return next((ballot for ballot in state.ballots if ballot.player == player), None)


def shown_ballots(game: Game, state: State) -> tuple[Ballot, ...]:
    """Returns the ballots of the vote going on that everyone may see: all where they are open, else those argued."""
    if secrecy(game, state) is Secrecy.OPEN:
        return state.ballots
    return tuple(ballot for ballot in state.ballots if isinstance(ballot, Answer))


def _told(game: Game, player: StakeholderId) -> dict[str, None]:
    """Returns the levels that a seat follows, and those that are shown only to some or only from some round on."""
    card = game.stakeholder(player)
    followed = (watch.of for watch in (*card.watches, card.secret_watch))
    return dict.fromkeys(name for name in (*followed, *game.reveals) if name not in (VISIONS, DIMENSIONS))


def payoff(game: Game, city: CityState, player: StakeholderId) -> int:
    """Returns how far a city has moved towards what a stakeholder follows, in milli-points; 0 at the start.

    The weighted mean of the changes since the start, each counted the way the stakeholder wants it to go.
    """
    watches = _followed(game, player)
    return _weighed(watches, _moved(game, city, {watch.of for watch in watches}))


def payoffs(game: Game, city: CityState) -> dict[StakeholderId, int]:
    """Returns the payoff of every stakeholder; what they follow is read at once."""
    watches = {player: _followed(game, player) for player in game.players}
    moved = _moved(game, city, {watch.of for followed in watches.values() for watch in followed})
    return {player: _weighed(followed, moved) for player, followed in watches.items()}


def _followed(game: Game, player: StakeholderId) -> tuple[Watch, ...]:
    card = game.stakeholder(player)
    return *card.watches, card.secret_watch


def _moved(game: Game, city: CityState, names: Collection[str]) -> dict[str, int]:
    """Returns how far each level has moved since the start."""
    start, now = (levels_at_once(game.model, each, names) for each in (game.start, city))
    return {name: now[name] - start[name] for name in names}


def _weighed(watches: Sequence[Watch], moved: Mapping[str, int]) -> int:
    total = sum(_wanted(watch, moved[watch.of]) * watch.weight for watch in watches)
    return divided(total, sum(watch.weight for watch in watches))


def _wanted(watch: Watch, change: int) -> int:
    return change if watch.want == "up" else -change
