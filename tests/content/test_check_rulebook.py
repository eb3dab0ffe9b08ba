"""What a rulebook must mean: weights that make 100, names that resolve, links that don't run away."""

from itertools import pairwise, permutations
from math import prod
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.content.check_rulebook import check_rulebook
from game.content.faults import Fault
from game.content.loops import feedback, loop_named, pulls_set, strongest_loop
from game.content.reveals import Reveal
from game.content.rulebook import Coupling, Kind, Rulebook
from game.content.shapes import IndicatorId, SourceId, StakeholderId, Text

WORDS = Text({"fr": "Un lien.", "en": "A link."})


def link(cause: str, effect: str, per10: float) -> Coupling:
    """Returns a link of the strength given."""
    ends = IndicatorId(cause), IndicatorId(effect)
    return Coupling(*ends, per10, -8, 8, 2, Kind.WORKSHOP, (), SourceId("hypothesis"), WORDS, WORDS)


def first(cards: tuple[Any, ...], **changes: Any) -> tuple[Any, ...]:
    """Returns a list of cards with its first one changed."""
    return (evolve(cards[0], **changes), *cards[1:])


def rules_of(faults: list[Fault]) -> list[tuple[object, ...]]:
    """Returns way and rule of each fault."""
    return [(*fault.steps, fault.rule) for fault in faults]


def test_the_shipped_rules_are_sound(rules: Rulebook) -> None:
    """The rulebook we ship has no fault."""
    assert check_rulebook(rules) == []


def test_weights_of_a_gauge_make_a_hundred(rules: Rulebook) -> None:
    """An indicator's weight can't change alone."""
    changed = evolve(rules, indicators=first(rules.indicators, weight=rules.indicators[0].weight + 1))

    assert [fault.rule for fault in check_rulebook(changed)] == ["gauge_sum"]


def test_weights_of_a_group_make_a_hundred(rules: Rulebook) -> None:
    """What a group weighs is told in shares of a whole, and of things that exist."""
    weights = {**rules.groups[0].weights, "-sunshine": 3}
    changed = evolve(rules, groups=first(rules.groups, weights=weights))

    assert rules_of(check_rulebook(changed)) == [
        ("groups", 0, "weights", "-sunshine", "unknown_level"),
        ("groups", 0, "weights", "weight_sum"),
    ]


def test_weights_of_a_dimension_make_a_hundred(rules: Rulebook) -> None:
    """So do those of the six dimensions of rankings."""
    weights = {name: weight + 1 for name, weight in rules.dimensions[0].weights.items()}
    changed = evolve(rules, dimensions=first(rules.dimensions, weights=weights))

    assert rules_of(check_rulebook(changed)) == [("dimensions", 0, "weights", "weight_sum")]


def test_a_link_joins_things_that_exist(rules: Rulebook) -> None:
    """Both ends of a link, and what damps it, are names of the rules."""
    changed = evolve(rules, couplings=(*rules.couplings, evolve(link("hope", "joy", 1), damped_by=IndicatorId("calm"))))
    place = ("couplings", len(rules.couplings))

    assert rules_of(check_rulebook(changed)) == [
        (*place, "from", "unknown_cause"),
        (*place, "to", "unknown_indicator"),
        (*place, "damped_by", "unknown_indicator"),
    ]


def test_a_link_stands_once(rules: Rulebook) -> None:
    """Two links with the same ends would count twice."""
    changed = evolve(rules, couplings=(*rules.couplings, rules.couplings[0]))

    assert "duplicate_link" in [fault.rule for fault in check_rulebook(changed)]


def test_a_link_keeps_within_its_range(rules: Rulebook) -> None:
    """The value stands between the ends a workshop may move it to."""
    changed = evolve(rules, couplings=first(rules.couplings, low=7.0, high=8.0))

    assert rules_of(check_rulebook(changed)) == [("couplings", 0, "per10", "out_of_range")]


