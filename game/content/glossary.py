"""Words of the smart city and what they mean: a glossary that every scenario shares and may add to."""

from typing import Annotated

from attrs import frozen

from game.content.shapes import About, Count, Line, Paragraph, Plain, TermId, Title


@frozen
class Term:
    """A word and what it means."""

    id: TermId
    word: Title
    means: Annotated[Paragraph, About("what it means, for somebody who has never met it")]
    source: Annotated[Line | None, About("where the meaning comes from; without one, it is ours")] = None
    plain: Plain | None = None


@frozen
class Glossary:
    """The words explained, in the order of their French names."""

    terms: Annotated[tuple[Term, ...], Count(1, 80)]
