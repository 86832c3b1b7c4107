"""What an export is made of, and what of it others may not see."""
