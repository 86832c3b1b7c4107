"""`pmpath` and `pmpath today`: the step of the day."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.cli.terminal.output import present, show
from pmpath.domain.errors import NotFound
from pmpath.domain.period import Period, week_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.coach.situation import Situation
    from pmpath.coach.today.proposal import Step
    from pmpath.render.page.page import Page
    from pmpath.reports.today import TodayReport

WELCOME = "pmpath: set the date you will be a product manager; one step toward it each day."
WAYS_IN = [
    ("pmpath init", "asks seven questions and makes your roadmap"),
    ("pmpath demo", "shows a sample journey of twelve weeks"),
]
LOG_MEANWHILE = ("pmpath log", "logs what you do before that, and it counts")


def show_today(session: Session, *, as_json: bool = False) -> None:
    """Print the step of the day; before `init`, three lines that lead there."""
    try:
        report = report_of(session)
    except NotFound:
        if as_json:
            raise
        from pmpath.cli.start.open_setup import setup_told
        from pmpath.cli.terminal.screens import text_on_page

        told = setup_told(session)
        show(text_on_page(lambda page: _welcome(page, told)))
        return
    from pmpath.render.screens.today import draw_today

    present("today", report, lambda page: draw_today(page, report), as_json=as_json)


def _welcome(page: Page, told: str) -> None:
    """`told` says where a set-up that was begun goes on; "" before any."""
    page.line(WELCOME)
    page.rows([("pmpath init", told), LOG_MEANWHILE] if told else WAYS_IN)


def report_of(session: Session) -> TodayReport:
    """The facts of today, from a log folded with this week's entries whole."""
    return day_of(session)[0]


def day_of(session: Session) -> tuple[TodayReport, Situation]:
    """The facts of today, and what they were found in."""
    from pmpath.cli.kept import DayFolds
    from pmpath.coach.today.stood import logged_since_done
    from pmpath.reports.today import today_report

    week: Period = week_of(session.today)
    # The roadmap first: without one there is nothing to fold the log for.
    _ = session.roadmap
    folds = DayFolds(session)
    journal, bad = folds.journal(week)
    situation, before = session.situation(journal), None
    logged = {one.id for one in logged_since_done(situation)}
    if logged:
        # What stood before it was logged is the step of a log without it.
        before = session.situation(folds.journal(week, without=logged)[0])
    return today_report(situation, bad, before=before), situation


def choices_of(session: Session) -> tuple[Step, ...]:
    """What may be done today, in the order in which `today --list` numbers it."""
    from pmpath.coach.today.step import choices

    report, situation = day_of(session)
    if report.target.closed is not None:
        return ()
    shown = [one for one in (report.step, *report.then) if one is not None]
    return choices(situation, shown)
