"""What a terminal reads and shows: prompts, screens, output, failures."""
