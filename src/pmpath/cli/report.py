"""`pmpath report`: the week, or any other period, in the format and at the place asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmpath.cli.output import show
from pmpath.cli.report_wanted import HTML, JSON, MARKDOWN, PLAIN, TERMINAL, Wanted, format_of
from pmpath.cli.session import Session
from pmpath.coach.arrival import note_arrival
from pmpath.coach.pace import as_recorded
from pmpath.domain.entry import Record, Unread
from pmpath.domain.errors import UsageError
from pmpath.domain.period import Period, read_period
from pmpath.domain.record import changed
from pmpath.reports.weekly import Look, PeriodReport, period_report

EVER = Period(date.min, date.max)


def show_report(session: Session, words: str, wanted: Wanted = PLAIN) -> None:
    """Print, write or open the report of a period; one that is over is shown as of its last day."""
    form = format_of(wanted, session)
    period = read_period(words or "week", session.today, session.roadmap.target.start)
    if period.start > session.today:
        raise UsageError(f"{words} has not begun.", hint="Reports look back; pmpath looks ahead.")
    report = report_of(session, period)
    if wanted.share:
        report = _shared(session, report, wanted)
    leaves = bool(wanted.out) or wanted.browser
    text = _drawn(report, form, on_terminal=not leaves)
    if leaves:
        from pmpath.cli.report_leaves import write_and_open

        write_and_open(session, text, wanted)
    else:
        show(text)


def _drawn(report: PeriodReport, form: str, *, on_terminal: bool) -> str:
    if form == JSON:
        from pmpath.render.as_json import as_json

        return as_json("report", report) + "\n"
    from pmpath.cli.screens import new_page, plain_page
    from pmpath.render.report import draw_report

    page = new_page() if on_terminal and form == TERMINAL else plain_page()
    draw_report(page, report)
    if form == MARKDOWN:
        from pmpath.render.markdown import markdown

        return markdown(page.blocks)
    if form == HTML:
        from pmpath.render.html import html

        return html(page.blocks)
    return page.text()


def _shared(session: Session, report: PeriodReport, wanted: Wanted) -> PeriodReport:
    """For somebody else. All names ever logged are hidden, not those of the period alone."""
    from pmpath.reports.hidden import Hidden
    from pmpath.reports.share import shared

    journal = session.journal(keep=EVER)
    openings = {one.opening for one in journal.entries if one.opening}
    hidden = Hidden(session.situation(journal), sorted(openings))
    return shared(report, hidden, notes=wanted.notes)


def report_of(session: Session, period: Period) -> PeriodReport:
    """The facts of a period, seen from its last day or from today, whichever comes first."""
    as_of = min(period.last, session.today)
    reader = session.log_reader()
    records = reader.records()
    if as_of < session.today:
        records = _up_to(records, as_of)
    journal, _ = session.meant(records, keep=EVER if period.kind == "all" else period)
    if period.kind == "all" and journal.entries:
        # Entries may be older than the plan, as when a lost roadmap was made anew.
        period = changed(period, start=min(period.start, journal.entries[0].day))
    roadmap = session.roadmap if as_of == session.today else as_recorded(session.roadmap, journal)
    note_arrival(roadmap, journal, as_of)
    situation = changed(session.situation_of(roadmap, journal), today=as_of)
    seen = Look(bad_lines=len(reader.bad), day_is_over=as_of < session.today)
    return period_report(situation, period, seen)


def _up_to(records: Iterator[Record], last: date) -> Iterator[Record]:
    """What was known at the end of a day; a promise kept later was open then."""
    return (one for one in records if isinstance(one, Unread) or one.day <= last)
