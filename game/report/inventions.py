"""The answers that the room invented, for the debrief: what each was, what was expected of it, what became of it."""

from attrs import frozen

from game.content.inventing import PRICES, spread
from game.content.shapes import InterventionId
from game.engine.events import Decided
from game.engine.invention import Invention
from game.session import Session
from game.wording import inventing
from game.wording.teller import Teller


@frozen
class Expected:
    """What the room expects of one figure, in words, and the ends of what was said."""

    name: str
    middle: str
    low: str
    high: str


@frozen
class Invented:
    """An answer of the room: its texts as they were written, in which language, by which seat, and its fate."""

    title: str
    words: str
    language: str
    tech: str
    seat: str
    challenge: str
    round: int
    voices: int
    expected: tuple[Expected, ...]
    fate: str


def inventions(session: Session, teller: Teller) -> tuple[Invented, ...]:
    """Returns the answers that the room invented, in the order they were written."""
    taken = {event.taken for event in session.events if isinstance(event, Decided)}
    return tuple(_invented(held, taken, teller) for held in session.state.inventions)


def _invented(held: Invention, taken: set[InterventionId | None], teller: Teller) -> Invented:
    words = teller.words
    idea = held.idea.told(words.language)
    return Invented(
        idea.title, idea.words, idea.language, words.say(f"tech.{idea.tech.value}"), teller.seat(held.player),
        teller.title(idea.challenge), held.round, len(held.estimates),
        tuple(_expected(held, name, teller) for name in idea.figures) if held.estimates else (),
        _fate(held, taken, teller),
    )  # fmt: skip


def _expected(held: Invention, name: str, teller: Teller) -> Expected:
    words = teller.words
    made = spread([dict(figures)[name] for _, figures in held.estimates])
    low, middle, high = (inventing.figure(words, name, each) for each in made)
    told = words.say(f"invent.figure.{name}") if name in PRICES else teller.measure(name)
    return Expected(told, middle, low, high)


def _fate(held: Invention, taken: set[InterventionId | None], teller: Teller) -> str:
    say = teller.words.say
    if held.card is not None:
        return say("invent.fate.taken" if held.card.id in taken else "invent.fate.admitted")
    return say("invent.is_refused", reason=held.reason) if held.admitted is False else say("invent.fate.waits")
