"""`pmpath report`: the week, or any other period, in the terminal or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmpath.cli.output import show
from pmpath.cli.session import Session
from pmpath.coach.pace import as_recorded
from pmpath.domain.entry import Record, Unread
from pmpath.domain.errors import UsageError
from pmpath.domain.journal import fold
from pmpath.domain.period import Period, read_period
from pmpath.domain.record import changed
from pmpath.reports.weekly import Look, PeriodReport, period_report

EVER = Period(date.min, date.max)


def show_report(session: Session, words: str, *, as_json: bool) -> None:
    """Print the report of a period; one that is over is shown as of its last day."""
    period = read_period(words or "week", session.today, session.roadmap.target.start)
    if period.start > session.today:
        raise UsageError(f"{words} has not begun.", hint="Reports look back; pmpath looks ahead.")
    report = report_of(session, period)
    if as_json or session.roadmap.defaults.get("format") == "json":
        from pmpath.render.as_json import as_json as to_json

        show(to_json("report", report))
        return
    from pmpath.cli.screens import new_page
    from pmpath.render.report import draw_report

    page = new_page()
    draw_report(page, report)
    show(page.text())


def report_of(session: Session, period: Period) -> PeriodReport:
    """The facts of a period, seen from its last day or from today, whichever comes first."""
    as_of = min(period.last, session.today)
    reader = session.log_reader()
    records = reader.records()
    if as_of < session.today:
        records = _up_to(records, as_of)
    journal = fold(records, keep=EVER if period.kind == "all" else period)
    if period.kind == "all" and journal.entries:
        # Entries may be older than the plan, as when a lost roadmap was made anew.
        period = changed(period, start=min(period.start, journal.entries[0].day))
    roadmap = session.roadmap if as_of == session.today else as_recorded(session.roadmap, journal)
    situation = changed(session.situation_of(roadmap, journal), today=as_of)
    seen = Look(bad_lines=len(reader.bad), day_is_over=as_of < session.today)
    return period_report(situation, period, seen)


def _up_to(records: Iterator[Record], last: date) -> Iterator[Record]:
    """What was known at the end of a day; a promise kept later was open then."""
    return (one for one in records if isinstance(one, Unread) or one.day <= last)
