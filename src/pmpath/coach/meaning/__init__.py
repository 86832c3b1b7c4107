"""What an entry means for the plan: the actions it fulfils and the milestones it reaches."""
