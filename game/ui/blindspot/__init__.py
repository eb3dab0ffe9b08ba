"""The blind spot: what is measured beside what is lived, who may see it yet, and where the city is heading."""
