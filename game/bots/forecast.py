"""What a role card makes of an intervention, read from the card alone: who gains, who loses, by how much."""

from typing import Final

from attrs import frozen

from game.content.cards import Effect, Intervention, Stakeholder, Watch
from game.content.shapes import InterventionId, StakeholderId
from game.engine.state import Game

TASTE: Final = 60
"""Hundredths of a point for each step of a role's taste for a tech level: about what half an effect is worth."""


@frozen
class Score:
    """A forecast for one seat, in hundredths of a point.

    `leaning` is what taste for the tech level adds; `parts` are the things the seat openly follows. Its secret weighs
    in the total, and is never given as a reason.
    """

    total: int
    leaning: int
    parts: tuple[tuple[str, int], ...]

    @property
    def heaviest(self) -> str | None:
        """Returns the thing watched that weighs most in the direction of the total."""
        sign = 1 if self.total >= 0 else -1
        name, amount = max(self.parts, key=lambda part: part[1] * sign, default=(None, 0))
        return name if amount * sign > 0 else None


def score(game: Game, player: StakeholderId, intervention: InterventionId) -> Score:
    """Returns the forecast of an intervention for a seat; positive when it serves its role card."""
    return _score(game.stakeholder(player), game.intervention(intervention), _vocabulary(game))


def score_effects(game: Game, player: StakeholderId, effects: tuple[Effect, ...]) -> Score:
    """Returns the forecast of bare effects for a seat, whatever technology brings them."""
    return _scored(game.stakeholder(player), effects, 0, _vocabulary(game))


@frozen
class _Vocabulary:
    """What names stand for: gauges as their indicators, groups as what they weigh; shares in %."""

    shares: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]

    def of(self, name: str) -> tuple[tuple[str, int], ...]:
        return next((shares for known, shares in self.shares if known == name), ((name, 100),))


def _vocabulary(game: Game) -> _Vocabulary:
    rules = game.model.rules
    gauges = tuple(
        (headline.id, tuple((i.id, i.weight) for i in rules.indicators if i.headline == headline.id))
        for headline in rules.headlines
    )
    groups = tuple(
        (group.id, tuple((name.removeprefix("-"), -w if name[0] == "-" else w) for name, w in group.weights.items()))
        for group in rules.groups
    )
    return _Vocabulary((*gauges, *groups))


def _score(seat: Stakeholder, card: Intervention, vocabulary: _Vocabulary) -> Score:
    return _scored(seat, card.effects, TASTE * dict(seat.leans).get(card.tech.value, 0), vocabulary)


def _scored(seat: Stakeholder, effects: tuple[Effect, ...], leaning: int, vocabulary: _Vocabulary) -> Score:
    parts = tuple((watch.of, _part(watch, effects, vocabulary)) for watch in seat.watches)
    secret = _part(seat.secret_watch, effects, vocabulary)
    weights = sum(watch.weight for watch in (*seat.watches, seat.secret_watch))
    return Score((sum(amount for _, amount in parts) + secret) // weights + leaning, leaning, parts)


def _part(watch: Watch, effects: tuple[Effect, ...], vocabulary: _Vocabulary) -> int:
    shares = dict(vocabulary.of(watch.of))
    moved = sum(round(effect.points * shares.get(effect.indicator, 0)) for effect in effects)
    return watch.weight * (moved if watch.want == "up" else -moved)
