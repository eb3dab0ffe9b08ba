"""Whose City? — a serious game about the smart city, from a YAML card to a projected table.

The rooms, each importing only those below it:

    cli         verbs of the command line
    ui          the projected window (the only room that knows pygame)
    keeping     what a room invented, written beside its scenario for the next workshop
    report      the journal told as figures, charts and a debrief: a page, and a PDF
    beside      the session as it would have gone under a workshop's own map of causes
    whatif      the session as it would have gone with another answer, or decided in another way
    forgetting  what people at a seat wrote, taken out of a session's files
    session     the one object that changes: present state, journal, listeners
    turns       what has been played, turn by turn, on the trunk and on each branch
    twice       journals that tell one session twice: a copy counts once
    planning    a workshop prepared: which city, how many rounds, who sits where, the run sheet
    bots        computer players        journal   save = replay = undo        wording   every sentence a player reads
    engine      who may do what, when: step(game, state, move) -> state', events
    city        what the numbers do: equations in integer milli-points
    learning    what a room learnt: sheets of before and after, joined without a name
    content     what an author writes: cards, rulebook, strict YAML, checks
    paths       where data and sessions live
    errors      what can go wrong, as values
"""

from typing import Final

VERSION: Final = "0.1.0"
LANGUAGES: Final = ("fr", "en")
"""The languages every text must have; neither stands in for a missing half."""
