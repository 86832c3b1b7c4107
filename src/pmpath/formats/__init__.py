"""Other tools' formats: bytes to values, and values to bytes; no file, clock or terminal."""
