"""A playable skeleton of a scenario made from a real election: its projects become answers, its ballots preferences.

What no election says (what a project does to the city, what data it takes, how high its technology is) is held by a
placeholder that the checker names until an author fills it in. Pure: files come out as text.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import frozen

from game.content.pabulib import Election, Project

LEVELS: Final = ("low", "mid", "high")
FEWEST: Final = 6
"""Projects without which there are no two challenges of three answers."""
MOST: Final = 24
"""Challenges a scenario may have."""
DEAREST: Final = 12.0
"""M€ that the dearest project costs in the game; the others in proportion."""
CHEAPEST: Final = 0.1
ICONS: Final = {"low": "hand-heart", "mid": "wrench", "high": "cpu"}
TITLE, LINE, PARAGRAPH = 64, 180, 700
"""Most characters of a title, of a line and of a paragraph."""


SCENARIO: Final = """\
# Squelette fait d’un vrai budget participatif, à compléter : `whose-city check` nomme chaque manque.
# Ce que fait chaque projet (effects), son niveau technique, ses données ; la carte et les places.
# Coûts ramenés au jeu : le projet le plus cher y coûte {dearest} M€, les autres en proportion.
# A skeleton made from a real participatory budget, to be completed: `whose-city check` names each gap.
# What each project does (effects), its tech level, its data; the map and the seats.
# Costs brought to the game: the dearest project costs {dearest} M€ in it, the others in proportion.
{left}id: {id}
title: {title}
summary:
  fr: "Un vrai budget participatif : {voters} personnes y ont voté."
  en: "A real participatory budget: {voters} people voted in it."
inspired_by:
  fr: {inspired_fr}
  en: {inspired_en}
real_and_invented:
  fr: >-
    Réel : les projets, leurs coûts relatifs et les bulletins. Inventé : la carte, les places, et tout effet qui
    n’a pas été complété.
  en: >-
    Real: the projects, their relative costs and the ballots. Invented: the map, the seats, and every effect not
    yet completed.
briefing:
  fr: "{voters} personnes ont voté pour de bon sur ces projets. Que choisirez-vous, et selon quelle règle ?"
  en: "{voters} people voted in earnest on these projects. What will you choose, and by which rule?"
rounds: {rounds}
minutes: 90
procedure: budget
decider: cityhall
agenda: [{agenda}]
questions:
  - fr: "En quoi notre choix diffère-t-il de celui des vrais votants ?"
    en: "How does our choice differ from that of the real voters?"
  - fr: "Qui, parmi les vrais votants, n’obtient rien ?"
    en: "Who among the real voters gets nothing?"
sources:
  author.to_fill:
    fr: "À compléter par l’auteur : ce que fait ce projet, et d’où on le sait."
    en: "For the author to complete: what this project does, and how one knows."
"""
CHALLENGE: Final = """\
  - id: {id}
    title: {{fr: "Choix {n}", en: "Choice {n}"}}
    icon: vote
    district: {district}
    text:
      fr: "Trois projets proposés par des habitants. Lequel retenir ?"
      en: "Three projects that residents proposed. Which one?"
    answers:
"""
ANSWER: Final = """\
      - id: {id}
        title: {title}
        text: {text}
        icon: {icon}
        tech: {tech}
        leaning: human
        cost: {cost:g}
        upkeep: 0
        build: 1
        settling: 2
        adoption: 30
        restriction: 0
        data: {{kind: none, what: {{fr: "À compléter", en: "To be completed"}}}}
        reversibility: easy
        effects:
          - {{indicator: daily_life, points: {points}, source: author.to_fill, confidence: placeholder}}
