"""The sheet on which a room writes an answer of its own, estimates it and takes it into the game."""
