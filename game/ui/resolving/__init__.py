"""A round resolved before your eyes: its events as steps, how long each is shown, and what is said of it."""
