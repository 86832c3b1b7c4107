"""What doctor looks at, repairs, merges and restores."""
