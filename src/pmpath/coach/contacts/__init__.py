"""People: who owes what, who knows, whose clock runs, the stepping-stone role's clock."""
