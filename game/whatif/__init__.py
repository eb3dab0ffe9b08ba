"""What if: the session from one of its rounds on, with another answer, or another way of deciding.

The moves that were recorded are played again against the same luck as far as they still hold. Another answer takes the
place of the one that was chosen: whoever proposed it, spoke or voted for it does so for the other, and the reverse. A
seat whose move no longer holds is played by a computer player until the phase closes; or computer players carry on
with every seat.
"""
