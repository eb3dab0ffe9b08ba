"""An answer that a room invented, kept beside a scenario for the next workshop, one file each.

It was written in one language. Until the other stands beside it, it is a draft: checked, named as wanting a
translation, and not in play. Nothing is ever read in the language it was not written in.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Annotated, Final

from attrs import evolve, frozen

from game.content.cards import DataCollected, Effect, Intervention
from game.content.inventing import Idea
from game.content.shapes import LANGUAGES, About, Between, ChallengeId, Text

FOLDER: Final = "invented"
"""The folder, beside the files of a scenario, that holds them."""
TEXTS: Final = (("title",), ("text",), ("data", "what"))
"""The ways to the texts of an answer."""

INVENTED_SCHEMA: Final = "invented.schema.json"
"""The schema of their files, beside those of the scenario: an editor completes and explains their fields."""
HEAD: Final = f"""\
# yaml-language-server: $schema=../{INVENTED_SCHEMA}
# Une réponse inventée dans une salle, telle qu’elle l’a estimée. Elle se joue quand ses textes existent en français et
# en anglais ; `whose-city check` nomme ce qui manque, `whose-city translate import` récrit ce fichier.
# An answer invented in a room, as the room estimated it. It is played once its texts exist in French and in English;
# `whose-city check` names what is missing, `whose-city translate import` rewrites this file.
"""


@frozen
class Estimated:
    """By how many people an answer was estimated, and when."""

    people: Annotated[int, Between(1, 200)]
    on: Annotated[str, About("the day, as 2026-11-28")]


@frozen
class Kept:
    """An answer of a room and the challenge it answers; its texts may stand in one language only."""

    challenge: ChallengeId
    estimated: Estimated
    answer: Intervention

    @property
    def missing(self) -> tuple[str, ...]:
        """Returns the languages that one of its texts lacks; none when it can be played."""
        held = [text.words for _, text in texts(self.answer)]
        return tuple(each for each in LANGUAGES if any(each not in words for words in held))


def texts(answer: Intervention) -> Iterator[tuple[str, Text]]:
    """Yields the texts of an answer by what they are called."""
    yield "title", answer.title
    yield "text", answer.text
    yield "what", answer.data.what


def kept(card: Intervention, idea: Idea, people: int, day: str) -> Kept:
    """Returns the card of an idea as it is kept: its texts in the language they were written in."""

    def own(told: str) -> Text:
        return Text({idea.language: told})

    data = evolve(card.data, what=own(idea.records)) if idea.records else card.data
    answer = evolve(card, title=own(idea.title), text=own(idea.words), data=data)
    return Kept(idea.challenge, Estimated(people, day), answer)


def retold(held: Kept, told: Mapping[str, str], language: str) -> Kept:
    """Returns an answer with its texts in one language more, by what they are called."""

    def more(name: str, text: Text) -> Text:
        return Text({**text.words, language: told[name]}) if told.get(name) else text

    answer = held.answer
    data = evolve(answer.data, what=more("what", answer.data.what))
    title, text = more("title", answer.title), more("text", answer.text)
    return evolve(held, answer=evolve(answer, title=title, text=text, data=data))


def written(held: Kept) -> str:
    """Returns the file of an answer."""
    card = held.answer
    lines = [
        f"challenge: {held.challenge}",
        f"estimated: {{people: {held.estimated.people}, on: {json.dumps(held.estimated.on)}}}",
        "answer:",
        f"  id: {card.id}",
        *_text("title", card.title),
        *_text("text", card.text),
        f"  icon: {card.icon}",
        f"  tech: {card.tech.value}",
        f"  leaning: {card.leaning.value}",
        *(f"  {name}: {getattr(card, name)}" for name in ("cost", "upkeep", "build", "settling")),
        *(f"  {name}: {getattr(card, name)}" for name in ("adoption", "restriction")),
        *_data(card.data),
        f"  reversibility: {card.reversibility.value}",
        f"  placed: {str(card.placed).lower()}",
        "  effects:",
        *(_effect(effect) for effect in card.effects),
    ]
    return HEAD + "\n".join(lines) + "\n"


def _text(name: str, text: Text, indent: str = "  ") -> list[str]:
    return [f"{indent}{name}:", *(f"{indent}  {code}: {quoted(told)}" for code, told in text.words.items())]


def quoted(told: str) -> str:
    """Returns a text as YAML quotes it: what JSON writes between double quotes means the same there."""
    return json.dumps(told, ensure_ascii=False)


def _data(data: DataCollected) -> list[str]:
    return ["  data:", f"    kind: {data.kind.value}", *_text("what", data.what, "    ")]


def _effect(effect: Effect) -> str:
    found = [f"indicator: {effect.indicator}", f"points: {effect.points}", f"low: {effect.low}", f"high: {effect.high}"]
    return "    - {" + ", ".join([*found, f"source: {effect.source}", "confidence: room"]) + "}"
