"""Tests of the rules of election, one file a family of rules."""
