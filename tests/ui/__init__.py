"""The window's tests: events in, intents out; layouts; colours; a few pictures."""
