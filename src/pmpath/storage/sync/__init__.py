"""git: commits, exchange, and the merge of two journeys."""
