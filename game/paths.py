"""Where the shipped data lies and where a user's own scenarios and sessions live."""

import os
from functools import cache
from pathlib import Path
from typing import Any, Final

FOLDERS: Final = ("assets", "scenarios", "rules")
"""The three data folders; a root counts only when it holds all of them."""
SETTINGS: Final = "settings.json"
"""The file of what a person has set in the window, in the folder of what is theirs."""
SHIPPED: Final = "port-clair"
"""The scenario that comes with the game."""


@cache
def data_root() -> Path:
    """Returns the folder that holds assets, scenarios and rules.

    `$WHOSE_CITY_DATA` wins, then the wheel's `_data`, then the checkout. An editable install imports this file from
    the checkout, which has no `_data` beside it, so the stale copy it leaves in site-packages is never met.
    """
    here = Path(__file__).resolve().parent
    asked = os.environ.get("WHOSE_CITY_DATA")
    tried = [Path(asked)] if asked else [here / "_data", here.parent]
    for root in tried:
        if all((root / folder).is_dir() for folder in FOLDERS):
            return root
    from game.errors import GameError  # read only to complain: the first frame waits for this file

    raise GameError("error.no_data", tried=", ".join(map(str, tried)))


def data(*parts: str) -> Path:
    """Returns the path of a shipped file, whether it exists or not."""
    return data_root().joinpath(*parts)


def user_root() -> Path:
    """Returns the folder of this user's own scenarios and sessions (`$WHOSE_CITY_HOME` moves it)."""
    asked = os.environ.get("WHOSE_CITY_HOME")
    return Path(asked) if asked else Path.home() / "whose-city"


def settings_file() -> Path:
    """Returns the file of what this user has set in the window, whether it exists or not."""
    return user_root() / SETTINGS


def kept_settings() -> dict[str, Any]:
    """Returns what was set the last time, by name; nothing when the file is missing or damaged."""
    import json  # only who asks for them needs it

    try:
        kept = json.loads(settings_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def scenarios_folder() -> Path:
    """Returns the folder where a user's own scenarios stand, each in a folder of its own."""
    return user_root() / "scenarios"


def sessions_folder() -> Path:
    """Returns the folder where journals and debriefs are written."""
    return user_root() / "sessions"


def plans_folder() -> Path:
    """Returns the folder where plans of workshops are kept."""
    return user_root() / "plans"
