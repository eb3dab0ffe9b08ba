"""Closes what the tests of the session open."""

from collections.abc import Iterator

import pytest

from tests.session import rooms


@pytest.fixture(autouse=True)
def closed_tables() -> Iterator[None]:
    """Closes the journals of the sessions a test began."""
    yield
    while rooms.OPEN:
        rooms.OPEN.pop().close()
