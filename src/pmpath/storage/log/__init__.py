"""log.jsonl: appending, reading, corrections, union."""
