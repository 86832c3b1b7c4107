"""What data/ holds, as values: the catalog, questions, talks, concerns, reasons."""
