"""Tests of game.report."""
