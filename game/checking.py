"""What `whose-city check` does: faults refuse, warnings are told, and rules are tried on the ideas of the paper.

Results on stdout, progress on stderr.
"""

import argparse
import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.content.load import GLOSSARY_FILE, QUESTIONS_FILE, RECORD_FILE, SCENARIO_FILE
from game.errors import ContentError, GameError, Problem
from game.wording.words import Words

if TYPE_CHECKING:
    from game.city.claims import Finding
    from game.content.load import Loaded, LoadedRules
    from game.content.load_claims import LoadedClaims
    from game.content.measured import Measured
    from game.content.rulebook import Rulebook

RULES_MARK: Final = "couplings.yaml"
"""A folder that holds this file is a folder of rules, not a scenario."""
FEW: Final = 7
"""Sessions played to see whether a page of many is still true: one a way of deciding, a few seconds."""
TOLD: Final = 50
"""Sessions between two lines of progress."""
SHUFFLES: Final = 20
"""Times that effects are handed out at random: enough for a mean, and done in a few seconds."""


def check(asked: argparse.Namespace, words: Words) -> int:
    """Tells what is wrong with a scenario or rules; returns how many warnings there were.

    Raises ContentError with every fault there is.
    """
    if asked.path.name == GLOSSARY_FILE:
        warned = _check_glossary(asked.path, words)
    elif asked.path.name == QUESTIONS_FILE and not (asked.path.parent / SCENARIO_FILE).exists():
        warned = _check_questions(asked.path, words)
    elif (rules := _rules_named(asked.path, asked.rules)) is not None:
        warned = _check_rules(rules, asked, words)
    else:
        warned = _check_scenario(asked, words)
    if warned:
        print(words.count("check.refused" if asked.strict else "check.warned", warned), file=sys.stderr)
    return warned


def _rules_named(path: Path, pack: str | None) -> "LoadedRules | None":
    """Returns the rules a path names: their folder, a file of it, or a rule pack; None when it names a scenario."""
    from game.content.load import load_rulebook
    from game.content.load_packs import is_pack

    if is_pack(path):
        around = path.resolve().parent.parent
        return load_rulebook(around if (around / RULES_MARK).is_file() else None, path)
    folder = path if path.is_dir() else path.parent
    if (folder / RULES_MARK).is_file() or folder.resolve().name == "rules":
        return load_rulebook(folder, pack)
    return None


def _check_glossary(path: Path, words: Words) -> int:
    from game.content.load_glossary import glossary_warnings

    warnings = glossary_warnings(path)
    print(words.say("cli.sound", path=path))
    return _warn(warnings, words)


def _check_questions(path: Path, words: Words) -> int:
    from game.content.load_questions import load_questions

    load_questions(path)
    print(words.say("cli.sound", path=path))
    return 0


def _check_scenario(asked: argparse.Namespace, words: Words) -> int:
    from game.content.finding import name_of
    from game.content.load import load_rulebook, load_scenario, load_variants, scenario_warnings
    from game.engine.state import PLAYABLE

    recording = asked.record and asked.play == 0
    if asked.robust > 0 or asked.null or asked.long or recording or asked.against or asked.reach > 0:
        raise GameError("claims.only_rules")
    rules = load_rulebook(pack=asked.rules).rulebook
    loaded = load_scenario(asked.path, rules, PLAYABLE)
    print(words.say("cli.sound", path=asked.path))
    warned = _warn(told := scenario_warnings(loaded, rules), words)
    warned += _play(loaded, rules, asked, words) if asked.play > 0 or asked.strict else 0
    for variant in load_variants(loaded, rules, PLAYABLE):
        print(words.say("cli.sound", path=name_of(variant.folder)))
        warned += _warn((each for each in scenario_warnings(variant, rules) if each not in told), words)
        warned += _play(variant, rules, asked, words) if asked.play > 0 or asked.strict else 0
    return warned


