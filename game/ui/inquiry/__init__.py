"""Asking why: the account of a change, its chart, the panel of one cause, and contesting a link."""
