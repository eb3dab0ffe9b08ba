"""Maps of causes as drawings: the measures of the rules round the ring, a map's arrows, or two maps in one."""

from collections.abc import Sequence
from typing import Final

from game.content.causalmap import CausalMap, Comparison, Turn, causes_of, names_on_maps
from game.content.rulebook import Rulebook
from game.report.charts.ring import READ, Shaft, Station, ring
from game.report.drawing import Drawing
from game.wording.maps import MapTeller
from game.wording.words import Words

CITY: Final = "ink"
"""The colour of what the city has as a whole."""


def stations_of(rules: Rulebook, words: Words) -> tuple[Station, ...]:
    """Returns every measure that an arrow may touch, family by family."""
    names = names_on_maps(rules)
    gauges = {each.id: str(each.headline) for each in rules.indicators}
    city = {each.id for each in rules.city_variables}
    return tuple(
        Station(name, words.of(names[name]), gauges.get(name) or (CITY if name in city else READ))
        for name in causes_of(rules)
    )


def shafts_of(drawn: CausalMap, teller: MapTeller) -> tuple[Shaft, ...]:
    """Returns the arrows of a map."""
    return tuple(Shaft(each.from_, each.to, each.strength, tip=teller.arrow(each)) for each in drawn.arrows)


def changed_shafts(comparison: Comparison, teller: MapTeller) -> tuple[Shaft, ...]:
    """Returns what changed from one map to another; arrows dropped or kept as they were stay in the background."""
    return tuple(
        Shaft(
            each.from_, each.to, each.after or each.before, each.turn in (Turn.KEPT, Turn.DROPPED),
            teller.change(each),
        )
        for each in comparison.changes
    )  # fmt: skip


def map_drawing(
    drawn: CausalMap,
    rules: Rulebook,
    words: Words,
    width: float = 1000,
    high: float = 640,
    text: float = 14,
    chosen: Sequence[str] = (),
) -> Drawing:
    """Returns a map as a drawing that reads as its sentences."""
    teller = MapTeller(rules, words)
    title = words.count("map.drawn_by", len(drawn.arrows), author=drawn.author)
    told = " ".join(teller.arrow(arrow) for arrow in drawn.arrows)
    return ring(stations_of(rules, words), shafts_of(drawn, teller), title, told, width, high, text, chosen)


def changes_drawing(
    comparison: Comparison, title: str, rules: Rulebook, words: Words, width: float, high: float, text: float
) -> Drawing:
    """Returns what changed between two maps as a drawing that reads as its lines."""
    teller = MapTeller(rules, words)
    told = " ".join(teller.changed(comparison))
    return ring(stations_of(rules, words), changed_shafts(comparison, teller), title, told, width, high, text)
