"""Meetings of an iCalendar file: its parts, its events, and who was invited to them."""
