"""Preparing a session: what was chosen so far, the form of it, and the shelf of saved sessions."""
