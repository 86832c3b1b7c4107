"""The screen of bare `pmpath`."""

from __future__ import annotations

from pmpath.coach.numbers.target_date import TargetDate
from pmpath.domain.entry import ASK
from pmpath.domain.people import typed
from pmpath.render.page.page import FAINT, Page
from pmpath.render.page.text import clip, day_beside, duration, pluralize, short_day
from pmpath.render.phrases.closed import closed_rows
from pmpath.render.phrases.commitments import theirs, yours
from pmpath.render.phrases.pace import pace_clause
from pmpath.render.phrases.step_role import step_role_row
from pmpath.render.phrases.steps import sentence, why
from pmpath.render.phrases.still_yours import still_yours_text
from pmpath.render.phrases.target import aim, weeks_left
from pmpath.render.phrases.verdict import verdict_text
from pmpath.reports.today import MONDAY, TodayReport

MOVES_SHOWN = 3
DONE_SHOWN = 5
FIRST_DAYS = 7
# After that many days on which a step was put aside, its ways out are shown.
ASKED_AGAIN = 2
SMALLER_MINUTES = 5


def draw_today(page: Page, report: TodayReport) -> None:
    """Header, the step or what was done, whose move, and what comes next."""
    page.head_line([aim(report.target), *_time(report)])
    page.line()
    if report.target.closed is not None:
        page.rows(closed_rows(report.target.closed, report.today), first=18)
    elif report.last_step is not None:
        rows = [("Last step", _last_step(report))]
        if report.still_yours is not None:
            rows.append(("Still yours", still_yours_text(report.still_yours)))
        page.rows(rows, first=18)
        page.line()
    if report.done or report.target.closed is None:
        _draw_step(page, report)
    _draw_commitments(page, report)
    _draw_ways_on(page, report)
    _draw_week(page, report)
    _draw_question(page, report)
    draw_notices(page, report.target, report.bad_lines)


def _draw_week(page: Page, report: TodayReport) -> None:
    """Where the date stands, on Fridays, and the command that has the week."""
    rows = []
    if report.verdict is not None:
        rows.append(("The date", f"{verdict_text(report.verdict, report.target.date)}."))
    if report.names_report:
        last = report.today.weekday() == MONDAY
        rows.append(("Last week" if last else "The week", f"pmpath report{' last week' * last}"))
    if rows:
        page.line()
        page.rows(rows, first=18)


def _draw_question(page: Page, report: TodayReport) -> None:
    """After a gap, and once the date has passed, the one question that settles it."""
    if report.target.closed is not None:
        return
    if report.target.days_left < 0:
        page.line()
        page.line(
            "A new date: pmpath replan. There already: pmpath roadmap close --because arrived"
        )
    elif report.last_step is not None:
        page.line()
        page.line("Time off, or was the plan too big? One question settles it: pmpath replan")


def draw_notices(page: Page, target: TargetDate, bad_lines: int) -> None:
    """What every report says about its sources: lines passed over, an edit not yet recorded."""
    notices = []
    if bad_lines:
        lines = pluralize(bad_lines, "line")
        notices.append(
            f"Not readable, left as it stands, in no count: {lines} of log.jsonl; pmpath doctor"
            " says which."
        )
    if target.unrecorded:
        notices.append("The roadmap was edited by hand; the change is not yet recorded.")
    for notice in notices:
        page.line()
        page.line(notice, FAINT)


def _time(report: TodayReport) -> list[str]:
    target = report.target
    if 1 <= target.day_number <= FIRST_DAYS:
        return [weeks_left(target), f"day {target.day_number}"]
    # After a gap the last good step comes first, and no count of what is short.
    said = report.pace is not None and report.last_step is None and target.days_left > 0
    return [weeks_left(target), *([pace_clause(report.pace)] if said and report.pace else [])]


def _last_step(report: TodayReport) -> str:
    last = report.last_step
    return f"{day_beside(last.day, report.today)}, {clip(last.told, 120)}" if last else ""


def _draw_step(page: Page, report: TodayReport) -> None:
    step = report.step
    if report.done and report.step is None:
        shown = report.done[-DONE_SHOWN:]
        more = len(report.done) - len(shown)
        rows = [("Done today", f"{duration(one.minutes)}: {clip(one.told, 120)}") for one in shown]
        if more:
            rows.insert(0, ("", f"{pluralize(more, 'entry', 'entries')} before these"))
        page.rows(rows, first=18)
    elif step is None:
        page.rows([("Today", _nothing(report))], first=18)
    else:
        name = "Today"
        rows = [
            (f"{name}, {duration(step.minutes)}", sentence(step)),
            ("Why", why(step, report.today)),
        ]
        if step.bring_back:
            rows.append(("Bring back", step.bring_back))
        rows += [("Mind", text) for text in report.reminders]
        if step.half == ASK and typed(step.person):
            rows.append(("Words to send", f"pmpath prepare {typed(step.person)}"))
        page.rows(rows, first=18)


def _nothing(report: TodayReport) -> str:
    """A day off, or a plan that has nothing left to propose."""
    if not report.is_rest_day:
        return "Nothing is left to propose; what you do, pmpath log keeps."
    reason = clip(report.off_reason, 60)
    off = f"{reason[:1].upper()}{reason[1:]}" if reason else "A rest day"
    if report.off_until is not None and report.off_until != report.today:
        off += f", until {day_beside(report.off_until, report.today)}"
    return f"{off}. Nothing is due."


def _draw_commitments(page: Page, report: TodayReport) -> None:
    rows = [
        ("Waiting on", theirs(one, report.today, asked=True)) for one in report.theirs[:MOVES_SHOWN]
    ]
    rows += [("Yours", yours(one, report.today)) for one in report.yours[:MOVES_SHOWN]]
    if report.step_role is not None:
        rows.append(("Step role", f"{step_role_row(report.step_role)} (pmpath why limit)"))
    if rows:
        page.line()
        page.rows(rows, first=18)


def _draw_ways_on(page: Page, report: TodayReport) -> None:
    if report.step is not None:
        page.line()
        sent = "When sent" if report.step.half == ASK else "Afterwards"
        page.rows([(sent, "pmpath done"), *_ways_around(page), *_ways_out(report)], first=18)
    if report.next is not None:
        page.line()
        step = report.next.step
        name = f"Next, {short_day(report.next.day)}"
        page.rows([(name, f"{duration(step.minutes)}: {sentence(step)}")], first=18)


def _ways_out(report: TodayReport) -> list[tuple[str, str]]:
    """For a step that was put aside more than once: smaller, later, or not at all."""
    if report.step is None or report.declined < ASKED_AGAIN or not report.step.action:
        return []
    return [
        ("Smaller", f"pmpath today --minutes {SMALLER_MINUTES}"),
        ("Later", "pmpath today --not-before DAY"),
        ("Never", "pmpath today --not-in-plan"),
    ]


def _ways_around(page: Page) -> list[tuple[str, str]]:
    if page.narrow:
        return [("Not today", "pmpath today --other"), ("Day off", "pmpath rest")]
    return [("Not today", "pmpath today --other      Day off    pmpath rest")]
