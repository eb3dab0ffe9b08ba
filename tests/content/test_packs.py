"""Rule packs: what they change, what they leave, and how a mistake in one is told."""

from pathlib import Path
from random import Random
from textwrap import dedent
from typing import Any

import pytest

from game.city.claims import Lab
from game.content.check_rulebook import check_rulebook
from game.content.claims import Run
from game.content.departures import Pack
from game.content.load import LoadedRules, load_rulebook
from game.content.load_claims import load_claims
from game.content.load_packs import find_pack, is_pack, list_packs, load_pack
from game.content.rulebook import Kind, Rulebook
from game.content.schema import FILES
from game.errors import ContentError, GameError
from game.paths import data
from game.report.rulepack import departing
from game.wording.problems import sentence
from game.wording.words import words_in
from tests.content.test_mutations import NO_NUMBERS, at_its_place, mutation, places, spoilt
from tests.content.test_schema import complaints, plain

SHIPPED = ("paper", "techno-optimist", "blank")
HEAD = """\
id: mine
name: {fr: "Le nôtre", en: "Ours"}
about: {fr: "Notre thèse.", en: "Our thesis."}
author: {fr: "Nous.", en: "Us."}
sources: {us2026: {fr: "Nous (2026).", en: "Us (2026)."}}
"""
WHY = 'source: us2026, because: {fr: "Parce que.", en: "Because."}'
MUTATIONS = 60


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Gives the user a folder of their own, empty at first, and stands in it."""
    monkeypatch.setenv("WHOSE_CITY_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def write(changes: str, where: str = "mine.yaml") -> Path:
    """Writes a pack that makes those changes."""
    path = Path(where)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + dedent(changes).replace("WHY", WHY), encoding="utf-8")
    return path


def made(changes: str) -> Rulebook:
    """Returns the rules that a pack with those changes makes."""
    return load_rulebook(pack=write(changes)).rulebook


def told(path: Path, language: str = "en") -> list[str]:
    """Returns every sentence about the faults of a pack."""
    with pytest.raises(ContentError) as refused:
        load_rulebook(pack=path)
    return [sentence(problem, words_in(language)) for problem in refused.value.problems]


def lived(rules: Rulebook, path: str) -> int:
    """Returns lived quality at the end of a path of the reference city."""
    claims = load_claims(rules)
    return Lab(claims.reference, rules).readings(Run(path=path), 12, "lived")[0]


def link(rules: Rulebook, name: str) -> Any:
    """Returns a link of some rules."""
    return next(each for each in rules.couplings if each.id == name)


@pytest.mark.parametrize("name", SHIPPED)
def test_each_shipped_pack_is_sound(name: str) -> None:
    """No fault in any pack, nor in the rules that it makes."""
    loaded = load_rulebook(pack=name)

    assert [fault for fault in check_rulebook(loaded.rulebook) if fault.rule != "unused_source"] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_each_shipped_pack_keeps_to_its_schema_and_names_it(name: str) -> None:
    """An author's editor finds the schema and underlines nothing."""
    path = data("rules", "packs", f"{name}.yaml")
    first = path.read_text(encoding="utf-8").split("\n")[0]

    assert (path.parent / first.partition("$schema=")[2]).resolve() == data(*FILES[Pack])
    assert complaints(Pack, plain(path)) == []


def test_packs_are_offered_in_the_order_of_a_debate() -> None:
    """The paper's, its answer, then the blank page."""
    assert tuple(each.id for each in list_packs()) == SHIPPED
    assert all(each.name and each.about and not each.problems for each in list_packs())


def test_the_papers_pack_changes_nothing(rules: Rulebook) -> None:
    """Playing with the paper's pack is playing with the rules, to the last hash."""
    plain_rules, named = load_rulebook(), load_rulebook(pack="paper")

    assert (named.rulebook, named.pack, named.hashes) == (rules, None, plain_rules.hashes)


def test_packs_are_no_part_of_the_rules() -> None:
    """The rules are read without the folder of packs that stands among them."""
    assert not [name for name in load_rulebook().hashes if name.startswith("packs")]


