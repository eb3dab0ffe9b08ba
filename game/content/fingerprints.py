"""The files that a session is played with, by the names and hashes that its journal keeps.

Those of the rules stand under `rules/`, for a scenario has a `shocks.yaml` and a `reveals.yaml`, too; a scenario with a
folder of that name is refused, variants included, so that neither is ever taken for the other. Older journals
name all files as if they lay in one folder, those of the rules hiding the scenario's of the same name.
"""

from collections.abc import Mapping
from typing import Final

from game.content.finding import RULES as FOLDER
from game.content.load import Loaded, LoadedRules

RULES: Final = f"{FOLDER}/"
PREPARING: Final = f"{RULES}workshop.yaml"
"""The file of rules that only prepares a workshop: a session that has begun reads none of it."""

Hashes = Mapping[str, str]


def played_with(loaded: Loaded, rules: LoadedRules) -> dict[str, str]:
    """Returns the hash of each file of a scenario and of the rules it is played with."""
    return {**loaded.hashes, **{f"{RULES}{name}": told for name, told in rules.hashes.items()}}


def differing(one: Hashes, other: Hashes) -> tuple[str, ...]:
    """Returns the files that are not the same in both, where one may be named in the older way.

    >>> differing({"shocks.yaml": "1", "rules/shocks.yaml": "2"}, {"shocks.yaml": "3", "rules/shocks.yaml": "2"})
    ('shocks.yaml',)
    >>> differing({"shocks.yaml": "1", "rules/shocks.yaml": "2"}, {"shocks.yaml": "2"})
    ()
    """
    if _apart(one) != _apart(other):
        one, other = _together(one), _together(other)
    return tuple(name for name in sorted(one.keys() | other.keys()) if one.get(name) != other.get(name))


def changed_since(written: Hashes, loaded: Loaded, rules: LoadedRules) -> tuple[str, ...]:
    """Returns the files of scenario and rules that are not what a journal was played with."""
    found = differing(written, played_with(loaded, rules))
    return tuple(name for name in found if name not in (PREPARING, PREPARING.removeprefix(RULES)))


def _apart(named: Hashes) -> bool:
    return any(name.startswith(RULES) for name in named)


def _together(named: Hashes) -> Hashes:
    """Returns hashes named in the older way."""
    rules = {name.removeprefix(RULES): told for name, told in named.items() if name.startswith(RULES)}
    return {**{name: told for name, told in named.items() if not name.startswith(RULES)}, **rules}
