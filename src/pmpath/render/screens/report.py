"""The screen of `pmpath report`: the week in one sentence, what stands, whose move, what next."""

from __future__ import annotations

from datetime import date

from pmpath.coach.numbers.buffer import SHORT
from pmpath.coach.plan.milestones import DatedMilestone
from pmpath.coach.today.proposal import Step
from pmpath.domain.entry import ASK
from pmpath.domain.people import name_of, typed
from pmpath.domain.period import Period
from pmpath.render.page.blocks import Timed
from pmpath.render.page.page import Page
from pmpath.render.page.text import (
    MONTHS,
    WEEKDAYS,
    clip,
    counted,
    day_beside,
    duration,
    listed,
    short_day,
)
from pmpath.render.phrases.closed import closed_rows
from pmpath.render.phrases.concern import draw_concerns
from pmpath.render.phrases.kept import DOT, metric_text
from pmpath.render.phrases.moves import draw_moves
from pmpath.render.phrases.pace import forecast_clause, next_due_clause, plan_clause
from pmpath.render.phrases.step_role import step_role_row
from pmpath.render.phrases.steps import sentence
from pmpath.render.phrases.still_yours import still_yours_text
from pmpath.render.phrases.target import aim, date_history, move_row, weeks_left
from pmpath.render.screens.report_end import draw_end
from pmpath.render.screens.report_pictures import draw_pictures
from pmpath.reports.period.report import Heard, PeriodReport
from pmpath.reports.told import ToldEntry

ENTRIES_SHOWN = 7
QUOTES_SHOWN, MILESTONES_SHOWN = 2, 5
WORDS_SHOWN = 100
NAMES = {
    "week": "This week", "month": "This month", "quarter": "This quarter", "range": "These days",
    "all": "In all",
}  # fmt: skip


def draw_report(page: Page, report: PeriodReport) -> None:
    """The whole report, top to bottom; an empty section is left out."""
    page.head(aim(report.target), _standing(report))
    page.line(span(report.period))
    page.line()
    page.line(_in_one_sentence(report))
    if report.target.closed is not None:
        page.line()
        page.rows(closed_rows(report.target.closed, report.as_of), first=16)
    _draw_date(page, report)
    _draw_went_well(page, report)
    if report.still_yours is not None:
        page.title("Still yours")
        page.rows([("", still_yours_text(report.still_yours))], first=0)
    _draw_done(page, report)
    if not report.before_start:
        _draw_standing(page, report)
        draw_concerns(page, report.concerns, report.as_of)
        draw_moves(page, report.moves, report.as_of)
        _draw_next(page, report)
        draw_end(page, report)


def _draw_date(page: Page, report: PeriodReport) -> None:
    """A move of the date in full, in the period it was made; later the head line holds it."""
    if report.date_moves:
        page.title("The date was moved")
        page.rows([move_row(one) for one in report.date_moves])


def span(period: Period) -> str:
    """`Mon 29 March - Sun 4 April 2027`, or one day."""
    first, last = period.start, period.last
    if first == last:
        return f"{short_day(first)} {first.year}"
    start = f"{WEEKDAYS[first.weekday()]} {first.day}"
    if (first.year, first.month) != (last.year, last.month):
        start += f" {MONTHS[first.month - 1]}"
    start += f" {first.year}" if first.year != last.year else ""
    return f"{start} - {short_day(last)} {last.year}"


def _standing(report: PeriodReport) -> str:
    target = report.target
    if report.before_start:
        return "before the plan began"
    is_week_of_plan = report.period.kind == "week" and target.week > 0
    parts = [f"Week {target.week}"] if is_week_of_plan else []
    return DOT.join([*parts, weeks_left(target), date_history(target)])


def _in_one_sentence(report: PeriodReport) -> str:
    tally, main = report.this_period, report.main_track
    if not report.logged:
        return _nothing_logged(report)
    if not tally.minutes:
        return f"{_minutes(tally.engineering)} of engineering, kept apart."
    share = "all" if len(report.tracks) == 1 else "most"
    # One alone that is not the main one is what has no track.
    several = f", on {len(report.tracks)} tracks" if len(report.tracks) > 1 else ""
    on = f", {share} of it {_small(main.name)}" if main else several
    return f"{duration(tally.minutes)} on {counted(tally.days_done, 'day')}{on}."


def _nothing_logged(report: PeriodReport) -> str:
    if report.off_reason is not None and report.target.closed is None:
        return f"Days off: {clip(report.off_reason, 60)}." if report.off_reason else "Days off."
    over = report.as_of >= report.period.last
    return "Nothing was logged in these days." if over else "Nothing is logged yet."


