"""Who sat where, as plain figures: the rows of a table and the sentences under it."""

from attrs import frozen


@frozen
class SeatRow:
    """A seat, and who held it at the start and at the end of each round, in few words."""

    name: str
    cells: tuple[str, ...]


@frozen
class Presence:
    """Who was in the room: round by round, what changed, and who was in another's shoes."""

    rounds: tuple[int, ...]
    rows: tuple[SeatRow, ...]
    totals: tuple[int, ...]
    """People in the room, at the start and at the end of each round."""
    told: tuple[str, ...]
    """Each change as a sentence, with its round."""
    walks: tuple[str, ...]
    """Who walked in whose shoes, and in which rounds."""
