"""Who sees what of the city, and from when, in words."""

from game.engine.reveal import Opening, openings
from game.wording.teller import Teller


def when_told(teller: Teller, of: str) -> str:
    """Returns who sees something and from when, as one sentence."""
    parts = [_opening(teller, each) for each in openings(teller.game, of)]
    words = teller.words
    return words.say("showing.when", who=words.say("showing.then").join(parts))


def _opening(teller: Teller, opening: Opening) -> str:
    words = teller.words
    who = ", ".join(teller.seat(seat) for seat in opening.seats) if opening.seats else words.say("showing.everyone")
    if opening.round is None:
        return words.say("showing.at_debrief", who=who)
    return words.say("showing.from_round", who=who, round=words.whole(opening.round))
