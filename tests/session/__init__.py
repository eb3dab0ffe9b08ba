"""Tests of the session and its journal."""
