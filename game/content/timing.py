"""How long things take and how many people sit where: the phases of a round, the coach, what a workshop is made of."""

from typing import Annotated, Literal

from attrs import frozen

from game.content.numbers import Coefficient
from game.content.shapes import About, Line, Title


@frozen
class PhaseRule:
    """A phase of the round: its name, what the table does, and how long it takes."""

    id: Literal["briefing", "proposal", "deliberation", "decision", "resolution", "reflection"]
    name: Title
    say: Line
    minutes: Coefficient


@frozen
class Coach:
    """When the table is told of a next step."""

    patience: Annotated[Coefficient, About("minutes without a proposal before the table is told")]
    quiet: Annotated[Coefficient, About("share of a deliberation gone before seats not heard are named, in %")]
    behind: Annotated[Coefficient, About("minutes behind plan from which a shorter way is suggested")]


@frozen
class Workshop:
    """What stands around the rounds, and what a plan of a workshop proposes."""

    shortest: Annotated[Coefficient, About("minutes a session may be planned for, at least")]
    longest: Annotated[Coefficient, About("minutes a session may be planned for, at most")]
    fewest: Annotated[Coefficient, About("people at a table, at least")]
    most: Annotated[Coefficient, About("people at a table, at most")]
    play: Annotated[Coefficient, About("share of a session spent in rounds and in the break, in %")]
    opening: Annotated[Coefficient, About("share of the rest that opens the session, in %")]
    opening_longest: Annotated[Coefficient, About("minutes beyond which an opening grows no more")]
    welcome: Annotated[Coefficient, About("share of the opening before roles are read, in %")]
    debrief_least: Annotated[Coefficient, About("minutes of the shortest debrief proposed")]
    debrief_most: Annotated[Coefficient, About("minutes of the longest debrief proposed")]
    debrief_long: Annotated[Coefficient, About("minutes of debrief from which its long form is followed")]
    break_from: Annotated[Coefficient, About("minutes of a session from which it has a break")]
    break_minutes: Annotated[Coefficient, About("minutes of the break")]
    questionnaire: Annotated[Coefficient, About("minutes of the questionnaire, before as after")]
    tightest: Annotated[Coefficient, About("share of the rules' own minutes under which challenges are left out, in %")]
    tightest_first: Annotated[Coefficient, About("the same for a first time, in %")]
    paper: Annotated[Coefficient, About("what everything takes on paper, in % of what it takes on screen")]
    widest: Annotated[Coefficient, About("share of the rules' own minutes beyond which rounds are added, in %")]
    widest_unopposed: Annotated[Coefficient, About("the same where nobody objects to what some may object to, in %")]
    adults: Annotated[Coefficient, About("people a seat, among adults")]
    teenagers: Annotated[Coefficient, About("people a seat, among teenagers")]
    easy: Annotated[Coefficient, About("people a seat, where reading is hard")]
    a_seat_most: Annotated[Coefficient, About("people who can share a seat and still all speak")]
    seats_least: Annotated[Coefficient, About("seats held by people, at least")]
