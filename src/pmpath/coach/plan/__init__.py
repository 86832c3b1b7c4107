"""The plan: its milestones, their days, whether the hours fit."""
