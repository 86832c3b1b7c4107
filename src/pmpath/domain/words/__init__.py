"""The language of one line: what its words say, by pure functions of the words."""
