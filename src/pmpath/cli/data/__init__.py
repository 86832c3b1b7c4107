"""The commands for your data: doctor, sync, demo."""
