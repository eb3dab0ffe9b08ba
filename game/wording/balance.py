"""What many sessions of a scenario came to, as a page in each language: its cards, its ends, its seats."""

from collections.abc import Callable, Iterable
from typing import Final

from game.content.balance import Balance
from game.content.cards import Scenario
from game.content.rulebook import Rulebook
from game.content.shapes import LANGUAGES
from game.wording.words import Words, words_in

MARK: Final = "<!-- {fingerprint} -->"
"""First line of a page: the digest of the first sessions, by which a page that is no longer true is known."""


def page(scenario: Scenario, rules: Rulebook, found: Balance, fingerprint: str) -> str:
    """Returns the whole page, in every language of the game."""
    parts = [MARK.format(fingerprint=fingerprint)]
    for language in LANGUAGES:
        parts += _in_words(scenario, rules, found, words_in(language))
    return "\n".join(parts) + "\n"


def recorded(text: str) -> str:
    """Returns the digest that a page carries, "" when it has none.

    >>> recorded("<!-- 0f3a -->\\n# Port-Clair")
    '0f3a'
    """
    first = text.split("\n", 1)[0].split()
    return first[1] if len(first) == 3 and (first[0], first[2]) == ("<!--", "-->") else ""


def _in_words(scenario: Scenario, rules: Rulebook, found: Balance, words: Words) -> list[str]:
    visions = {each.id: words.of(each.name) for each in (*rules.visions.prototypes, rules.visions.patchwork)}
    levels = {words.say(f"tech.{tech.value}"): count for tech, count in found.levels.items()}
    seats = [(words.of(seat.name), found.closer[seat.id], found.ahead[seat.id]) for seat in scenario.stakeholders]
    cards = [
        (words.of(answer.title), words.say(f"tech.{answer.tech.value}"), found.proposed[answer.id],
         found.taken[answer.id])
        for challenge in scenario.challenges for answer in challenge.answers
    ]  # fmt: skip
    share = _shares(found.sessions, words)
    return [
        "",
        f"# {words.of(scenario.title)}",
        "",
        words.count("balance.about", found.sessions),
        "",
        *_table(words, ("balance.vision", "balance.sessions"), (
            (visions[name], share(count)) for name, count in found.visions.items()
        )),
        *_table(words, ("balance.level", "balance.of_taken"), (
            (name, _shares(sum(found.levels.values()), words)(count)) for name, count in levels.items()
        )),
        *_table(words, ("balance.seat", "balance.closer", "balance.ahead"), (
            (name, share(closer), share(ahead)) for name, closer, ahead in seats
        )),
        *_table(words, ("balance.card", "balance.level", "balance.proposed", "balance.taken"), (
            (title, tech, share(proposed), share(taken)) for title, tech, proposed, taken in cards
        )),
    ]  # fmt: skip


def _shares(whole: int, words: Words) -> Callable[[int], str]:
    return lambda count: words.percent(100 * count / max(1, whole))


def _table(words: Words, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    lines = [tuple(words.say(head) for head in heads), ("---",) * len(heads), *rows]
    return [*(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in lines), ""]
