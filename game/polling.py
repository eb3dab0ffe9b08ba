"""`whose-city opinions FILE.csv`: what a room thinks of the seats' arguments, and perhaps who thinks alike."""

from argparse import Namespace

from game.content.load import load_rulebook, load_scenario
from game.content.sheets import read_sheets
from game.engine.moves import Poll
from game.engine.seating import Seat
from game.paths import data
from game.report import findings
from game.report.opinions import opinions
from game.session import begin
from game.wording.teller import Teller
from game.wording.words import Words


def poll(asked: Namespace, words: Words) -> None:
    """Prints how the room stands on each argument, and the guess at groups."""
    loaded = load_scenario(asked.scenario or data("scenarios", "port-clair"))
    seats = [Seat(card.id) for card in loaded.scenario.stakeholders]
    session = begin(loaded, load_rulebook(), seats, 1, None, "")
    session.submit(Poll(read_sheets(asked.file, len(seats))))
    found = opinions(session, Teller(session.game, words))
    assert found is not None
    print(findings.opinions(found, words))
    for each in found.statements:
        told = {"seat": each.seat, "agree": each.agree, "disagree": each.disagree, "passed": each.passed}
        print("  " + words.say("opinions.told", **told))
    for line in findings.groups_of_opinion(found, words):
        print(line)
