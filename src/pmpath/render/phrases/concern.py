"""What a report says of the findings, with their figures in the words of the content."""

from __future__ import annotations

from datetime import date

from pmpath.coach.findings.weekly import Concerns, ReportedFinding
from pmpath.coach.today.proposal import Step
from pmpath.domain.record import changed
from pmpath.render.page.page import Page
from pmpath.render.page.text import capitalized, duration, pluralize
from pmpath.render.phrases.filled import filled
from pmpath.render.phrases.steps import sentence

WHOLE = "report --all"


def draw_concerns(
    page: Page, found: Concerns, answer: Step | None, as_of: date, *, whole: bool = False
) -> None:
    """One thing in full with its step, a line for each of the next, the rest by name.

    `whole`: each of the rest has its line as well.
    """
    if found.full is not None:
        page.title("The one thing")
        rows = [("", capitalized(concern_text(found.full, as_of)))]
        if answer is not None:
            rows.append(("", f"Step, {duration(answer.minutes)}: {sentence(answer)}"))
        page.rows(rows, first=0)
    lines = [*found.lines, *(found.also if whole else ())]
    said = [f"{capitalized(concern_text(one, as_of))}." for one in lines]
    if found.also and not whole:
        names = dict.fromkeys(one.short for one in found.also)
        said.append(f"also: {', '.join(names)} ({WHOLE})")
    if found.data:
        more = len(found.data) - 1
        rest = f" ({pluralize(more, 'more', 'more')}: pmpath history)" if more else ""
        said.append(f"In the log, {concern_text(found.data[0], as_of)}{rest}.")
    if said:
        page.title("Worth a look")
        page.rows([("", line) for line in said], first=0)


def with_lines(found: Concerns, running: int) -> Concerns:
    """The same with so many running lines; the others are named behind them."""
    lines, rest = found.lines[:running], found.lines[running:]
    return changed(found, lines=lines, also=(*rest, *found.also))


def concern_text(said: ReportedFinding, as_of: date) -> str:
    """The words of a concern with their figures."""
    return filled(said.text, said.figures, as_of)
