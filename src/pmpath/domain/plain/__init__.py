"""Values of the domain as plain ones, and back: for what is kept beside the log."""
