"""Preparing a workshop in the window: what is asked, what is proposed, and what becomes of the plan."""
