"""Maps of causes: what an arrow may join, what it is worth, several made one, two held side by side."""

from collections.abc import Sequence

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from game.content.causalmap import (
    READ,
    Arrow,
    CausalMap,
    Merging,
    Turn,
    causes_of,
    compared,
    effects_of,
    is_sound,
    merged,
)
from game.content.check_rulebook import check_rulebook
from game.content.load import load_rulebook
from game.content.loops import STEADY, feedback, felt, pulls_set
from game.content.maplinks import Laid, against, common_with, drawn_from, links_of, per10_of, strength_of
from game.content.rulebook import Coupling, Kind, Rulebook

SHIPPED = load_rulebook().rulebook
ENDS = st.tuples(st.sampled_from(causes_of(SHIPPED)), st.sampled_from(effects_of(SHIPPED)))
STRENGTHS = st.sampled_from((-3, -2, -1, 1, 2, 3))


def maps(author: str = "room") -> st.SearchStrategy[CausalMap]:
    """Returns sound maps of up to thirty arrows."""
    pairs = st.dictionaries(ENDS.filter(lambda pair: pair[0] != pair[1]), STRENGTHS, max_size=30)
    return pairs.map(lambda found: CausalMap(author, tuple(Arrow(*ends, s) for ends, s in found.items())))


def drawn(*arrows: tuple[str, str, int]) -> CausalMap:
    """Returns a map by the room."""
    return CausalMap("room", tuple(Arrow(*arrow) for arrow in arrows))


def test_an_arrow_may_start_from_a_reading_but_not_end_on_one(rules: Rulebook) -> None:
    """What the game works out by itself can push, and can't be pushed."""
    from_reading, to_reading = drawn(("lived", "trust", 1)), drawn(("trust", "lived", 1))

    assert (True, False) == (is_sound(from_reading, rules), is_sound(to_reading, rules))


def test_every_reading_an_arrow_may_start_from_is_one_of_the_rules(rules: Rulebook) -> None:
    """The names this module knows are the rulebook's."""
    assert set(READ) <= {reading.id for reading in rules.readings}


@pytest.mark.parametrize(
    "arrows",
    [
        [("rain", "trust", 1)],
        [("trust", "umbrellas", 1)],
        [("trust", "trust", 1)],
        [("trust", "image", 0)],
        [("trust", "image", 4)],
        [("trust", "image", -4)],
        [("trust", "image", 1), ("trust", "image", 2)],
    ],
)
def test_an_arrow_that_means_nothing_is_not_sound(rules: Rulebook, arrows: list[tuple[str, str, int]]) -> None:
    """Unknown ends, an arrow to itself, no strength, too much of it, the same arrow twice."""
    assert not is_sound(drawn(*arrows), rules)


def test_an_arrow_is_worth_what_the_rules_say(rules: Rulebook) -> None:
    """A touch is 1 point for 10, clearly 2, strongly 3.5, with the arrow's sign."""
    assert [-3.5, -2, -1, 1, 2, 3.5] == [per10_of(strength, rules) for strength in (-3, -2, -1, 1, 2, 3)]


@pytest.mark.parametrize(("per10", "strength"), [(0.8, 1), (1.5, 1), (1.6, 2), (-2.5, -2), (-2.8, -3), (6, 3)])
def test_a_link_is_drawn_as_the_nearest_strength(rules: Rulebook, per10: float, strength: int) -> None:
    """Halfway goes to the weaker one."""
    assert strength == strength_of(per10, rules)


def test_the_rules_drawn_as_a_map_agree_with_the_rules(rules: Rulebook) -> None:
    """Each link has its arrow, of the same sign, and nothing is left over."""
    found = against(drawn_from(rules, "paper"), rules)

    assert (len(rules.couplings), (), (), ()) == (len(found.agreed), found.opposed, found.ours, found.theirs)
    assert 100 == common_with(drawn_from(rules, "paper"), rules)


def test_a_map_is_held_against_the_rules_by_sign(rules: Rulebook) -> None:
    """The same sign agrees whatever the strength, the other one opposes, an unknown arrow is ours alone."""
    ours = drawn(("prosperity", "affordability", -1), ("participation", "trust", -3), ("sensing", "safety", 3))

    found = against(ours, rules)

    assert ["prosperity>affordability"] == [arrow.id for arrow in found.agreed]
    assert ["participation>trust"] == [arrow.id for arrow in found.opposed]
    assert ["sensing>safety"] == [arrow.id for arrow in found.ours]
    assert len(rules.couplings) - 2 == len(found.theirs)


def test_alone_a_map_is_all_the_links_there_are(rules: Rulebook) -> None:
    """Only the arrows act, as the workshop's own, at the inertia the rules give them."""
    (link,) = links_of(drawn(("sensing", "safety", 3)), rules, Laid.ALONE).couplings

    assert ("sensing>safety", 3.5, Kind.WORKSHOP, 2) == (link.id, link.per10, link.kind, link.settling)


