"""Days and lengths of time as people type them, read where a text begins; no files, no clock."""
