"""What the room thinks of what the seats argue: agreement in bars, and from about 24 people on a guess at groups.

In small rooms groups are mostly chance (measured: of 24 people in two true groups, published methods found four or
five), so that groups are looked for only among many people with few empty answers, are never smaller than five, at most
three, and are told as a guess. Principal components of the answers, empty ones as the statement's mean, those of people
who left many empty stretched outward; then k-means from fixed starts, and the grouping with the best silhouette.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from game.report.figures import Agreement, Grouping, Opinions, Person
from game.session import Session
from game.wording.teller import Teller

FEWEST: Final = 24
"""People under which no groups are looked for."""
ANSWERED: Final = 0.6
"""Share of all answers that must be given."""
SMALLEST: Final = 5
"""People in a group."""
MOST: Final = 3
"""Groups."""
CLEAR: Final = 0.6
"""The least mean silhouette of groups worth telling.

Measured on 60 rooms each: answers by chance reach at most 0.54; a single camp of 40 with 30 % of stray answers, 0.54 in
the middle and 0.61 in one room of ten; two camps of 24 with 15 % of stray answers, 0.66 at the least and 0.77 in the
middle; with 30 %, 0.53 and 0.64.
"""
STARTS: Final = 8
TURNS: Final = 60
VALUES: Final = {"a": 1.0, "d": -1.0, "p": 0.0}
SHARED: Final = 0.6
"""Share of a group that must agree for a statement to count as agreed on."""

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def opinions(session: Session, teller: Teller) -> Opinions | None:
    """Returns what the last poll says, or None where nobody was polled."""
    sheets = session.state.sheets
    if not sheets:
        return None
    cards = session.game.model.scenario.stakeholders
    bars = tuple(
        Agreement(teller.words.of(card.name), teller.words.of(card.argument), *counted(sheets, place))
        for place, card in enumerate(cards)
    )
    return Opinions(len(sheets), bars, grouped(sheets))


def counted(sheets: Sequence[str], place: int) -> tuple[int, int, int]:
    """Returns how many agree, disagree and pass on one statement."""
    said = [sheet[place] for sheet in sheets]
    return said.count("a"), said.count("d"), said.count("p")


def grouped(sheets: Sequence[str]) -> Grouping | None:
    """Returns who seems to think alike, or None where a guess would be worth nothing."""
    given = [letter != "-" for sheet in sheets for letter in sheet]
    if len(sheets) < FEWEST or sum(given) < ANSWERED * len(given):
        return None
    spots = _spots(sheets)
    found = [_clustered(spots, count) for count in range(2, MOST + 1)]
    clear = [(_silhouette(spots, labels), labels) for labels in found if labels is not None]
    best, labels = max(clear, key=lambda each: each[0], default=(0.0, None))
    if labels is None or best < CLEAR:
        return None
    reach = float(np.abs(spots).max()) or 1.0
    people = tuple(
        Person(float(x) / reach, float(y) / reach, int(label)) for (x, y), label in zip(spots, labels, strict=True)
    )
    return Grouping(people, *_statements(sheets, labels))


def _spots(sheets: Sequence[str]) -> Numbers:
    """Returns each person's place along the two directions in which answers differ most."""
    raw = np.array([[VALUES.get(letter, np.nan) for letter in sheet] for sheet in sheets])
    known = ~np.isnan(raw)
    means = np.where(known, raw, 0).sum(axis=0) / np.maximum(1, known.sum(axis=0))
    centred = np.where(known, raw - means, 0.0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    directions = directions[:2] * np.sign(directions[:2].sum(axis=1, keepdims=True) + 1e-12)
    stretch = np.sqrt(raw.shape[1] / np.maximum(1, known.sum(axis=1)))
    spots: Numbers = (centred @ directions.T) * stretch[:, None]
    if spots.shape[1] < 2:
        spots = np.hstack([spots, np.zeros((len(spots), 2 - spots.shape[1]))])
    return spots


def _clustered(spots: Numbers, count: int) -> list[int] | None:
    """Returns the tightest of several groupings, none of whose groups is too small; the largest group is 0."""
    best: tuple[float, list[int]] | None = None
    for start in range(STARTS):
        labels, spread = _k_means(spots, _first_centres(spots, count, start * len(spots) // STARTS))
        sizes = np.bincount(labels, minlength=count)
        if sizes.min() >= SMALLEST and (best is None or spread < best[0] - 1e-9):
            order = {int(label): rank for rank, label in enumerate(np.argsort(-sizes, kind="stable"))}
            best = spread, [order[int(label)] for label in labels]
    return best[1] if best else None


def _first_centres(spots: Numbers, count: int, first: int) -> Numbers:
    """Returns centres far from one another, the first a given person."""
    centres = [spots[first]]
    while len(centres) < count:
        away = np.min([((spots - centre) ** 2).sum(axis=1) for centre in centres], axis=0)
        centres.append(spots[int(away.argmax())])
    return np.array(centres)


def _k_means(spots: Numbers, centres: Numbers) -> tuple[Numbers, float]:
    for _ in range(TURNS):
        away = ((spots[:, None] - centres[None]) ** 2).sum(axis=2)
        labels = away.argmin(axis=1)
        moved = np.array([
            spots[labels == k].mean(axis=0) if (labels == k).any() else centres[k] for k in range(len(centres))
        ])
        if np.allclose(moved, centres):
            break
        centres = moved
    return labels, float(away.min(axis=1).sum())


def _silhouette(spots: Numbers, labels: Sequence[int]) -> float:
    """Returns how much closer people are to their own group than to the next one: 1 clear, 0 none (Rousseeuw 1987)."""
    away = np.sqrt(((spots[:, None] - spots[None]) ** 2).sum(axis=2))
    own = np.array(labels)
    scores = []
    for at, label in enumerate(own):
        others = [away[at, own == each].mean() for each in set(labels) if each != label]
        within = away[at, own == label].sum() / max(1, (own == label).sum() - 1)
        nearest = min(others)
        scores.append((nearest - within) / max(nearest, within, 1e-12))
    return float(np.mean(scores))


def _statements(sheets: Sequence[str], labels: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Returns the statements that every group agrees on, and those that divide the groups most, by their place."""
    groups = [[s for s, label in zip(sheets, labels, strict=True) if label == each] for each in sorted(set(labels))]
    shares = []
    for place in range(len(sheets[0])):
        counts = [counted(group, place) for group in groups]
        shares.append([agree / max(1, agree + disagree + passed) for agree, disagree, passed in counts])
    agreed = tuple(place for place, each in enumerate(shares) if min(each) >= SHARED)
    apart = sorted(range(len(shares)), key=lambda place: min(shares[place]) - max(shares[place]))
    dividing = tuple(place for place in apart[:2] if max(shares[place]) - min(shares[place]) > 1 - SHARED)
    return agreed, dividing


def sizes(grouping: Grouping) -> tuple[int, ...]:
    """Returns how many people each group has, the largest first."""
    labels = sorted(person.group for person in grouping.people)
    cuts = [0, *(at for at, (a, b) in enumerate(pairwise(labels), 1) if a != b), len(labels)]
    return tuple(end - start for start, end in pairwise(cuts))