def test_the_opposite_thesis_is_a_real_opposite(rules: Rulebook) -> None:
    """Under it the business city is lived better than under the paper's rules by 10 points, and than an idle city."""
    opposite = load_rulebook(pack="techno-optimist").rulebook

    assert lived(opposite, "business") > lived(rules, "business") + 10_000
    assert lived(opposite, "business") > lived(opposite, "nothing")
    assert lived(rules, "business") < lived(rules, "nothing")


def test_the_opposite_thesis_departs_from_the_paper_by_name() -> None:
    """Gentrification by newcomers, the drift to the jail city and the exclusion of modest people no longer hold."""
    opposite = load_rulebook(pack="techno-optimist").rulebook

    assert [finding.name for finding in departing(opposite)] == ["C19", "C27", "C30"]


def test_every_change_of_the_opposite_thesis_rests_on_a_published_work() -> None:
    """No change is sourced by the paper, by us or by nobody: each names a work with its year."""
    loaded = load_rulebook(pack="techno-optimist").pack
    assert loaded is not None
    pack, departures = loaded.applied.pack, loaded.applied.departures

    assert {each.source for each in departures} == pack.sources.keys()
    assert [name for name, text in pack.sources.items() if "(" not in text["fr"]] == []


def test_on_the_blank_page_nothing_acts(rules: Rulebook) -> None:
    """No link, no pressure, no practice: where nothing is decided, nothing moves for sixty rounds."""
    blank = load_rulebook(pack="blank").rulebook
    claims = load_claims(rules)
    course = Lab(claims.reference, blank).course(Run(), "nothing")

    assert (blank.couplings, blank.pressures, any(each.practice for each in blank.procedures)) == ((), (), False)
    assert course.at(60).values.tolist() == course.at(0).values.tolist()


def test_a_changed_link_keeps_what_is_not_named(rules: Rulebook) -> None:
    """Strength, source and voucher change; range, slowness and sentence stay."""
    changed = link(made("links: [{link: control>participation, per10: -2, WHY}]"), "control>participation")
    old = link(rules, "control>participation")

    assert (changed.per10, changed.source, changed.kind) == (-2, "us2026", Kind.PACK)
    assert (changed.low, changed.high, changed.settling, changed.say, changed.claims) == (
        old.low, old.high, old.settling, old.say, old.claims,
    )  # fmt: skip


