"""What is known about people and what comes of it: data sets, what crossing them does, the powers it takes away."""

from typing import Annotated, Final

from attrs import frozen

from game.content.numbers import Coefficient
from game.content.shapes import (
    About,
    Between,
    CombinationId,
    Count,
    DataSetId,
    Icon,
    IndicatorId,
    Line,
    LossId,
    Paragraph,
    SourceId,
    Title,
)

OPEN_BALLOTS: Final = LossId("open_ballots")
"""Secret votes become open."""
DEAR_OPPOSITION: Final = LossId("dear_opposition")
"""Opposing costs time."""
VANISHING: Final = LossId("vanishing")
"""Some answers vanish from the agenda."""
ALGORITHM_DECIDES: Final = LossId("algorithm_decides")
"""The algorithm decides, whatever way the city had chosen."""
LOSSES: Final = (OPEN_BALLOTS, DEAR_OPPOSITION, VANISHING, ALGORITHM_DECIDES)
"""The powers that can be lost, in the order in which they go."""


@frozen
class DataSet:
    """A kind of data about people that a project may collect."""

    id: DataSetId
    name: Title
    icon: Icon


@frozen
class CombinedEffect:
    """What a combination pushes in every district, or in the city as a whole for one of its variables."""

    indicator: IndicatorId
    points: Coefficient

    @property
    def id(self) -> str:
        """Returns its name among the effects of its combination."""
        return self.indicator


@frozen
class Combination:
    """Data sets that say more together than each alone.

    It holds while open projects collect all of them as personal data.
    """

    id: CombinationId
    name: Title
    say: Annotated[Line, About("what can be known, or done, once these data are put side by side")]
    icon: Icon
    of: Annotated[tuple[DataSetId, ...], Count(2, 6)]
    effects: Annotated[tuple[CombinedEffect, ...], Count(1, 8)]
    settling: Annotated[int, Between(1, 8), About("rounds of inertia")]
    claims: Annotated[tuple[str, ...], About("numbers of the paper's claims, as in C27")]
    source: SourceId


@frozen
class LossRule:
    """A power that players lose past a level of the surveillance gauge, and win back under a calmer one."""

    above: Annotated[Coefficient, About("surveillance above which it is lost; 100: never")]
    below: Annotated[Coefficient, About("surveillance under which it is won back; lower than `above`")]
    name: Title
    icon: Icon
    say: Annotated[Paragraph, About("what the table is told when it is lost")]
    back: Annotated[Line, About("what the table is told when it is won back")]
    claims: Annotated[tuple[str, ...], About("numbers of the paper's claims, as in C27")]
    source: SourceId


@frozen
class DearOpposition(LossRule):
    """Opposing costs time."""

    cost: Annotated[Coefficient, About("time for each word, vote, objection or veto against, in points")]


@frozen
class Vanishes:
    """An answer vanishes when all it does to one level goes at least so far: up when positive, down when negative."""

    of: IndicatorId
    points: Coefficient

    @property
    def id(self) -> str:
        """Returns its name among the conditions."""
        return self.of


@frozen
class Vanishing(LossRule):
    """Some answers are no longer on the agenda."""

    answers: Annotated[tuple[Vanishes, ...], Count(1, 12), About("which ones: those that meet one of these")]


@frozen
class Powers:
    """What surveillance takes from the players, in the order in which it goes."""

    open_ballots: Annotated[LossRule, About("secret votes become open")]
    dear_opposition: Annotated[DearOpposition, About("opposing costs time")]
    vanishing: Annotated[Vanishing, About("some answers vanish from the agenda")]
    algorithm_decides: Annotated[LossRule, About("the algorithm decides")]
    way_back: Annotated[Paragraph, About("how to win powers back, told with each loss")]
