"""Who came, left, changed places or handed a seat over, as sentences."""

from collections.abc import Sequence

from game.engine.seating import Entrusted, Gathered, SeatingEvent, SeatLeftEmpty, Swapped, SwappedBack
from game.wording.teller import Teller
from game.wording.words import Words


def sitters(words: Words, people: Sequence[str]) -> tuple[str, ...]:
    """Returns the people of a seat by their names, then how many gave none: no name is made up for anybody."""
    named = tuple(name for name in people if name)
    unnamed = len(people) - len(named)
    if not unnamed:
        return named
    return (*named, words.count("roster.others" if named else "roster.people", unnamed))


def told(teller: Teller, event: SeatingEvent) -> str:
    """Returns what has changed round the table as one sentence."""
    say = teller.words.say
    match event:
        case Gathered():
            return _gathered(teller, event)
        case Entrusted():
            return say("event.entrusted", who=teller.seat(event.player))
        case SeatLeftEmpty():
            return say("event.left_empty", who=teller.seat(event.player))
        case Swapped() | SwappedBack():
            two = {"one": teller.seat(event.one), "other": teller.seat(event.other)}
            if isinstance(event, SwappedBack):
                return say("event.swapped_back", **two)
            for_some = event.rounds and teller.words.count("event.swapped_for", event.rounds, **two)
            return for_some or say("event.swapped", **two)


def _gathered(teller: Teller, event: Gathered) -> str:
    words, who = teller.words, teller.seat(event.player)
    if not event.people:
        return words.say("event.gathered.nobody", who=who)
    if event.back:
        return words.count("event.gathered.back", event.people, who=who)
    more = event.people - event.before
    if not more:
        return words.say("event.gathered.named", who=who)
    return words.count("event.gathered.joined" if more > 0 else "event.gathered.left", abs(more), who=who)
