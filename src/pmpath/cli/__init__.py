"""Words in, words out: the doors, the table of commands, one session."""
