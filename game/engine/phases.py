"""The phases of a round, in order."""

from enum import Enum


class Phase(Enum):
    """What the table is doing."""

    BRIEFING = "briefing"
    """The round opens: what has changed, what is coming."""
    PROPOSAL = "proposal"
    """Each seat may put an answer to the challenge on the table."""
    DELIBERATION = "deliberation"
    """Seats speak for and against, and partners join."""
    DECISION = "decision"
    """The proposals are decided by the rule of the place."""
    RESOLUTION = "resolution"
    """The city has moved: the table looks at what changed and why."""
    REFLECTION = "reflection"
    """The table talks about it before the next round."""
    ENDED = "ended"
    """The session is over."""
