"""A debrief says which line of play it tells, and where the others stand."""

import datetime

from game.report.page import render
from game.report.summary import summarised
from game.wording.words import words_in
from tests.session.rooms import carry_on, session

TODAY = datetime.date(2026, 1, 31)


def test_a_trunk_alone_needs_no_telling() -> None:
    """Where no branch was opened the page has nothing to say of it."""
    table = session()
    carry_on(table, 40)

    assert summarised(table, words_in("en"), TODAY).branches == ()


def test_a_branch_is_told_beside_its_trunk() -> None:
    """Each line has where it left, where it stands and its gauges; the page names the one it tells."""
    table = session()
    carry_on(table)
    table.branch(0, "<b>What if?</b>")
    table.submit(table.next_unattended()[0])
    debrief = summarised(table, words_in("en"), TODAY)
    trunk, branch = debrief.branches

    assert (trunk.told, trunk.reached, trunk.rounds) == (False, "the end", 6)
    assert (branch.told, branch.parent, branch.left, branch.rounds) == (True, "The trunk", "round 1, Briefing", 0)
    assert [name for name, _ in branch.levels] == ["Economy", "Ecology", "Surveillance", "Quality of life"]
    html = render(debrief, words_in("en"))
    assert "This debrief tells the line “&lt;b&gt;What if?&lt;/b&gt;”" in html
