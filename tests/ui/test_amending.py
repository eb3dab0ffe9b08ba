"""Amending by hand, and the way from a district's levels to why."""

from pathlib import Path

import pytest

from game.engine.moves import Pass, Propose
from game.engine.phases import Phase
from game.ui.labels import Paragraph
from game.ui.scene import Push
from game.ui.scenes.table import TableScene
from game.ui.stage import Stage
from game.ui.tabletop import floor
from game.ui.tabletop.story import Stories
from tests.ui.hands import Hands
from tests.ui.rooms import everyone, play_until, room, stage


def opened(tmp_path: Path, phase: Phase, round_: int) -> tuple[Stage, TableScene]:
    """Returns a table in some phase, all seats but one played by the computer."""
    held = room(tmp_path, everyone()[:1])
    play_until(held.session, phase, round_)
    shown = stage({"table": TableScene}, held)
    shown.open("table")
    scene = shown.top.scene
    assert isinstance(scene, TableScene)
    return shown, scene


@pytest.mark.parametrize(
    ("amendable", "time", "expected"),
    [
        ((), True, "table.amend.nothing"),
        (("a clause",), True, "table.amend.waiting"),
        (("a clause",), False, "table.amend.no_time"),
    ],
)
def test_an_empty_dialog_names_the_cause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, amendable: tuple[str, ...], time: bool, expected: str
) -> None:
    """Nothing to amend, all of it suggested already, or no time: one of the three is told."""
    _, scene = opened(tmp_path, Phase.DELIBERATION, 1)
    table = scene.table
    assert table is not None
    monkeypatch.setattr(floor, "moves_of", lambda *_: ())
    monkeypatch.setattr(floor, "amendable", lambda *_: amendable)
    monkeypatch.setattr(floor, "time_to_amend", lambda *_: time)

    dialog = floor.amending_dialog(table, table.state.proposals[0].intervention)

    beginning = table.words.texts[expected].partition("{")[0]
    assert [told.words for told in dialog.walk() if isinstance(told, Paragraph) and told.words.startswith(beginning)]


def test_the_pencil_brings_in_the_partner_that_an_answer_waits_for(tmp_path: Path) -> None:
    """Whoever has the floor: nobody has to know that the partner must be given it first."""
    held = room(tmp_path, everyone())
    play_until(held.session, Phase.PROPOSAL, 1)
    for seat in everyone():
        held.session.submit(Propose(seat, "mobility.low", "centre") if seat == "cityhall" else Pass(seat))
    shown = stage({"table": TableScene}, held)
    shown.open("table")
    hands = Hands(shown)

    hands.press("amend mobility.low")
    hands.press("bring in residents")

    assert ("residents",) == held.session.state.proposal("mobility.low").partners
    assert not hands.keys("bring in ")


def test_a_districts_levels_lead_to_why(tmp_path: Path) -> None:
    """After the first round each level of a district opens its account since the start, at that district."""
    _, scene = opened(tmp_path, Phase.BRIEFING, 2)
    table = scene.table
    assert table is not None
    district = table.game.model.scenario.city.districts[0]

    story = Stories(table)[str(district.id)]

    asked = [node.on_press for node in story.walk() if node.key.startswith(f"why {district.id} ")]
    assert [rule.id for rule in table.game.model.rules.headlines] == [each.args["headline"] for each in asked]
    assert {("session", "district", table.words.of(district.name))} == {
        (each.args["scope"], each.args["by"], each.args["chosen"]) for each in asked if isinstance(each, Push)
    }


def test_no_level_leads_anywhere_before_the_first_round(tmp_path: Path) -> None:
    """Nothing has moved yet: there is nothing to account for."""
    _, scene = opened(tmp_path, Phase.PROPOSAL, 1)
    assert scene.table is not None
    district = scene.table.game.model.scenario.city.districts[0]

    story = Stories(scene.table)[str(district.id)]

    assert not [node for node in story.walk() if node.key.startswith("why ")]
