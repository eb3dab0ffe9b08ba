"""Tickets: numbers drawn by chance that join a sheet of before to one of after, and say nothing of who filled it in.

The last digit checks the others, so that a slip of the hand is refused instead of being taken for another person.
"""

from collections.abc import Collection, Iterator
from typing import Final

FIRST: Final = 10
"""The first number before its check digit, so that every ticket has three digits at least."""
MOST: Final = 200
"""Sheets of one moment, as in a poll of the room."""
DRAWN: Final = 60
"""Free tickets to draw from: enough to say nothing of who came first, few enough to keep them to three digits."""
TABLE: Final = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip


def ticket(number: int) -> int:
    """Returns a number with its check digit, which any one wrong digit and any two swapped ones betray.

    The digit is that of H. M. Damm, Total anti-symmetrische Quasigruppen (Marburg, 2004).

    >>> ticket(57), ticket(572)
    (577, 5724)
    """
    return number * 10 + _checked(str(number))


def is_ticket(number: int) -> bool:
    """Tells whether a number is one that `ticket` makes.

    >>> is_ticket(5724), is_ticket(5274)
    (True, False)
    """
    return number >= FIRST * 10 and _checked(str(number)) == 0


def tickets(count: int) -> tuple[int, ...]:
    """Returns the first tickets.

    >>> tickets(3)
    (101, 117, 125)
    """
    return tuple(ticket(number) for number in range(FIRST, FIRST + count))


def free_ticket(taken: Collection[int], roll: int) -> int:
    """Returns a ticket nobody holds, one of the first free ones; `roll` is any number, drawn by chance."""
    free = list(_free(taken, DRAWN))
    return free[roll % len(free)]


def _free(taken: Collection[int], most: int) -> Iterator[int]:
    number, found = FIRST, 0
    while found < most:
        if ticket(number) not in taken:
            found += 1
            yield ticket(number)
        number += 1


def _checked(digits: str) -> int:
    held = 0
    for digit in digits:
        held = int(TABLE[held][int(digit)])
    return held
