"""The map of a city: its plan, the lots and works drawn from a seed, the marks upon it, and the node that shows it."""
