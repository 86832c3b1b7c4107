"""The table of commands: every name, its panel of `--help`, and where its function is."""

from __future__ import annotations

DAILY, WEEKLY, PLAN, DATA = "Every day", "Every week", "The plan", "Your data"


# Help shows the commands in this order; a panel stands where its first command does. Each has the
# module and the name of the function (or group) that Typer reads, loaded when it is called.
COMMANDS = (
    (DAILY, "init", "start.init", "init"),
    (DAILY, "today", "daily.today_command", "today"),
    (DAILY, "done", "daily.done", "done"),
    (DAILY, "log", "daily.log_command", "log"),
    (WEEKLY, "prepare", "weekly.prepare", "prepare"),
    (DAILY, "rest", "daily.rest", "rest"),
    (WEEKLY, "report", "weekly.report_command", "report"),
    (DAILY, "undo", "daily.undo", "undo"),
    (DAILY, "amend", "daily.amend_command", "amend"),
    (DAILY, "history", "daily.history_command", "history"),
    (DAILY, "status", "daily.status_command", "status"),
    (WEEKLY, "accept", "weekly.accept", "accept"),
    (WEEKLY, "snooze", "weekly.snooze", "snooze"),
    (PLAN, "replan", "plan.replan", "replan"),
    (PLAN, "roadmap", "plan.roadmap", "app"),
    (PLAN, "answer", "start.answer", "answer"),
    (PLAN, "milestones", "plan.milestones", "app"),
    (PLAN, "why", "plan.why", "why"),
    (DATA, "demo", "data.demo", "demo"),
    (DATA, "sync", "data.sync", "sync"),
    (DATA, "doctor", "data.doctor", "doctor"),
)
ORDER = tuple(name for _, name, _, _ in COMMANDS)
