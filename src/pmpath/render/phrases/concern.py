"""What a weekly report says of the findings, with their figures in the words of the content."""

from __future__ import annotations

from datetime import date

from pmpath.coach.findings.weekly import Concerns, ReportedFinding
from pmpath.render.page.page import Page
from pmpath.render.page.text import capitalized, pluralize
from pmpath.render.phrases.filled import filled


def draw_concerns(page: Page, found: Concerns, as_of: date) -> None:
    """One thing in full, then a line for each of the others, and one for odd entries."""
    if found.full is not None and found.full.text:
        page.title("The one thing")
        page.rows([("", concern_text(found.full, as_of))], first=0)
    rows = [f"{capitalized(concern_text(one, as_of))}." for one in found.lines]
    if found.data:
        more = len(found.data) - 1
        rest = f" ({pluralize(more, 'more', 'more')}: pmpath history)" if more else ""
        rows.append(f"In the log, {concern_text(found.data[0], as_of)}{rest}.")
    if rows:
        page.title("Worth a look")
        page.rows([("", row) for row in rows], first=0)


def concern_text(said: ReportedFinding, as_of: date) -> str:
    """The words of a concern with their figures."""
    return filled(said.text, said.figures, as_of)
