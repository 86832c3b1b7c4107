"""The screens of what the log has gathered."""
