"""The screen of `pmpath report`: the week in one sentence, what stands, whose move, what next."""

from __future__ import annotations

from datetime import date

from pmpath.coach.today.proposal import Step
from pmpath.domain.entry import ASK
from pmpath.domain.people import name_of, typed
from pmpath.domain.period import AskedWeek, Period
from pmpath.render.page.blocks import FAINT, STRONG, Timed
from pmpath.render.page.page import Page
from pmpath.render.page.text import (
    MONTHS,
    WEEKDAYS,
    cells,
    clip,
    duration,
    listed,
    pluralize,
    short_day,
)
from pmpath.render.phrases.closed import closed_rows
from pmpath.render.phrases.concern import draw_concerns
from pmpath.render.phrases.confirmation import DOT
from pmpath.render.phrases.steps import sentence
from pmpath.render.phrases.still_yours import still_yours_text
from pmpath.render.phrases.target import aim, date_history, weeks_left
from pmpath.render.phrases.verdict import verdict_text
from pmpath.render.screens.gathered.report_words import draw_words
from pmpath.render.screens.report_end import draw_end
from pmpath.render.screens.report_facts import (
    MOST,
    ROOMS,
    SCREEN_LINES,
    Room,
    draw_changes,
    draw_happened,
    draw_open,
)
from pmpath.render.screens.report_standing import draw_standing, uncapitalized
from pmpath.reports.period.people_met import Met
from pmpath.reports.period.report import PeriodReport
from pmpath.reports.reported_entry import ReportedEntry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.reports.roadmap import RoadmapReport

ENTRIES_SHOWN = 7
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
    """Time against plan, days, what most of it went into, who was met."""
    tally, main = report.this_period, report.main_track
    if not report.logged:
        return _nothing_logged(report)
    if not tally.minutes:
        lost = (
            f"{duration(tally.engineering)} of engineering, which does not count toward the plan."
        )
        return lost if tally.engineering else "What you logged tells of nothing that was done."
    share = "all" if len(report.tracks) == 1 else "most"
    # One alone that is not the main one is what has no track.
    several = f", in {len(report.tracks)} tracks" if len(report.tracks) > 1 else ""
    on = f", {share} of it {uncapitalized(main.name)}" if main else several
    planned = f" of {duration(tally.promised)} planned" if tally.promised else ""
    days = f"{tally.days_done} of {pluralize(tally.days, 'day')}"
    met = listed([_met(one, report) for one in report.met])
    cap = (
        f"; {duration(tally.beyond_cap)} above the daily cap, not counted"
        if tally.beyond_cap
        else ""
    )
    people = f"; met {met}" if met else ""
    # The initials of a shared report end with a period themselves.
    return f"{duration(tally.minutes)}{planned}, on {days}{on}{cap}{people}".removesuffix(".") + "."


def _met(one: Met, report: PeriodReport) -> str:
    """In the first week everybody is new, so the word says nothing."""
    name = name_of(one.person)
    return f"{name} (new)" if one.new and not report.first_week else name


def _nothing_logged(report: PeriodReport) -> str:
    if report.off_reason is not None and report.target.closed is None:
        return f"Days off: {clip(report.off_reason, 60)}." if report.off_reason else "Days off."
    over = report.as_of >= report.period.last
    return "Nothing was logged in these days." if over else "Nothing is logged yet."


def _draw_closed(page: Page, report: PeriodReport) -> None:
    if report.target.closed is not None:
        page.line()
        page.rows(closed_rows(report.target.closed, report.as_of), name_width=16)


def _draw_still_yours(page: Page, report: PeriodReport) -> None:
    if report.still_yours is not None:
        page.title("What you keep")
        page.rows([("", still_yours_text(report.still_yours))], name_width=0)


def _draw_done(page: Page, report: PeriodReport) -> None:
    """The best entries of a longer period, in the order of their days."""
    if not report.done:
        return
    page.title("Done")
    order = [one.entry_id for one in report.happened if one.entry_id]
    order += [one.id for one in report.done]
    best = set(list(dict.fromkeys(order))[:ENTRIES_SHOWN])
    shown = [one for one in report.done if one.id in best]
    more = len(report.done) - len(shown)
    page.steps([_timed(entry) for entry in shown])
    if more:
        page.rows([("", f"{pluralize(more, 'more entry', 'more entries')}: pmpath history")],
                  name_width=0)  # fmt: skip


