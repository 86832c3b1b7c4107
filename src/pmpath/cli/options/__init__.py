"""What commands take beside words: shared parameters, completion, the options of each."""
