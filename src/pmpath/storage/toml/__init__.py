"""TOML as text: where each value stands, what is wrong with a file, values written."""