def test_over_the_rules_a_link_drawn_too_takes_the_maps_strength(rules: Rulebook) -> None:
    """Its conditions and its slowness stay the rules'; the other links stay as they are; new ones are added."""
    ours = drawn(("prosperity", "affordability", -1), ("sensing", "safety", 3))

    links = {link.id: link for link in links_of(ours, rules, Laid.OVER).couplings}

    was = next(link for link in rules.couplings if link.id == "prosperity>affordability")
    now = links["prosperity>affordability"]
    assert (-1, was.when, was.damped_by, was.settling) == (now.per10, now.when, now.damped_by, now.settling)
    assert len(rules.couplings) + 1 == len(links)
    assert all(links[link.id] == link for link in rules.couplings if link is not was)


def comes_back(couplings: Sequence[Coupling]) -> float:
    """Returns how much of a push comes back through links and through how people live."""
    return feedback((*pulls_set(couplings), *felt(SHIPPED.groups)))


def test_a_map_that_runs_away_is_held_back_and_says_so(rules: Rulebook) -> None:
    """Arrows that feed one another without end act at the largest whole share that keeps the city steady."""
    effects = effects_of(rules)
    wild = drawn(*((a, b, 3) for a in effects for b in effects if a != b))

    found = links_of(wild, rules, Laid.ALONE)

    more = [evolve(link, per10=3.5 * (found.percent + 1) / 100) for link in found.couplings]
    assert 12 == found.percent
    assert comes_back(found.couplings) < STEADY <= comes_back(more)
    assert all(link.per10 > 0 for link in found.couplings)


@given(maps(), st.sampled_from(Laid))
def test_every_map_gives_links_that_keep_steady_and_keep_their_signs(ours: CausalMap, laid: Laid) -> None:
    """Whatever is drawn can be run: within the steady limit, each arrow with its sign."""
    couplings = links_of(ours, SHIPPED, laid).couplings

    links = {link.id: link.per10 for link in couplings}
    assert all(links[arrow.id] * arrow.strength > 0 for arrow in ours.arrows)
    assert comes_back(couplings) < STEADY


def test_the_links_of_a_map_make_a_sound_rulebook(rules: Rulebook) -> None:
    """Nothing in a rulebook with the map's links would be refused, whole sources apart."""
    ours = drawn(("prosperity", "affordability", -1), ("sensing", "safety", 3), ("lived", "image", 2))
    couplings = links_of(ours, rules, Laid.OVER).couplings

    assert {fault.rule for fault in check_rulebook(evolve(rules, couplings=couplings))} <= {"unused_source"}


def test_the_median_keeps_what_at_least_half_of_the_maps_draw() -> None:
    """A map that lacks an arrow counts 0 for it; halves go away from zero."""
    one, two, three = drawn(("a", "b", 3)), drawn(("a", "b", 2)), drawn(("c", "d", -1))

    assert drawn(("a", "b", 2)) == merged([one, two, three], "room", Merging.MEDIAN)
    assert drawn(("a", "b", 2), ("c", "d", -1)) == merged([one, three], "room", Merging.MEDIAN)


def test_the_mean_lets_a_strong_arrow_weigh() -> None:
    """3 and twice nothing make 1; 2, 2 and −2 make 1; −1 and twice nothing make none."""
    one, two, three = drawn(("a", "b", 3), ("c", "d", 2)), drawn(("c", "d", 2), ("e", "f", -1)), drawn(("c", "d", -2))

    assert drawn(("a", "b", 1), ("c", "d", 1)) == merged([one, two, three], "room", Merging.MEAN)


@given(maps())
def test_a_map_made_of_itself_is_itself(ours: CausalMap) -> None:
    """Merging equal maps changes nothing, either way."""
    assert all(ours == merged([ours, ours, ours], ours.author, merging) for merging in Merging)


def test_each_arrow_of_two_maps_has_its_turn() -> None:
    """Added, dropped, stronger, weaker, turned round, kept."""
    before = drawn(("a", "b", 1), ("b", "c", 2), ("c", "d", 3), ("d", "e", -2), ("e", "f", 1))
    after = drawn(("b", "c", 3), ("c", "d", 1), ("d", "e", 1), ("e", "f", 1), ("f", "g", -1))

    found = compared(before, after)

    turns = [Turn.DROPPED, Turn.STRONGER, Turn.WEAKER, Turn.REVERSED, Turn.KEPT, Turn.ADDED]
    assert turns == [change.turn for change in found.changes]
    assert 50 == found.common


def test_two_empty_maps_have_everything_in_common() -> None:
    """Nothing drawn twice is no difference."""
    assert 100 == compared(drawn(), drawn()).common


@given(maps(), maps())
def test_a_comparison_read_backwards_is_the_comparison_backwards(one: CausalMap, two: CausalMap) -> None:
    """What one adds the other drops; what both have in common is the same either way."""
    there, back = compared(one, two), compared(two, one)

    assert there.common == back.common
    assert {(c.from_, c.to) for c in there.of(Turn.ADDED)} == {(c.from_, c.to) for c in back.of(Turn.DROPPED)}
    assert {(c.from_, c.to) for c in there.of(Turn.STRONGER)} == {(c.from_, c.to) for c in back.of(Turn.WEAKER)}


def test_a_map_grows_changes_and_loses_arrows() -> None:
    """An arrow put on twice changes its strength in place; one taken off is gone."""
    ours = drawn(("a", "b", 1), ("c", "d", 2)).with_arrow(Arrow("a", "b", -3))

    assert drawn(("a", "b", -3), ("c", "d", 2)) == ours
    assert drawn(("c", "d", 2)) == ours.without("a>b")
