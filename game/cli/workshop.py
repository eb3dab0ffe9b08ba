"""The verbs of a workshop: plan, compare, recount, opinions, learning, map, print."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from game.cli.codes import DONE, FAULTS
from game.cli.retelling import replayed_as_asked
from game.cli.verbs import DAY, Say, between, verb
from game.content.tickets import MOST
from game.errors import GameError
from game.wording.words import Words

if TYPE_CHECKING:
    from game.content.causalmap import CausalMap
    from game.content.rulebook import Rulebook

PEOPLE: Final = 30
"""Sheets printed, or lines of a table to fill in, where nobody says how many."""


def add_verbs(verbs: Any, shared: argparse.ArgumentParser, say: Say) -> None:
    """Adds the verbs to those of the command line."""
    crowd = between(1, MOST)
    plan = verb(verbs, "plan", say("cli.plan"), shared, _plan)
    plan.add_argument("file", nargs="?", type=Path, metavar="PLAN.yaml", help=say("cli.plan_file"))
    plan.add_argument("--minutes", type=int, default=90, help=say("cli.plan_minutes"))
    plan.add_argument("--people", type=int, default=8, metavar="NUMBER", help=say("cli.plan_people"))
    plan.add_argument("--audience", choices=("adults", "teenagers", "easy"), default="adults", help=say("cli.plan_who"))
    plan.add_argument("--devices", choices=("screen", "paper"), default="screen", help=say("cli.plan_devices"))
    plan.add_argument("--again", action="store_true", help=say("cli.plan_again"))
    plan.add_argument("--questionnaire", action="store_true", help=say("cli.plan_questionnaire"))
    plan.add_argument("--scenario", type=Path, help=say("cli.scenario"))
    plan.add_argument("--rounds", type=between(2, 12), metavar="2-12", help=say("cli.rounds"))
    plan.add_argument("--debrief", type=between(1, DAY), metavar="MINUTES", help=say("cli.plan_debrief"))
    plan.add_argument("--output", type=Path, metavar="PLAN.yaml", help=say("cli.plan_output"))

    compare = verb(verbs, "compare", say("cli.compare"), shared, _compare)
    compare.add_argument("--scenario", type=Path, help=say("cli.scenario"))
    compare.add_argument("--seed", type=int, default=1, metavar="NUMBER", help=say("cli.seed"))
    compare.add_argument("--rounds", type=between(2, 12), metavar="2-12", help=say("cli.rounds"))
    compare.add_argument("--rules", metavar="PACK", help=say("cli.rules"))

    recount = verb(verbs, "recount", say("cli.recount"), shared, _recount)
    recount.add_argument("file", type=Path, metavar="FILE.pb", help=say("cli.recount_file"))
    recount.add_argument("--explain", metavar="RULE", help=say("cli.recount_explain"))

    opinions = verb(verbs, "opinions", say("cli.opinions"), shared, _opinions)
    opinions.add_argument("file", type=Path, metavar="FILE.csv", help=say("cli.opinions_file"))
    opinions.add_argument("--scenario", type=Path, help=say("cli.scenario"))

    learning = verb(verbs, "learning", say("cli.learning"), shared, _learning)
    learning.add_argument("files", nargs="*", type=Path, metavar="FILE.csv", help=say("cli.learning_files"))
    learning.add_argument("--questions", type=Path, metavar="FILE.yaml", help=say("cli.questions"))
    learning.add_argument("--people", type=crowd, default=PEOPLE, metavar=f"1-{MOST}", help=say("cli.learning_people"))

    drawn = verb(verbs, "map", say("cli.map"), shared, _map)
    drawn.add_argument("files", nargs="*", type=Path, metavar="FILE.csv", help=say("cli.map_files"))
    drawn.add_argument("--after", type=Path, metavar="FILE.csv", help=say("cli.map_after"))
    drawn.add_argument("--beside", type=Path, metavar="SESSION.jsonl", help=say("cli.map_beside"))
    drawn.add_argument("--merge", choices=("median", "mean"), default="median", help=say("cli.map_merge"))
    drawn.add_argument("--sheet", action="store_true", help=say("cli.map_sheet"))
    drawn.add_argument("--paper", choices=("a4", "a3"), default="a4", help=say("cli.map_paper"))
    drawn.add_argument("--output", type=Path, metavar="FILE", help=say("cli.map_output"))
    drawn.add_argument("--scenario", type=Path, help=say("cli.scenario"))
    drawn.add_argument("--rules", metavar="PACK", help=say("cli.rules"))

    sheets = verb(verbs, "print", say("cli.print"), shared, _print)
    sheets.add_argument("--only", metavar="SHEETS", help=say("cli.print_only"))
    sheets.add_argument("--plan", type=Path, metavar="PLAN.yaml", help=say("cli.print_plan"))
    sheets.add_argument("--output", type=Path, default=Path(), metavar="FOLDER", help=say("cli.print_output"))
    sheets.add_argument("--easy", action="store_true", help=say("print.cli_easy"))
    sheets.add_argument("--minutes", type=between(1, DAY), help=say("cli.print_minutes"))
    sheets.add_argument("--rounds", type=between(2, 12), metavar="2-12", help=say("cli.rounds"))
    sheets.add_argument("--people", type=crowd, default=PEOPLE, metavar=f"1-{MOST}", help=say("cli.print_people"))
    sheets.add_argument("--questions", type=Path, metavar="FILE.yaml", help=say("cli.questions"))
    sheets.add_argument("--scenario", type=Path, help=say("cli.scenario"))
    sheets.add_argument("--rules", metavar="PACK", help=say("cli.rules"))


def _plan(asked: argparse.Namespace, words: Words) -> int:
    from game.preparing import prepare

    prepare(asked, words)
    return DONE


def _compare(asked: argparse.Namespace, words: Words) -> int:
    from game.comparing import compare

    compare(asked, words)
    return DONE


def _recount(asked: argparse.Namespace, words: Words) -> int:
    from game.recounting import recount

    recount(asked, words)
    return DONE


def _opinions(asked: argparse.Namespace, words: Words) -> int:
    from game.polling import poll

    poll(asked, words)
    return DONE


def _learning(asked: argparse.Namespace, words: Words) -> int:
    from game.questioning import tell_learning

    tell_learning(asked, words)
    return DONE


def _map(asked: argparse.Namespace, words: Words) -> int:
    from game.content.load import load_rulebook
    from game.content.mapfile import read_map
    from game.report.mapaccount import beside_lines
    from game.wording.maps import MapTeller

    if not asked.files and not asked.sheet:
        raise GameError("error.map_nothing")
    rules = load_rulebook(pack=asked.rules).rulebook
    if asked.sheet:
        from game.report.mapsheet import write_sheet

        page = write_sheet(rules, words, asked.output or Path(f"map-{words.language}.html"), asked.paper)
        print(words.say("cli.written_sheet", file=page))
    if not asked.files:
        return DONE
    teller, drawn = MapTeller(rules, words), _one_map(asked, rules, words)
    later = read_map(asked.after, rules) if asked.after else None
    lines = [*teller.map_lines(drawn), "", *teller.against_lines(drawn)]
    if later:
        lines += ["", *teller.map_lines(later), "", *teller.comparison_lines(drawn, later)]
    if asked.beside:
        asked.journal = asked.beside
        lines += beside_lines(replayed_as_asked(asked)[0], later or drawn, words)
    print("\n".join(lines))
    return DONE


def _one_map(asked: argparse.Namespace, rules: "Rulebook", words: Words) -> "CausalMap":
    """Returns the map of a file, or the one map made of several, written where it was asked for."""
    from game.content.causalmap import Merging, merged
    from game.content.mapfile import read_map, write_map

    maps = [read_map(file, rules) for file in asked.files]
    if len(maps) == 1:
        return maps[0]
    print(words.count(f"map.merged_{asked.merge}", len(maps)), end="\n\n")
    drawn = merged(maps, words.say("map.together"), Merging(asked.merge))
    if asked.output and not asked.sheet:
        write_map(drawn, asked.output)
        print(words.say("cli.written_map", file=asked.output), end="\n\n")
    return drawn


def _print(asked: argparse.Namespace, words: Words) -> int:
    from game.printing import print_sheets

    return FAULTS if print_sheets(asked, words) else DONE
