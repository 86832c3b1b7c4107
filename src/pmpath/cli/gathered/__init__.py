"""Commands that show what the log has gathered: people, openings, results, books."""
