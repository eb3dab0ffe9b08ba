"""Drawing a map of causes in the window: the ring to press, the arrow in hand, what the map is held against."""
