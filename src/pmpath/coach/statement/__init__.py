"""What a text leads with, technology or value, and the statement of what you are to whom."""
