"""The pictures of a page: in letters for a terminal and Markdown, as SVG for HTML."""
