"""What the log has gathered: people, and openings, each once."""
