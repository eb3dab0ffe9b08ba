"""A link of the rules told whole: its sentence, its numbers, its paragraph, and what it rests on."""

from collections.abc import Mapping
from textwrap import wrap

from game.city.explain import standing
from game.city.model import Cause, CauseKind, Model
from game.city.state import CityState
from game.content.rulebook import CityVariable, Coupling, Headline, Indicator, Reading, Rulebook
from game.wording.words import Words


def measures(rules: Rulebook, words: Words) -> Mapping[str, str]:
    """Returns the name of each gauge, indicator, variable and reading of the rules."""
    entries: tuple[Headline | Indicator | CityVariable | Reading, ...] = (
        *rules.headlines,
        *rules.indicators,
        *rules.city_variables,
        *rules.readings,
    )
    return {str(entry.id): words.of(entry.name) for entry in entries}


def ends(link: Coupling, rules: Rulebook, words: Words) -> str:
    """Returns the two ends of a link by name, with the arrow between."""
    names = measures(rules, words)
    return words.say("cause.link", start=names[link.from_], end=names[link.to])


def strength(per10: float, words: Words) -> str:
    """Returns points per 10 with their sign, and as many decimals as they need."""
    return words.signed(per10, 2 if round(per10 * 10, 6) % 1 else 1 if per10 % 1 else 0)


def numbers(link: Coupling, rules: Rulebook, words: Words) -> list[str]:
    """Returns what a link is worth, one short sentence each: strength and range, inertia, when it acts, its damping.

    The inertia is that of its effect where the rules give the effect a longer one.
    """
    names = measures(rules, words)
    moved: tuple[Indicator | CityVariable, ...] = (*rules.indicators, *rules.city_variables)
    least = {entry.id: entry.least_settling for entry in moved}
    span = {"low": strength(link.low, words), "high": strength(link.high, words)}
    told = [words.say("links.strength", per10=strength(link.per10, words), effect=names[link.to], **span)]
    told.append(words.count("links.settling", max(link.settling, least[link.to])))
    if link.when != "any":
        told.append(words.say(f"links.{link.when}", cause=names[link.from_]))
    if link.damped_by is not None:
        told.append(words.say("links.damped", by=names[link.damped_by]))
    return told


def vouched(link: Coupling, rules: Rulebook, words: Words) -> str:
    """Returns who vouches for a link, its claims by number, and the source they are read in."""
    kind = words.say(f"kind.{link.kind.value}")
    source = words.of(rules.sources[link.source])
    return words.say("links.vouched", kind=kind, claims=", ".join(link.claims), source=source)


def weighed(link: Coupling, model: Model, city: CityState) -> int:
    """Returns what a link has made of its effect since the start, city-wide, in milli-points."""
    _, made = standing(model, city, link.to)
    return made.get(Cause(CauseKind.LINK, link.id), 0)


def because_lines(model: Model, words: Words, city: CityState, name: str, width: int) -> list[str]:
    """Returns a link's account for the terminal: what it says, why, its numbers, and what it weighs in this city.

    Raises KeyError for a name that is no link of the rules.
    """
    rules = model.rules
    link = {each.id: each for each in rules.couplings}[name]
    title = words.say("links.title", link=ends(link, rules, words), say=words.of(link.say))
    weight = words.change(weighed(link, model, city), 3)
    now = words.say("links.now", amount=weight, effect=measures(rules, words)[link.to])
    adjusted = city.adjusted.get(link.id)
    if adjusted is not None:
        now = f"{now} {words.say('reasons.adjusted', per10=words.signed(adjusted / 1000))}"
    parts = (title, words.of(link.because), " ".join(numbers(link, rules, words)), vouched(link, rules, words), now)
    return "\n\n".join("\n".join(wrap(part, width, break_on_hyphens=False)) for part in parts).split("\n")
