"""The links of the rules and what other ones would have changed, as lines of text: for the terminal."""

from game.city.model import Cause, CauseKind
from game.city.scoring import level_of
from game.city.state import CityState
from game.content.rulebook import Coupling
from game.engine.state import Game
from game.wording.teller import Teller
from game.wording.words import Words


def link_lines(game: Game, words: Words, city: CityState) -> list[str]:
    """Returns the links of the rules: each a plain sentence with its strength, range, kind and claims."""
    teller = Teller(game, words)
    return [_link(teller, words, link, city.adjusted.get(link.id)) for link in game.model.rules.couplings]


def difference_lines(game: Game, words: Words, actual: CityState, other: CityState) -> list[str]:
    """Returns how another course of the session differs from the one that was played, gauge by gauge."""
    teller = Teller(game, words)
    lines = []
    for name in (*(headline.id for headline in game.model.rules.headlines), "lived", "equity", "displaced"):
        was, would = level_of(game.model, actual, name), level_of(game.model, other, name)
        change = words.change(would - was, 2)
        values = {"name": teller.measure(name), "was": words.points(was, 1), "would": words.points(would, 1)}
        lines.append(words.say("reasons.otherwise", change=change, **values))
    return lines


def _link(teller: Teller, words: Words, link: Coupling, adjusted: int | None) -> str:
    told = words.say(
        "reasons.link",
        link=link.id,
        cause=teller.cause(Cause(CauseKind.LINK, link.id)),
        per10=words.signed(link.per10),
        low=words.signed(link.low),
        high=words.signed(link.high),
        kind=words.say(f"kind.{link.kind.value}"),
        claims=", ".join(link.claims),
        say=words.of(link.say),
    )
    return told if adjusted is None else f"{told} {words.say('reasons.adjusted', per10=words.signed(adjusted / 1000))}"
