"""Tests of game.content."""
