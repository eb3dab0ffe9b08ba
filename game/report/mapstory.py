"""The maps of causes of a session as figures: the wall, what changed on it, and the city it would have made."""

from typing import Final

from game.beside import Beside, beside
from game.city.scoring import level_of
from game.content.causalmap import Comparison, Moment, compared
from game.content.maplinks import Laid, against
from game.engine.state import Drawn
from game.report import mapfigures as figures
from game.report.mapaccount import steadied, visions_told
from game.report.maprings import stations_of
from game.session import Session
from game.wording.maps import LEAST, MapTeller, cause_told
from game.wording.teller import Teller
from game.wording.words import Words

READINGS: Final = ("lived", "equity", "displaced")
"""What is compared beside the four gauges."""
LARGEST: Final = 6
"""Causes told of the gauge that moved most."""


def story(session: Session, words: Words) -> figures.MapStory | None:
    """Returns the maps on the wall and what they tell; None when nobody drew any."""
    wall = sorted(session.state.maps, key=lambda drawn: list(Moment).index(drawn.moment))
    if not wall:
        return None
    rules = session.game.model.rules
    teller, last = MapTeller(rules, words), wall[-1]
    held, pair = against(last.map, rules), _pair(wall)
    parts = dict(teller.against_parts(held))
    found = compared(pair[0].map, pair[1].map) if pair else None
    moment = words.say(f"map.moment.{last.moment.value}")
    return figures.MapStory(
        maps=tuple(_wall_map(drawn, teller, words) for drawn in wall),
        measures=tuple(figures.Measure(each.id, each.name, each.colour) for each in stations_of(rules, words)),
        changes=tuple(teller.changed(found)) if found else (),
        common=_common(found, teller),
        judged=words.say("map.judged", author=last.map.author, moment=moment),
        agreed=tuple(parts["agreed"]),
        opposed=tuple(parts["opposed"]),
        ours=tuple(parts["ours"]),
        rules_only=len(held.theirs),
        worlds=tuple(_world(session, last, laid, words) for laid in Laid) if len(session.cities) > 1 else (),
    )


def _pair(wall: list[Drawn]) -> tuple[Drawn, Drawn] | None:
    """Returns the maps before and after the game that are compared: by the same author if possible, else the last."""
    before = [drawn for drawn in wall if drawn.moment is Moment.BEFORE]
    after = [drawn for drawn in wall if drawn.moment is Moment.AFTER]
    if not before or not after:
        return None
    same = ((was, now) for now in reversed(after) for was in before if was.map.author == now.map.author)
    return next(same, (before[-1], after[-1]))


def _common(found: Comparison | None, teller: MapTeller) -> str:
    return teller.common(found.common) if found else ""


def _wall_map(drawn: Drawn, teller: MapTeller, words: Words) -> figures.WallMap:
    arrows = (figures.MapArrow(each.from_, each.to, each.strength, teller.arrow(each)) for each in drawn.map.arrows)
    moment = words.say("map.drawn_in", moment=words.say(f"map.moment.{drawn.moment.value}"), round=drawn.round)
    return figures.WallMap(moment, drawn.map.author, tuple(arrows))


def _world(session: Session, drawn: Drawn, laid: Laid, words: Words) -> figures.MapWorld:
    found = beside(session, drawn.map, laid)
    teller = Teller(found.other.game, words)
    gauges = [str(each.id) for each in session.game.model.rules.headlines]
    levels = tuple(_level(found, name, teller) for name in (*gauges, *READINGS))
    moved = max(levels[: len(gauges)], key=lambda level: abs(level.change))
    causes = [(cause, amount) for cause, amount in found.causes(moved.id).items() if abs(amount) >= LEAST]
    return figures.MapWorld(
        name=words.say(f"map.beside.{laid.value}", author=drawn.map.author).rstrip(": \u00a0"),
        levels=levels,
        causes=tuple((cause_told(teller, cause, drawn.map.strengths), amount) for cause, amount in causes[:LARGEST]),
        moved=moved.name,
        visions=visions_told(found, words),
        note=steadied(found, words) if found.percent < 100 else "",
    )


def _level(found: Beside, name: str, teller: Teller) -> figures.MapLevel:
    was = level_of(found.played.game.model, found.played.cities[-1], name)
    would = level_of(found.other.game.model, found.city, name)
    return figures.MapLevel(name, teller.measure(name), was, would)
