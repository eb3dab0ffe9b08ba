"""The answers of a seat that were kept beside a scenario for other workshops: there they hold its words, too."""

from pathlib import Path

from game.content.finding import scenario_roots
from game.content.kept import FOLDER
from game.content.shapes import StakeholderId
from game.session import Session


def kept_answers(session: Session, player: StakeholderId) -> tuple[Path, ...]:
    """Returns their files, beside any scenario installed here; an id holds enough of an answer to be nobody else's."""
    ends = [track.turns[-1].state for track in session.tracks if track.turns]
    held = [each for state in ends for each in state.inventions if each.player == player and each.card is not None]
    names = {f"{each.card.id}.yaml" for each in held if each.card}
    found = (file for root in scenario_roots() for file in root.rglob(f"{FOLDER}/*.yaml") if file.name in names)
    return tuple(sorted(found)) if names else ()