"""
"""An answer; its points grow with its cost, so that none is useless from the start."""


@frozen
class Skeleton:
    """The files of a scenario by their path in its folder, the answers still to be filled in, and projects left out."""

    files: Mapping[str, str]
    to_fill: tuple[str, ...]
    left_out: tuple[Project, ...]


def skeleton(election: Election, id_: str, districts: Sequence[str], shared: Mapping[str, str]) -> Skeleton | None:
    """Returns the skeleton of an election, or None when it has too few projects with supporters.

    `districts` are those of the map that `shared` brings along with the seats: files taken over as they are.
    """
    support = Counter(name for vote in election.votes for name in vote)
    wanted = [project for project in election.projects if support[project.id]]
    wanted.sort(key=lambda project: -support[project.id])
    count = min(MOST, len(wanted) // len(LEVELS))
    if len(wanted) < FEWEST:
        return None
    kept = wanted[: count * len(LEVELS)]
    answers = _levelled(kept, count)
    left = tuple(project for project in election.projects if project not in kept)
    files = {
        "scenario.yaml": _scenario(election, id_, count, left),
        "challenges.yaml": _challenges(answers, kept, districts),
        "preferences.yaml": _preferences(election, {project.id: name for name, project in answers.items()}),
        **shared,
    }
    return Skeleton(files, tuple(answers), left)


def _levelled(kept: Sequence[Project], count: int) -> dict[str, Project]:
    """Returns projects by the id of their answer: the cheapest third low-tech, the dearest third high-tech."""
    dear = sorted(kept, key=lambda project: project.cost)
    return {
        f"c{number + 1:02}.{level}": dear[place * count + number]
        for number in range(count)
        for place, level in enumerate(LEVELS)
    }


def _scenario(election: Election, id_: str, count: int, left: Sequence[Project]) -> str:
    where = election.meta.get("unit", "") or election.meta.get("description", election.file)
    name = f"{where} {election.meta.get('instance', '')}".strip()
    inspired = (
        f"Le budget participatif de {name}, publié au format Pabulib (pabulib.org).",
        f"The participatory budget of {name}, published in the Pabulib format (pabulib.org).",
    )
    return SCENARIO.format(
        dearest=f"{DEAREST:g}",
        left="".join(f"# Laissé de côté / left out: {project.id} {_plain(project.name)}\n" for project in left),
        id=id_, title=_both(name, TITLE), voters=len(election.votes), inspired_fr=_quoted(inspired[0], PARAGRAPH),
        inspired_en=_quoted(inspired[1], PARAGRAPH), rounds=min(12, max(2, count)),
        agenda=", ".join(f"c{number + 1:02}" for number in range(count)),
    )  # fmt: skip


def _challenges(answers: Mapping[str, Project], kept: Sequence[Project], districts: Sequence[str]) -> str:
    unit = DEAREST / max(1, *(project.cost for project in kept))
    text = (
        "# Trois projets par défi ; le tiers le moins cher est dit low-tech, le plus cher high-tech : à corriger.\n"
        "# Three projects a challenge; the cheapest third is called low-tech, the dearest high-tech: to be corrected.\n"
        "challenges:\n"
    )
    for place, (name, project) in enumerate(answers.items()):
        number, level = divmod(place, len(LEVELS))
        if level == 0:
            text += CHALLENGE.format(id=f"c{number + 1:02}", n=number + 1, district=districts[number % len(districts)])
        text += _answer(name, LEVELS[level], level + 1, project, unit)
    return text


def _answer(name: str, tech: str, points: int, project: Project, unit: float) -> str:
    title = project.name or project.id
    return ANSWER.format(
        id=name, title=_both(title, TITLE), text=_both(title, LINE), icon=ICONS[tech], tech=tech, points=points,
        cost=max(CHEAPEST, round(project.cost * unit, 1)),
    )  # fmt: skip


def _plain(text: str) -> str:
    """Returns a text on one line."""
    return " ".join(text.split())


def _quoted(text: str, longest: int) -> str:
    """Returns a text in quotation marks as YAML reads it, shortened where it is too long for its place."""
    told = _plain(text)
    return json.dumps(told if len(told) <= longest else told[: longest - 1].rstrip() + "…", ensure_ascii=False)


def _both(text: str, longest: int) -> str:
    """Returns a name that is the same in both languages: the election's own."""
    return f"{{fr: {_quoted(text, longest)}, en: {_quoted(text, longest)}}}"


def _preferences(election: Election, names: Mapping[str, str]) -> str:
    """Returns the ballots, those alike together, the commonest first; a ballot that wants nothing kept is left out."""
    alike = Counter(tuple(sorted(names[name] for name in vote if name in names)) for vote in election.votes)
    lines = [
        "# Les bulletins des vrais votants, réduits aux projets gardés ; les bulletins pareils sont comptés ensemble.",
        "# The real voters’ ballots, reduced to the projects kept; ballots alike are counted together.",
        "preferences:",
    ]
    for wants, voters in alike.most_common():
        if wants:
            lines.append(f"  - {{wants: [{', '.join(wants)}], voters: {voters}}}")
    return "\n".join(lines) + "\n"
