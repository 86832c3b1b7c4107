"""The commands of every week: report, prepare, accept."""
