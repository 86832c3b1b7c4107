"""Pace, strength, forecast: whole numbers from days and minutes."""
