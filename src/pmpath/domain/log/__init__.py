"""What was done, folded: acts and their order, corrections, totals, contacts."""
