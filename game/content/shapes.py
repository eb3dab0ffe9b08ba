"""The building bricks of cards and rules: ids, texts in every language, and the limits a value must keep.

Limits stand in annotations, `Annotated[float, Between(0, 40)]`, so that the loader, the JSON Schema and the reader of
the class see the same ones.
"""

from collections.abc import Mapping
from typing import Annotated, Final, Literal, NewType, get_args

from attrs import frozen

from game import LANGUAGES as LANGUAGES

ScenarioId = NewType("ScenarioId", str)
"""A scenario, or one of its variants as in `opsroom-1972/los-angeles`."""
VariantId = NewType("VariantId", str)
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
TermId = NewType("TermId", str)
"""A word that the glossary explains."""
ItemId = NewType("ItemId", str)
"""A question or statement of the questionnaire."""

PAPER: Final = "paper"
"""The rule pack that changes nothing: the rules as they are, drawn from the paper."""
Language = Literal[
    "fr", "en", "ar", "bg", "br", "ca", "co", "cs", "da", "de", "el", "es", "et", "eu", "fa", "fi", "ga", "gl", "he",
    "hi", "hr", "hu", "id", "is", "it", "ja", "ko", "lt", "lv", "mt", "nl", "no", "oc", "pl", "pt", "ro", "ru", "sk",
    "sl", "sq", "sr", "sv", "sw", "ta", "th", "tr", "uk", "ur", "vi", "wo", "zh",
]  # fmt: skip
"""The languages a text may be written in (ISO 639-1); a closed list, so that a slip of the hand is seen."""
SPOKEN: Final[tuple[Language, ...]] = get_args(Language)
"""Every language a scenario may declare."""
UNDRAWN: Final = frozenset({"ar", "fa", "he", "hi", "ja", "ko", "ta", "th", "ur", "zh"})
"""Languages whose letters the fonts of the window do not have; their texts are kept and not offered on screen."""


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
Plain = Annotated[Text, Longest(420), About("the same in short sentences, one idea each, in everyday words")]
"""Easy to read: for whoever reads with difficulty, is tired, or learns the language."""
Points = Annotated[float, Between(-40, 40)]
"""Points of a 0..100 scale."""
Level = Annotated[float, Between(0, 100)]
"""A place on a 0..100 scale."""
Rounds = Annotated[int, Between(0, 12)]
Icon = Annotated[str, About("the name of a Lucide icon in assets/icons, without .svg")]
