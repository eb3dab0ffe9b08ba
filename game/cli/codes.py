"""The exit codes of the command line."""

from typing import Final

DONE: Final = 0
FAULTS: Final = 1
"""Faults in a scenario, rules or a journal."""
USAGE: Final = 2
"""Wrong usage, or no screen."""
