"""The layout of a page on a terminal: our own where it can be, else that of Rich."""
