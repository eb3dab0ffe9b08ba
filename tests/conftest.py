"""What holds for every test: properties are not timed, as benchmarks measure speed; and home is not the user’s."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Gives the tests a home of their own, so that none keeps a plan or a card among those of whoever runs them."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WHOSE_CITY_HOME", str(folder))
        yield folder
