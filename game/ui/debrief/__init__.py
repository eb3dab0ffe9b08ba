"""The pages of the debrief on screen, and fitting their charts to the room there is."""
