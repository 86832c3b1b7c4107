"""What a report says of the findings, with their figures in the words of the content."""

from __future__ import annotations

from datetime import date

from pmpath.coach.findings.weekly import Concerns, ReportedFinding
from pmpath.domain.record import changed
from pmpath.render.page.page import Page
from pmpath.render.page.text import capitalized, clean, day_beside, duration, pluralize
from pmpath.render.phrases.filled import filled
from pmpath.render.phrases.steps import sentence
from pmpath.reports.period.silent import Silent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.reports.period.report import PeriodReport


def whole_command(report: PeriodReport) -> str:
    """What shows all of a report: the words that asked for it, and `--all`."""
    words = ["pmpath report", clean(report.words), "--share" if report.shared else "", "--all"]
    return " ".join(filter(None, words))


def draw_concerns(page: Page, report: PeriodReport, running: int | None) -> None:
    """One thing in full with its step, so many running lines, the rest by name.

    `running` is None where each of the rest has its line as well. What is silent because somebody
    asked for it is one plain fact.
    """
    whole = running is None
    found = report.concerns if running is None else with_lines(report.concerns, running)
    answer, as_of = report.answer, report.as_of
    if found.full is not None:
        page.title("The one thing")
        rows = [("", capitalized(concern_text(found.full, as_of)))]
        if answer is not None:
            rows.append(("", f"Step, {duration(answer.minutes)}: {sentence(answer)}"))
        page.rows(rows, name_width=0)
    lines = [*found.lines, *(found.also if whole else ())]
    said = [f"{capitalized(concern_text(one, as_of))}." for one in lines]
    if found.also and not whole:
        names = dict.fromkeys(one.short for one in found.also)
        said.append(f"Also: {', '.join(names)}. In full: {whole_command(report)}")
    if report.silent:
        said.append(silent_text(report.silent, as_of))
    if found.data:
        more = len(found.data) - 1
        rest = f" ({pluralize(more, 'more', 'more')}: pmpath history)" if more else ""
        said.append(f"In the log, {concern_text(found.data[0], as_of)}{rest}.")
    if said:
        page.title("Worth a look")
        page.rows([("", line) for line in said], name_width=0)


def silent_text(found: tuple[Silent, ...], as_of: date) -> str:
    """`Snoozed: Helene (VP marketing) until Thu 1 Apr; no customer until it comes up again`."""
    said = "; ".join(
        f"{one.what} until {day_beside(one.until, as_of) if one.until else 'it comes up again'}"
        for one in found
    )
    return f"Snoozed: {said}."


def with_lines(found: Concerns, running: int) -> Concerns:
    """The same with so many running lines; the others are named behind them."""
    lines, rest = found.lines[:running], found.lines[running:]
    return changed(found, lines=lines, also=(*rest, *found.also))


def concern_text(said: ReportedFinding, as_of: date) -> str:
    """The words of a concern with their figures."""
    return filled(said.text, said.figures, as_of)
