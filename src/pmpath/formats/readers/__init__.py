"""What other tools wrote, as entries; each format has a reader of its own."""
