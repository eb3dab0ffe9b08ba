"""What the session was played with: its rules and where the room changed them, its lines of play, its facts."""

from attrs import frozen


@frozen
class Contested:
    """A link of the rules that the room moved or erased."""

    round: int
    link: str
    say: str
    """The link in one plain sentence."""
    before: int
    after: int
    """Strengths, in thousandths of a point for every 10 points of change of the cause; 0 is erased."""


@frozen
class Lifted:
    """Something the facilitator showed everyone before its time, or covered again."""

    round: int
    what: str
    shown: bool


@frozen
class PlayedLine:
    """A line of play: the trunk, or a branch, where it left its parent, and where it stands; gauges in milli-points."""

    name: str
    parent: str
    left: str
    reached: str
    rounds: int
    levels: tuple[tuple[str, int], ...]
    told: bool
    """Whether it is the line that this debrief tells."""


@frozen
class Differing:
    """One thing that a rule pack has otherwise than the paper's rules."""

    what: tuple[str, ...]
    """What differs, from what to what; several things that one reason explains."""
    because: str
    source: str
    link: str = ""
    """The id of the link it is about, if any."""
    was: str = ""
    """What the paper's rules have for that link."""


@frozen
class RulePack:
    """The rules the session was played with, when they are not the paper's."""

    name: str
    about: str
    author: str
    differing: tuple[Differing, ...]
    departs_on: tuple[tuple[str, str], ...]
    """The paper's claims that do not hold under these rules: number, sentence."""


@frozen
class Fact:
    """Something the scenario tells, and who published it; no source where it is invented."""

    say: str
    source: str
