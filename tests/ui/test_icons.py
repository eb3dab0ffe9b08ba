"""Every shipped icon draws, in the colour asked for; a missing file is named."""

import shutil
from pathlib import Path

import pytest

from game.errors import GameError
from game.paths import data, data_root
from game.ui import text, vector
from tests.ui.screens import open_display

open_display()
ICONS = sorted(path.stem for path in data("assets", "icons").glob("*.svg"))


@pytest.mark.parametrize("name", ICONS)
def test_icon_draws_in_its_colour(name: str) -> None:
    """An icon has ink, in one colour, and does not fill its square."""
    drawn = vector.icon(name, 48, "#1F4FD8")
    pixels = [drawn.get_at((x, y)) for x in range(48) for y in range(48)]
    ink = [pixel for pixel in pixels if pixel.a > 250]
    off = max((abs(pixel.r - 31) + abs(pixel.g - 79) + abs(pixel.b - 216) for pixel in ink), default=999)

    assert 20 < len(ink) < 48 * 48 * 0.7
    assert off <= 12


def test_missing_icon_is_named() -> None:
    """An icon that isn't there is told with the path of its file."""
    with pytest.raises(GameError) as caught:
        vector.icon("no-such-icon", 24, "#000000")

    assert "error.no_icon" == caught.value.key
    assert str(caught.value.values["file"]).endswith("no-such-icon.svg")


def test_missing_font_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A font that isn't there is told with the path of its file."""
    for folder in ("scenarios", "rules", "assets/fonts"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setenv("WHOSE_CITY_DATA", str(tmp_path))
    data_root.cache_clear()

    with pytest.raises(GameError) as caught:
        text._font.__wrapped__(400, 20)
    data_root.cache_clear()

    assert "error.no_font" == caught.value.key


def test_broken_icon_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An icon whose file is no picture is told with its path."""
    shutil.copytree(data("assets", "fonts"), tmp_path / "assets" / "fonts")
    for folder in ("scenarios", "rules", "assets/icons"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "assets" / "icons" / "torn.svg").write_text("no picture at all", encoding="utf-8")
    monkeypatch.setenv("WHOSE_CITY_DATA", str(tmp_path))
    data_root.cache_clear()

    with pytest.raises(GameError) as caught:
        vector.icon("torn", 24, "#000000")
    data_root.cache_clear()

    assert "error.bad_icon" == caught.value.key


def test_cache_stays_under_its_bound() -> None:
    """Surfaces beyond the bound are dropped, the least recently used first."""
    cache = vector.SurfaceCache(4 * 100 * 100 * 3)
    for at in range(10):
        cache.put(at, vector.pygame.Surface((100, 100), vector.pygame.SRCALPHA))

    assert cache.used <= cache.limit
    assert cache.get(0) is None
    assert cache.get(9) is not None
