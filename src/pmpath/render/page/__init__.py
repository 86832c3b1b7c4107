"""A report as blocks, laid out as a screen, Markdown, HTML or JSON."""