def _minutes(minutes: int) -> str:
    return duration(minutes) if minutes else "0 min"


def _draw_went_well(page: Page, report: PeriodReport) -> None:
    numbers = dict.fromkeys(_capital(metric_text(win.metric)) for win in report.wins)
    if numbers:
        page.title("Numbers")
        page.rows([("", line) for line in numbers], first=0)
    reached = report.milestones.reached
    more = len(reached) - MILESTONES_SHOWN
    lines = [f"{counted(more, 'milestone')} before these: pmpath milestones"] if more > 0 else []
    lines += [f"Milestone: {one.title}" for one in reached[-MILESTONES_SHOWN:]]
    lines += [_quote(one) for one in report.heard[:QUOTES_SHOWN]]
    if lines:
        page.title("Went well")
        page.rows([("", line) for line in lines], first=0)


def _quote(heard: Heard) -> str:
    who = name_of(heard.people[0]) if heard.people else ""
    who = f"{who}, {heard.key}" if who and heard.key == "worry" else who or _capital(heard.key)
    return f'{who}: "{clip(heard.words, WORDS_SHOWN)}"'


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _draw_done(page: Page, report: PeriodReport) -> None:
    if not report.done:
        return
    page.title("Done")
    shown = report.done[-ENTRIES_SHOWN:]
    more = len(report.done) - len(shown)
    if more:
        page.rows(
            [("", f"{counted(more, 'entry', 'entries')} before these: pmpath history")], first=0
        )
    page.steps([_timed(entry) for entry in shown])


def _timed(entry: ToldEntry) -> Timed:
    told = clip(entry.told, WORDS_SHOWN)
    return Timed(_weekday(entry.day), duration(entry.minutes), told)


def _weekday(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day}"


def _draw_standing(page: Page, report: PeriodReport) -> None:
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
    days = f", on {tally.days_done} of {counted(tally.days, 'day')}" if tally.days else ""
    people = [
        f"{name_of(one.person)} (new)" if one.new else name_of(one.person) for one in report.met
    ]
    # In the first week everybody is new, so the word says nothing.
    if report.first_week:
        people = [name_of(one.person) for one in report.met]
    met = f"; met {listed(people)}" if people else ""
    cap = f", {duration(tally.beyond_cap)} above a day's cap left out" if tally.beyond_cap else ""
    return f"{_minutes(tally.minutes)}{of}{days}{cap}{met}"


def _since_start(report: PeriodReport) -> str:
    tally, milestones = report.since_start, report.milestones
    text = f"{_minutes(tally.minutes)} of {_minutes(tally.promised)}"
    pace = report.numbers.pace
    if pace is not None and pace.kind != SHORT and report.target.closed is None:
        # What is done is said against all that was promised where it is less than that.
        text = next_due_clause(pace, report.as_of)
    if not milestones.due_count:
        return text
    due = counted(milestones.due_count, "milestone")
    if not milestones.due_done:
        return f"{text}; {due} due, open"
    if milestones.due_done == milestones.due_count:
        return f"{text}; {due} due, done"
    return f"{text}; {milestones.due_done} of the {due} due are done"


def _titles(milestones: tuple[DatedMilestone, ...]) -> str:
    shown = [_small(one.title) for one in milestones[:3]]
    more = f" {DOT.strip()} {len(milestones) - 3} more" if len(milestones) > 3 else ""
    return DOT.join(shown) + more


def _small(title: str) -> str:
    return title[:1].lower() + title[1:] if title[1:2].islower() else title


def _next_due(report: PeriodReport) -> str:
    first = report.next_milestones[0]
    return f"{_small(first.title)}, {_said(report, first.due)}"


def _draw_next(page: Page, report: PeriodReport) -> None:
    if not report.next_steps:
        return
    week = "Next week" if report.period.kind == "week" else "The next seven days"
    near = report.next_minutes and report.next_steps[-1].day in report.next_days
    page.title(f"{week}, {_minutes(report.next_minutes)}" if near else "Next")
    page.steps([_planned(one.day, one.step) for one in report.next_steps])


def _planned(day: date, step: Step) -> Timed:
    """The step, and the command that has its words."""
    whom = typed(step.person) if step.half == ASK else ""
    command = f"prepare {whom}" if whom else ""
    return Timed(_weekday(day), duration(step.minutes), sentence(step), command)
