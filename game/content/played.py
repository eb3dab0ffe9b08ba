"""How a scenario proposes to be played: in which time, and with whom."""

from typing import Annotated, Literal

from attrs import frozen

from game.content.shapes import About, Between, ChallengeId, Count, Line


@frozen
class Length:
    """One way of playing a scenario in the time there is."""

    minutes: Annotated[int, Between(20, 240), About("the whole session, welcome and debrief included")]
    rounds: Annotated[int, Between(2, 12)]
    agenda: Annotated[
        tuple[ChallengeId, ...], Count(0, 24), About("the challenges played, in order; none: the scenario's `agenda`")
    ] = ()


@frozen
class Suits:
    """Which workshop a scenario suits."""

    ease: Annotated[Literal["easy", "middle", "hard"], About("how much it asks of those who play")]
    say: Annotated[Line, About("what it makes a room talk about, in one sentence")]
