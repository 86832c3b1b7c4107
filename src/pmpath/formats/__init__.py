"""Other tools' formats, out and in: values to pieces of text and back; no file, no clock."""
