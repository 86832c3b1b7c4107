"""What doctor, merge, restore and sync say of the user's files."""