CHANGES = {
    "link removed": (
        'removed: [{link: "control>participation", because: {fr: "Non.", en: "No."}}]',
        lambda rules: [each.id for each in rules.couplings if each.id == "control>participation"],
        [],
    ),
    "pressure removed": (
        'removed: [{pressure: urban_growth, because: {fr: "Non.", en: "No."}}]',
        lambda rules: rules.pressures,
        (),
    ),
    "link added": (
        "new_links: [{from: trust, to: safety, per10: 1, low: 0, high: 2, settling: 2,"
        ' say: {fr: "Oui.", en: "Yes."}, WHY}]',
        lambda rules: (rules.couplings[-1].id, rules.couplings[-1].kind),
        ("trust>safety", Kind.PACK),
    ),
    "number": (
        'numbers: [{number: acceptance.trust, say: {fr: "X", en: "X"}, value: 0.9, high: 1, WHY}]',
        lambda rules: (rules.acceptance.trust.value, rules.acceptance.trust.low, rules.acceptance.trust.high),
        (0.9, 0.25, 1),
    ),
    "number by kind": (
        'numbers: [{number: finance.private.high, say: {fr: "X", en: "X"}, value: 60, WHY}]',
        lambda rules: (rules.finance.private.high, rules.finance.private.mid),
        (60, 20),
    ),
    "number of a group": (
        'numbers: [{number: groups.workers.leave, say: {fr: "X", en: "X"}, value: 0.4, WHY}]',
        lambda rules: [each.leave.value for each in rules.groups if each.id == "workers"],
        [0.4],
    ),
    "curve": (
        'curves: [{curve: acceptance.adoption, say: {fr: "X", en: "X"}, points: [[0, 20], [90, 100]], WHY}]',
        lambda rules: rules.acceptance.adoption.points,
        ((0, 20), (90, 100)),
    ),
    "weights": (
        'groups: [{group: nomads, weights: {prosperity: 20, heritage: 0, solidarity: 6}, WHY}]',
        lambda rules: [
            (each.weights["prosperity"], "heritage" in each.weights, each.weights["solidarity"])
            for each in rules.groups
            if each.id == "nomads"
        ],
        [(20, False, 6)],
    ),
    "practice": (
        "procedures: [{procedure: mayor, practice: {participation: 0, trust: 3}, WHY}]",
        lambda rules: [each.practice for each in rules.procedures if each.id == "mayor"],
        [{"trust": 3}],
    ),
    "pressure": (
        "pressures: [{pressure: urban_growth, per_round: {daily_life: 0}, rounds: 5, WHY}]",
        lambda rules: [(sorted(each.per_round), each.rounds) for each in rules.pressures],
        [(["affordability", "biodiversity", "lowcarbon"], 5)],
    ),
    "pressure added": (
        "new_pressures: [{id: warming, name: {fr: Chaleur, en: Heat}, per_round: {resilience: -1}, rounds: 9, WHY}]",
        lambda rules: [each.id for each in rules.pressures],
        ["urban_growth", "warming"],
    ),
    "place": (
        "visions: [{vision: jail_city, place: {lived: 30}, WHY}]",
        lambda rules: [
            (each.place["lived"], each.place["economy"]) for each in rules.visions.prototypes if each.id == "jail_city"
        ],
        [(30, 85)],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_does_what_it_says_and_is_told(name: str) -> None:
    """Each kind of change reaches the rules, and comes back as something that differs."""
    changes, read, expected = CHANGES[name]
    path = write(changes if "us2026" in changes or "WHY" in changes else _unsourced(changes))

    loaded = load_rulebook(pack=path)

    assert read(loaded.rulebook) == expected
    assert loaded.pack is not None
    assert loaded.pack.applied.departures


def _unsourced(changes: str) -> str:
    """Returns changes that cite nothing, with one more that uses the source of the head."""
    return changes + "\npressures: []\nnumbers: [{number: finance.start, say: {fr: X, en: X}, value: 11, WHY}]"


FAULTS = {
    "unknown link": (
        "links:\n  - {link: control>particpation, per10: -2, WHY}",
        "mine.yaml:7:12: expected a link of the rules, as in control>participation, found “control>particpation”"
        " — did you mean “control>participation”?",
    ),
    "out of the range of the rules": (
        "links:\n  - {link: control>participation, per10: -1, WHY}",
        "mine.yaml:7:42: “per10”: expected a number from -5.25 to -1.75, found -1.0",
    ),
    "a link turned under its old sentence": (
        "links:\n  - {link: control>participation, per10: 2, high: 3, WHY}",
        "mine.yaml:7:42: “per10”: expected the link to keep its direction or to get a sentence of its own, found 2.0"
        " under the old sentence — write “say” with both languages: what leads to what, now",
    ),
    "unknown number": (
        "numbers:\n  - {number: acceptance.thrust, say: {fr: X, en: X}, value: 1, WHY}",
        "mine.yaml:7:14: expected a number of the rules, as in finance.image_per10, found “acceptance.thrust”"
        " — did you mean “acceptance.trust”?",
    ),
    "number beyond its range": (
        "numbers:\n  - {number: acceptance.trust, say: {fr: X, en: X}, value: 2, WHY}",
        "mine.yaml:7:60: “value”: expected a number from 0.25 to 0.75, found 2.0",
    ),
    "range where there is none": (
        "numbers:\n  - {number: finance.private.low, say: {fr: X, en: X}, value: 7, high: 9, WHY}",
        "mine.yaml:7:66: “high”: expected no range here, since “finance.private.low” has none in the rules",
    ),
    "weights that do not make 100": (
        "groups:\n  - {group: nomads, weights: {prosperity: 30}, WHY}",
        "mine.yaml:7:21: expected weights that make 100, found 108",
    ),
    "unknown measure in weights": (
        "groups:\n  - {group: nomads, weights: {prosperty: 22, prosperity: 0}, WHY}",
        "mine.yaml:7:31: expected a measure or a gauge from the rules, found “prosperty” — did you mean “prosperity”?",
    ),
    "unknown group": (
        "groups:\n  - {group: nomades, weights: {}, WHY}",
        "mine.yaml:7:13: expected a group of residents from the rules, found “nomades” — did you mean “nomads”?",
    ),
    "practice too strong": (
        "procedures:\n  - {procedure: mayor, practice: {trust: 90}, WHY}",
        "mine.yaml:7:42: “trust”: expected a number from -40 to 40, found 90.0",
    ),
    "unknown axis": (
        "visions:\n  - {vision: jail_city, place: {livid: 3}, WHY}",
        "mine.yaml:7:33: expected one of the axes above, found “livid” — did you mean “lived”?",
    ),
    "curve going back": (
        "curves:\n  - {curve: acceptance.adoption, say: {fr: X, en: X}, points: [[50, 1], [20, 2]], WHY}",
        "mine.yaml:7:73: expected points from left to right, found 20.0 after 50",
    ),
    "changed twice": (
        "links:\n  - {link: control>participation, per10: -2, WHY}\n  - {link: control>participation, per10: -3, WHY}",
        "mine.yaml:8:12: expected each thing to be changed once, found “control>participation” again",
    ),
    "changed and removed": (
        "removed:\n  - {all: links, because: {fr: X, en: X}}\nlinks:\n  - {link: control>participation, per10: -2,"
        " WHY}",
        "mine.yaml:9:12: expected “control>participation” to be changed or removed, found both",
    ),
    "two removals in one": (
        "removed:\n  - {link: control>participation, all: links, source: us2026, because: {fr: X, en: X}}",
        "mine.yaml:7:5: expected one of “link”, “pressure” and “all” in each removal, found: link, all",
    ),
    "link that exists already": (
        "new_links:\n  - {from: control, to: participation, per10: 1, low: 0, high: 2, settling: 2,"
        " say: {fr: X, en: X}, WHY}",
        "mine.yaml:7:12: expected one link from “control” to “participation”, found a second one",
    ),
    "unknown cause": (
        "new_links:\n  - {from: sensors, to: participation, per10: 1, low: 0, high: 2, settling: 2,"
        " say: {fr: X, en: X}, WHY}",
        "mine.yaml:7:12: expected a measure, or a reading a link may start from, found “sensors”",
    ),
    "unused source": (
        "links: []",
        "mine.yaml:5:11: expected every source to serve, found “us2026” used nowhere",
    ),
    "unknown source": (
        "links:\n  - {link: control>participation, per10: -2, source: us2025, because: {fr: X, en: X}}\n"
        "  - {link: control>heritage, per10: -1, WHY}",
        "mine.yaml:7:54: expected a key of “sources”, found “us2025” — did you mean “us2026”?",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_mistake_is_told_at_the_packs_own_line(name: str) -> None:
    """A fault of the pack, or of the rules it makes, says file, line, column, what was expected and found."""
    changes, expected = FAULTS[name]

    path = write(changes)

    assert told(path) == [expected]
    assert len(told(path, "fr")) == 1


def test_links_that_run_away_are_told_at_the_links_of_the_pack() -> None:
    """Links that would feed themselves without end are refused where the pack adds them."""
    path = write(
        """\
        new_links:
          - {from: trust, to: safety, per10: 8, low: 0, high: 8, settling: 2, say: {fr: X, en: X}, WHY}
          - {from: safety, to: trust, per10: 8, low: 0, high: 8, settling: 2, say: {fr: X, en: X}, WHY}
          - {from: trust, to: solidarity, per10: 8, low: 0, high: 8, settling: 2, say: {fr: X, en: X}, WHY}
          - {from: solidarity, to: trust, per10: 8, low: 0, high: 8, settling: 2, say: {fr: X, en: X}, WHY}
        """
    )

    (fault,) = told(path)

    assert fault.startswith("mine.yaml:6:1: expected links that feed back less than 0.85, found ")


def test_all_faults_are_told_at_once() -> None:
    """Shape, names and ranges: nothing waits for another fault to be mended."""
    path = write(
        """\
        links:
          - {link: "control>nothing", per10: -2, WHY}
          - {link: "control>heritage", per10: -7, WHY}
        groups: [{group: nomads, weights: {prosperity: 1}, WHY}]
        """
    )

    assert [fault.split(":")[1] for fault in told(path)] == ["7", "8", "9"]


def test_the_papers_name_is_kept_for_the_paper() -> None:
    """A pack called paper may not change anything."""
    path = write("links: [{link: control>heritage, per10: -1, WHY}]", "paper.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("id: mine", "id: paper"), encoding="utf-8")

    assert told(path)[0].startswith("paper.yaml:1:5: expected the pack “paper” to change nothing")


def test_a_pack_is_found_under_its_own_name() -> None:
    """A journal asks for a pack by its id, so that the file must be called so."""
    path = write("links: [{link: control>heritage, per10: -1, WHY}]", "other.yaml")

    assert told(path) == ["other.yaml:1:5: expected the id “other”, as the file or folder is named, found “mine”"]


def test_a_users_own_pack_is_offered_and_loaded_by_name(home: Path) -> None:
    """A pack in the user's folder stands after those shipped."""
    write("links: [{link: control>heritage, per10: -1, WHY}]", str(home / "rules" / "packs" / "mine.yaml"))

    assert [each.id for each in list_packs()] == [*SHIPPED, "mine"]
    assert "packs/mine.yaml" in load_rulebook(pack="mine").hashes


def test_a_users_pack_that_takes_a_shipped_name_is_listed_as_faulty(home: Path) -> None:
    """Two packs of one name could not be told apart in a journal."""
    write("links: []", str(home / "rules" / "packs" / "blank.yaml"))

    summary = list_packs()[-1]

    assert (summary.id, [each.rule for each in summary.problems]) == ("blank", ["pack_id_taken"])


def test_a_pack_may_be_a_folder() -> None:
    """Several files make one pack, each under its own hash."""
    write("links: [{link: control>heritage, per10: -1, WHY}]", "mine/main.yaml")
    more = 'numbers: [{number: finance.start, say: {fr: "X", en: "X"}, value: 11, WHY}]'.replace("WHY", WHY)
    Path("mine/money.yaml").write_text(more, encoding="utf-8")

    loaded = load_rulebook(pack="mine")

    assert loaded.rulebook.finance.start.value == 11
    assert {"packs/mine/main.yaml", "packs/mine/money.yaml"} < set(loaded.hashes)


def test_a_pack_that_is_nowhere_is_told_with_the_nearest_name() -> None:
    """The sentence says what there is, and where one's own would go."""
    with pytest.raises(GameError) as near:
        find_pack("tecno-optimist")
    with pytest.raises(GameError) as far:
        find_pack("zzz")

    assert (near.value.key, near.value.values["close"]) == ("error.no_pack_close", "techno-optimist")
    assert (far.value.key, far.value.values["known"]) == ("error.no_pack", ", ".join(SHIPPED))


def test_a_pack_is_known_wherever_it_lies() -> None:
    """A file among packs, or with keys that only packs have, is a pack; rules and scenarios are none."""
    assert is_pack(data("rules", "packs", "blank.yaml"))
    assert is_pack(write("links: []"))
    assert not is_pack(data("rules"))
    assert not is_pack(data("rules", "couplings.yaml"))
    assert not is_pack(data("scenarios", "port-clair"))


def test_every_spoilt_place_of_a_pack_is_told(tmp_path: Path) -> None:
    """Each of 60 seeded mutations of the techno-optimist pack is refused at its place, never with a traceback."""
    path = tmp_path / "techno-optimist.yaml"
    sound = data("rules", "packs", "techno-optimist.yaml").read_text(encoding="utf-8")
    path.write_text(sound, encoding="utf-8")
    rules, lines, random, missed = load_rulebook().rulebook, sound.split("\n"), Random(7), []
    single = [place for place in places(path) if lines[place.line - 1][place.column - 1] not in ">|"]
    for place in random.sample(single, MUTATIONS):
        new, on_key = mutation(place, random, NO_NUMBERS)
        spoilt(place, new, on_key)
        missed += [(place, new, said) for said in at_its_place(place, lambda: load_pack(path, rules))]
        path.write_text(sound, encoding="utf-8")

    assert missed == []


def test_rules_without_a_pack_are_what_they_were() -> None:
    """The rules of the house carry no pack."""
    loaded: LoadedRules = load_rulebook()

    assert loaded.pack is None
