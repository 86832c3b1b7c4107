"""The screen of `pmpath milestones`."""

from __future__ import annotations

from datetime import date

from pmpath.coach.plan.milestones import DatedMilestone
from pmpath.render.page.blocks import FAINT
from pmpath.render.page.page import Page
from pmpath.render.page.text import day_beside

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

DONE, DUE, COMING = "done", "due", ""


def draw_milestones(
    page: Page,
    milestones: list[DatedMilestone],
    today: date,
    named: Mapping[str, tuple[str, ...]] = {},
) -> None:
    """One line for each by day: the day, what became of it, its title and its id.

    `named` has those that the log reached by itself, each with who or what reached it.
    """
    if not milestones:
        page.line("The roadmap has no milestones.")
        return
    for one in sorted(milestones, key=lambda one: one.done or one.due):
        name = f"{day_beside(one.done or one.due, today):<15} {_state(one, today):<4}"
        rows = [(name, f"{one.title}  [{one.id}]")]
        if one.id in named:
            rows.append(("", f"from your log: {', '.join(named[one.id]) or 'see its entries'}"))
        page.rows(rows, name_width=20)
    page.line()
    page.offer("What is done and what is missing:", "pmpath milestones ID", FAINT)
    page.offer("When one is reached:", "pmpath milestones done ID", FAINT)


def _state(one: DatedMilestone, today: date) -> str:
    if one.done is not None:
        return DONE
    return DUE if one.due <= today else COMING