def _play(loaded: "Loaded", rules: "Rulebook", asked: argparse.Namespace, words: Words) -> int:
    """Plays so many sessions and tells what wins by construction; without a number, tries the page they left."""
    from game.bots.playouts import balance_of, fingerprint, outcomes
    from game.content.balance import BALANCE_FILE, lint_balance
    from game.content.sound import sorted_problems
    from game.engine.setup import new_game
    from game.wording.balance import page, recorded

    game = new_game(loaded.scenario, rules, asked.seed, explained=False)
    path = loaded.folder / BALANCE_FILE
    if asked.play == 0:
        known = recorded(path.read_text(encoding="utf-8")) if path.is_file() else ""
        stale = known and known != fingerprint(outcomes(game, range(FEW)))
        return _warn([Problem(str(path), 1, 1, "stale_balance", {}, "play_again")] if stale else [], words)
    found = []
    for each in outcomes(game, range(max(FEW, asked.play))):
        found.append(each)
        if len(found) % TOLD == 0:
            print(words.say("balance.progress", number=len(found), of=asked.play), file=sys.stderr)
    balance = balance_of(game, found)
    text = page(loaded.scenario, rules, balance, fingerprint(found[:FEW]))
    if asked.record:
        _written(path, text)
        print(words.say("check.recorded", file=path))
    else:
        print(text)
    return _warn(sorted_problems(loaded.places, list(lint_balance(loaded.scenario, balance))), words)


def _check_rules(rules: "LoadedRules", asked: argparse.Namespace, words: Words) -> int:
    """Tells what becomes of the paper's claims under some rules; rules that depart are named, not refused."""
    from game.city.alone import alone_tried
    from game.city.claims import tried
    from game.content.load_claims import load_claims, rules_warnings
    from game.content.load_questions import load_questions
    from game.wording.claims import alone_lines, claim_lines

    if asked.record and rules.pack is not None:
        raise GameError("check.record_pack")
    held_to = load_claims(rules.rulebook, rules.folder)
    if (rules.folder / QUESTIONS_FILE).is_file():
        load_questions(rules.folder / QUESTIONS_FILE)
    print(words.say("cli.sound", path=asked.path))
    warned = _warn(rules_warnings(rules, held_to), words)
    reference, claims, width = held_to.reference, held_to.claims, _width()
    found = tried(reference, rules.rulebook, claims)
    print("", *claim_lines(found, words, width), sep="\n")
    print(*alone_lines(*alone_tried(reference, rules.rulebook, claims), words, width), sep="\n")
    warned += _compare(rules, held_to, found, asked, words)
    _doubt(rules, held_to, asked, words)
    if asked.long:
        _explore(rules, held_to, words)
    if asked.reach > 0:
        warned += _reach(rules, held_to, asked, words)
    return warned


def _warn(problems: Iterable[Problem], words: Words) -> int:
    from game.wording.problems import warning

    told = [warning(problem, words) for problem in problems]
    if told:
        print(*told, sep="\n")
    return len(told)


def _compare(
    rules: "LoadedRules",
    held_to: "LoadedClaims",
    found: "Sequence[Finding]",
    asked: argparse.Namespace,
    words: Words,
) -> int:
    """Tells what moved since the record, or beside other rules; a record that is no longer true is a warning."""
    from game.city.measured import first_stale, measured, moved
    from game.content.load_claims import load_record
    from game.wording.measured import moved_lines

    now = measured(held_to.reference, rules.rulebook, found)
    width, stale = _width(), 0
    if asked.against:
        shifts = moved(_measured_in(asked.against), now)
        print("", *moved_lines(shifts, str(asked.against), rules.rulebook, found, words, width), sep="\n")
    elif not asked.record:
        record = load_record(rules.folder)
        shifts = moved(record.measured, now)
        print("", *moved_lines(shifts, record.places.first, rules.rulebook, found, words, width), sep="\n")
        own = Path(record.places.first).parent == rules.folder and rules.pack is None
        if own and not shifts.nothing:
            place = record.places.place(first_stale(shifts), on_key=True)
            stale = _warn([Problem(*place, "stale_record", {}, "record_again")], words)
    if asked.record:
        _record(now, rules.folder / RECORD_FILE, words)
    return stale


