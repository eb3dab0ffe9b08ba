"""What a rule pack may say otherwise than the rules it starts from, each change with its source and its reason.

A file of `rules/packs/` holds a Pack. What it does not name stays as the rules have it.
"""

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from attrs import field, frozen

from game.content.shapes import (
    About,
    Between,
    Count,
    GroupId,
    IndicatorId,
    Line,
    Longest,
    Paragraph,
    ProcedureId,
    SourceId,
    Text,
    Title,
)

BLANK: Final = "blank"
"""The pack that empties the page."""

Reason = Annotated[Text, Longest(320), About("why, in one or two plain sentences")]
Strength = Annotated[float, Between(-8, 8)]
When = Literal["any", "above", "below"]
Everything = Literal["links", "pressures", "practices"]


@frozen(kw_only=True)
class LinkChange:
    """A link kept, at another strength."""

    link: Annotated[str, About("cause>effect, as in control>participation")]
    per10: Strength
    low: Annotated[Strength | None, About("left out: as in the rules")] = None
    high: Annotated[Strength | None, About("left out: as in the rules")] = None
    settling: Annotated[int, Between(1, 8)] | None = None
    when: When | None = None
    say: Annotated[Line | None, About("the link in one plain sentence, when it no longer says the same")] = None
    source: SourceId
    because: Reason


@frozen(kw_only=True)
class NewLink:
    """A link the rules lack."""

    from_: IndicatorId
    to: IndicatorId
    per10: Strength
    low: Strength
    high: Strength
    settling: Annotated[int, Between(1, 8)]
    when: When = "any"
    damped_by: IndicatorId | None = None
    claims: Annotated[tuple[str, ...], About("numbers of the paper's claims it answers, as in C18")] = ()
    say: Annotated[Line, About("the link in one plain sentence")]
    source: SourceId
    because: Reason

    @property
    def id(self) -> str:
        """Returns the link's name, cause>effect."""
        return f"{self.from_}>{self.to}"


@frozen(kw_only=True)
class NumberChange:
    """A number of the rules at another value."""

    number: Annotated[str, About("its place, as in acceptance.trust, finance.private.high or groups.workers.leave")]
    say: Annotated[Line, About("what this number is, and in what unit, in plain words")]
    value: float
    low: Annotated[float | None, About("left out: as in the rules")] = None
    high: Annotated[float | None, About("left out: as in the rules")] = None
    source: SourceId
    because: Reason


@frozen(kw_only=True)
class CurveChange:
    """A table of the rules drawn otherwise."""

    curve: Annotated[str, About("its place, as in acceptance.adoption")]
    say: Annotated[Line, About("what this table says, in plain words")]
    points: Annotated[tuple[tuple[float, float], ...], Count(2, 20)]
    source: SourceId
    because: Reason


@frozen(kw_only=True)
class GroupChange:
    """A group that weighs the city otherwise."""

    group: GroupId
    weights: Annotated[
        Mapping[str, Annotated[int, Between(0, 100)]],
        About("only the weights that change; all of the group's together must still make 100"),
    ]
    source: SourceId
    because: Reason


@frozen(kw_only=True)
class PracticeChange:
    """A way of deciding that makes something else of the city while it is in use."""

    procedure: ProcedureId
    practice: Annotated[Mapping[IndicatorId, float], About("only the points that change; 0 takes one away")]
    source: SourceId
    because: Reason


@frozen(kw_only=True)
class PressureChange:
    """A pressure that pushes otherwise."""

    pressure: str
    per_round: Annotated[Mapping[IndicatorId, float], About("only the points that change; 0 takes one away")]
    rounds: Annotated[int, Between(1, 40)] | None = None
    source: SourceId
    because: Reason


@frozen(kw_only=True)
class NewPressure:
    """A pressure the rules lack."""

    id: str
    name: Title
    per_round: Mapping[IndicatorId, float]
    rounds: Annotated[int, Between(1, 40)]
    source: SourceId
    because: Reason


@frozen(kw_only=True)
class VisionChange:
    """A vision placed otherwise on the compass."""

    vision: str
    place: Annotated[Mapping[str, Annotated[float, Between(0, 100)]], About("only the axes that change")]
    source: SourceId
    because: Reason


@frozen(kw_only=True)
class Removed:
    """What the pack does without: one link, one pressure, or all of a kind."""

    link: Annotated[str | None, About("cause>effect")] = None
    pressure: str | None = None
    all: Everything | None = None
    source: SourceId | None = None
    because: Reason

    @property
    def named(self) -> tuple[str, ...]:
        """Returns the kinds of thing this entry names; it should be one."""
        return tuple(kind for kind in ("link", "pressure", "all") if getattr(self, kind) is not None)


@frozen(kw_only=True)
class Pack:
    """A thesis about the city, as departures from the rules."""

    id: str
    name: Title
    about: Annotated[Paragraph, About("the thesis, as its own authors would put it")]
    author: Annotated[Line, About("who argues so, and who wrote the pack")]
    sources: Annotated[Mapping[SourceId, Line], About("works published elsewhere: author, year, title")] = field(
        factory=dict
    )
    removed: tuple[Removed, ...] = ()
    links: tuple[LinkChange, ...] = ()
    new_links: tuple[NewLink, ...] = ()
    numbers: tuple[NumberChange, ...] = ()
    curves: tuple[CurveChange, ...] = ()
    groups: tuple[GroupChange, ...] = ()
    procedures: tuple[PracticeChange, ...] = ()
    pressures: tuple[PressureChange, ...] = ()
    new_pressures: tuple[NewPressure, ...] = ()
    visions: tuple[VisionChange, ...] = ()

    @property
    def departs(self) -> bool:
        """Tells whether it changes anything."""
        return any(getattr(self, section) for section in SECTIONS)


SECTIONS: Final = (
    "removed",
    "links",
    "new_links",
    "numbers",
    "curves",
    "groups",
    "procedures",
    "pressures",
    "new_pressures",
    "visions",
)
"""The lists of changes, in the order they are carried out."""


@frozen(kw_only=True)
class Departure:
    """One thing that differs once a pack has been applied, as it was and as it is.

    `name` is a link, a pressure, a number's place, or whatever owns the measure `of`; `label` is what people call it
    where the names of the rules do not say; a side that is no number is None.
    """

    part: Literal[
        "link", "new_link", "no_link", "no_links", "number", "curve", "weight", "practice", "no_practices",
        "pressure", "new_pressure", "no_pressure", "no_pressures", "place",
    ]  # fmt: skip
    name: str = ""
    of: str = ""
    label: Text | None = None
    was: float | None = None
    now: float | None = None
    because: Text
    source: SourceId | None = None
