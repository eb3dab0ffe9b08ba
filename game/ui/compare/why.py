"""Why something is foreseen of an answer: the causes that sum to it, and what the card's own effects rest on."""

from game.city.exact import POINT, settled
from game.city.prospect import HOMES, Span
from game.content.cards import Effect, Intervention, Where
from game.content.shapes import HeadlineId
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.compare.facts import Asked
from game.ui.compare.grid import READ
from game.ui.compare.sight import Sight
from game.ui.node import Node
from game.wording.sizes import ARROWS, direction, size, span_told, whole

PUT_AWAY = "put away"
"""What closes the reasons."""


def why_dialog(sight: Sight, asked: Asked) -> Node:
    """Returns the reasons of one cell; of the whole card when nothing in particular is asked about."""
    answer = next(each for each in sight.answers if each.id == asked.answer)
    title = sight.say("cell", row=asked.name, answer=sight.words.of(answer.title)) if asked.of else asked.name
    foreseen = [*_foreseen(sight, asked), *_causes(sight, asked)] if asked.of else []
    return w.Dialog(
        title, *foreseen, w.heading(sight.say("card_does"), READ), *_effects(sight, answer, asked.of),
        actions=(w.Button(sight.words.say("app.close"), on_press=PUT_AWAY, key="put dialog away"),),
        across=1100, on_cancel=PUT_AWAY, key="reasons",
    )  # fmt: skip


def _foreseen(sight: Sight, asked: Asked) -> list[Node]:
    found = sight.prospect(asked.answer)  # type: ignore[arg-type]
    spans: dict[str, Span] = {**found.moved, **{str(place): span for place, span in found.places.items()}}
    spans |= {HOMES.format(group=group): span for group, span in found.homes.items()}
    span = spans.get(asked.of)
    told = sight.words.count("compare.forecast", sight.ahead)
    about = w.Paragraph(told, READ, colour="soft", leading=1.25)
    return [w.Paragraph(span_told(span, sight.words), t.TITLE, t.BOLD), about] if span else [about]


def _causes(sight: Sight, asked: Asked) -> list[Node]:
    """Returns the causes in whole points; those that can't be named, or are smaller, are one line."""
    made = sight.prospect(asked.answer).why.get(asked.of, {})  # type: ignore[arg-type]
    named = dict(sight.reasons(asked.answer, asked.of))  # type: ignore[arg-type]
    total = whole(sum(made.values()))
    points = settled(total, list(made.items()), POINT)
    told = [(sight.teller.cause(cause), n, sight.teller.source(cause)) for cause, n in points.items()
            if n and cause in named]  # fmt: skip
    rest = total - sum(n for _, n, _ in told)
    rows = [_line(sight, name, n, source) for name, n, source in told]
    return rows + ([_line(sight, sight.say("rest"), rest, "")] if rest or not rows else [])


def _line(sight: Sight, name: str, points: int, source: str) -> Node:
    tone = "rise" if points > 0 else "fall" if points < 0 else "soft"
    moved = w.Label(f"{ARROWS[direction(points)]} {sight.words.signed(points, 0)}", READ, t.BOLD, tone)
    line = w.row(w.Paragraph(name, READ, t.SEMIBOLD, leading=1.2, grow=1), moved, gap=t.M, align="center")
    return w.column(line, *([w.Paragraph(source, t.BODY, colour="soft", leading=1.25)] if source else []), gap=2)


def _effects(sight: Sight, answer: Intervention, of: str) -> list[Node]:
    """Returns the card's own effects with their source and their ground: those on a gauge, else all of them."""
    weights = {i.id for i in sight.game.model.rules.indicators if i.headline == HeadlineId(of)}
    able = [effect for effect in answer.effects if effect.indicator in sight.shown]
    found = [effect for effect in able if effect.indicator in weights] if weights else able
    hidden = len(answer.effects) - len([effect for effect in answer.effects if effect.indicator in sight.shown])
    rows = [_effect(sight, effect) for effect in found] or [w.Paragraph(sight.say("no_effect"), READ)]
    return rows + ([w.Paragraph(sight.words.count("compare.hidden", hidden), t.BODY, colour="soft")] if hidden else [])


def _effect(sight: Sight, effect: Effect) -> Node:
    words, points = sight.words, round(effect.points)
    what = sight.say("on_site" if effect.where is Where.SITE else "effect", what=sight.teller.measure(effect.indicator))
    told = f"{what} {words.say(f'size.{size(points)}')}"
    source = words.of(sight.game.model.scenario.sources[effect.source])
    ground = words.say(f"why.confidence.{effect.confidence.value}")
    return _line(sight, told, points, f"{source} {ground}")
