"""Who may do what, when: step(game, state, move) gives a new state and the events that say what happened."""
