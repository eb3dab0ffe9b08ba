"""What one role takes home: what it wanted and did, what it gained and lost and why, its word, its votes."""

from attrs import frozen

from game.report.figures.levels import Account
from game.report.figures.people import GivenWord, Payoff, Watched


@frozen
class Gain:
    """Something a role follows, and what moved it."""

    watched: Watched
    secret: bool
    account: Account | None
    """Its causes sum to the change; None for what people, and not causes, make up."""


@frozen
class Part:
    """What a role did about one challenge, and what came of it."""

    round: int
    challenge: str
    decided: str
    """The answer decided; empty where none was."""
    deeds: tuple[str, ...] = ()
    """What it proposed, joined or amended, and what it spoke for or against."""
    vote: str = ""
    """Its vote in words; that it voted, where the ballot stays secret; empty where it had none to cast."""


@frozen
class RolePage:
    """One role's session: a page to take home."""

    icon: str
    people: tuple[str, ...]
    """Who sat there; empty for a computer player."""
    argument: str
    payoff: Payoff
    gains: tuple[Gain, ...]
    """What it follows, in the order of its card, the secret one last."""
    parts: tuple[Part, ...]
    """Every challenge decided, in the order it was."""
    given: tuple[GivenWord, ...] = ()
    """What it promised others."""
    received: tuple[GivenWord, ...] = ()
    """What others promised it."""
    commitment: str = ""
    """What it will do after the session, in its own words; empty where nothing was kept of it."""
