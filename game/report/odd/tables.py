"""The tables of rules/README.md: what the rules hold, one language at a time, as Markdown."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from game.content.check_claims import numbers
from game.content.numbers import Coefficient
from game.content.rulebook import CityVariable, Reading, Rulebook
from game.engine.state import PLAYABLE
from game.wording.links import measures
from game.wording.words import Words

Rows = Iterable[Sequence[str]]
_WORD: Final = re.compile(r"\b[a-z]+\b(?!€)")
FILES: Final = {
    "acceptance": "people.yaml", "safeguards": "people.yaml", "people": "people.yaml", "finance": "finance.yaml",
    "dynamics": "dynamics.yaml", "visions": "visions.yaml", "chances": "shocks.yaml", "reception": "shocks.yaml",
    "map": "map.yaml", "inventing": "inventing.yaml", "deciding": "procedures.yaml", "cocreation": "procedures.yaml",
    "coach": "phases.yaml", "workshop": "workshop.yaml", "rulers": "rulers.yaml",
}  # fmt: skip
"""Where each part of the rulebook is written."""


def table(heads: Sequence[str], rows: Rows) -> str:
    """Returns a Markdown table; a bar inside a cell is escaped."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def folded(summary: str, body: str) -> str:
    """Returns a part that opens when its title is pressed."""
    return f"<details>\n<summary>{summary}</summary>\n\n{body}\n\n</details>"


def heads(words: Words, *keys: str) -> list[str]:
    """Returns the heads of columns."""
    return [words.say(f"odd.head.{key}") for key in keys]


def plain(number: float, words: Words) -> str:
    """Returns a number with only the decimals it has, two at most."""
    digits = 0 if number == round(number) else 1 if round(number * 10, 6) % 1 == 0 else 2
    return words.decimal(number, digits)


def unit(written: str, words: Words) -> str:
    """Returns a unit of the rules in the language; signs stay as they are."""
    return _WORD.sub(lambda found: words.say(f"odd.unit.{found[0]}"), written)


def gauges(rules: Rulebook, words: Words) -> str:
    """Returns what every district has: each gauge, its indicators and their weights."""
    rows = []
    for headline in rules.headlines:
        for indicator in (each for each in rules.indicators if each.headline == headline.id):
            weight = words.percent(indicator.weight)
            names = words.of(headline.name), words.of(indicator.name)
            rows.append((*names, f"`{indicator.id}`", weight, words.of(indicator.about)))
    return table(heads(words, "gauge", "indicator", "id", "weight", "about"), rows)


def wholes(rules: Rulebook, words: Words) -> str:
    """Returns what the whole city has, and what is read off its people and its decisions."""
    entries: tuple[CityVariable | Reading, ...] = (*rules.city_variables, *rules.readings)
    rows = []
    for each in entries:
        kind = "variable" if isinstance(each, CityVariable) else "reading"
        rows.append((words.of(each.name), f"`{each.id}`", words.say(f"odd.kind.{kind}"), words.of(each.about)))
    return table(heads(words, "name", "id", "kind", "about"), rows)


def groups(rules: Rulebook, words: Words) -> str:
    """Returns the groups of residents: what they weigh, how readily they leave, how restrictions feel to them."""
    names = measures(rules, words)
    rows = []
    for group in rules.groups:
        weighed = ", ".join(
            f"{words.say('odd.less', name=names[name[1:]]) if name[0] == '-' else names[name]} {weight}"
            for name, weight in group.weights.items()
        )
        felt = f"× {plain(group.restriction.value, words)}"
        leave = words.say("odd.leave", share=plain(group.leave.value, words))
        rows.append((f"**{words.of(group.name)}**", weighed, leave, felt))
    return table(heads(words, "group", "weighs", "leave", "restriction"), rows)


def procedures(rules: Rulebook, words: Words) -> str:
    """Returns the ways of deciding: what each costs, lends to projects, and makes of the city."""
    names = measures(rules, words)
    rows = []
    for way in rules.procedures:
        made = ", ".join(f"{names[of]} {words.signed(points, 0)}" for of, points in way.practice.items())
        numbers_ = [words.signed(way.legitimacy.value, 0), words.percent(way.softening.value)]
        numbers_ += [plain(way.time.value, words), plain(way.delay.value, words)]
        name = f"**{words.of(way.name)}**"
        if way.id in PLAYABLE:
            name += f" {words.say('odd.playable')}"
        rows.append((name, *numbers_, made, f"`{way.source}`"))
    return table(heads(words, "procedure", "legitimacy", "softening", "time", "delay", "practice", "source"), rows)


def coefficients(rules: Rulebook, words: Words) -> str:
    """Returns every tunable number that is neither a link's nor a procedure's, with its range, unit and source."""
    rows = [_coefficient(place, number, words) for place, number in numbers(rules).items()]
    data, load, private = rules.acceptance.data, rules.acceptance.civic_load, rules.finance.private
    rows.append(_several("acceptance.data", (data.none, data.aggregate, data.personal), data.unit, data.source, words))
    for place, tech in (("acceptance.civic_load", load), ("finance.private", private)):
        rows.append(_several(place, (tech.low, tech.mid, tech.high), tech.unit, tech.source, words))
    columns = heads(words, "number", "place", "value", "range", "unit", "source")
    return table(columns, sorted(rows, key=lambda row: row[1]))


def _coefficient(place: str, number: Coefficient, words: Words) -> tuple[str, ...]:
    span = words.say("odd.range", low=plain(number.low, words), high=plain(number.high, words))
    return (*_named(place, words), plain(number.value, words), span, unit(number.unit, words), f"`{number.source}`")


def _several(place: str, values: Sequence[float], unit_: str, source: str, words: Words) -> tuple[str, ...]:
    written = " / ".join(plain(value, words) for value in values)
    return (*_named(place, words), written, "", unit(unit_, words), f"`{source}`")


def _named(place: str, words: Words) -> tuple[str, str]:
    part, _, name = place.partition(".")
    return words.say(f"odd.number.{place}"), f"`{FILES[part]}` `{name}`"


def sources(rules: Rulebook, words: Words) -> str:
    """Returns each source that a number may name, in one sentence."""
    return table(heads(words, "source", "says"), [(f"`{id_}`", words.of(says)) for id_, says in rules.sources.items()])
