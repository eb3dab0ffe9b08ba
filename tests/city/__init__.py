"""Tests of game.city."""
