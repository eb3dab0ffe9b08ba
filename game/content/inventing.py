"""An answer that a room writes and estimates: the idea, what each voice makes of it, and the card that comes of both.

Figures are whole: thousandths of a point, of M€ or of a round. A figure's middle is the median of the estimates; with
an even number of them, the mean of the two in the middle, rounded away from zero. The least and the most are kept.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Annotated, Any, Final, NamedTuple

from attrs import evolve, frozen

from game.content.cards import (
    Confidence,
    DataCollected,
    DataKind,
    Effect,
    Intervention,
    Leaning,
    Reversibility,
    Scenario,
    Tech,
)
from game.content.numbers import Coefficient
from game.content.shapes import (
    LANGUAGES,
    About,
    ChallengeId,
    IndicatorId,
    InterventionId,
    Line,
    SourceId,
    Text,
)

COST: Final = "cost"
UPKEEP: Final = "upkeep"
BUILD: Final = "build"
PRICES: Final = (COST, UPKEEP, BUILD)
"""What is estimated of every answer, besides the indicators it touches."""
TITLE_LONGEST: Final = 56
WORDS_LONGEST: Final = 170
"""Letters of a title and of what an answer does: those of a written card, less the mark of a language."""
ICON: Final = "lightbulb"
THOUSAND: Final = 1000
_SLUG: Final = 24
"""Letters of a title that an id keeps."""

Figures = tuple[tuple[str, int], ...]
"""What one voice estimates: each figure of an answer by its name."""


@frozen
class Inventing:
    """How many answers a room may invent, and within what bounds it estimates them."""

    most: Annotated[Coefficient, About("invented answers admitted in a session")]
    voices: Annotated[Coefficient, About("estimates needed before an answer is admitted")]
    touches: Annotated[Coefficient, About("indicators that an answer may touch")]
    points: Annotated[Coefficient, About("points of an effect at most, either way")]
    cost_least: Coefficient
    cost_most: Coefficient
    upkeep_most: Coefficient
    build_most: Annotated[Coefficient, About("rounds from decision to opening, at most")]
    settling: Annotated[Coefficient, About("rounds of inertia, which nobody estimates")]
    adoption: Annotated[Coefficient, About("share of its benefits that needs adoption, which nobody estimates")]
    nothing: Annotated[Line, About("what an answer that collects no data records")]
    told: Annotated[Line, About("what the effects rest on; {people} estimated them")]
    told_later: Annotated[Line, About("the same once the answer is kept, with its {date}")]


@frozen
class Retold:
    """The words of an answer in another language than its own."""

    language: str
    title: str
    words: str
    records: str = ""


@frozen
class Idea:
    """An answer as somebody writes it, in one language, before anything of it is estimated."""

    challenge: ChallengeId
    language: str
    title: str
    words: str
    tech: Tech
    leaning: Leaning
    touches: tuple[IndicatorId, ...]
    placed: bool = True
    data: DataKind = DataKind.NONE
    records: str = ""
    """What it records about people, in words; empty where it records nothing."""
    elsewhere: tuple[Retold, ...] = ()
    """The same in other languages, as only what stands in place of deleted words has it."""

    def told(self, language: str) -> "Idea":
        """Returns the idea with its words in a language where they are known; else as it was written."""
        other = next((each for each in self.elsewhere if each.language == language), None)
        if other is None:
            return self
        return evolve(self, language=language, title=other.title, words=other.words, records=other.records)

    @property
    def figures(self) -> tuple[str, ...]:
        """Returns the names of what is estimated of it."""
        return (*PRICES, *self.touches)


def read_idea(plain: Mapping[str, Any]) -> Idea:
    """Returns an idea from what a journal or a message holds; raises KeyError, TypeError or ValueError for others."""
    named = dict(plain)
    enums = {"tech": Tech(named["tech"]), "leaning": Leaning(named["leaning"]), "data": DataKind(named["data"])}
    elsewhere = tuple(Retold(**each) for each in named.get("elsewhere", ()))
    return Idea(**{**named, **enums, "touches": tuple(named["touches"]), "elsewhere": elsewhere})


class Spread(NamedTuple):
    """The least of some estimates, their median and the most."""

    low: int
    middle: int
    high: int


def spread(figures: Sequence[int]) -> Spread:
    """Returns the least, the median and the most of one estimate or more; two in the middle are halved from zero.

    >>> spread([4000, -1000, 2000]), spread([3, 6]), spread([-3, -6])
    (Spread(low=-1000, middle=2000, high=4000), Spread(low=3, middle=5, high=6), Spread(low=-6, middle=-5, high=-3))
    """
    ordered, half = sorted(figures), len(figures) // 2
    if len(ordered) % 2:
        return Spread(ordered[0], ordered[half], ordered[-1])
    both = ordered[half - 1] + ordered[half]
    middle = (abs(both) + 1) // 2
    return Spread(ordered[0], middle if both >= 0 else -middle, ordered[-1])


def whole_rounds(thousandths: int) -> int:
    """Returns thousandths of a round as whole rounds; a half is one more.

    >>> whole_rounds(1500), whole_rounds(1000)
    (2, 1)
    """
    return (thousandths + THOUSAND // 2) // THOUSAND


def id_of(idea: Idea, estimates: Sequence[Figures]) -> InterventionId:
    """Returns the id of an answer: its challenge, a few letters of its title, and a digest of all of it.

    Two answers have the same id when they are the same in every word and every estimate.
    """
    plain = unicodedata.normalize("NFKD", idea.title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:_SLUG].strip("-") or "room"
    said = (idea.language, idea.title, idea.words, idea.tech.value, idea.leaning.value, idea.touches, idea.placed)
    seen = (said, idea.data.value, idea.records, tuple(estimates))
    return InterventionId(f"{idea.challenge}.{slug}-{blake2b(repr(seen).encode(), digest_size=3).hexdigest()}")


def _texts(idea: Idea, of: str) -> Text:
    """Returns a text of an idea in each language: where nobody wrote it there, marked as another's."""
    own = marked(getattr(idea, of), idea.language)
    return Text({**own.words, **{each.language: getattr(each, of) for each in idea.elsewhere}})


