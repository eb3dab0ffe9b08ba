"""Tests of what a room learnt."""
