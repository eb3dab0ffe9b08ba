"""The sheet of what is on file about each seat and about the room, and taking it out."""
