"""The table of commands: every name, its panel of `--help`, where its function is, an example."""

from __future__ import annotations

FIRST = "The first day"
DAILY, WEEKLY, PLAN = "Every day", "Every week", "The plan"
GATHERED, DATA = "What you gather", "Your data"


# Help shows the commands in this order; a panel stands where its first command does. Each has the
# module and the name of the function (or group) that Typer reads, loaded when it is called.
COMMANDS = (
    (FIRST, "init", "start.init", "init"),
    (FIRST, "today", "daily.today_command", "today"),
    (FIRST, "done", "daily.done", "done"),
    (FIRST, "log", "daily.log_command", "log"),
    (FIRST, "prepare", "weekly.prepare", "prepare"),
    (FIRST, "rest", "daily.rest", "rest"),
    (FIRST, "report", "weekly.report_command", "report"),
    (DAILY, "undo", "corrections.undo", "undo"),
    (DAILY, "amend", "corrections.amend", "amend"),
    (DAILY, "history", "daily.history_command", "history"),
    (DAILY, "status", "daily.status_command", "status"),
    (WEEKLY, "accept", "weekly.accept", "accept"),
    (WEEKLY, "snooze", "weekly.snooze", "snooze"),
    (PLAN, "replan", "plan.replan", "replan"),
    (PLAN, "roadmap", "plan.roadmap", "app"),
    (PLAN, "answer", "start.answer", "answer"),
    (PLAN, "milestones", "plan.milestones", "app"),
    (PLAN, "why", "plan.why", "why"),
    (GATHERED, "people", "gathered.people", "app"),
    (GATHERED, "openings", "gathered.openings", "openings"),
    (GATHERED, "wins", "gathered.wins", "wins"),
    (GATHERED, "books", "gathered.books", "books"),
    (GATHERED, "statement", "gathered.statement", "app"),
    (DATA, "demo", "data.demo", "demo"),
    (DATA, "export", "data.export_command", "export"),
    (DATA, "import", "data.import_command", "import_files"),
    (DATA, "sync", "data.sync", "sync"),
    (DATA, "doctor", "data.doctor", "doctor"),
)
ORDER = tuple(name for _, name, _, _ in COMMANDS)

# One line to type for each, as its help and docs/commands.md show it.
EXAMPLES = {
    "init": "init --target 2028-01-10",
    "today": "today --other",
    "done": "done Lena said yes, 20 min",
    "log": "log coffee with Lena from sales, 45 min",
    "prepare": "prepare lena",
    "rest": "rest fri",
    "report": "report month",
    "undo": "undo",
    "amend": "amend 50 min",
    "history": "history coffee",
    "status": "status",
    "accept": 'accept NO_CUSTOMER --because "trade fair in April" --until "1 may"',
    "snooze": "snooze lena until 1 mar",
    "replan": "replan --hours 3",
    "roadmap": "roadmap --all",
    "roadmap move": 'roadmap move 2028-03-06 --because "a release took the autumn"',
    "roadmap edit": "roadmap edit",
    "roadmap close": "roadmap close --because paused",
    "roadmap check": "roadmap check",
    "answer": "answer junior yes",
    "milestones": "milestones allies.five-met",
    "milestones show": "milestones show allies.five-met",
    "milestones done": "milestones done allies.five-met",
    "milestones reopen": "milestones reopen allies.five-met",
    "milestones add": 'milestones add "Talk at the meet-up" --track positioning --due 2027-06-01',
    "milestones drop": 'milestones drop positioning.value-talk --because "given at the last job"',
    "milestones restore": "milestones restore positioning.value-talk",
    "why": "why customers",
    "people": "people lena",
    "people show": "people show lena",
    "people merge": "people merge tomas thomas --yes",
    "people split": "people split tomas thomas --yes",
    "openings": "openings nordfrakt",
    "wins": "wins --stories",
    "books": "books",
    "statement": 'statement value "finds where newcomers stop"',
    "statement check": 'statement check "How our cache works"',
    "statement write": 'statement write category "product manager"',
    "statement drop": "statement drop proof",
    "statement versions": "statement versions",
    "demo": "demo",
    "export": "export csv",
    "import": "import jrnl.json --dry-run",
    "sync": "sync",
    "doctor": "doctor",
}


def example_of(*names: str) -> str | None:
    """`Example: pmpath log coffee with Lena`; None for a command that has none."""
    words = EXAMPLES.get(" ".join(names))
    return f"Example: pmpath {words}" if words else None
