"""What a person has set about the window, kept from one day to the next."""

import json
from pathlib import Path
from typing import Any

from attrs import asdict, fields

from game.paths import user_root
from game.ui.scene import Settings
from game.ui.window import FILE, kept_settings


def load_settings(language: str) -> Settings:
    """Returns the settings kept, in the language asked for; a missing or damaged file gives the defaults."""
    known = {field.name: type(field.default) for field in fields(Settings)}
    sound: dict[str, Any] = {name: value for name, value in kept_settings().items() if type(value) is known.get(name)}
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
