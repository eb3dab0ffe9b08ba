"""The building bricks of cards and rules: ids, texts in every language, and the limits a value must keep.

Limits stand in annotations, `Annotated[float, Between(0, 40)]`, so that the loader, the JSON Schema and the reader of
the class see the same ones.
"""

from collections.abc import Mapping
from typing import Annotated, Final, NewType

from attrs import frozen

from game import LANGUAGES as LANGUAGES

ScenarioId = NewType("ScenarioId", str)
DistrictId = NewType("DistrictId", str)
GroupId = NewType("GroupId", str)
StakeholderId = NewType("StakeholderId", str)
ChallengeId = NewType("ChallengeId", str)
InterventionId = NewType("InterventionId", str)
ShockId = NewType("ShockId", str)
SourceId = NewType("SourceId", str)
DataSetId = NewType("DataSetId", str)
"""A kind of data about people."""
CombinationId = NewType("CombinationId", str)
"""Data sets that say more together than each alone."""
IndicatorId = NewType("IndicatorId", str)
"""A sub-indicator of the districts (`safety`) or a variable of the whole city (`trust`)."""
HeadlineId = NewType("HeadlineId", str)
"""One of the four gauges: economy, ecology, surveillance, quality."""
ProcedureId = NewType("ProcedureId", str)
LossId = NewType("LossId", str)
"""A power that the seats may lose to surveillance."""

PAPER: Final = "paper"
"""The rule pack that changes nothing: the rules as they are, drawn from the paper."""


@frozen
class Between:
    """The least and the greatest value allowed, both included."""

    low: float
    high: float


@frozen
class Longest:
    """The most characters a text may have, in each language."""

    characters: int


@frozen
class Count:
    """The fewest and the most entries a list may have."""

    fewest: int
    most: int


@frozen
class About:
    """What a field means, for the JSON Schema and the author's editor."""

    text: str


@frozen
class Text:
    """One text in every language of the game."""

    words: Mapping[str, str]

    def __getitem__(self, language: str) -> str:
        return self.words[language]


Title = Annotated[Text, Longest(64)]
Line = Annotated[Text, Longest(180)]
Paragraph = Annotated[Text, Longest(700)]
Points = Annotated[float, Between(-40, 40)]
"""Points of a 0..100 scale."""
Level = Annotated[float, Between(0, 100)]
"""A place on a 0..100 scale."""
Rounds = Annotated[int, Between(0, 12)]
Icon = Annotated[str, About("the name of a Lucide icon in assets/icons, without .svg")]
