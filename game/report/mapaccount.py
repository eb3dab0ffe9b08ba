"""What a map of causes would have made of a session, as lines of text: for the terminal, and to read aloud."""

from typing import Final

from game.beside import Beside, beside
from game.city.visions import compass, percents
from game.content.causalmap import CausalMap
from game.content.maplinks import Laid
from game.engine.state import Game
from game.session import Session
from game.wording.maps import share_lines
from game.wording.reasons import difference_lines
from game.wording.teller import Teller
from game.wording.words import Words

LARGEST: Final = 3
"""Causes told for each gauge: what a table can talk about before the next one."""


def beside_lines(session: Session, drawn: CausalMap, words: Words) -> list[str]:
    """Returns the session beside itself under a map, its arrows alone and then over the rules' links."""
    lines: list[str] = []
    for laid in Laid:
        found = beside(session, drawn, laid)
        lines += ["", words.say(f"map.beside.{laid.value}", author=drawn.author), *_told(found, drawn, words)]
    return lines


def _told(found: Beside, drawn: CausalMap, words: Words) -> list[str]:
    game, played = found.played.game, found.played.cities[-1]
    teller = Teller(found.other.game, words)
    differences = difference_lines(game, words, played, found.city)
    gauges = [headline.id for headline in game.model.rules.headlines]
    lines = [steadied(found, words)] if found.percent < 100 else []
    for place, line in enumerate(differences):
        lines.append(f"  {line}")
        if place < len(gauges):
            lines += share_lines(teller, found.causes(gauges[place]), drawn.strengths, LARGEST)
    lines.append("  " + visions_told(found, words))
    return [*lines, words.count("cli.lost", found.lost)] if found.lost else lines


def steadied(found: Beside, words: Words) -> str:
    """Returns that the arrows were held back so that the city stays steady, and by how much."""
    return words.say("map.steadied", percent=words.percent(found.percent))


def visions_told(found: Beside, words: Words) -> str:
    """Returns the vision the city would have been nearest to, beside the one it is nearest to."""
    would, was = vision(found.other, words), vision(found.played, words)
    if would == was:
        return words.say("map.visions_same", would=would)
    return words.say("map.visions", would=would, was=was)


def vision(session: Session, words: Words) -> str:
    """Returns the vision a session's city is nearest to, with its share of the mixture."""
    game: Game = session.game
    name, share = next(iter(percents(compass(game.model, session.cities[-1]).shares).items()))
    known = {each.id: each.name for each in game.model.rules.visions.prototypes}
    return words.say("map.vision", name=words.of(known[name]), share=words.percent(share))