def test_links_that_run_away_are_refused(rules: Rulebook) -> None:
    """Two rings of strong links through one measure would send a push round for ever, growing."""
    ends = [("prosperity", "solidarity"), ("prosperity", "resources")]
    ring = tuple(link(*pair, 8) for both in ends for pair in (both, both[::-1]))
    names = {(coupling.from_, coupling.to) for coupling in ring}
    others = tuple(each for each in rules.couplings if (each.from_, each.to) not in names)
    changed = evolve(rules, couplings=others + ring)

    assert "runaway_links" in [fault.rule for fault in check_rulebook(changed)]


@pytest.mark.parametrize(
    ("couplings", "expected"),
    [
        ((), 0.0),
        ((link("a", "b", 8),), 0.0),
        ((link("a", "a", 5),), 0.5),
        ((link("a", "b", 4), link("b", "a", -4)), 0.4),
        ((link("a", "b", 8), link("b", "c", 1), link("c", "a", 1)), 0.2),
    ],
)
def test_feedback_is_the_spectral_radius(couplings: tuple[Coupling, ...], expected: float) -> None:
    """A chain sends nothing back; a loop sends back the geometric mean of its weights."""
    assert feedback(pulls_set(couplings)) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    ("couplings", "expected"),
    [
        ((), ()),
        ((link("a", "b", 8),), ()),
        ((link("a", "a", 0),), ()),
        ((link("a", "a", 5), link("a", "b", 8), link("b", "a", -8)), ("a>b", "b>a")),
        ((link("a", "b", 8), link("b", "a", 1), link("b", "c", 3), link("c", "b", 3)), ("b>c", "c>b")),
    ],
)
def test_the_strongest_loop_is_named(couplings: tuple[Coupling, ...], expected: tuple[str, ...]) -> None:
    """The loop that feeds back most for each of its links is the one to weaken first."""
    assert sorted(loop_named(strongest_loop(pulls_set(couplings)))) == sorted(expected)


@given(st.dictionaries(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), st.integers(1, 8), max_size=9))
def test_no_loop_feeds_back_more_than_the_strongest(weights: dict[tuple[str, str], int]) -> None:
    """The loop found has the largest geometric mean of all; the links as a whole feed back at least as much."""
    pulls = pulls_set([link(*ends, weight) for ends, weight in weights.items()])
    means = [
        prod(weights[pair] / 10 for pair in pairwise((*names, names[0]))) ** (1 / len(names))
        for length in range(1, 5)
        for names in permutations("abcd", length)
        if all(pair in weights for pair in pairwise((*names, names[0])))
    ]
    found = strongest_loop(pulls)

    assert bool(found) == bool(means)
    if found:
        assert prod(pull.weight for pull in found) ** (1 / len(found)) == pytest.approx(max(means))
        assert [pull.effect for pull in found] == [pull.cause for pull in (*found[1:], found[0])]
        assert feedback(pulls) >= max(means) * 0.98


def test_rules_hold_what_the_equations_read_by_name(rules: Rulebook) -> None:
    """Trust, the four gauges and the seven readings can be renamed for the reader, never for the equations."""
    fewer = evolve(rules, readings=rules.readings[1:])

    assert ("readings", "missing_names") in rules_of(check_rulebook(fewer))


def test_a_link_starts_from_what_feeds_back(rules: Rulebook) -> None:
    """Equity is read for the debrief; no link can start from it."""
    changed = evolve(rules, couplings=(*rules.couplings, link("equity", "trust", 1)))

    assert rules_of(check_rulebook(changed)) == [("couplings", len(rules.couplings), "from", "unknown_cause")]


def test_a_coefficient_keeps_within_its_range_and_names_its_source(rules: Rulebook) -> None:
    """Wherever it stands in the rules, a number lies between its ends and rests on a source that exists."""
    odd = evolve(rules.finance.start, value=99.0, source=SourceId("rumour"))
    changed = evolve(rules, finance=evolve(rules.finance, start=odd))

    assert rules_of(check_rulebook(changed)) == [
        ("finance", "start", "value", "out_of_range"),
        ("finance", "start", "source", "unknown_source"),
    ]


