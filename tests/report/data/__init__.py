"""Tests of sessions as tables."""
