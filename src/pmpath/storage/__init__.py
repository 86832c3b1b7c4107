"""The only code that opens files: roadmap, log, content, samples."""
