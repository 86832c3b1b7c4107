"""What comes in from other tools: their files, what the log has already, adding the rest."""
