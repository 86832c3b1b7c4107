"""The screen of `pmpath report`: the week in one sentence, what stands, whose move, what next."""

from __future__ import annotations

from datetime import date

from pmpath.coach.today.proposal import Step
from pmpath.domain.entry import ASK
from pmpath.domain.people import name_of, typed
from pmpath.domain.period import Period
from pmpath.render.page.blocks import Timed
from pmpath.render.page.page import STRONG, Page
from pmpath.render.page.text import (
    MONTHS,
    WEEKDAYS,
    capitalized,
    clip,
    duration,
    pluralize,
    short_day,
)
from pmpath.render.phrases.closed import closed_rows
from pmpath.render.phrases.commitments import draw_commitments
from pmpath.render.phrases.concern import draw_concerns
from pmpath.render.phrases.confirmation import DOT, metric_text
from pmpath.render.phrases.steps import sentence
from pmpath.render.phrases.still_yours import still_yours_text
from pmpath.render.phrases.target import aim, date_history, move_row, weeks_left
from pmpath.render.phrases.verdict import verdict_text
from pmpath.render.screens.report_end import draw_end
from pmpath.render.screens.report_standing import draw_standing, uncapitalized
from pmpath.reports.period.quotes import Heard
from pmpath.reports.period.report import PeriodReport
from pmpath.reports.reported_entry import ReportedEntry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Section = Callable[[Page, PeriodReport], None]

ENTRIES_SHOWN = 7
QUOTES_SHOWN, MILESTONES_SHOWN = 2, 5
WORDS_SHOWN = 100


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
        return f"{duration(tally.engineering)} of engineering, kept apart."
    share = "all" if len(report.tracks) == 1 else "most"
    # One alone that is not the main one is what has no track.
    several = f", on {len(report.tracks)} tracks" if len(report.tracks) > 1 else ""
    on = f", {share} of it {uncapitalized(main.name)}" if main else several
    return f"{duration(tally.minutes)} on {pluralize(tally.days_done, 'day')}{on}."


def _nothing_logged(report: PeriodReport) -> str:
    if report.off_reason is not None and report.target.closed is None:
        return f"Days off: {clip(report.off_reason, 60)}." if report.off_reason else "Days off."
    over = report.as_of >= report.period.last
    return "Nothing was logged in these days." if over else "Nothing is logged yet."


def _draw_closed(page: Page, report: PeriodReport) -> None:
    if report.target.closed is not None:
        page.line()
        page.rows(closed_rows(report.target.closed, report.as_of), first=16)


def _draw_date(page: Page, report: PeriodReport) -> None:
    """A move of the date in full, in the period it was made; later the head line holds it."""
    if report.date_moves:
        page.title("The date was moved")
        page.rows([move_row(one) for one in report.date_moves])


def _draw_numbers(page: Page, report: PeriodReport) -> None:
    numbers = dict.fromkeys(capitalized(metric_text(win.metric)) for win in report.wins)
    if numbers:
        page.title("Numbers")
        page.rows([("", line) for line in numbers], first=0)


def _draw_went_well(page: Page, report: PeriodReport) -> None:
    reached = report.milestones.reached
    more = len(reached) - MILESTONES_SHOWN
    lines = [f"{pluralize(more, 'milestone')} before these: pmpath milestones"] if more > 0 else []
    lines += [f"Milestone: {one.title}" for one in reached[-MILESTONES_SHOWN:]]
    lines += [_quote(one) for one in report.heard[:QUOTES_SHOWN]]
    if lines:
        page.title("Went well")
        page.rows([("", line) for line in lines], first=0)


def _quote(heard: Heard) -> str:
    who = name_of(heard.people[0]) if heard.people else ""
    who = f"{who}, {heard.key}" if who and heard.key == "worry" else who or capitalized(heard.key)
    return f'{who}: "{clip(heard.words, WORDS_SHOWN)}"'


def _draw_still_yours(page: Page, report: PeriodReport) -> None:
    if report.still_yours is not None:
        page.title("Still yours")
        page.rows([("", still_yours_text(report.still_yours))], first=0)


def _draw_done(page: Page, report: PeriodReport) -> None:
    if not report.done:
        return
    page.title("Done")
    shown = report.done[-ENTRIES_SHOWN:]
    more = len(report.done) - len(shown)
    if more:
        page.rows(
            [("", f"{pluralize(more, 'entry', 'entries')} before these: pmpath history")], first=0
        )
    page.steps([_timed(entry) for entry in shown])


def _timed(entry: ReportedEntry) -> Timed:
    told = clip(entry.told, WORDS_SHOWN)
    return Timed(_weekday(entry.day), duration(entry.minutes), told)


def _weekday(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day}"


def _draw_concerns(page: Page, report: PeriodReport) -> None:
    draw_concerns(page, report.concerns, report.as_of)


def _draw_commitments(page: Page, report: PeriodReport) -> None:
    draw_commitments(page, report.moves, report.as_of)


def _draw_next(page: Page, report: PeriodReport) -> None:
    if not report.next_steps:
        return
    week = "Next week" if report.period.kind == "week" else "The next seven days"
    near = report.next_minutes and report.next_steps[-1].day in report.next_days
    page.title(f"{week}, {duration(report.next_minutes)}" if near else "Next")
    page.steps([_planned(one.day, one.step) for one in report.next_steps])


def _planned(day: date, step: Step) -> Timed:
    """The step, and the command that has its words."""
    whom = typed(step.person) if step.half == ASK else ""
    command = f"prepare {whom}" if whom else ""
    return Timed(_weekday(day), duration(step.minutes), sentence(step), command)


# The order on the screen; a section that has nothing to say draws nothing.
SECTIONS: tuple[Section, ...] = (
    _draw_closed, _draw_date, _draw_numbers, _draw_went_well, _draw_still_yours, _draw_done,
)  # fmt: skip
# Those of a plan that has begun.
SECTIONS_SINCE_START: tuple[Section, ...] = (
    draw_standing, _draw_concerns, _draw_commitments, _draw_next, draw_end,
)  # fmt: skip


def draw_report(page: Page, report: PeriodReport) -> None:
    """The whole report, top to bottom."""
    page.head(aim(report.target), _standing(report))
    page.line(span(report.period))
    if report.verdict is not None:
        page.line(f"{verdict_text(report.verdict, report.target.date)}.", STRONG)
    page.line()
    page.line(_in_one_sentence(report))
    for section in SECTIONS:
        section(page, report)
    for section in SECTIONS_SINCE_START if not report.before_start else ():
        section(page, report)
