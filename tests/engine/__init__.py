"""Tests of game.engine."""
