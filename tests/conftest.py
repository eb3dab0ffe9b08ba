"""What holds for every test: properties are not timed, as speed is measured in `tests/bench` and never asserted."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
