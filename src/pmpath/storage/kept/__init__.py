"""What is kept to save time: bound to the log, read on from where it ends."""
