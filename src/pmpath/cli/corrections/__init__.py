"""What was said before is corrected or taken back: `amend` and `undo`."""
