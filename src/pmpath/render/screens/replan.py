"""The screen of `pmpath replan`: how the plan stands, then each way on with its arithmetic."""

from __future__ import annotations

from datetime import date

from pmpath.coach.outlook.replan import Left, Outlook
from pmpath.coach.plan.hours import WEEKLY_OVERHEAD_MINUTES
from pmpath.render.page.page import Page
from pmpath.render.page.text import clip, duration, hanging, long_day, pluralize, short_day
from pmpath.render.phrases.target import aim, date_history, weeks_left
from pmpath.render.screens.today import draw_notices

SAME, LATER, MORE, SMALLER, LEAVE = "", "d", "m", "s", "q"
NAME_WIDTH = 14
REASON_SHOWN = 200


def draw_outlook(page: Page, report: Outlook) -> None:
    """What stands, what is open, and what each way on would take."""
    page.head_line([aim(report.target), weeks_left(report.target), date_history(report.target)])
    page.line()
    page.rows(_standing(report), name_width=NAME_WIDTH)
    page.line()
    page.rows(ways(report), name_width=NAME_WIDTH)
    page.line()
    page.line(
        "The hours are our estimate of the plan's work. They do not say whether somebody hires you."
    )
    draw_notices(page, report.target, 0)


def _standing(report: Outlook) -> list[tuple[str, str]]:
    left = report.left
    rows = [
        ("Done", pluralize(report.done, "milestone")),
        ("Open", f"{pluralize(left.count, 'milestone')}, {duration(left.minutes)}{_ways(report)}"),
    ]
    if report.weeks:
        review = duration(WEEKLY_OVERHEAD_MINUTES)
        weeks = f"about {pluralize(report.weeks, 'week')} of {duration(report.a_week)}"
        found = duration(report.available)
        rows.append(("Time", f"{weeks} less {review} for the review, without days off: {found}"))
    if report.pace:
        rows.append(("Lately", f"{duration(report.pace)} a week, over the last four weeks"))
    return rows


def _ways(report: Outlook) -> str:
    """The open milestones that are not counted."""
    count = report.other_ways
    lead = "leads" if count == 1 else "lead"
    return f"; {count} more {lead} to a result that is counted already" if count else ""


def ways(report: Outlook) -> list[tuple[str, str]]:
    """Each key and what it would mean; a way that is not open is not among them."""
    rows = []
    if report.target.days_left > 0:
        day = long_day(report.target.date)
        rows.append(("Enter", f"Same date, {day}; counting starts again today.{_keeps(report)}"))
    rows.append((LATER, f"Another date. {_ends(report)}"))
    rows.append((MORE, f"Other hours. {_needed(report)}"))
    if report.smaller:
        rows.append(
            (SMALLER, f"Smaller scope. {' '.join(_smaller(one) for one in report.smaller)}")
        )
    rows.append((LEAVE, "Leave it as it is."))
    return rows


def _keeps(report: Outlook) -> str:
    needed = report.left.a_week
    if needed is None or not report.left.count:
        return ""
    return f" {duration(needed)} a week is enough."


def _ends(report: Outlook) -> str:
    if not report.left.count:
        return "Nothing in scope is open."
    lately = _end(report.pace, report.end_at_pace) if report.pace else ""
    promised = _end(report.a_week, report.end_at_promise)
    return f"{lately} {promised}".strip()


def _end(a_week: int | None, end: date | None) -> str:
    pace = f"At {duration(a_week or 0)} a week the work ends"
    return f"{pace} around {long_day(end)}." if end else f"{pace} in more than ten years."


def _needed(report: Outlook) -> str:
    now = f"Now {duration(report.a_week)} a week"
    if report.left.a_week is None:
        return f"{now}."
    day = long_day(report.target.date)
    return f"{now}; {duration(report.left.a_week)} a week is enough for {day}."


def _smaller(left: Left) -> str:
    """A scope, what is open in it, and how much a week keeps the date with it."""
    a_week = f", {duration(left.a_week)} a week" if left.a_week is not None and left.count else ""
    return f"{left.scope}: {left.count} open, {duration(left.minutes)}{a_week}."


def replanned_text(report: Outlook, week: str, reason: str, width: int) -> str:
    """The confirmation: from which day the line runs, the date with its past, hours, scope."""
    lines = hanging(
        "Replanned: ", f"counting starts again today, {short_day(report.today)}.", width
    )
    history = f"{long_day(report.target.date)}, {date_history(report.target)}"
    left = report.left
    rows = [
        ("date", history),
        ("a week", f"{duration(report.a_week)}: {week}"),
        ("scope", f"{left.scope}, {pluralize(left.count, 'milestone')} open"),
    ]
    rows += [("because", clip(reason, REASON_SHOWN))] if reason else []
    for name, text in rows:
        lines += hanging(f"  {name:<9} ", text, width)
    return "\n".join(lines)
