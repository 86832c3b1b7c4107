"""What doctor, restore and sync find in the user's files, as values."""
