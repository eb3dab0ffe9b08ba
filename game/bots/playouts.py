"""Many whole sessions of computer players: what is proposed and taken, where cities end, who comes closer to its aim.

The question they answer is whether a scenario is rigged: a card that nobody ever takes, a vision, a technology or a
seat that wins whatever is played.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Final

from attrs import evolve, frozen

from game.bots.bot import Bot, Choice
from game.bots.persona import PersonaBot
from game.bots.simple import RandomBot
from game.bots.ways import played_out, under
from game.city.state import CityState, adoptions
from game.city.visions import compass
from game.content.balance import Balance
from game.content.cards import Tech
from game.content.shapes import InterventionId, ProcedureId, StakeholderId
from game.engine.chance import roll
from game.engine.observe import Observation, payoffs
from game.engine.state import PLAYABLE, Game, State

WHIMS: Final = 6
"""A player follows its role but once in so many moves, when it does anything: people surprise one another."""


ROLE: Final[Bot] = PersonaBot()
RANDOM: Final[Bot] = RandomBot()


@frozen
class WhimsicalBot:
    """Plays its role card like a persona, and now and then does something else."""

    def choose(self, game: Game, seen: Observation) -> Choice:
        """Returns a move of its role, or by addressed dice any other."""
        said = f"{seen.player}/{seen.phase.value}/{seen.challenge}/{len(seen.stances)}/{len(seen.proposals)}"
        odd = roll(game.seed, seen.round, "whim of a move", said, WHIMS) == 0
        return (RANDOM if odd else ROLE).choose(game, seen)


@frozen
class Outcome:
    """How one session went; `payoffs` are in milli-points, as a seat's own."""

    way: ProcedureId
    city: CityState
    proposed: frozenset[InterventionId]
    taken: frozenset[InterventionId]
    vision: str
    payoffs: Mapping[StakeholderId, int]


def outcomes(game: Game, seeds: Iterable[int]) -> Iterator[Outcome]:
    """Yields how a session goes with each seed; the ways of deciding take turns."""
    ways = [way for way in PLAYABLE if way in game.model.procedures]
    for seed in seeds:
        yield outcome(under(evolve(game, seed=seed), ways[seed % len(ways)]))


def outcome(game: Game) -> Outcome:
    """Returns how a session goes in which computer players hold every seat."""
    proposed: set[InterventionId] = set()
    last: State | None = None
    for state, _ in played_out(game, WhimsicalBot()):
        proposed.update(each.intervention for each in state.proposals)
        last = state
    assert last is not None
    return Outcome(
        way=game.procedure,
        city=last.city,
        proposed=frozenset(proposed),
        taken=frozenset(each.intervention for each in adoptions(game.model, last.city)),
        vision=compass(game.model, last.city).nearest,
        payoffs=payoffs(game, last.city),
    )


def balance_of(game: Game, found: Iterable[Outcome]) -> Balance:
    """Returns what sessions came to together."""
    proposed, taken, levels, visions, closer, ahead = (Counter[str]() for _ in range(6))
    sessions = 0
    for each in found:
        sessions += 1
        proposed.update(each.proposed)
        taken.update(each.taken)
        levels.update(game.intervention(answer).tech.value for answer in each.taken)
        visions[each.vision] += 1
        closer.update(player for player, moved in each.payoffs.items() if moved > 0)
        ahead[max(each.payoffs, key=each.payoffs.__getitem__)] += 1
    cards = [answer.id for challenge in game.model.scenario.challenges for answer in challenge.answers]
    return Balance(
        sessions=sessions,
        proposed={card: proposed[card] for card in cards},
        taken={card: taken[card] for card in cards},
        levels={tech: levels[tech.value] for tech in Tech},
        visions=dict(visions.most_common()),
        closer={player: closer[player] for player in game.players},
        ahead={player: ahead[player] for player in game.players},
    )


def fingerprint(found: Iterable[Outcome]) -> str:
    """Returns a short digest of what sessions came to: other numbers in a scenario give another one."""
    seen = [(each.way, sorted(each.taken), each.vision, sorted(each.payoffs.items())) for each in found]
    return blake2b(repr(seen).encode(), digest_size=6).hexdigest()
