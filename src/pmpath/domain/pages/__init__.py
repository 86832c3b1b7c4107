"""Many values in little memory: packed page by page, and read in order or by their places."""
