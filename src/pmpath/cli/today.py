"""`pmpath`, `pmpath today`, `pmpath done`: the step of the day and what becomes of it."""

from __future__ import annotations

from pmpath.cli.output import show
from pmpath.cli.session import Session
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.period import Period, week_of
from pmpath.domain.record import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.coach.proposal import Step
    from pmpath.domain.compose import Options
    from pmpath.reports.today import TodayReport

WELCOME = "pmpath: set the date you will be a product manager; one step toward it each day."
WAYS_IN = [
    ("pmpath init", "asks seven questions and makes your roadmap"),
    ("pmpath demo", "shows a sample journey of twelve weeks"),
]


def show_today(session: Session, *, as_json: bool = False) -> None:
    """Print the step of the day; before `init`, three lines that lead there."""
    try:
        report = report_of(session)
    except NotFound:
        if as_json:
            raise
        _welcome()
        return
    if as_json:
        from pmpath.render.as_json import as_json as to_json

        show(to_json("today", report))
        return
    from pmpath.cli.screens import new_page
    from pmpath.render.today import draw_today

    page = new_page()
    draw_today(page, report)
    show(page.text())


def _welcome() -> None:
    from pmpath.cli.screens import new_page

    page = new_page()
    page.line(WELCOME)
    page.rows(WAYS_IN)
    show(page.text())


def report_of(session: Session) -> TodayReport:
    """The facts of today, from a log folded with this week's entries whole."""
    from pmpath.reports.today import today_report

    week: Period = week_of(session.today)
    # The roadmap first: without one there is nothing to fold the log for.
    _ = session.roadmap
    reader = session.log_reader()
    journal, _ = session.meant(reader.records(), keep=week)
    return today_report(session.situation(journal), bad_lines=len(reader.bad))


def done(session: Session, text: str, options: Options) -> None:
    """Record today's step; words, as in `log`, say more about it.

    Raises UsageError when today's step is recorded already or nothing was proposed.
    """
    from pmpath.cli.log import keep
    from pmpath.domain.compose import compose
    from pmpath.domain.phrase import Draft, parse

    report = report_of(session)
    step = report.step
    if report.target.closed is not None:
        raise UsageError(
            "The plan is closed, so no step waits.",
            hint=f"What you did: pmpath log {text.strip() or 'WORDS'}\n"
            "To open it again: pmpath replan",
        )
    if step is None:
        raise UsageError(
            "Something is logged for today already." if report.done else "There is no step today.",
            hint=f"What else you did: pmpath log {text.strip() or 'WORDS'}\n"
            "One step more: pmpath today --other",
        )
    told = _told(step)
    draft = Draft(told, plain=told)
    if text.strip():
        said = parse(text, session.today, session.content.vocabulary())
        # Marks alone ("30m") leave the step's own sentence as the text.
        draft = said if said.has_words else changed(said, text=told, plain=told)
    shown = told if draft.plain != told else ""
    options = _options_for(session, step, options, said_next=draft.next is not None)
    keep(session, compose(draft, options, session.today, step.minutes), verb="Done", step=shown)
    session.record_plan(session.journal())
    if not report.done and not report.is_rest_day:
        from pmpath.cli.answering import ask_one

        ask_one(session)


def _told(step: Step) -> str:
    from pmpath.render.steps import sentence

    return sentence(step).rstrip(".")


def _options_for(session: Session, step: Step, options: Options, *, said_next: bool) -> Options:
    """The step's facts below what options and words say themselves."""
    from datetime import timedelta

    from pmpath.coach.proposal import NUDGE
    from pmpath.domain.entry import ASK, PART, THEM, Next
    from pmpath.domain.next_move import DAYS_UNLESS_SAID

    people = options.people or ((step.person,) if step.person else ())
    awaits = (step.half == ASK or step.reason.kind == NUDGE) and people and not said_next
    answer_by = session.today + timedelta(DAYS_UNLESS_SAID)
    what = step.sentence if step.reason.kind == NUDGE else "an answer"
    return changed(
        options,
        action=options.action or step.action,
        tags=(*options.tags, *([PART] if step.part else [])),
        half=options.half or step.half,
        track=options.track or step.track,
        people=people,
        settles=step.settles,
        next=options.next or (Next(THEM, people[0], what, answer_by) if awaits else None),
    )
