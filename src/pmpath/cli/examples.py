"""One line to type for each command, as its help and docs/commands.md show it."""

from __future__ import annotations

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
    "demo": "demo",
    "sync": "sync",
    "doctor": "doctor",
}


def example_of(*names: str) -> str | None:
    """`Example: pmpath log coffee with Lena`; None for a command that has none."""
    words = EXAMPLES.get(" ".join(names))
    return f"Example: pmpath {words}" if words else None
