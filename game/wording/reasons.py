"""Why a number stands where it stands, as lines of text: for the terminal, and for anybody who reads aloud."""

from game.city.explain import Parts, contributions, gauge_change, standing
from game.city.model import Cause, CauseKind
from game.city.scoring import level_of
from game.city.state import CityState
from game.content.rulebook import Coupling
from game.content.shapes import HeadlineId
from game.engine.state import Game
from game.wording.sentences import Teller
from game.wording.words import Words


def level_lines(game: Game, words: Words, city: CityState, name: str) -> list[str]:
    """Returns an account of a level: its start, each cause with its sign and what it rests on, its sum.

    Raises KeyError for a name that is no indicator, variable or gauge.
    """
    teller = Teller(game, words)
    start, made = standing(game.model, city, name)
    level = level_of(game.model, city, name)
    title = words.say("reasons.level", name=teller.measure(name), level=words.points(level, 3))
    lines = [title, words.say("reasons.start", level=words.points(start, 3))]
    return lines + _cause_lines(teller, words, made, name)


def change_lines(game: Game, words: Words, before: CityState, after: CityState, name: HeadlineId) -> list[str]:
    """Returns an account of a gauge's change between two rounds."""
    teller = Teller(game, words)
    parts = gauge_change(game.model, contributions(game.model, before, after), before, after, name)
    total = words.change(sum(parts.values()), 3)
    title = words.say("reasons.change", name=teller.measure(name), change=total)
    return [title, *_cause_lines(teller, words, parts, name, before)]


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


def _cause_lines(
    teller: Teller, words: Words, parts: Parts, name: str, since: CityState | None = None
) -> list[str]:
    headlines = {headline.id for headline in teller.game.model.rules.headlines}
    of = HeadlineId(name) if name in headlines else None
    return [
        words.say(
            "reasons.cause",
            amount=words.change(amount, 3),
            cause=teller.cause(cause, since),
            source=teller.source(cause, of),
        )
        for cause, amount in parts.items()
    ]


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
