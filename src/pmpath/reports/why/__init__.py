"""The reason behind what a screen shows."""
