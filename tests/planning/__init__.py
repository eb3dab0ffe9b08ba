"""Tests of preparing a workshop."""
