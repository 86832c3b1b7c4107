"""The screen of bare `pmpath`."""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.people import Commitment
from pmpath.coach.numbers.target_date import TargetDate
from pmpath.coach.today.proposal import NUDGE, Step
from pmpath.domain.entry import ASK, handle_of
from pmpath.domain.people import name_of, typed
from pmpath.domain.promise import topic_of
from pmpath.render.page.blocks import FAINT
from pmpath.render.page.page import Page
from pmpath.render.page.text import clip, day_beside, duration, pluralize, shell_words, short_day
from pmpath.render.phrases.commitments import side_of, theirs, yours
from pmpath.render.phrases.pace import pace_clause
from pmpath.render.phrases.steps import sentence, why
from pmpath.render.phrases.target import aim, unreadable_text, unrecorded_text, weeks_left
from pmpath.reports.today import MONDAY, DayAhead, TodayReport

MOVES_SHOWN = 3
DONE_SHOWN = 5
FIRST_DAYS = 7
# After that many days on which a step was put aside, its ways out are shown.
ASKED_AGAIN = 2
SMALLER_MINUTES = 5
# What was due so many days ago gets a new day or is cancelled.
OVERDUE_DAYS = 3


def draw_today(page: Page, report: TodayReport) -> None:
    """Header, the step or what was done, whose move, and what comes next."""
    page.head_line([aim(report.target), *_time(report)])
    page.line()
    # What few days have is loaded on these days, here and below.
    if report.target.closed is not None:
        from pmpath.render.phrases.closed import closed_rows

        page.rows(closed_rows(report.target.closed, report.today), name_width=18)
    elif report.last_step is not None:
        rows = [("Last step", _last_step(report))]
        if report.still_yours is not None:
            from pmpath.render.phrases.still_yours import still_yours_text

            rows.append(("What you keep", still_yours_text(report.still_yours)))
        page.rows(rows, name_width=18)
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
        from pmpath.render.phrases.verdict import verdict_text

        rows.append(("The date", f"{verdict_text(report.verdict, report.target.date)}."))
    if report.names_report:
        last = report.today.weekday() == MONDAY
        rows.append(("Last week" if last else "The week", f"pmpath report{' last week' * last}"))
    if rows:
        page.line()
        page.rows(rows, name_width=18)


def draw_choices(page: Page, choices: tuple[Step, ...], today: date) -> None:
    """What may be done today, numbered as `done` takes it."""
    rows = [
        (f"{number}  {duration(one.minutes)}", f"{sentence(one)} ({why(one, today)})")
        for number, one in enumerate(choices, 1)
    ]
    page.rows(rows or [("Today", "No step is open.")], name_width=12)
    if rows:
        page.line()
        page.rows([("To record one", f"pmpath done {len(rows)}")], name_width=18)


def draw_week(page: Page, days: tuple[DayAhead, ...]) -> None:
    """The next days, each with its step, or none."""
    page.rows([(f"{short_day(one.day)}", _ahead(one)) for one in days], name_width=12)


def _ahead(one: DayAhead) -> str:
    if one.step is not None:
        return f"{duration(one.step.minutes)}: {sentence(one.step)}"
    return "day off" if not one.minutes else "nothing planned yet"


def _draw_question(page: Page, report: TodayReport) -> None:
    """After a gap, once an offer is accepted or the date has passed, what settles it."""
    if report.target.closed is not None:
        return
    if report.accepted is not None:
        page.line()
        page.line(f"You accepted an offer on {day_beside(report.accepted, report.today)}.")
        page.line("To end the plan: pmpath roadmap close --because arrived")
        page.line("To go on with the search: pmpath milestones reopen search.offer")
    elif report.target.days_left < 0:
        page.line()
        page.line(
            "Your date has passed. To set a new one: pmpath replan. "
            "If you have the job: pmpath roadmap close --because arrived"
        )
    elif report.last_step is not None:
        page.line()
        page.line(
            "Were you away, or was the plan too big? Tell pmpath with one answer: pmpath replan"
        )


def draw_notices(page: Page, target: TargetDate, bad_lines: int) -> None:
    """What every report says about its sources: lines passed over, an edit not yet recorded."""
    notices = []
    if bad_lines:
        notices.append(unreadable_text(bad_lines))
    if target.unrecorded:
        notices.append(unrecorded_text(bad_lines, is_plan_logged=target.is_plan_logged))
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
    if report.done:
        page.rows(_done(report), name_width=18)
    if report.done and step is None:
        page.rows([("Enough for today", "To log anything else: pmpath log WORDS")], name_width=18)
    elif step is None:
        page.rows([("Today", _nothing(report))], name_width=18)
    else:
        name = "Today"
        rows = [
            (f"{name}, {duration(step.minutes)}", sentence(step)),
            ("Why", why(step, report.today)),
        ]
        if step.bring_back:
            rows.append(("Done when", step.bring_back))
        rows += [("Keep in mind", text) for text in report.reminders]
        if step.half == ASK:
            rows.append(("Words to send", f"pmpath prepare {typed(step.person)}".rstrip()))
        elif step.opening:
            firm = step.opening.partition(":")[0].strip()
            rows.append(("Words to send", f"pmpath prepare {typed(firm)}"))
        rows += [_then(one) for one in report.then]
        page.rows(rows, name_width=18)


