"""What people of a session wrote, taken out of its files, so that the rest can still be replayed; or all of it."""