def marked(told: str, language: str) -> Text:
    """Returns a text that exists in one language; elsewhere it stands with the code of its own, never as another's.

    >>> marked("Le bus des voisins", "fr")["en"]
    'Le bus des voisins [fr]'
    """
    return Text({each: told if each == language else f"{told} [{language}]" for each in LANGUAGES})


def source_of(card: InterventionId) -> SourceId:
    """Returns the key, among a scenario's sources, of what an invented answer rests on."""
    return SourceId(card)


def card_of(idea: Idea, estimates: Sequence[Figures], rules: Inventing) -> Intervention:
    """Returns the card of an answer that some voices have estimated, one voice at least."""
    card = id_of(idea, estimates)
    made = {name: spread([dict(figures)[name] for figures in estimates]) for name in idea.figures}
    return Intervention(
        id=card,
        title=_texts(idea, "title"),
        text=_texts(idea, "words"),
        icon=ICON,
        tech=idea.tech,
        leaning=idea.leaning,
        cost=made[COST].middle / THOUSAND,
        upkeep=made[UPKEEP].middle / THOUSAND,
        build=whole_rounds(made[BUILD].middle),
        settling=round(rules.settling.value),
        adoption=rules.adoption.value,
        restriction=0,
        data=DataCollected(idea.data, _texts(idea, "records") if idea.records else rules.nothing),
        reversibility=Reversibility.COSTLY,
        effects=tuple(_effect(name, made[name], card) for name in idea.touches),
        placed=idea.placed,
    )


def _effect(name: IndicatorId, made: Spread, card: InterventionId) -> Effect:
    low, middle, high = (each / THOUSAND for each in made)
    return Effect(name, middle, source_of(card), Confidence.ROOM, low=low, high=high)


def told_of(template: Text, **values: object) -> Text:
    """Returns what an answer rests on, its blanks filled, in each language."""
    return Text({language: told.format_map(values) for language, told in template.words.items()})


def enlarged(
    scenario: Scenario, cards: Mapping[InterventionId, tuple[ChallengeId, Intervention]], told: Mapping[SourceId, Text]
) -> Scenario:
    """Returns a scenario with more answers, after those of their challenges, and what they rest on."""
    more = [(challenge, card) for challenge, card in cards.values()]
    challenges = tuple(
        evolve(each, answers=(*each.answers, *(card for challenge, card in more if challenge == each.id)))
        for each in scenario.challenges
    )
    return evolve(scenario, challenges=challenges, sources={**scenario.sources, **told})
