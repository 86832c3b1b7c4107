"""`pmpath done`: today's step becomes an entry."""

from __future__ import annotations

from datetime import timedelta

import typer

from pmpath.cli.daily.log import keep
from pmpath.cli.daily.today import report_of
from pmpath.cli.options.entry import EntryOptions
from pmpath.cli.options.parameters import Words, session_of, spread
from pmpath.cli.session import Session
from pmpath.coach.today.proposal import NUDGE, Step
from pmpath.domain.compose import Options, compose
from pmpath.domain.entry import ASK, PART, THEM, Next
from pmpath.domain.errors import UsageError
from pmpath.domain.next_move import DAYS_UNLESS_SAID
from pmpath.domain.record import changed
from pmpath.domain.when.duration_option import with_unit
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.render.phrases.steps import sentence


@spread(EntryOptions)
def done(context: typer.Context, options: EntryOptions, words: Words = None) -> None:
    """Record today's step; words as in log."""
    session = session_of(context)
    _record_step(session, " ".join(words or ()), options.read(session))


def _record_step(session: Session, text: str, options: Options) -> None:
    """Append what was done; raises UsageError when it is recorded already or nothing waits."""
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
        said = read(with_unit(text), session.today, session.vocabulary())
        # Marks alone ("30m") leave the step's own sentence as the text.
        draft = said if said.has_words else changed(said, text=told, plain=told)
    shown = told if draft.plain != told else ""
    options = _options_for(session, step, options, said_next=draft.next is not None)
    made = compose(draft, options, session.today, step.minutes)
    keep(session, changed(made, step=shown), verb="Done")
    if not report.done and not report.is_rest_day:
        from pmpath.cli.start.answer import ask_one

        ask_one(session)


def _told(step: Step) -> str:
    return sentence(step).rstrip(".")


def _options_for(session: Session, step: Step, options: Options, *, said_next: bool) -> Options:
    """The step's facts below what options and words say themselves."""
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
