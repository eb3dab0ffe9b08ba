"""Computer players: each sees what its seat sees, and says why it moves."""
