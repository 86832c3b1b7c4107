"""Who and what the log knows by name: one folding of spellings, for counting, search and TAB."""
