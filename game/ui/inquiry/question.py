"""What is asked of a figure: over which part of the session, divided by what, and which bar is followed."""

from typing import Any, Final, Literal, Self

from attrs import evolve, field, frozen

from game.ui import widgets as w
from game.ui.node import Node
from game.ui.widgets import Option
from game.wording.words import Words

Scope = Literal["round", "session"]
By = Literal["cause", "district", "group"]
SCOPES: Final[tuple[Scope, ...]] = ("round", "session")
DIVISIONS: Final[tuple[By, ...]] = ("cause", "district", "group")
ICONS: Final = {"cause": "split", "district": "map-pin", "group": "users"}


@frozen
class Asked:
    """More is asked about the bar of that name; `by` turns to another division first."""

    name: str
    by: By | None = None


@frozen
class Turn:
    """Pressing this changes the question, by field of `Question`."""

    values: dict[str, Any] = field(factory=dict)


BACK: Final = Turn({"aside": False})


@frozen
class Question:
    """A question as it stands; `chosen` is a bar's name, `aside` whether its panel is read alone, text being large."""

    scope: Scope = "round"
    by: By = "cause"
    chosen: str = ""
    aside: bool = False

    def heard(self, value: object) -> Self | None:
        """Returns the question after something was pressed, None when that did not concern it."""
        match value:
            case Asked(name, by):
                return evolve(self, by=by or self.by, chosen=name, aside=True)
            case Turn(values) if "aside" in values:
                return evolve(self, **values)
            case Turn(values):
                return evolve(self, chosen="", aside=False, **values)
        return None

    def struck(self, key: str, divisions: tuple[By, ...]) -> Self | None:
        """Returns the question after a letter: R turns to the other period, B to the next division."""
        if key == "r":
            return evolve(self, scope=SCOPES[1 - SCOPES.index(self.scope)], chosen="", aside=False)
        if key == "b":
            at = divisions.index(self.by) if self.by in divisions else -1
            return evolve(self, by=divisions[(at + 1) % len(divisions)], chosen="", aside=False)
        return None


def periods(question: Question, words: Words, **kwargs: Any) -> Node:
    """Returns the choice between the last round and the whole session."""
    options = [Option(words.say(f"why.{scope}"), Turn({"scope": scope})) for scope in SCOPES]
    return w.choices(words.say("why.when"), options, SCOPES.index(question.scope), "scope", **kwargs)


def divisions(question: Question, able: tuple[By, ...], words: Words, large: bool, **kwargs: Any) -> Node:
    """Returns the choice of what the figure is divided by; what can't divide it stays in sight, not to be pressed."""
    options = [
        Option(words.say(f"why.by.{by}"), Turn({"by": by}), "" if large else ICONS[by], by in able)
        for by in DIVISIONS
    ]
    return w.choices(words.say("why.by"), options, DIVISIONS.index(question.by), "by", **kwargs)
