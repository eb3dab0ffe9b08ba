"""What became of the claims, as lines of text: one paragraph each, then what departs, and how sure one may be."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap
from typing import Final

from game.city.claims import Finding
from game.city.doubt import GATE, SINGLE_GATE, SPREAD, Held, mean_share, shares
from game.city.explored import Carried, Ranked
from game.content.claims import Explored
from game.content.rulebook import Rulebook
from game.wording.words import Words

NAME: Final = 5
MARGIN: Final = 7
"""Characters that the first two columns take."""
NARROWEST: Final = 40
"""Characters of a sentence's column at least, however narrow the terminal is."""


def claim_lines(findings: Sequence[Finding], words: Words, width: int) -> list[str]:
    """Returns a table of claims and, last, whether the rules depart from any."""
    verdicts = {finding.name: _verdict(finding, words) for finding in findings}
    wide = max(map(len, verdicts.values()), default=0)
    lines = [*wrap(words.say("claims.title"), width), ""]
    for finding in findings:
        margin = "–" if finding.margin is None else words.change(finding.margin, 2)
        lead = f"  {finding.name:<{NAME}}{margin:>{MARGIN}}  {verdicts[finding.name]:<{wide}}  "
        lines += _hung(lead, _told(finding, words), width)
    tried = [finding for finding in findings if finding.margin is not None]
    holding = sum(finding.holds for finding in tried)
    lines += ["", words.say("claims.count", holding=holding, tried=len(tried))]
    departing = [finding.name for finding in tried if not finding.holds]
    if departing:
        lines.append(words.say("claims.departs_on", claims=", ".join(departing)))
    return lines


def _verdict(finding: Finding, words: Words) -> str:
    if finding.margin is None:
        return words.say("claims.explored")
    return words.say("claims.holds" if finding.holds else "claims.departs")


def _told(finding: Finding, words: Words) -> str:
    said = words.of(finding.describe)
    if finding.said_by:
        voices = ", ".join(words.say(f"claims.voice.{voice.value}") for voice in finding.said_by)
        said = words.say("claims.said_by", claim=said, voices=voices)
    return f"{said} {words.of(finding.note)}" if finding.note else said


def _hung(lead: str, text: str, width: int) -> list[str]:
    """Returns a paragraph beside what leads it, later lines under the first."""
    lines = wrap(text, max(NARROWEST, width - len(lead)), break_on_hyphens=False)
    return [(lead if place == 0 else " " * len(lead)) + line for place, line in enumerate(lines)]


def alone_lines(links: Sequence[Finding], cards: Sequence[Finding], words: Words, width: int) -> list[str]:
    """Returns how many links and cards do alone what they say, those that don't, and the exceptions allowed."""
    lines = ["", words.say("claims.links", holding=sum(each.holds for each in links), tried=len(links))]
    for each in links:
        if not each.holds:
            lines += _hung(f"  {each.name}  ", words.of(each.describe), width)
    lines.append(words.say("claims.cards", holding=sum(each.holds for each in cards), tried=len(cards)))
    for each in cards:
        way = words.of(each.describe)
        if not each.holds:
            lines.append("  " + words.say("claims.card_departs", card=each.name, way=way))
        if each.note:
            note = words.say("claims.card_exception", card=each.name, way=way, why=words.of(each.note))
            lines += _hung("  ", note, width)
    return lines


def draw_lines(draws: Sequence[Held], words: Words, seed: int, width: int) -> list[str]:
    """Returns how many claims hold when every number is drawn anew, the weakest by name."""
    mean, each = mean_share(draws), shares(draws)
    together = sum(all(held.values()) for held in draws)
    sound = mean >= GATE and min(each.values()) >= SINGLE_GATE
    values = {"draws": len(draws), "spread": words.percent(100 * SPREAD), "seed": seed}
    lines = ["", words.say("claims.drawn", **values), ""]
    lines.append("  " + words.say("claims.drawn_mean", share=_percent(mean, words)))
    lines.append("  " + words.say("claims.drawn_together", count=together, draws=len(draws)))
    weak = ", ".join(f"{name} {_percent(share, words)}" for name, share in each.items() if share < 1)
    if weak:
        lines += _hung("  ", words.say("claims.drawn_weakest", claims=weak), width)
    gates = {"mean": words.percent(100 * GATE), "single": words.percent(100 * SINGLE_GATE)}
    lines += _hung("  ", words.say("claims.sound" if sound else "claims.unsound", **gates), width)
    return lines


def null_lines(models: Iterable[tuple[str, Sequence[Held]]], words: Words, seed: int, width: int) -> list[str]:
    """Returns what still holds where it should not, and what breaks as it should."""
    lines = ["", *wrap(words.say("claims.null", seed=seed), width), ""]
    for name, draws in models:
        broken = [claim for claim, share in shares(draws).items() if share < 0.5]
        model, share = words.say(f"claims.null.{name}", draws=len(draws)), _percent(mean_share(draws), words)
        lines += _hung("  ", words.say("claims.null_share", model=model, share=share), width)
        told = words.say("claims.null_breaks", claims=", ".join(broken) or words.say("claims.none"))
        lines += _hung("      ", told, width)
    return lines


def _percent(share: float, words: Words) -> str:
    """Returns a share as %, with a decimal only where it is needed."""
    digits = 0 if abs(100 * share - round(100 * share)) < 0.05 else 1
    return words.say("number.percent", number=words.decimal(100 * share, digits))


def explored_lines(
    told: Explored, findings: Sequence[Ranked | Carried], rules: Rulebook, words: Words, width: int
) -> list[str]:
    """Returns what thousands of runs gave for one claim: its verdict, then a line for each way of deciding."""
    margin = min(finding.margin for finding in findings)
    finding = Finding(told.claim, told.describe, margin, said_by=told.said_by)
    lead = f"  {told.claim:<{NAME}}{words.change(margin, 2):>{MARGIN}}  {_verdict(finding, words)}  "
    lines = ["", *_hung(lead, _told(finding, words), width)]
    ways = {each.id: words.of(each.name) for each in rules.procedures}
    for each in findings:
        lines += _hung("    ", _explored(each, ways[each.procedure], words), width)
    return lines


def _explored(found: Ranked | Carried, way: str, words: Words) -> str:
    if isinstance(found, Ranked):
        lived = {"best": words.points(found.best_lived, 1), "ranked": words.points(found.lived_of_best_ranked, 1)}
        return words.say("check.ranked", way=way, plans=words.whole(found.plans), **lived)
    spread = {tech: words.points(amount, 2) for tech, amount in found.spread.items()}
    return words.say("check.carried", way=way, cities=found.cities, **spread)


def reach_lines(drawn: Mapping[str, int], rules: Rulebook, words: Words, seed: int, width: int) -> list[str]:
    """Returns the share of random games that ended at each vision, the commonest first."""
    games = sum(drawn.values())
    names = {each.id: words.of(each.name) for each in (*rules.visions.prototypes, rules.visions.patchwork)}
    shares = ", ".join(
        words.say("check.share", vision=names[vision], share=_percent(count / games, words))
        for vision, count in drawn.items()
    )
    told = words.count("check.reached", games, seed=seed, shares=shares)
    return ["", *wrap(told, width, subsequent_indent="  ", break_on_hyphens=False)]