def test_a_curve_runs_from_left_to_right(rules: Rulebook) -> None:
    """A table function has one value at each place."""
    curve = evolve(rules.dynamics.saturation, points=((0.0, 0.0), (40.0, 40.0), (40.0, 60.0)))
    changed = evolve(rules, dynamics=evolve(rules.dynamics, saturation=curve))

    assert rules_of(check_rulebook(changed)) == [("dynamics", "saturation", "points", 2, "curve_back")]


def test_a_vision_stands_on_every_axis(rules: Rulebook) -> None:
    """A vision without a place on an axis can't be measured against."""
    place = {**dict(list(rules.visions.prototypes[0].place.items())[1:]), "weather": 50.0}
    visions = evolve(rules.visions, prototypes=first(rules.visions.prototypes, place=place))

    assert rules_of(check_rulebook(evolve(rules, visions=visions))) == [
        ("visions", "prototypes", 0, "place", "weather", "unknown_axis"),
        ("visions", "prototypes", 0, "place", "missing_levels"),
    ]


def test_an_axis_and_a_gate_go_upward(rules: Rulebook) -> None:
    """The low end stands below the high one."""
    axes = first(rules.visions.axes, low=60.0, high=60.0)

    assert rules_of(check_rulebook(evolve(rules, visions=evolve(rules.visions, axes=axes)))) == [
        ("visions", "axes", 0, "low", "range_empty")
    ]


def test_a_name_is_used_for_one_thing(rules: Rulebook) -> None:
    """A gauge and a group can't share an id: a stakeholder watching it would watch both."""
    changed = evolve(rules, readings=(*rules.readings, evolve(rules.readings[0], id=IndicatorId("economy"))))

    assert ("readings", len(rules.readings), "id", "duplicate_id") in rules_of(check_rulebook(changed))


def test_every_phase_is_there(rules: Rulebook) -> None:
    """A round has six phases, each with its name and its minutes."""
    assert rules_of(check_rulebook(evolve(rules, phases=rules.phases[1:]))) == [("phases", "missing_phases")]


def test_an_unused_source_is_told(rules: Rulebook) -> None:
    """A source that nothing rests on is a leftover, or a sign that a number names the wrong one."""
    changed = evolve(rules, sources={**rules.sources, SourceId("spare"): WORDS})

    assert rules_of(check_rulebook(changed)) == [("sources", "spare", "unused_source")]


def test_an_icon_that_is_not_shipped_is_told(rules: Rulebook) -> None:
    """The window draws only icons that are there."""
    faults = check_rulebook(rules, icons=frozenset({"coins"}))

    assert {fault.rule for fault in faults} == {"unknown_icon"}


def test_default_reveals_know_no_seats(rules: Rulebook) -> None:
    """The rules serve any table, so what they reveal, they reveal to everyone, once, and by a name that exists."""
    reveals = (
        Reveal("lived", from_round="debrief"),
        Reveal("lived", from_round=3),
        Reveal("equity", (StakeholderId("residents"),)),
        Reveal("joy"),
    )

    assert rules_of(check_rulebook(evolve(rules, reveals=reveals))) == [
        ("reveals", 3, "of", "unknown_level"),
        ("reveals", 1, "of", "reveal_twice"),
        ("reveals", 2, "to", "reveal_seats_in_rules"),
    ]


def test_a_ruler_weighs_what_there_is_to_a_hundred(rules: Rulebook) -> None:
    """A vision's ruler names a vision and levels there are, in a range, and makes 100; what a room weighs exists."""
    ruler = rules.rulers.visions[0]
    moved = {**ruler.weights, "-sunshine": evolve(ruler.weights["image"], value=31, low=10, high=30)}
    wrong = evolve(ruler, vision="gothic", weights=moved)
    changed = evolve(rules, rulers=evolve(rules.rulers, visions=(wrong,), room=("economy", "weather")))

    assert rules_of(check_rulebook(changed)) == [
        ("rulers", "visions", 0, "vision", "unknown_vision"),
        ("rulers", "visions", 0, "weights", "-sunshine", "unknown_level"),
        ("rulers", "visions", 0, "weights", "-sunshine", "value", "out_of_range"),
        ("rulers", "visions", 0, "weights", "weight_sum"),
        ("rulers", "room", 1, "unknown_level"),
    ]
