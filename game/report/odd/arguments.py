"""The paragraphs of the links in rules/README.md, by the gauge that their effect belongs to."""

from game.content.rulebook import Coupling
from game.report.odd.board import Board, path_name
from game.report.odd.tables import folded
from game.wording.links import ends, measures, numbers
from game.wording.words import Words

WHOLE = "whole"
"""The links whose effect belongs to no gauge but to the city."""


def links(board: Board, words: Words) -> str:
    """Returns each link's paragraph, with its numbers and the path where it weighs most."""
    rules = board.rules
    gauge_of = {indicator.id: str(indicator.headline) for indicator in rules.indicators}
    names = {**{str(each.id): words.of(each.name) for each in rules.headlines}, WHOLE: words.say("odd.whole")}
    parts = []
    for gauge, name in names.items():
        told = [_link(link, board, words) for link in rules.couplings if gauge_of.get(link.to, WHOLE) == gauge]
        parts.append(folded(words.count("odd.links_to", len(told), gauge=name), "\n\n".join(told)))
    return "\n\n".join(parts)


def _link(link: Coupling, board: Board, words: Words) -> str:
    rules = board.rules
    path, weight = board.strongest(link)
    most = words.say(
        "odd.strongest",
        path=path_name(path, rules, words),
        amount=words.change(weight),
        effect=measures(rules, words)[link.to],
    )
    title = f"**{ends(link, rules, words)}** (`{link.id}`) — {words.of(link.say)}"
    if link.poster:
        title += f" *{words.say('odd.poster')}*"
    kind = words.say(f"kind.{link.kind.value}")
    facts = f"{' '.join(numbers(link, rules, words))} {words.say('odd.kind_of', kind=kind)} {most}"
    return f"{title}\n\n{words.of(link.because)}\n\n> {facts}"
