"""Who sat where in a session: people at each seat round by round, and who walked in whose shoes."""

from collections.abc import Iterator

from game.content.shapes import StakeholderId
from game.engine.roster import holders
from game.engine.seating import Holder, SeatingEvent
from game.report.rosterfigures import Presence, SeatRow
from game.session import Session
from game.wording.sentences import event_told
from game.wording.teller import Teller
from game.wording.words import Words


def presence(session: Session, teller: Teller) -> Presence | None:
    """Returns who was in the room, None where the same people sat in the same seats all along."""
    words = teller.words
    changes = [(turn, event) for turn in session.turns for event in turn.events if isinstance(event, SeatingEvent)]
    if not changes:
        return None
    ends = ends_of_rounds(session)
    moments = tuple(held for _, held in ends)
    rows = tuple(
        SeatRow(teller.seat(player), tuple(_cell(teller, player, held[player]) for held in moments))
        for player in session.game.players
    )
    told = tuple(
        words.say("report.roster.told", round=words.whole(event.round), what=event_told(teller, event) or "")
        for _, event in changes
    )
    totals = tuple(sum(each.heads for each in held.values()) for held in moments)
    return Presence(tuple(number for number, _ in ends[1:]), rows, totals, told, tuple(walks(session, teller)))


def ends_of_rounds(session: Session) -> tuple[tuple[int, dict[StakeholderId, Holder]], ...]:
    """Returns who held each seat at the start (0) and at the end of each round; of the last one, at present."""
    last = {state.round: state for state in session.states}
    moments = ((0, session.states[0]), *last.items())
    return tuple((number, holders(session.game, state)) for number, state in moments)


def _cell(teller: Teller, player: StakeholderId, held: Holder) -> str:
    words = teller.words
    if held.bot or not held.people:
        return words.say("report.roster.computer" if held.bot else "report.roster.empty")
    count = words.whole(held.heads)
    return count if held.home == player else f"{count} ({teller.seat(held.home)})"


def walks(session: Session, teller: Teller) -> Iterator[str]:
    """Yields who walked in whose shoes and in which rounds, in the order it began."""
    since: dict[tuple[StakeholderId, StakeholderId], tuple[int, int]] = {}
    for state in session.states:
        for player, held in holders(session.game, state).items():
            if held.heads and held.home != player:
                pair = (held.home, player)
                since[pair] = (since.get(pair, (state.round, 0))[0], state.round)
    for (home, player), (first, last) in since.items():
        two = {"home": teller.seat(home), "seat": teller.seat(player)}
        yield _walk(teller.words, first, last, two)


def _walk(words: Words, first: int, last: int, two: dict[str, str]) -> str:
    if first == last:
        return words.say("report.roster.walked_once", since=words.whole(first), **two)
    return words.say("report.roster.walked", since=words.whole(first), until=words.whole(last), **two)
