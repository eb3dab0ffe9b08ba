"""Semantic checks of a scenario."""
from game.content.faults import Fault
def check_scenario(scenario, rulebook, playable=None, icons=None) -> list[Fault]:
    return []