def _timed(entry: ReportedEntry) -> Timed:
    told = clip(entry.told, WORDS_SHOWN)
    return Timed(_weekday(entry.day), duration(entry.minutes), told)


def _weekday(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day}"


def _draw_next(page: Page, report: PeriodReport, shown: int | None) -> None:
    if not report.next_steps:
        return
    week = "Next week" if report.period.kind == "week" else "The next seven days"
    near = report.next_minutes and report.next_steps[-1].day in report.next_days
    page.title(f"{week}, {duration(report.next_minutes)}" if near else "Next")
    found = report.next_steps[:shown]
    rest = report.next_steps[len(found) :]
    answer = [one for one in rest if report.answer is not None and one.step == report.answer]
    # The step that answers the one thing stays where there is room for few.
    found = (*found[: len(found) - len(answer)], *answer) if answer else found
    page.steps([_planned(one.day, one.step) for one in found])


def _planned(day: date, step: Step) -> Timed:
    """The step, and the command that has its words."""
    whom = typed(step.person) if step.half == ASK else typed(step.opening.partition(":")[0])
    command = f"prepare {whom}" if whom else ""
    return Timed(_weekday(day), duration(step.minutes), sentence(step), command)


def draw_report(
    page: Page, report: PeriodReport, *, whole: bool = False, plan: RoadmapReport | None = None
) -> None:
    """The report, top to bottom; `whole`: all that a week's one screen leaves to be asked for.

    The `plan` is drawn among the other pictures, where it is given.

    A section that has nothing to say draws nothing. A week has as many lines as fit one screen; one
    that cannot fit says as much as any.
    """
    if whole or report.period.kind != "week":
        _draw(page, report, ROOMS[0], whole=whole, plan=plan)
        return
    drafts = (_draft(page, report, room) for room in ROOMS)
    fitting = (one for one in drafts if one.text().count("\n") <= SCREEN_LINES)
    # What needs to be scrolled on a narrow screen anyway keeps its empty lines.
    most = ROOMS[0] if page.narrow else MOST
    page.take(next(fitting, None) or _draft(page, report, most))


def _draft(page: Page, report: PeriodReport, room: Room) -> Page:
    draft = page.draft(tight=room.tight)
    _draw(draft, report, room, whole=False)
    return draft


def _draw(
    page: Page, report: PeriodReport, room: Room, *, whole: bool, plan: RoadmapReport | None = None
) -> None:
    page.head(aim(report.target), _standing(report))
    _draw_verdict(page, report)
    if report.asked_week is not None:
        page.line(_asked_week(report.asked_week), FAINT)
    page.line()
    page.line(_in_one_sentence(report))
    _draw_closed(page, report)
    draw_happened(page, report, room, whole=whole)
    draw_changes(page, report)
    _draw_still_yours(page, report)
    if whole or report.period.kind != "week":
        _draw_done(page, report)
    if not report.before_start:
        draw_standing(page, report, whole=whole, plan=plan)
        draw_concerns(page, report, None if whole else room.running)
        draw_words(page, report, whole=whole)
        draw_open(page, report, room, whole=whole)
        _draw_next(page, report, None if whole else room.steps)
        draw_end(page, report)


def _asked_week(asked: AskedWeek) -> str:
    """Which week it is by the calendar, and which days the week of that number in the plan has."""
    said = f"Calendar week {asked.number} of {asked.year}."
    if asked.of_plan is None:
        return said
    return f"{said} Week {asked.number} of your plan is {span(asked.of_plan)}."


def _draw_verdict(page: Page, report: PeriodReport) -> None:
    """The days, and whether the date holds; in one line where a tight page has the room."""
    days = span(report.period)
    if report.verdict is None:
        page.line(days)
        return
    said = f"{verdict_text(report.verdict, report.target.date)}."
    if page.is_tight and cells(days) + len(DOT) + cells(said) <= page.width:
        page.line(f"{days}{DOT}{said}", STRONG)
    else:
        page.line(days)
        page.line(said, STRONG)
