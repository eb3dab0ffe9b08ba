"""What a workshop prints: cards, roles, ballots, map, posters and the facilitator's guide, from the same YAML."""
