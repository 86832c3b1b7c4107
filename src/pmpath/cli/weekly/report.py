"""`pmpath report`: the facts of the week, or of any other period, and their text in a format."""

from __future__ import annotations

from datetime import date

from pmpath.cli.kept import day_journal
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import show
from pmpath.coach.numbers.pace import as_recorded
from pmpath.coach.plan.arrival import note_arrival
from pmpath.coach.today.day_end import note_offered
from pmpath.domain.entry import Unread
from pmpath.domain.errors import NotStored, UsageError
from pmpath.domain.kinds import Record
from pmpath.domain.period import EVER, Period, read_period
from pmpath.domain.record import Frozen, changed
from pmpath.render.page.formats import FORMATS, Source
from pmpath.reports.period.report import Look, PeriodReport, period_report
from pmpath.storage.disk.paths import THEIR_ROADMAP
from pmpath.storage.doctor.conflict_copies import copies_beside

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.coach.situation import Situation
    from pmpath.domain.log.journal import Journal
    from pmpath.render.page.page import Page
    from pmpath.reports.period.hidden import Hidden
    from pmpath.reports.roadmap import RoadmapReport

TERMINAL, HTML = "terminal", "html"


class Form(Frozen):
    """How a report is to look, and for whom it is made.

    `leaves_terminal`: it goes into a file or a browser. `is_shared`: it is for somebody else, with
    the notes where `has_notes` says so. `is_whole`: with all that one screen of a week leaves out.
    """

    format: str
    leaves_terminal: bool = False
    is_shared: bool = False
    has_notes: bool = False
    is_whole: bool = False


def show_report(session: Session, words: str) -> None:
    """Print the report of a period in the format that the roadmap says."""
    show(report_text(session, words, Form(usual_format(session))))


def usual_format(session: Session) -> str:
    """The format that the roadmap names for reports, else that of a terminal."""
    return str(session.roadmap.defaults.get("format") or TERMINAL)


def report_text(session: Session, words: str, form: Form) -> str:
    """The report of the period that the words mean, in its format."""
    report, situation = report_of(session, words)
    plan = _plan_for_page(situation) if form.format == HTML else None
    if form.is_shared:
        hidden = _hidden(session)
        report, plan = _shared(report, plan, hidden, form)
    return _drawn(report, form, plan)


def report_of(session: Session, words: str) -> tuple[PeriodReport, Situation]:
    """The facts of the period that the words mean; one that is over is as of its last day."""
    period = read_period(words or "week", session.today, session.roadmap.target.start)
    if period.start > session.today:
        raise UsageError(
            f"{words} has not begun.",
            hint="Reports are about days that have passed. What comes next: pmpath",
        )
    situation, period, look = _seen(session, period)
    return period_report(situation, period, changed(look, words=words)), situation


def _plan_for_page(situation: Situation) -> RoadmapReport:
    """The whole plan, as the page draws it; loaded for the page alone."""
    from pmpath.reports.roadmap import roadmap_report

    return roadmap_report(situation)


def _drawn(report: PeriodReport, form: Form, plan: RoadmapReport | None) -> str:
    """The report in its format; a page has the `plan` as a picture as well."""

    def draw() -> Page:
        from pmpath.cli.terminal.screens import new_page, plain_page
        from pmpath.render.screens.report import draw_report

        is_for_terminal = form.format == TERMINAL and not form.leaves_terminal
        page = new_page() if is_for_terminal else plain_page()
        # A file and a page have room for all of it.
        draw_report(page, report, whole=form.is_whole or not is_for_terminal, plan=plan)
        return page

    return FORMATS[form.format].write(Source("report", report, draw))


def _hidden(session: Session) -> Hidden:
    """What a shared report hides: all names ever logged, not those of the period alone."""
    from pmpath.reports.period.hidden import Hidden

    journal = session.journal(keep=EVER)
    openings = {one.opening for one in journal.entries if one.opening}
    return Hidden(session.situation(journal), sorted(openings))


def _shared(
    report: PeriodReport, plan: RoadmapReport | None, hidden: Hidden, form: Form
) -> tuple[PeriodReport, RoadmapReport | None]:
    """Both for somebody else."""
    from pmpath.reports.period.share import shared, shared_plan

    told = shared(report, hidden, notes=form.has_notes)
    return told, None if plan is None else shared_plan(plan, hidden)


def _seen(session: Session, period: Period) -> tuple[Situation, Period, Look]:
    """What a period is told from, seen from its last day or today, whichever comes first."""
    as_of = min(period.last, session.today)
    # What they mean together is let go at once: it holds every entry that may count for something.
    journal, bad = _folded(session, period, as_of)
    if period.kind == "all" and journal.entries:
        # Entries may be older than the plan, as when a lost roadmap was made anew.
        period = changed(period, start=min(period.start, journal.entries[0].day))
    roadmap = session.roadmap if as_of == session.today else as_recorded(session.roadmap, journal)
    note_arrival(roadmap, journal, as_of)
    situation = changed(session.situation_of(roadmap, journal), today=as_of)
    if as_of == session.today:
        note_offered(situation)
    copies = _copies_beside(session)
    seen = Look(bad, day_is_over=as_of < session.today, copies=copies)
    return situation, period, seen


def _folded(session: Session, period: Period, as_of: date) -> tuple[Journal, int]:
    """The log as it was known at the end of a day, the period's entries whole; and bad lines."""
    keep = EVER if period.kind == "all" else period
    if as_of == session.today:
        return day_journal(session, keep)
    reader = session.log_reader()
    return session.meant(_up_to(reader.records(), as_of), keep=keep)[0], len(reader.bad)


def _copies_beside(session: Session) -> tuple[str, ...]:
    """Other logs and roadmaps in the folder; none where it cannot be listed, which doctor says.

    What sync itself kept of the other side is left out: sync and doctor name it, and two machines
    that were exchanged report the same.
    """
    try:
        found = copies_beside(session.folder)
    except NotStored:
        return ()
    return tuple(one.name for one in found if not one.name.startswith(THEIR_ROADMAP))


def _up_to(records: Iterator[Record], last: date) -> Iterator[Record]:
    """What was known at the end of a day; a promise kept later was open then."""
    return (one for one in records if isinstance(one, Unread) or one.day <= last)
