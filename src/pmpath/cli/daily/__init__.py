"""The commands of every day: log, done, today, rest, undo, amend, history, status."""
