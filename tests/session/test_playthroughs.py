"""Golden playthroughs: whole sessions as readable text, compared line by line.

Regenerate with `python -m tests.session.test_playthroughs` and review the difference.
"""

from pathlib import Path

import pytest

from game.city.scoring import gauges
from game.city.visions import compass
from game.engine.events import CityMoved
from game.session import Session
from game.wording.sentences import event_told, reason_told
from game.wording.teller import Teller
from game.wording.words import words_in
from tests.session.rooms import session

FOLDER = Path(__file__).parent.parent / "playthroughs"
GAMES = [(1, "majority", "en"), (2, "mayor", "fr"), (3, "majority", "fr")]


def transcript(seed: int, procedure: str, language: str) -> str:
    """Returns a whole session of computer players as text."""
    table, words = session(seed=seed, procedure=procedure), words_in(language)
    teller = Teller(table.game, words)
    lines = [f"# port-clair, seed {seed}, {procedure}, {language}"]
    while not table.over:
        chosen = table.bot_choice()
        move, _ = table.next_unattended()
        reason = reason_told(teller, *chosen) if chosen else None
        lines += [f"    ({reason})"] if reason else []
        for event in table.submit(move):
            told = event_told(teller, event)
            lines += [told] if told else []
            if isinstance(event, CityMoved):
                lines += figures(table, event)
    mixture = compass(table.game.model, table.state.city).shares
    lines.append(", ".join(f"{name} {share}" for name, share in mixture.items()))
    return "\n".join(lines) + "\n"


def figures(table: Session, event: CityMoved) -> list[str]:
    """Returns a round's outcome in exact numbers."""
    model, city = table.game.model, event.after
    levels = ", ".join(f"{name} {level}" for name, level in gauges(model, city.values).items())
    return [
        f"== round {event.round}: {levels}",
        f"   lived {city.readings.lived}, equity {city.readings.equity}, displaced {city.readings.displaced}, "
        f"budget {city.treasury.budget}, contributions {len(event.contributions)}",
    ]


@pytest.mark.parametrize(("seed", "procedure", "language"), GAMES)
def test_a_session_plays_as_the_playthrough_says(seed: int, procedure: str, language: str) -> None:
    """The same scenario, seed and players give the same session, sentence by sentence and number by number."""
    golden = (FOLDER / f"port-clair-{seed}-{procedure}.txt").read_text(encoding="utf-8")

    assert transcript(seed, procedure, language) == golden


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for game in GAMES:
        (FOLDER / f"port-clair-{game[0]}-{game[1]}.txt").write_text(transcript(*game), encoding="utf-8")
