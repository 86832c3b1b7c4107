"""Facts of the screens that show what the log has gathered."""
