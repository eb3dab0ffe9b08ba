"""Semantic checks of a rulebook."""
from game.content.faults import Fault
def check_rulebook(rulebook, icons=None) -> list[Fault]:
    return []
