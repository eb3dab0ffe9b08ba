"""Tests of game.wording."""
