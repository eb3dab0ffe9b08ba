"""Why a level stands where it stands and who it is made of, as lines of text: for the terminal, and to read aloud."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from game.city.account import account, change
from game.city.explain import Parts
from game.city.model import Model
from game.city.people import Members, best_fifth, inhabitants, leanings, leavers, mean, worst_fifth
from game.city.scoring import level_of
from game.city.state import CityState, adoptions
from game.content.shapes import HeadlineId
from game.engine.state import Game
from game.wording.teller import Teller
from game.wording.words import Words

DIGITS: Final = 3
"""A milli-point: the sums can be checked to the last digit."""
TENTH: Final = 100
"""A tenth of a %, in thousandths: smaller shares need a second decimal to be told from nobody."""
MADE_OF: Final = ("equity", "worst_fifth", "coherence")
"""Readings told by who or what they are made of, and not by causes."""


def account_lines(game: Game, words: Words, cities: Sequence[CityState], name: str) -> list[str]:
    """Returns an account of a level by the last of the cities, which run from the start, one a round.

    Its start, each cause with its sign and what it rests on, its sum; then, for what is made of people or of projects,
    who or which. Raises KeyError for a name that is no level.
    """
    teller = Teller(game, words)
    level = level_of(game.model, cities[-1], name)
    lines = [words.say("reasons.level", name=teller.measure(name), level=words.points(level, DIGITS))]
    if name not in MADE_OF:
        start, made = account(game.model, cities, name)
        lines.append(words.say("reasons.start", level=words.points(start, DIGITS)))
        lines += _causes(teller, words, made, name)
    return lines + made_of(game, words, cities[-1], name)


def change_lines(game: Game, words: Words, cities: Sequence[CityState], name: str) -> list[str]:
    """Returns an account of a level's change in the last round; none for what is told by people or projects."""
    if name in MADE_OF:
        return []
    teller = Teller(game, words)
    parts = change(game.model, cities, name)
    total = words.change(sum(parts.values()), DIGITS)
    title = words.say("reasons.change", name=teller.measure(name), change=total)
    return ["", title, *_causes(teller, words, parts, name, cities[-2])]


def _causes(teller: Teller, words: Words, parts: Parts, name: str, since: CityState | None = None) -> list[str]:
    headlines = {headline.id for headline in teller.game.model.rules.headlines}
    of = HeadlineId(name) if name in headlines else None
    return [
        words.say(
            "reasons.cause",
            amount=words.change(amount, DIGITS),
            cause=teller.cause(cause, since),
            source=teller.source(cause, of),
        )
        for cause, amount in parts.items()
    ]


def made_of(game: Game, words: Words, city: CityState, name: str) -> list[str]:
    """Returns the people or the projects that a level is made of, a line each; none for other levels."""
    teller, model = Teller(game, words), game.model
    tellers: Mapping[str, Callable[[], list[str]]] = {
        "equity": lambda: [*_fifth(teller, best_fifth, city, "best"), *_fifth(teller, worst_fifth, city, "worst")],
        "worst_fifth": lambda: _fifth(teller, worst_fifth, city, "worst"),
        "coherence": lambda: _projects(teller, city),
        "displaced": lambda: [f"  {members_told(teller, each)}" for each in leavers(model, city)],
    }
    return tellers[name]() if name in tellers else []


def _fifth(
    teller: Teller, of: Callable[[Model, CityState], tuple[Members, ...]], city: CityState, end: str
) -> list[str]:
    found, words = of(teller.game.model, city), teller.words
    title = words.say(f"account.{end}", level=words.points(mean(found), DIGITS))
    return [f"  {title}", *(f"    {members_told(teller, each)}" for each in found)]


def members_told(teller: Teller, found: Members) -> str:
    """Returns some people in one line: group, district, how many, and how they feel or that they left."""
    words = teller.words
    return words.say(
        "account.left" if found.left else "account.members",
        group=teller.measure(found.group),
        place=teller.place(found.district),
        people=people_told(teller, found.people),
        level=words.points(found.satisfaction, 1),
    )


def people_told(teller: Teller, share: int) -> str:
    """Returns a share of the city's people, in thousandths of a %, with their number where the city counts them."""
    words = teller.words
    digits = 1 if share >= TENTH else 2
    written = words.say("number.percent", number=words.decimal(share / 1000, digits))
    number = inhabitants(teller.game.model, share)
    return written if number is None else words.count("account.people", number, share=written)


def _projects(teller: Teller, city: CityState) -> list[str]:
    words, model = teller.words, teller.game.model
    least = round(model.rules.dynamics.coherence_least.value)
    groups, decided = leanings(model, city), len(adoptions(model, city))
    if decided < least:
        return [f"  {words.count('account.too_few', least)}"]
    return [
        "  "
        + words.count(
            "account.projects", len(found), vision=words.say(f"leaning.{leaning.value}"),
            all=words.whole(decided), projects=", ".join(teller.title(each) for each in found),
        )
        for leaning, found in groups.items()
    ]  # fmt: skip
