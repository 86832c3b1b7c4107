"""What the words add up to: pace, moves, milestones, today's step. Pure."""