def _measured_in(folder: Path) -> "Measured":
    """Returns what other rules give, on their own reference city and claims where they have them."""
    from game.city.claims import tried
    from game.city.measured import measured
    from game.content.load import load_rulebook
    from game.content.load_claims import load_claims

    other = load_rulebook(folder).rulebook
    held_to = load_claims(other, folder)
    return measured(held_to.reference, other, tried(held_to.reference, other, held_to.claims))


def _record(now: "Measured", path: Path, words: Words) -> None:
    from game.content.measured import measured_text

    _written(path, measured_text(now))
    print(words.say("check.recorded", file=path))


def _written(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ContentError([Problem(str(path), 0, 0, "unwritable", {"reason": reason})]) from error


def _doubt(rules: "LoadedRules", held_to: "LoadedClaims", asked: argparse.Namespace, words: Words) -> None:
    """Tells how firmly the claims hold when numbers are drawn, and what breaks without what is essential."""
    from game.city.doubt import held_by_null_models, held_when_drawn
    from game.engine.chance import dice
    from game.wording.claims import draw_lines, null_lines

    of, rolls, width = (held_to.reference, rules.rulebook, held_to.claims), dice(asked.seed), _width()
    if asked.robust > 0:
        draws = []
        for held in held_when_drawn(*of, asked.robust, rolls):
            draws.append(held)
            print(words.say("claims.progress", number=len(draws), draws=asked.robust), file=sys.stderr)
        print(*draw_lines(draws, words, asked.seed, width), sep="\n")
    if asked.null:
        print(*null_lines(held_by_null_models(*of, SHUFFLES, rolls), words, asked.seed, width), sep="\n")


def _explore(rules: "LoadedRules", held_to: "LoadedClaims", words: Words) -> None:
    """Tries the claims that take thousands of runs; the cities are the same each time."""
    from game.city.explored import every_plan, random_cities
    from game.engine.chance import dice
    from game.wording.claims import explored_lines

    for told in held_to.claims.explored:
        procedures = told.procedures or tuple(each.id for each in rules.rulebook.procedures)
        print(words.say("check.exploring", claim=told.claim), file=sys.stderr)
        if told.by == "every_plan":
            ranked = tuple(every_plan(held_to.reference, rules.rulebook, procedures))
            print(*explored_lines(told, ranked, rules.rulebook, words, _width()), sep="\n")
        elif told.by == "random_cities":
            carried = tuple(random_cities(held_to.reference, rules.rulebook, procedures, dice(1)))
            print(*explored_lines(told, carried, rules.rulebook, words, _width()), sep="\n")


def _reach(rules: "LoadedRules", held_to: "LoadedClaims", asked: argparse.Namespace, words: Words) -> int:
    """Tells which visions games drawn at random come to; one that nothing comes to is a warning."""
    from game.city.reach import visions_drawn, visions_of_paths
    from game.content.lint import unreached
    from game.content.sound import sorted_problems
    from game.engine.chance import dice
    from game.wording.claims import reach_lines

    reference, rulebook = held_to.reference, rules.rulebook
    drawn = visions_drawn(reference, rulebook, asked.reach, dice(asked.seed))
    print(*reach_lines(drawn, rulebook, words, asked.seed, _width()), sep="\n")
    reached = {*drawn, *visions_of_paths(reference, rulebook)}
    return _warn(sorted_problems(rules.places, unreached(rulebook.visions, reached, asked.reach)), words)


def _width() -> int:
    return shutil.get_terminal_size().columns
