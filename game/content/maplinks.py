"""A workshop's map of causes beside the links of the rules: its arrows as links, and the links as arrows."""

from enum import Enum

from attrs import evolve, frozen

from game.content.causalmap import Arrow, CausalMap, compared, names_on_maps
from game.content.loops import STEADY, feedback, felt, pulls_set
from game.content.rulebook import Coupling, Kind, Rulebook
from game.content.shapes import Text


class Laid(Enum):
    """How a map takes its place among the links of the rules."""

    ALONE = "alone"
    """Only its own arrows act."""
    OVER = "over"
    """Its arrows act over the rules' links: a link it draws too takes its strength, the others stay."""


@frozen
class MapLinks:
    """The links a city would run on under a map, and at what share of their strength its arrows act, in %."""

    couplings: tuple[Coupling, ...]
    percent: int


@frozen
class Against:
    """A map held against the rules: arrows both have, arrows of opposite sign, and what only one of them has."""

    agreed: tuple[Arrow, ...]
    opposed: tuple[Arrow, ...]
    ours: tuple[Arrow, ...]
    theirs: tuple[Coupling, ...]


def per10_of(strength: int, rules: Rulebook) -> float:
    """Returns what an arrow is worth: points of effect for every 10 points of change of its cause."""
    scale = rules.map
    worth = {1: scale.touch, 2: scale.clear, 3: scale.strong}[abs(strength)].value
    return worth if strength > 0 else -worth


def strength_of(per10: float, rules: Rulebook) -> int:
    """Returns the strength, −3..3 without 0, that is nearest to a link's; the weaker one when two are as near."""
    steps = (1, 2, 3) if per10 > 0 else (-1, -2, -3)
    return min(steps, key=lambda step: abs(per10_of(step, rules) - per10))


def drawn_from(rules: Rulebook, author: str) -> CausalMap:
    """Returns the links of the rules as a map, erased ones left out."""
    return CausalMap(
        author,
        tuple(Arrow(link.from_, link.to, strength_of(link.per10, rules)) for link in rules.couplings if link.per10),
    )


def links_of(drawn: CausalMap, rules: Rulebook, laid: Laid) -> MapLinks:
    """Returns the links of a city that runs on a map.

    Arrows that would feed back beyond the steady limit act at the largest whole share of their strength that stays
    within it: signs and order are what a workshop vouches for, so they are kept and the map is never refused.
    """
    low, high = 0, 100
    couplings = _laid(drawn, rules, laid, high)
    if _steady(couplings, rules):
        return MapLinks(couplings, high)
    while high - low > 1:
        middle = (low + high) // 2
        if _steady(_laid(drawn, rules, laid, middle), rules):
            low = middle
        else:
            high = middle
    return MapLinks(_laid(drawn, rules, laid, low), low)


def _steady(couplings: tuple[Coupling, ...], rules: Rulebook) -> bool:
    return feedback((*pulls_set(couplings), *felt(rules.groups))) < STEADY


def _laid(drawn: CausalMap, rules: Rulebook, laid: Laid, percent: int) -> tuple[Coupling, ...]:
    own = {arrow.id: _coupling(arrow, rules, percent) for arrow in drawn.arrows}
    if laid is Laid.ALONE:
        return tuple(own.values())
    redrawn = tuple(_redrawn(link, own.pop(link.id, None)) for link in rules.couplings)
    return (*redrawn, *own.values())


def _redrawn(link: Coupling, own: Coupling | None) -> Coupling:
    """Returns a link of the rules with the workshop's strength; when and how slowly it acts stay the rules'."""
    if own is None:
        return link
    drawn = {name: getattr(own, name) for name in ("per10", "low", "high", "kind", "claims", "source", "because")}
    return evolve(link, **drawn)


def _coupling(arrow: Arrow, rules: Rulebook, percent: int) -> Coupling:
    most = rules.map.strong.value
    return Coupling(
        from_=arrow.from_,
        to=arrow.to,
        per10=per10_of(arrow.strength, rules) * percent / 100,
        low=-most,
        high=most,
        settling=round(rules.map.settling.value),
        kind=Kind.WORKSHOP,
        claims=(),
        source=rules.map.touch.source,
        say=_said(arrow, rules),
        because=rules.map.because,
    )


def _said(arrow: Arrow, rules: Rulebook) -> Text:
    """Returns an arrow as it is written on the map: the two names and the sign."""
    named = names_on_maps(rules)
    cause, effect = named[arrow.from_].words, named[arrow.to].words
    sign = "+" if arrow.strength > 0 else "−"
    return Text({language: f"{cause[language]} → {effect[language]} ({sign})" for language in cause})


def against(drawn: CausalMap, rules: Rulebook) -> Against:
    """Returns a map held against the links of the rules, by sign: sizes are too uncertain to quarrel about."""
    links = {link.id: link for link in rules.couplings}
    known = [arrow for arrow in drawn.arrows if arrow.id in links]
    agreed = tuple(arrow for arrow in known if (arrow.strength > 0) == (links[arrow.id].per10 > 0))
    return Against(
        agreed,
        tuple(arrow for arrow in known if arrow not in agreed),
        tuple(arrow for arrow in drawn.arrows if arrow.id not in links),
        tuple(link for link in rules.couplings if link.id not in drawn.strengths),
    )


def common_with(drawn: CausalMap, rules: Rulebook) -> int:
    """Returns the share of arrows that the map and the rules draw with the same sign, in % of all of either."""
    return compared(drawn, drawn_from(rules, "")).common
