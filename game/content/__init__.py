"""What an author writes, and what is wrong with it: cards, the rulebook, strict YAML, schema, checks."""
