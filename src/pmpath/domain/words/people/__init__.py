"""Who was there, and as what."""
