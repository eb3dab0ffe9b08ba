"""What a person has set about the window, kept from one day to the next."""

import json
from pathlib import Path
from typing import Any

from attrs import asdict, fields

from game.paths import user_root
from game.ui.scene import Settings

FILE = "settings.json"


def load_settings(language: str) -> Settings:
    """Returns the settings kept, in the language asked for; a missing or damaged file gives the defaults."""
    sound: dict[str, Any] = {}
    try:
        kept = json.loads(_path().read_text(encoding="utf-8"))
        known = {field.name: type(field.default) for field in fields(Settings)}
        sound = {name: value for name, value in kept.items() if name in known and type(value) is known[name]}
    except (OSError, ValueError, AttributeError):
        pass
    return Settings(**(sound | {"language": language}))


def keep_settings(settings: Settings) -> None:
    """Writes the settings; a folder that can't be written keeps nothing, and the window goes on."""
    try:
        _path().parent.mkdir(parents=True, exist_ok=True)
        _path().write_text(json.dumps(asdict(settings)), encoding="utf-8")
    except OSError:
        return


def _path() -> Path:
    return user_root() / FILE
