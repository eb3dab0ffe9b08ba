"""One file per way a city decides: from ballots or a choice to a Decision with its tally and its reasons."""
