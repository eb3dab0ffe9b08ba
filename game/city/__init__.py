"""What the numbers do: pure functions on integer milli-points (1 point = 1000), exact on every platform."""
