"""What is allowed and deserves a second look is told with its place, in both languages, and refuses nothing.

`python -m tests.content.test_lints` writes the warnings again; the difference is the review.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import pytest
from attrs import evolve

from game.cli import main
from game.content.lint import lint_reference, lint_rulebook, lint_scenario, unreached
from game.content.load import load_rulebook, load_scenario, scenario_warnings
from game.content.load_claims import load_claims, rules_warnings
from game.content.rulebook import Rulebook
from game.content.shapes import LANGUAGES
from game.errors import Problem
from game.paths import data
from game.wording.problems import warning
from game.wording.words import words_in
from tests.content.author import PLAYABLE, change
from tests.content.lints import CARDS, RULES
from tests.content.mistakes import Mistake

HERE = Path(__file__).parent


def spoilt(folder: str, mistakes: Iterable[Mistake]) -> None:
    """Replaces passages of the files of a folder."""
    for file, old, new in mistakes:
        change(file, old, new, folder)


def warned(name: str) -> tuple[Problem, ...]:
    """Returns the warnings about the spoilt rules, or the spoilt scenario, in the current folder."""
    if name in RULES:
        spoilt("pack", RULES[name])
        rules = load_rulebook("pack")
        return rules_warnings(rules, load_claims(rules.rulebook, "pack"))
    spoilt("tiny", [CARDS[name]])
    rulebook = load_rulebook().rulebook
    return scenario_warnings(load_scenario("tiny", rulebook, PLAYABLE), rulebook)


def answers(language: str) -> dict[str, list[str]]:
    """Returns the sentences committed for each thing that deserves a second look."""
    sections = (HERE / f"warnings.{language}.txt").read_text(encoding="utf-8").split("## ")[1:]
    return {lines[0]: lines[1:] for lines in (section.strip().split("\n") for section in sections)}


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Returns a copy of the shipped rules, beside a copy of the tiny scenario, to spoil."""
    monkeypatch.chdir(tmp_path)
    copytree(HERE / "tiny", tmp_path / "tiny")
    return Path(copytree(data("rules"), tmp_path / "pack"))


@pytest.mark.usefixtures("pack")
@pytest.mark.parametrize("name", [*RULES, *CARDS])
def test_a_warning_is_told_where_it_stands(name: str) -> None:
    """Each warning gives file, line, column, what was expected, what was found, in English and in French."""
    problems = warned(name)

    assert [answers(language)[name] for language in LANGUAGES] == [
        [warning(problem, words_in(language)) for problem in problems] for language in LANGUAGES
    ]


def test_no_warning_is_left_over() -> None:
    """The committed warnings are those of the lints, no more."""
    assert [list(answers(language)) for language in LANGUAGES] == [[*RULES, *CARDS]] * len(LANGUAGES)


def test_what_we_ship_needs_no_second_look(rules: Rulebook) -> None:
    """The shipped rules, their reference city and every shipped scenario give no warning."""
    reference = load_claims(rules).reference
    scenarios = [load_scenario(path.parent, rules).scenario for path in data("scenarios").glob("*/scenario.yaml")]

    assert lint_rulebook(rules, reference) + lint_reference(reference, rules) == []
    assert [fault for scenario in scenarios for fault in lint_scenario(scenario, rules)] == []


def test_every_link_set_to_nothing_is_told(rules: Rulebook) -> None:
    """Whichever link is muted, the warning names it at its own place."""
    reference = load_claims(rules).reference
    for place, link in enumerate(rules.couplings):
        muted = (*rules.couplings[:place], evolve(link, per10=0.0), *rules.couplings[place + 1 :])
        found = lint_rulebook(evolve(rules, couplings=muted), reference)

        assert (("couplings", place, "per10"), "mute_link") in [(each.steps, each.rule) for each in found]


def test_every_social_effect_turned_round_is_told(rules: Rulebook) -> None:
    """Whichever social gain of a shipped answer becomes harm, the warning points at that effect and no other."""
    scenario = load_scenario(data("scenarios", "port-clair"), rules).scenario
    guarded = {each.id for each in (*rules.indicators, *rules.city_variables) if each.first_order == "gain"}
    tried = 0
    for c, challenge in enumerate(scenario.challenges):
        for a, answer in enumerate(challenge.answers):
            for e, effect in enumerate(answer.effects):
                if effect.indicator not in guarded:
                    continue
                turned = evolve(effect, points=-effect.points)
                effects = (*answer.effects[:e], turned, *answer.effects[e + 1 :])
                answers_ = (*challenge.answers[:a], evolve(answer, effects=effects), *challenge.answers[a + 1 :])
                asked = (*scenario.challenges[:c], evolve(challenge, answers=answers_), *scenario.challenges[c + 1 :])
                found = lint_scenario(evolve(scenario, challenges=asked), rules)
                tried += 1

                assert [each.steps for each in found] == [("challenges", c, "answers", a, "effects", e, "points")]
    assert tried > 20


def test_every_gate_past_what_is_reached_is_told(rules: Rulebook) -> None:
    """Whichever gate on an axis asks for more than cities reach, the warning points at it."""
    reference, visions = load_claims(rules).reference, rules.visions
    axes = {axis.of: axis for axis in visions.axes}
    for v, vision in enumerate(visions.prototypes):
        for g, gate in enumerate(vision.gates):
            if gate.of in axes:
                beyond = evolve(gate, low=axes[gate.of].high + 1, high=100)
                gates = (*vision.gates[:g], beyond, *vision.gates[g + 1 :])
                made = (*visions.prototypes[:v], evolve(vision, gates=gates), *visions.prototypes[v + 1 :])
                found = lint_rulebook(evolve(rules, visions=evolve(visions, prototypes=made)), reference)

                place = ("visions", "prototypes", v, "gates", g, "of")
                assert [(each.steps, each.rule) for each in found] == [(place, "gate_beyond")]


def test_a_vision_that_no_game_comes_to_is_told(rules: Rulebook) -> None:
    """What neither the reference paths nor random games come to is named, with the number of games."""
    everything = [vision.id for vision in rules.visions.prototypes]

    (found,) = unreached(rules.visions, everything[1:], 50)

    assert (found.steps, found.rule) == (("visions", "prototypes", 0, "id"), "vision_unreached")
    assert found.values == {"name": everything[0], "games": 50}


@pytest.mark.usefixtures("pack")
@pytest.mark.parametrize(("more", "code"), [([], 0), (["--strict"], 1)])
def test_warnings_refuse_only_when_asked_to(capsys: pytest.CaptureFixture[str], more: list[str], code: int) -> None:
    """`check` tells a warning and ends well; with `--strict` it ends badly."""
    spoilt("tiny", [CARDS["bought trust of an answer"]])
    change("scenario.yaml", "procedure: mayor", "procedure: majority")

    ended = main(["check", "tiny", "--language", "en", *more])

    shown = capsys.readouterr()
    assert ended == code
    assert shown.out.splitlines()[1:] == answers("en")["bought trust of an answer"]
    assert shown.err.startswith("1 warning")


def write_answers() -> None:
    """Writes what the game answers today."""
    sections: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for name in [*RULES, *CARDS]:
        with TemporaryDirectory() as folder:
            os.chdir(folder)
            copytree(HERE / "tiny", "tiny")
            copytree(data("rules"), "pack")
            problems = warned(name)
            for language in LANGUAGES:
                told = [warning(problem, words_in(language)) for problem in problems]
                sections[language].append("\n".join([f"## {name}", *told]))
    for language in LANGUAGES:
        path = HERE / f"warnings.{language}.txt"
        path.write_text("\n\n".join(sections[language]) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_answers()
