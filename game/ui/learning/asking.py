"""One person at the laptop: a number, then one question at a time, by mouse or by the number keys."""

from collections.abc import Collection
from typing import Final

from game.content.answersheets import AnswerSheet, When
from game.content.questions import UNSURE, Question, Questionnaire
from game.content.tickets import is_ticket
from game.ui import theme as t
from game.ui import widgets as w
from game.ui.field import TextField
from game.ui.learning.steps import RESULT, Answered, Ask, BackOne, Begun, GaveNumber, Lost, Respondent, Turn
from game.ui.node import Node
from game.ui.scene import Frame
from game.wording.words import Words

ASKED: Final = 44
"""Size of a question: read at arm's length, and from the seat beside it."""
ANSWER: Final = 30
LONGEST: Final = 5
"""Digits of a number that can be written."""


def calm(frame: Frame, *inside: Node, key: str, gap: float = t.L) -> Node:
    """Returns what stands alone on a page: a little above its middle, or from its top where text is enlarged."""
    if frame.large:
        return w.ScrollColumn(*inside, gap=t.M, pad=(4, 22, 8, 0), key=key, grow=1)
    return w.column(w.space(grow=2), *inside, w.space(grow=3), gap=gap, grow=1, key=key)


def number_given(frame: Frame, words: Words, person: Respondent) -> list[Node]:
    """Returns the page on which a person gets a number, before the game."""
    return [
        calm(
            frame,
            w.Paragraph(words.say("learning.number.yours"), t.STRONG, colour="soft", align="center"),
            w.Label(str(person.ticket), t.DISPLAY + 24, t.BOLD, align="center", tabular=True,
                    label=words.say("learning.number.told", ticket=person.ticket)),
            w.Paragraph(words.say("learning.number.keep"), t.STRONG, align="center", balanced=True),
            w.Paragraph(words.say("learning.number.nobody"), t.BODY, colour="soft", align="center", balanced=True),
            _go(frame, words, person.ticket, True),
            key="learning number",
        )
    ]  # fmt: skip


def number_asked(
    frame: Frame, words: Words, sheets: Collection[AnswerSheet], written: str
) -> list[Node]:
    """Returns the page on which a person gives the number they were given before."""
    number = int(written or 0)
    wrong = refused(sheets, written)
    alone = not wrong and not any(each.ticket == number and each.when is When.BEFORE for each in sheets)
    told = words.say(wrong or "learning.number.alone") if wrong or alone else " "
    told = told if written else words.say("learning.number.where")
    field = TextField(
        words.say("learning.number.write"), written, GaveNumber, longest=LONGEST, accepts=str.isdecimal,
        size=t.HEADING, entered=None if wrong else Begun(number), key="number",
    )  # fmt: skip
    field.width = 300
    return [
        calm(
            frame,
            w.Paragraph(words.say("learning.number.write"), t.STRONG, align="center", balanced=True),
            w.row(field, justify="center"),
            w.Paragraph(told, t.BODY, t.MEDIUM, "fall" if wrong and written else "soft", align="center", balanced=True,
                        key="number told"),
            _go(frame, words, number, not wrong),
            w.row(w.Button(words.say("learning.number.lost"), "circle-help", "quiet", Lost(), key="lost", breaks=True),
                  justify="center"),
            key="learning number",
        )
    ]  # fmt: skip


def refused(sheets: Collection[AnswerSheet], written: str) -> str:
    """Returns the key of why nobody can answer under a number, or an empty text."""
    number = int(written or 0)
    if not is_ticket(number):
        return "learning.number.wrong"
    twice = any(each.ticket == number and each.when is When.AFTER for each in sheets)
    return "learning.number.twice" if twice else ""


def _go(frame: Frame, words: Words, ticket: int, enabled: bool) -> Node:
    go = w.Button(
        words.say("learning.number.go"), "play", "primary", Begun(ticket), t.STRONG, 72, enabled=enabled, key="go"
    )
    go.grow = 1 if frame.large else 0
    return w.row(go, justify="center")


