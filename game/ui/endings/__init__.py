"""What the city has become, as a picture and a few words: one for each vision, one for a patchwork."""
