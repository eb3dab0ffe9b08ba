"""What a person has set about the window, kept from one day to the next."""

import json
from collections.abc import Callable
from typing import Any

from attrs import asdict, fields

from game.paths import kept_settings, settings_file
from game.ui.scene import Settings
from game.wording.asked import language_of


def load_settings(language: str) -> Settings:
    """Returns the settings kept, in the language asked for; a missing or damaged file gives the defaults."""
    known = {field.name: type(field.default) for field in fields(Settings)}
    sound: dict[str, Any] = {name: value for name, value in kept_settings().items() if type(value) is known.get(name)}
    return Settings(**(sound | {"language": language}))


def keeping(language: str) -> Callable[[Settings], None]:
    """Returns what keeps the settings of a window opened in a language.

    That language is kept once somebody has chosen another in the window: `--language` holds for one time.
    """
    chosen = False

    def keep(settings: Settings) -> None:
        nonlocal chosen
        chosen = chosen or settings.language != language
        keep_settings(settings, settings.language if chosen else language_of(()))

    return keep


def keep_settings(settings: Settings, language: str) -> None:
    """Writes the settings, with the language to open in; a folder that can't be written keeps nothing."""
    file = settings_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(asdict(settings) | {"language": language}), encoding="utf-8")
    except OSError:
        return