def question(frame: Frame, words: Words, asked: Questionnaire, person: Respondent) -> list[Node]:
    """Returns the question that shows, its answers, and the ways back and on."""
    item, count = asked.items[person.place], len(asked.items)
    progress = words.say("learning.ask.place", n=words.whole(person.place + 1), of=words.whole(count))
    given = person.answers.get(item.id)
    if isinstance(item, Question):
        told = [*enumerate(map(words.of, item.answers), 1), (UNSURE, words.say("learning.print.unsure"))]
    else:
        told = list(enumerate(map(words.of, asked.steps), 1))
    side_by_side = not isinstance(item, Question) and not frame.large
    cards = [_answer(words, number, answer, number == given, side_by_side) for number, answer in told]
    answers = w.grid(len(cards), *cards, gap=t.M) if side_by_side else w.column(*cards, gap=t.S + 4)
    bar = w.Bar((person.place + 1) / count, height=10, grow=1, label=progress)
    head = w.heading(said(words, asked, person.place), t.TITLE if frame.large else ASKED)
    agree = w.Paragraph(words.say("learning.print.agree"), t.STRONG, colour="soft")
    lead = () if isinstance(item, Question) else (agree,)
    return [
        w.row(w.Label(progress, t.BODY, t.SEMIBOLD, "soft", tabular=True), bar, gap=t.M, align="center"),
        calm(frame, *lead, head, answers, key=f"question {person.place}"),
        _feet(frame, words, person.place),
    ]  # fmt: skip


def said(words: Words, asked: Questionnaire, place: int) -> str:
    """Returns what the item at a place asks or states."""
    item = asked.items[place]
    return words.of(item.ask if isinstance(item, Question) else item.say)


def _answer(words: Words, number: int, told: str, chosen: bool, upright: bool) -> Node:
    digit = w.Label(words.whole(number), t.TITLE, t.BOLD, "accent", align="center", tabular=True, width=48)
    if upright:
        text = w.Paragraph(told, 26, t.MEDIUM, leading=1.25, align="center", balanced=True)
        inside = w.column(digit, text, gap=t.S, align="center")
    else:
        inside = w.row(digit, w.Paragraph(told, ANSWER, t.MEDIUM, leading=1.25, grow=1), gap=t.M, align="center")
    return w.Card(
        inside, chosen=chosen, pad=(t.L, t.M) if upright else (18, t.M), raised=False, stroke="edge",
        on_press=Answered(number), key=f"answer {number}", label=f"{number}. {told}", role="radio",
        value="on" if chosen else "off",
    )  # fmt: skip


def _feet(frame: Frame, words: Words, place: int) -> Node:
    hint = () if frame.large else (w.Paragraph(words.say("learning.ask.keys"), t.SMALL, colour="soft", grow=1),)
    back = w.Button(words.say("learning.ask.back"), "arrow-left", on_press=BackOne(), enabled=place > 0, key="one back")
    skip = w.Button(words.say("learning.ask.skip"), "", "secondary", Answered(None), icon_end="arrow-right", key="skip")
    return w.flow(back, skip, gap=t.M) if frame.large else w.row(back, *hint, skip, gap=t.L, align="center")


def thanks(frame: Frame, words: Words, when: When, count: int) -> list[Node]:
    """Returns the page on which a person has done, and the next one takes over."""
    onward = Turn(RESULT if when is When.AFTER else when.value)
    following = w.Button(
        words.say("learning.thanks.next"), "user-round", "primary", Ask(), t.STRONG, 72, breaks=True, key="next person"
    )
    done = w.Button(words.say("learning.thanks.done"), "check-check", on_press=onward, tall=60, key="done")
    return [
        calm(
            frame,
            w.row(w.Tile("check", "good", "sunken", 96, disc=True), justify="center"),
            w.heading(words.say("learning.thanks"), t.HEADING, align="center"),
            w.Paragraph(words.count(f"learning.thanks.{when.value}", count), t.STRONG, colour="soft", align="center",
                        balanced=True),
            w.row(following, justify="center"), w.row(done, justify="center"),
            key="learning thanks",
        )
    ]  # fmt: skip
