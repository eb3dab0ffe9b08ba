"""What is uncertain of each answer: what its effects rest on, how it would be received, and what could go wrong."""

from game.city.exact import FULL
from game.content.cards import Confidence, Intervention, Shock
from game.ui.compare.facts import Asked, Cell, Fact
from game.ui.compare.sight import Sight
from game.wording.sizes import whole


def doubts(sight: Sight) -> list[Fact]:
    """Returns the rows of what is uncertain."""
    return [
        _row(sight, "rests", "book-open", [_rests(sight, answer) for answer in sight.answers]),
        *_by_the_room(sight),
        _row(sight, "range", "move", [_range(sight, answer) for answer in sight.answers]),
        _row(sight, "received", "heart-handshake", [_received(sight, answer) for answer in sight.answers]),
        _row(sight, "adoption", "users-round", [_adoption(sight, answer) for answer in sight.answers]),
        _row(sight, "promised", "megaphone", [_promised(sight, answer) for answer in sight.answers]),
        _row(sight, "risks", "dices", [_risks(sight, answer) for answer in sight.answers]),
    ]


def _row(sight: Sight, key: str, icon: str, cells: list[Cell]) -> Fact:
    return Fact(key, sight.say(f"row.{key}"), icon, tuple(cells))


def _rests(sight: Sight, answer: Intervention) -> Cell:
    """Returns how many of its effects rest on what."""
    grounds = [effect.confidence for effect in answer.effects if _may_tell(sight, effect.indicator)]
    counts = [(each, grounds.count(each)) for each in Confidence if each in grounds]
    told = [sight.words.count(f"compare.ground.{each.value}", count) for each, count in counts]
    return Cell(" · ".join(told), press=Asked(answer.id, "", sight.teller.title(answer.id)))


def _by_the_room(sight: Sight) -> list[Fact]:
    """Returns what the room made of each effect of the answers it invented, from the least to the most."""
    if not any(effect.low is not None for answer in sight.answers for effect in answer.effects):
        return []
    return [_row(sight, "estimated", "users-round", [_estimated(sight, answer) for answer in sight.answers])]


def _estimated(sight: Sight, answer: Intervention) -> Cell:
    told = [
        sight.say("estimated", name=sight.teller.measure(effect.indicator), low=points(sight, effect.low),
                  high=points(sight, effect.high))
        for effect in answer.effects
        if effect.low is not None and effect.high is not None and _may_tell(sight, effect.indicator)
    ]  # fmt: skip
    return Cell(" · ".join(told) or sight.say("not_estimated"))


def points(sight: Sight, number: float | None) -> str:
    """Returns points with their sign, without decimals where there are none."""
    number = number or 0.0
    return sight.words.signed(number, 0 if number == round(number) else 1)


def _may_tell(sight: Sight, indicator: str) -> bool:
    return indicator in sight.shown


def _range(sight: Sight, answer: Intervention) -> Cell:
    """Returns the gauge that doubtful links move most, in whole points."""
    found = sight.prospect(answer.id)
    wide = [(whole(span.high) - whole(span.low), name) for name, span in found.moved.items() if name in sight.shown]
    most, name = max(wide, default=(0, ""))
    if not most:
        return Cell(sight.say("no_range"))
    points = sight.words.count("compare.points", most)
    return Cell(sight.say("widest", name=sight.teller.measure(name), points=points))


def _received(sight: Sight, answer: Intervention) -> Cell:
    """Returns how residents would receive it: a quarter or more of the scale at a time, no figure."""
    found = sight.prospect(answer.id)
    level = min(3, found.received * 4 // FULL)
    told = sight.say(f"received.{level}")
    return Cell(told, sight.say("contested") if found.contested else "")


def _adoption(sight: Sight, answer: Intervention) -> Cell:
    share = min(2, round(answer.adoption) * 3 // 101)
    return Cell(sight.say(f"adoption.{share}"))


def _promised(sight: Sight, answer: Intervention) -> Cell:
    """Returns what its promoters announce, to be held against the forecast."""
    told = [
        f"{sight.teller.measure(name)} {sight.words.signed(points, 0)}" for name, points in answer.announces.items()
    ]
    return Cell(", ".join(told) or sight.say("no_promise"))


def _risks(sight: Sight, answer: Intervention) -> Cell:
    """Returns the shocks whose thresholds this answer pushes the city towards by itself."""
    named = [sight.words.of(shock.title) for shock in sight.game.model.shocks.values() if _nears(sight, answer, shock)]
    return Cell(", ".join(named) or sight.say("no_risk"))


def _nears(sight: Sight, answer: Intervention, shock: Shock) -> bool:
    """Tells whether an answer's own effects push a threshold of a shock that everyone may see."""
    pushes: dict[str, float] = {}
    for effect in answer.effects:
        pushes[effect.indicator] = pushes.get(effect.indicator, 0) + effect.points
    return any(
        pushes.get(start.of, 0) * (1 if start.above is not None else -1) > 0 and start.of in sight.shown
        for start in shock.starts
    )
