"""Today's step, the next ones, and the words for a talk."""
