"""Where a period leaves the plan: the line, the date, the last people met, what is no progress."""

from __future__ import annotations

from datetime import date

from pmpath.coach.numbers.buffer import SHORT
from pmpath.coach.outlook.progress import NoProgress
from pmpath.coach.outlook.verdict import LATE
from pmpath.coach.plan.milestones import DatedMilestone, MilestoneTally
from pmpath.domain.people import function_of
from pmpath.render.page.page import Page
from pmpath.render.page.text import day_beside, duration, listed, pluralize
from pmpath.render.phrases.confirmation import DOT
from pmpath.render.phrases.pace import keeping_clause, next_due_clause, plan_clause, spare_text
from pmpath.render.phrases.step_role import step_role_row
from pmpath.render.screens.report_pictures import draw_pictures
from pmpath.reports.period.report import PeriodReport

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.reports.roadmap import RoadmapReport

PERCENT = 100
# From so many minutes on they are said.
LEAST_IDLE_MINUTES = 30
CUSTOMER = "customer"
ABOUT_MILESTONES = ("OVERDUE", "NO_SPONSOR")


def draw_standing(
    page: Page, report: PeriodReport, *, whole: bool = False, plan: RoadmapReport | None = None
) -> None:
    """The rows of "Where you stand"; pictures in longer periods and with `whole`."""
    is_long = whole or report.period.kind != "week"
    if report.search is not None and report.search.accepted and not is_long:
        # What was planned on the way to the role needs nobody any more.
        return
    rows = []
    if not report.first_week and report.since_start.promised and not _is_for_another_week(report):
        rows.append(("Since start", _since_start(report)))
    if is_long:
        rows.append(("Plan", plan_clause(report.numbers)))
    if _keeps(report):
        rows.append(("The date", keeping_clause(report.numbers, report.target.date)))
    if report.spare is not None and not (_is_slow(report) or _is_late(report)):
        rows.append(("Spare hours", spare_text(report.spare)))
    if (report.last_met or report.last_customer) and (is_long or not _is_met_told(report)):
        rows.append(("Last met", _last_met(report)))
    if report.step_role is not None:
        rows.append(("Your role", step_role_row(report.step_role, report.step_role_minutes)))
    if report.no_progress is not None and report.no_progress.minutes >= LEAST_IDLE_MINUTES:
        rows.append(("Not progress", _no_progress(report.no_progress)))
    rows += _milestone_rows(report, both=is_long)
    if rows:
        page.title("Where you stand")
        page.rows(rows)
    draw_pictures(page, report, on_terminal=is_long, plan=plan)


def _is_for_another_week(report: PeriodReport) -> bool:
    """A week of return, win or offer says nothing of what is short."""
    pace = report.numbers.pace
    return report.festive and pace is not None and pace.kind == SHORT


def _keeps(report: PeriodReport) -> bool:
    """Whether to say what keeps the date: it is in doubt, and the week has no better news."""
    found = report.verdict
    return (
        found is not None and found.kind == LATE and bool(report.numbers.needed_a_week)
        and not report.festive
    )  # fmt: skip


def _is_late(report: PeriodReport) -> bool:
    """Whether the date is in doubt: then hours that are planned and not done are none to spare."""
    return report.verdict is not None and report.verdict.kind == LATE


def _is_slow(report: PeriodReport) -> bool:
    """Whether a concern says already that an earlier date would hold."""
    found = report.concerns
    return any(one.id == "TOO_SLOW" for one in (found.full, *found.lines, *found.also) if one)


def _is_met_told(report: PeriodReport) -> bool:
    """Whether the concerns say both whom was met last, and when a customer was."""
    found = report.concerns
    ids = {one.id for one in (found.full, *found.lines[:1]) if one}
    return "NO_PEOPLE" in ids and (report.last_customer is None or "NO_CUSTOMER" in ids)


def _last_met(report: PeriodReport) -> str:
    who = report.last_met
    met = f"{who.person} on {_said(report, who.day)}" if who else "nobody yet"
    day = report.last_customer
    if who and who.day == day and function_of(who.person) == CUSTOMER:
        return met
    return f"{met}; a customer on {_said(report, day)}" if day else met


def _no_progress(found: NoProgress) -> str:
    """How much of the time reached or moved no milestone, and what it went into."""
    beyond = "past its limit" if found.role_is_over else "without an open milestone"
    parts = [
        (found.engineering, "on engineering"),
        (found.step_role, f"in a stepping-stone role {beyond}"),
        (found.track_minutes, f"on {_tracks(found)}"),
    ]
    spent = [(minutes, what) for minutes, what in parts if minutes]
    told = [f"{duration(minutes)} {what}" for minutes, what in spent]
    if len(spent) == 1:
        # All of it went there, so the minutes would stand twice.
        told = [spent[0][1].removeprefix("on ").removeprefix("in ")]
    share = found.minutes * PERCENT // found.total if found.total else 0
    return (
        f"{duration(found.minutes)} of {duration(found.total)} logged ({share}%) moved no "
        f"milestone: {', '.join(told)}"
    )


def _tracks(found: NoProgress) -> str:
    """The track, or how many there were: the minutes by track stand in the whole report."""
    if len(found.tracks) > 1:
        return pluralize(len(found.tracks), "track")
    return listed([uncapitalized(one) for one in found.tracks])


def _milestone_rows(report: PeriodReport, *, both: bool) -> list[tuple[str, str]]:
    """What is open; what comes next, on one screen where nothing is open."""
    if report.target.closed is not None:
        return []
    rows = []
    found = report.concerns
    told = [one.id for one in (found.full, *found.lines, *found.also) if one]
    # On one screen what a concern tells stands there alone.
    is_told = not both and any(one in ABOUT_MILESTONES for one in told)
    if report.milestones.open and not report.first_week and not is_told:
        rows.append(("Overdue", _titles(report.milestones.open)))
    if report.next_milestones and (both or not (rows or is_told)):
        rows.append(("Next due", _next_due(report)))
    return rows


def _said(report: PeriodReport, day: date) -> str:
    return day_beside(day, report.as_of)


def _since_start(report: PeriodReport) -> str:
    tally, milestones = report.since_start, report.milestones
    text = f"{duration(tally.minutes)} of {duration(tally.promised)} planned"
    pace = report.numbers.pace
    if pace is not None and pace.kind != SHORT and report.target.closed is None:
        # What is done is said against all that was promised where it is less than that.
        text = next_due_clause(pace, report.as_of)
    if not milestones.due_count or (report.target.closed and not milestones.due_done):
        return text
    return f"{text}; {_due_so_far(milestones)}"


def _due_so_far(found: MilestoneTally) -> str:
    """`2 of 5 milestones due so far reached`."""
    return f"{found.due_done} of {pluralize(found.due_count, 'milestone')} due so far reached"


def _titles(milestones: tuple[DatedMilestone, ...]) -> str:
    shown = [uncapitalized(one.title) for one in milestones[:3]]
    more = f" {DOT.strip()} {len(milestones) - 3} more" if len(milestones) > 3 else ""
    return DOT.join(shown) + more


def uncapitalized(title: str) -> str:
    """The title inside a sentence; one that begins with a short form keeps it."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def _next_due(report: PeriodReport) -> str:
    first = report.next_milestones[0]
    return f"{uncapitalized(first.title)}, {_said(report, first.due)}"
