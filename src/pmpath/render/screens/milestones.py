"""The screen of `pmpath milestones`."""

from __future__ import annotations

from datetime import date

from pmpath.coach.plan.milestones import DatedMilestone
from pmpath.render.page.page import FAINT, Page
from pmpath.render.page.text import day_beside

DONE, OPEN, COMING = "done", "open", ""


def draw_milestones(page: Page, milestones: list[DatedMilestone], today: date) -> None:
    """One line for each: the day, what became of it, its title and its id."""
    if not milestones:
        page.line("The roadmap has no milestones.")
        return
    for one in milestones:
        name = f"{day_beside(one.done or one.due, today):<15} {_state(one, today):<4}"
        page.rows([(name, f"{one.title}  [{one.id}]")], first=20)
    page.line()
    page.line("When one is reached: pmpath milestones done ID", FAINT)


def _state(one: DatedMilestone, today: date) -> str:
    if one.done is not None:
        return DONE
    return OPEN if one.due <= today else COMING
