"""A report as text or JSON: layout and wording, no arithmetic."""
