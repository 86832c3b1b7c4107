"""People: who owes what, who knows, whose clock runs, the step role's clock."""
