"""Which opening a line is about, and how far it has come."""
