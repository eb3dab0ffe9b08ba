"""What is compared: the answers to one challenge as they stood on the table, with what the model foresees of each."""

from functools import cached_property

from attrs import frozen

from game.city.model import Cause
from game.city.prospect import Prospect
from game.content.cards import Challenge, Intervention
from game.content.shapes import ChallengeId, InterventionId
from game.engine.events import Decided
from game.engine.foreseeing import ahead, foreseen
from game.engine.inventing import answers_to
from game.engine.reveal import shown_on_table, withheld
from game.engine.state import Game, State
from game.session import Session
from game.wording.teller import Teller
from game.wording.words import Words


@frozen(slots=False)
class Sight:
    """One challenge of a session, in one language, as everyone may see it."""

    session: Session
    words: Words
    challenge: Challenge
    state: State
    """The last state in which it was on the table; the present one while it is not there yet."""
    found: tuple[Prospect, ...]

    @property
    def game(self) -> Game:
        """What stays the same for a whole session."""
        return self.session.game

    @cached_property
    def teller(self) -> Teller:
        """Tells the game."""
        return Teller(self.game, self.words)

    @cached_property
    def shown(self) -> frozenset[str]:
        """What everyone may see at present."""
        return shown_on_table(self.game, self.session.state)

    @property
    def ahead(self) -> int:
        """How many rounds the forecast looks ahead."""
        return ahead(self.game)

    @property
    def answers(self) -> tuple[Intervention, ...]:
        """The answers, in the order of their cards; those of the room come last."""
        return answers_to(self.game, self.state, self.challenge.id)

    @cached_property
    def decided(self) -> Decided | None:
        """How the challenge was decided, if it was."""
        told = (event for event in self.session.events if isinstance(event, Decided))
        return next((event for event in told if event.challenge == self.challenge.id), None)

    def prospect(self, answer: InterventionId) -> Prospect:
        """Returns what is foreseen of an answer."""
        return next(each for each in self.found if each.answer == answer)

    def reasons(self, answer: InterventionId, of: str) -> list[tuple[Cause, int]]:
        """Returns the causes of what is foreseen that can be named, largest first."""
        made = self.prospect(answer).why.get(of, {})
        return [(cause, amount) for cause, amount in made.items() if not withheld(self.shown, cause)]

    def say(self, key: str, **values: object) -> str:
        """Returns a sentence of this page's own catalogue."""
        return self.words.say(f"compare.{key}", **values)


def last_seen(session: Session, challenge: ChallengeId) -> State:
    """Returns the last state in which a challenge was on the table; the present one while it is not there yet."""
    states = (s for s in reversed(session.states) if challenge in (s.challenge, *s.together))
    return next(states, session.state)


def sighted(session: Session, words: Words, challenge: ChallengeId, found: tuple[Prospect, ...] | None = None) -> Sight:
    """Returns a challenge to compare; `found` spares the forecast when it is known already."""
    state, card = last_seen(session, challenge), session.game.challenge(challenge)
    return Sight(session, words, card, state, foreseen(session.game, state, card) if found is None else found)
