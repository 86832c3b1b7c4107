"""The report of a week, month, quarter or the whole."""
