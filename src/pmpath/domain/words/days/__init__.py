"""Which day, and how long: what was done told from what was agreed or said."""
