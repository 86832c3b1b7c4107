"""What happened, and whether it did."""
