"""The end of a report: what is open in the roadmap, and what is to be known about its sources."""

from __future__ import annotations

from pmpath.domain.roadmap.open_answers import ASKED_AS
from pmpath.render.page.blocks import FAINT
from pmpath.render.page.page import Page
from pmpath.render.page.text import clip, listed, pluralize
from pmpath.render.screens.today import draw_notices
from pmpath.reports.period.report import PeriodReport

WEEKS_WITH_OPEN_ANSWERS = 4
NAME_SHOWN, COPIES_SHOWN = 60, 3


def draw_end(page: Page, report: PeriodReport) -> None:
    """Open answers in the first weeks, reminders, what the sources lack, for whom it was made."""
    is_draft = report.open_answers and report.target.closed is None
    if is_draft and report.target.week <= WEEKS_WITH_OPEN_ANSWERS:
        names = [ASKED_AS[key] for key in report.open_answers[:2]]
        more = len(report.open_answers) - len(names)
        rest = f" and {more} more" if more > 0 else ""
        count = pluralize(len(report.open_answers), "answer")
        page.title(f"Your roadmap is a draft: {count} still missing")
        page.rows([("", f"{', '.join(names)}{rest}: pmpath answer")], name_width=0)
    for text in report.reminders:
        page.line()
        page.line(f"Once a month: {text}.")
    if report.newer_records:
        page.line()
        page.line(_newer(report.newer_records), FAINT)
    draw_notices(page, report.target, report.bad_lines)
    if report.copies:
        page.line()
        page.line(_copies(report.copies), FAINT)
    if report.shared is not None:
        page.line()
        notes = "with the notes" if report.shared.notes else "notes left out"
        page.line(f"Shared: names as initials, {notes}.", FAINT)


def _newer(count: int) -> str:
    """Records that a newer pmpath wrote are kept, and nothing is known of what they mean."""
    if count == 1:
        return "1 record was written by a newer pmpath. It is kept, and does not count here."
    return f"{count} records were written by a newer pmpath. They are kept, and do not count here."


def _copies(names: tuple[str, ...]) -> str:
    """What lies in another log or roadmap does not count here."""
    shown = listed([clip(name, NAME_SHOWN) for name in names], COPIES_SHOWN)
    if len(names) == 1:
        return (
            f"There is another copy of your files in the folder: {shown}. It does not count here; "
            "pmpath doctor compares it."
        )
    return (
        f"There are other copies of your files in the folder: {shown}. They do not count here; "
        "pmpath doctor compares them."
    )
