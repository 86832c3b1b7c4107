"""Whose move is next: what was promised, what is awaited, and what was agreed for a day."""
