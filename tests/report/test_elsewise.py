"""How else it could have been, in words: other answers, other rules of counting, other lines of play."""

from attrs import evolve

from game.report import elsewise
from game.report.figures import PlayedLine
from game.report.hindsight import WhatIf
from game.report.mapfigures import MapLevel
from game.report.whatif import decisive
from game.wording.words import words_in
from tests.report import sample
from tests.report.test_summary import debrief, played

EN = words_in("en")


def what_if(what: str, moved: int, came: str = "", round_: int = 2) -> WhatIf:
    """Returns a what-if by which one level ends elsewhere."""
    levels = (MapLevel("economy", "Economy", 50_000, 50_000 + moved),)
    return WhatIf(round_, what, "Towers", f"What if {what}?", "", came, levels, levels, levels, levels)


def test_the_answer_that_tells_most_is_the_title() -> None:
    """Of the answers the table would have come to, the one by which a level ends furthest from where it did."""
    found = (what_if("Trees", 2_000), what_if("Shade", -4_000), what_if("Sand", 400))

    assert elsewise.what_ifs(found, EN) == "With “Shade” instead of “Towers”: Economy\u00a0▼ −4.0"
    assert "Without “Towers”" in elsewise.what_ifs((what_if("", 2_000),), EN)
    assert elsewise.what_ifs((what_if("Trees", 100),), EN) == EN.say("whatif.find_same")


def test_every_answer_the_table_would_have_come_to_is_told_once() -> None:
    """By the what-if in which it held where there is one; the others that come to it lead to one of those told."""
    lost, held, idle = what_if("Trees", 2_000, "It lost."), what_if("Trees", 2_000), what_if("Sand", 0)
    same = what_if("Towers", 900, "It lost.")
    instead, again = what_if("Shade", 3_000, "Came instead."), what_if("Shade", 3_000, "It lost.")
    later = what_if("Shade", 3_000, "It lost.", 4)

    several = elsewise.sorted_out((lost, held, idle, instead, again, same, later))

    assert ([held, instead, later], [lost, again], [idle, same]) == (several.telling, several.vain, several.idle)


def test_decisions_taken_away_are_not_told_as_answers_put_in_their_place() -> None:
    """Where nothing could have taken the place of a decision, what is read says so."""
    assert elsewise.read((what_if("", 2_000),), "lead", EN) == EN.say("whatif.lead_none")
    assert elsewise.read((what_if("", 2_000), what_if("Trees", 1_000)), "lead", EN) == EN.say("whatif.lead")


def test_a_rule_is_told_by_what_differs_from_the_table() -> None:
    """What it adds, what it leaves out, or that it is the same; the title counts the rules that differ."""
    told = sample.debrief("en")
    assert told.otherwise is not None
    taken = tuple(each.chosen.title for each in told.decisions if each.chosen)
    same = evolve(told.otherwise.recount[0], chosen=taken)
    other = evolve(same, chosen=(*taken[1:], "A well"))
    of = evolve(told, otherwise=evolve(told.otherwise, recount=(same, other)))

    assert elsewise.funded_otherwise(of, same, EN) == ["the same"]
    assert elsewise.funded_otherwise(of, other, EN) == ["Added: A well", f"Left out: {taken[0]}"]
    assert elsewise.recounted(of, EN).startswith("From the same wishes, 1 rule out of 2")


def test_the_line_of_play_that_ends_furthest_away_is_named() -> None:
    """And in what; or that all lead to almost the same city."""
    trunk = PlayedLine("Trunk", "", "", "the end", 6, (("Economy", 50_000), ("Ecology", 40_000)), True)
    trees = PlayedLine("Trees", "Trunk", "2", "the end", 6, (("Economy", 49_000), ("Ecology", 46_000)), False)

    assert elsewise.branches((trunk, trees), EN) == "“Trees” ends otherwise than “Trunk”: Ecology\u00a0▲ +6.0"
    assert elsewise.branches((trunk, evolve(trees, levels=trunk.levels)), EN) == EN.say("branches.alike")


def test_what_is_played_otherwise_are_the_decisions_behind_the_turning_points() -> None:
    """Each was taken before the round it turned, and moved a gauge in it."""
    told, table = debrief("en"), played()
    turned = tuple((each.headline, each.until) for each in told.turning_points)

    found = decisive(table, turned)

    assert 0 < len(found) <= 3
    assert list(found) == sorted(found)
    assert all(round_ <= max(until for _, until in turned) for round_, _ in found)
    titles = {each.chosen.title for each in told.decisions if each.chosen}
    assert {each.was for each in told.what_ifs} <= titles