def _done(report: TodayReport) -> list[tuple[str, str]]:
    """What was done today, the latest last."""
    shown = report.done[-DONE_SHOWN:]
    more = len(report.done) - len(shown)
    rows = [("Done today", f"{duration(one.minutes)}: {clip(one.told, 120)}") for one in shown]
    before = ("Done today", f"{pluralize(more, 'entry', 'entries')} before these")
    return [before, *rows] if more else rows


def _then(step: Step) -> tuple[str, str]:
    """A further step that the day has minutes for."""
    return f"Then, {duration(step.minutes)}", sentence(step)


def _nothing(report: TodayReport) -> str:
    """A day off, or one for which the plan has nothing useful to propose."""
    if not report.is_rest_day:
        return "Enough for today. To log what you do anyway: pmpath log WORDS"
    reason = clip(report.off_reason, 60)
    off = f"{reason[:1].upper()}{reason[1:]}" if reason else "A rest day"
    if report.off_until is not None and report.off_until != report.today:
        off += f", until {day_beside(report.off_until, report.today)}"
    return f"{off}. Nothing is due."


def _draw_commitments(page: Page, report: TodayReport) -> None:
    rows = [
        ("Waiting on", theirs(one, report.today, asked=True)) for one in report.theirs[:MOVES_SHOWN]
    ]
    if report.theirs:
        rows.append(("If answered", f"pmpath log {_answered(report.theirs[0])}"))
    rows += [(side_of(one), yours(one, report.today)) for one in report.yours[:MOVES_SHOWN]]
    if report.step_role is not None:
        from pmpath.render.phrases.step_role import step_role_row

        rows.append(("Your role", f"{step_role_row(report.step_role)} (pmpath why limit)"))
    if report.looks:
        from pmpath.render.screens.gathered.looked_at import look_text

        rows.append(("Your words", look_text(report.looks[-1])))
    if rows:
        page.line()
        page.rows(rows, name_width=18)


def _answered(move: Commitment) -> str:
    """The line that closes what waits: `Anna answered: ...`; a thing has to be named in it."""
    topic = topic_of(move.what)
    about = f" about the {topic}" if topic else ""
    return shell_words(f"{name_of(move.person) or 'Lena'} answered{about}: WORDS")


def _draw_ways_on(page: Page, report: TodayReport) -> None:
    if report.step is not None:
        page.line()
        sent = "When sent" if report.step.half == ASK else "When done"
        ways = [(sent, "pmpath done"), *_ways_around(page), *_ways_out(report)]
        page.rows([*_ways_of_promise(report), *ways], name_width=18)
    if report.next is not None:
        page.line()
        step = report.next.step
        name = f"Next, {short_day(report.next.day)}"
        rows = [(name, f"{duration(step.minutes)}: {sentence(step)}")]
        if _begins_with_rest(report):
            rows.append(("To do it today", f"pmpath today --minutes {step.minutes}"))
        page.rows(rows, name_width=18)


def _begins_with_rest(report: TodayReport) -> bool:
    """Whether the plan is new today and today is a weekday without minutes, as most Sundays are.

    Whoever sets up a plan has time now; a day off with a reason was asked for.
    """
    is_weekday = report.is_rest_day and not report.off_reason
    return is_weekday and report.target.day_number == 1 and not report.done


def move_words(step: Step) -> str:
    """The next move as it is typed, on another day: `next fri lena: her slides`.

    What is waited for stays theirs: `theirs fri lena: her answer`.
    """
    person = f"{typed(step.person)}: " if step.person else ""
    starter = "theirs" if step.reason.kind == NUDGE else "next"
    return shell_words(f"{starter} fri {person}{step.what or step.sentence}")


def _ways_of_promise(report: TodayReport) -> list[tuple[str, str]]:
    """For what has been overdue for days: a new day, or the end of it."""
    step = report.step
    if step is None or report.overdue < OVERDUE_DAYS:
        return []
    entry = f"pmpath amend --entry {handle_of(step.settles)}"
    return [
        ("A new day", f"{entry} {move_words(step)}"),
        ("Cancel it", f"{entry} --drop next"),
    ]


def _ways_out(report: TodayReport) -> list[tuple[str, str]]:
    """For a step that was put aside or left more than once: done, smaller, later, or not at all."""
    step = report.step
    again = report.comes_again or report.declined >= ASKED_AGAIN
    if step is None or not again or not step.action or step.settles:
        return []
    smaller = [("Smaller", f"pmpath today --minutes {SMALLER_MINUTES}")]
    return [
        ("Done already", f"pmpath log --did {step.action}"),
        *(smaller if step.minutes > SMALLER_MINUTES else []),
        ("Later", "pmpath today --not-before DAY"),
        ("Never again", "pmpath today --not-in-plan"),
    ]


def _ways_around(page: Page) -> list[tuple[str, str]]:
    if page.narrow:
        return [("Something else", "pmpath today --other"), ("Day off", "pmpath rest")]
    return [("Something else", "pmpath today --other      Day off    pmpath rest")]
