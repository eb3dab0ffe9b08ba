"""The general shocks: the nine of any city, told without a place, and replaced by a scenario's own words."""

from pathlib import Path
from shutil import copytree

import pytest
from attrs import evolve

from game.content.cards import ShockKind, Where
from game.content.check_rulebook import check_rulebook
from game.content.load import load_rulebook, load_scenario
from game.content.rulebook import Rulebook
from game.content.shapes import DistrictId, IndicatorId, SourceId
from game.content.shocks import shocks_of, sources_of
from game.errors import ContentError
from game.paths import data

NINE = [
    "protest", "announcement", "function_creep", "gentrification", "white_elephant",
    "data_leak", "vendor_exit", "breakdown", "heatwave",
]  # fmt: skip


def test_the_rules_hold_the_nine(rules: Rulebook) -> None:
    """Five drifts and four accidents, in the order they are drawn."""
    assert [shock.id for shock in rules.shocks] == NINE
    assert [shock.kind for shock in rules.shocks] == [ShockKind.DRIFT] * 5 + [ShockKind.ACCIDENT] * 4


def test_every_number_of_a_general_shock_has_its_range_and_its_claims(rules: Rulebook) -> None:
    """A facilitator may move each threshold and each chance, and sees what it rests on."""
    conditions = [each for shock in rules.shocks for each in (*shock.starts, *shock.stops)]
    accidents = [shock for shock in rules.shocks if shock.kind is ShockKind.ACCIDENT]

    assert [each.of for each in conditions if each.low is None or each.high is None] == []
    assert [shock.id for shock in accidents if shock.low is None or shock.high is None] == []
    assert [shock.id for shock in rules.shocks if not shock.claims] == []


def test_a_scenario_tells_a_shock_in_its_own_words(rules: Rulebook) -> None:
    """Port-Clair's heatwave stands in the place of the general one; what it doesn't tell holds as it is."""
    scenario = load_scenario(data("scenarios", "port-clair"), rules).scenario
    found = shocks_of(scenario, rules)
    ids = [shock.id for shock in found]
    heat = next(shock for shock in found if shock.id == "heatwave")
    creep = next(shock for shock in found if shock.id == "function_creep")

    assert set(NINE) <= set(ids)
    assert len(ids) == len(set(ids))
    assert (heat in scenario.shocks, creep in rules.shocks) == (True, True)
    assert (sources_of(heat, scenario, rules), sources_of(creep, scenario, rules)) == (scenario.sources, rules.sources)


def changed(rules: Rulebook, **changes: object) -> list[tuple[object, ...]]:
    """Returns the faults of rules whose first shock is changed."""
    spoilt = evolve(rules, shocks=(evolve(rules.shocks[0], **changes), *rules.shocks[1:]))
    return [(*fault.steps, fault.rule) for fault in check_rulebook(spoilt)]


def test_a_shock_of_any_city_has_no_place(rules: Rulebook) -> None:
    """It can't name a district, nor have effects that land in one."""
    effect = evolve(rules.shocks[0].effects[3], where=Where.SITE)
    faults = changed(rules, district=DistrictId("centre"), effects=(effect,))

    assert ("shocks", 0, "district", "general_district") in faults
    assert ("shocks", 0, "effects", 0, "where", "general_site") in faults


def test_a_general_shock_rests_on_sources_and_indicators_of_the_rules(rules: Rulebook) -> None:
    """Its own source and those of its effects are keys of the rules, and it pushes what exists."""
    effect = evolve(rules.shocks[0].effects[0], indicator=IndicatorId("joy"), source=SourceId("rumour"))
    faults = changed(rules, source=SourceId("hearsay"), effects=(effect,))

    assert ("shocks", 0, "source", "unknown_source") in faults
    assert ("shocks", 0, "effects", 0, "source", "unknown_source") in faults
    assert ("shocks", 0, "effects", 0, "indicator", "unknown_indicator") in faults


def test_a_general_shock_stands_once(rules: Rulebook) -> None:
    """Two of the same id would be one city's two stories of one thing."""
    twice = evolve(rules, shocks=(*rules.shocks, rules.shocks[0]))

    assert ("shocks", 9, "id", "duplicate_id") in [(*f.steps, f.rule) for f in check_rulebook(twice)]


@pytest.mark.parametrize("shock", NINE[:5])
def test_a_drift_that_would_flicker_is_told_at_its_line(shock: str, tmp_path: Path, rules: Rulebook) -> None:
    """Moving any stop of a shipped drift onto its start is refused with the file, the line and the column."""
    folder = Path(copytree(data("rules"), tmp_path / "rules"))
    file = folder / "shocks.yaml"
    text = file.read_text(encoding="utf-8")
    found = next(each for each in rules.shocks if each.id == shock)
    start, stop = found.starts[0], found.stops[0]
    side = "below" if stop.above is None else "above"
    head, mine, tail = text.partition(f"- id: {shock}\n")
    old = f"{{of: {stop.of}, {side}: {stop.threshold:g},"
    assert old in tail
    file.write_text(head + mine + tail.replace(old, f"{{of: {stop.of}, {side}: {start.threshold:g},", 1), "utf-8")
    line = (head + mine + tail.partition(old)[0]).count("\n") + 1

    with pytest.raises(ContentError) as refused:
        load_rulebook(folder)

    rules_broken = {problem.rule: (problem.file, problem.line) for problem in refused.value.problems}
    assert rules_broken[f"stop_too_{'high' if side == 'below' else 'low'}"] == (str(file), line)
