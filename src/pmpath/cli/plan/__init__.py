"""The commands of the plan: roadmap, replan, milestones, why."""
