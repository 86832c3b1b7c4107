"""The screen of `pmpath milestones ID`."""

from __future__ import annotations

from datetime import date

from pmpath.render.page.blocks import FAINT
from pmpath.render.page.page import Page
from pmpath.render.page.text import capitalized, clip, day_beside
from pmpath.reports.milestone import FactLine, MilestoneReport

LONGEST = 100


def draw_milestone(page: Page, report: MilestoneReport, today: date) -> None:
    """The milestone, then each number of facts with those that are there."""
    state = (
        f"done {day_beside(report.done, today)}"
        if report.done
        else (f"due {day_beside(report.due, today)}")
    )
    page.head_line([report.title, state])
    page.line(f"Done when: {report.done_when}")
    if report.judged:
        page.line("Your log cannot tell when this is reached, so you mark it.")
    for one in report.counts:
        page.title(capitalized(counted(one.there, one.wanted, one.tells)))
        page.rows([(day_beside(fact.day, today), _told(fact)) for fact in one.facts], name_width=15)
    page.line()
    if report.done is None:
        page.offer("To mark it yourself:", f"pmpath milestones done {report.id}", FAINT)
    else:
        page.offer("To open it again:", f"pmpath milestones reopen {report.id}", FAINT)


def counted(there: int, wanted: int, tells: str) -> str:
    """`leaders in sales told: 0 of 1`; of more, `days with a customer heard: 7 (5 needed)`."""
    more = f"{there} ({wanted} needed)"
    return f"{tells}: {more if there > wanted else f'{there} of {wanted}'}"


def _told(fact: FactLine) -> str:
    if not fact.told:
        return fact.name or "from your answers"
    return f"{fact.name}: {clip(fact.told, LONGEST)}" if fact.name else clip(fact.told, LONGEST)
