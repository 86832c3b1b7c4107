"""Where a period leaves the plan: what was done and promised, the date, the last people met."""

from __future__ import annotations

from datetime import date

from pmpath.coach.numbers.buffer import SHORT
from pmpath.coach.plan.milestones import DatedMilestone
from pmpath.domain.people import name_of
from pmpath.render.page.page import Page
from pmpath.render.page.text import day_beside, duration, listed, pluralize
from pmpath.render.phrases.confirmation import DOT
from pmpath.render.phrases.pace import forecast_clause, next_due_clause, plan_clause
from pmpath.render.phrases.step_role import step_role_row
from pmpath.render.screens.report_pictures import draw_pictures
from pmpath.reports.period.report import PeriodReport

NAMES = {
    "week": "This week", "month": "This month", "quarter": "This quarter", "range": "These days",
    "all": "In all",
}  # fmt: skip


def draw_standing(page: Page, report: PeriodReport) -> None:
    """The rows of "Where you stand", and the pictures below them."""
    rows = [(NAMES.get(report.period.kind, "These days"), _period_row(report))]
    if not report.first_week and report.since_start.promised:
        rows.append(("Since start", _since_start(report)))
    if report.period.kind != "week":
        rows.append(("Plan", plan_clause(report.numbers)))
    found = report.numbers.forecast
    if found is not None and found.is_said and report.target.closed is None:
        rows.append(("The date", forecast_clause(found, report.numbers, report.target.date)))
    if report.last_met:
        rows.append(
            ("Last person", f"{report.last_met.person}, {_said(report, report.last_met.day)}")
        )
    if report.last_customer:
        rows.append(("Customers", f"last on {_said(report, report.last_customer)}"))
    if report.step_role or report.step_role_minutes:
        rows.append(("Step role", step_role_row(report.step_role, report.step_role_minutes)))
    if report.this_period.engineering:
        rows.append(("Engineering", f"{duration(report.this_period.engineering)}, kept apart"))
    runs = report.target.closed is None
    if report.milestones.open and not report.first_week and runs:
        rows.append(("Open", _titles(report.milestones.open)))
    if report.next_milestones and runs:
        rows.append(("Next due", _next_due(report)))
    page.title("Where you stand")
    page.rows(rows)
    draw_pictures(page, report)


def _said(report: PeriodReport, day: date) -> str:
    return day_beside(day, report.as_of)


def _period_row(report: PeriodReport) -> str:
    tally = report.this_period
    of = f" of {duration(tally.promised)}" if tally.promised else ""
    days = f", on {tally.days_done} of {pluralize(tally.days, 'day')}" if tally.days else ""
    people = [
        f"{name_of(one.person)} (new)" if one.new else name_of(one.person) for one in report.met
    ]
    # In the first week everybody is new, so the word says nothing.
    if report.first_week:
        people = [name_of(one.person) for one in report.met]
    met = f"; met {listed(people)}" if people else ""
    cap = f", {duration(tally.beyond_cap)} above a day's cap left out" if tally.beyond_cap else ""
    return f"{duration(tally.minutes)}{of}{days}{cap}{met}"


def _since_start(report: PeriodReport) -> str:
    tally, milestones = report.since_start, report.milestones
    text = f"{duration(tally.minutes)} of {duration(tally.promised)}"
    pace = report.numbers.pace
    if pace is not None and pace.kind != SHORT and report.target.closed is None:
        # What is done is said against all that was promised where it is less than that.
        text = next_due_clause(pace, report.as_of)
    if not milestones.due_count:
        return text
    due = pluralize(milestones.due_count, "milestone")
    if not milestones.due_done:
        return f"{text}; {due} due, open"
    if milestones.due_done == milestones.due_count:
        return f"{text}; {due} due, done"
    return f"{text}; {milestones.due_done} of the {due} due are done"


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
