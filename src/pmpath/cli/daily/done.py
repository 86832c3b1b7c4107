"""`pmpath done`: today's step becomes an entry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.daily.log import keep
from pmpath.cli.daily.numbered import chosen, step_of_line
from pmpath.cli.daily.today import day_of
from pmpath.cli.options.entry import EntryOptions
from pmpath.cli.options.parameters import MarkedWords, session_of, spread
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm
from pmpath.cli.written import writes
from pmpath.coach.today.day_end import after_done, unwritten_offers
from pmpath.coach.today.proposal import NUDGE, Step, step_text
from pmpath.domain.compose import Composed, Options, compose
from pmpath.domain.entry import ASK, PART, THEM, Next
from pmpath.domain.errors import UsageError
from pmpath.domain.next_move import DAYS_UNLESS_SAID, opens_move
from pmpath.domain.record import changed
from pmpath.domain.when.duration_option import with_unit
from pmpath.domain.words.draft import Draft
from pmpath.domain.words.reading import read
from pmpath.render.page.text import clean, clip, duration, shell_words
from pmpath.render.phrases.steps import sentence
from pmpath.reports.deeds import as_deed

if TYPE_CHECKING:
    from datetime import date

    from pmpath.reports.today import TodayReport
    from pmpath.storage.log.encode import NewRecord


@dataclass(frozen=True)
class DoneOptions(EntryOptions):
    """Each option as typed."""

    next_step: Annotated[
        bool,
        typer.Option("--next", help="Record the step that follows the one you already logged."),
    ] = False


@writes
@spread(DoneOptions)
def done(context: typer.Context, options: DoneOptions, words: MarkedWords = None) -> None:
    """Record today's step; add words as in log if you like."""
    session = session_of(context)
    options, said = _with_move(options, words or [], session.today)
    _record_step(session, " ".join(said), options.read(session), goes_on=options.next_step)


def _with_move(
    options: DoneOptions, words: list[str], today: date
) -> tuple[DoneOptions, list[str]]:
    """`--next "fri tomas: deck"` is a promise, as in `log`; `--next` alone is the next step."""
    if not options.next_step or not words or not opens_move(("next", *words[0].split()), today):
        return options, words
    return replace(options, next_step=False, next=words[0]), words[1:]


def _record_step(session: Session, text: str, options: Options, *, goes_on: bool) -> None:
    """Append what was done; raises UsageError on a full day or when nothing waits."""
    line = chosen(session, text)
    text = line.words
    report, situation = day_of(session)
    if report.counted is not None and not goes_on and not line.number:
        _say_counted(report, text)
        return
    if report.target.closed is not None:
        raise _nothing_waits(report, text)
    step = step_of_line(session, line.number) if line.number else report.step or report.stood
    if step is None:
        raise _nothing_waits(report, text)
    made = _composed(session, step, text, options)
    after = after_done(situation, made.entry, session.now.isoformat())
    offered: list[NewRecord] = [
        ("offered", day, {"minutes": minutes}) for day, minutes in unwritten_offers(situation)
    ]
    # What was a step is told as a deed; the log keeps the words of the step.
    told = as_deed(made.plain or after.entry.text)
    keep(session, changed(made, entry=after.entry, plain=told), verb="Done", beside=offered)
    if after.is_today:
        _say_next(after.step)
    if not report.done and not report.is_rest_day:
        from pmpath.cli.start.answer import ask_one

        ask_one(session)


def _nothing_waits(report: TodayReport, text: str) -> UsageError:
    log = f"pmpath log {shell_words(clean(text.strip())) or 'WORDS'}"
    if report.target.closed is not None:
        return UsageError(
            "The plan is closed, so there is no step to record.",
            hint=f"To log what you did: {log}\nTo open the plan again: pmpath replan",
        )
    # On a day without minutes there is no other step, unless minutes are named.
    more = "--minutes 15" if report.is_rest_day else "--other"
    return UsageError(
        "You have done enough for today." if report.done else "There is no step today.",
        hint=f"To log something else: {log}\nFor one more step: pmpath today {more}",
    )


def _say_counted(report: TodayReport, text: str) -> None:
    """Nothing is written: the day's step was logged in words of its own."""
    next_step = report.step
    after = (
        f"Next: {sentence(next_step).rstrip('.')} (pmpath done --next records it)."
        if next_step
        else "That is enough for today."
    )
    confirm("", f'"{clip(report.counted_by, 100)}" already counts as this step. {after}')
    if text.strip():
        confirm("  ", "Your words were not logged. To log them as another entry: "
                f"pmpath log {shell_words(clean(text.strip()))}")  # fmt: skip


def _composed(session: Session, step: Step, text: str, options: Options) -> Composed:
    """The entry that the step and the words make, with the step that stood."""
    told = _told(step)
    draft = Draft(told, plain=told)
    if text.strip():
        said = read(with_unit(text), session.today, session.vocabulary())
        # Marks alone ("30m") leave the step's own sentence as the text.
        draft = said if said.has_words else changed(said, text=told, plain=told)
    shown = told if draft.plain != told else ""
    options = _options_for(session, step, options, draft)
    made = compose(draft, options, session.today, step.minutes)
    return changed(made, entry=changed(made.entry, step=step_text(step)), step=shown)


def _say_next(step: Step | None) -> None:
    if step is None:
        confirm("Enough for today", ".")
    else:
        confirm("Then today, ", f"{duration(step.minutes)}: {sentence(step)}")


def _told(step: Step) -> str:
    return sentence(step).rstrip(".")


def _options_for(session: Session, step: Step, options: Options, draft: Draft) -> Options:
    """The step's facts below what options and words say themselves.

    A step that names nobody awaits the answer of whoever the words name.
    """
    people = options.people or ((step.person,) if step.person else ())
    asked = people or draft.people
    action = session.catalog.actions.get(step.action)
    asks = step.half == ASK and (action is None or action.asks)
    awaits = (asks or step.reason.kind == NUDGE) and asked and draft.next is None
    answer_by = session.today + timedelta(DAYS_UNLESS_SAID)
    what = step.sentence if step.reason.kind == NUDGE else "an answer"
    return changed(
        options,
        action=options.action or step.action,
        tags=(*options.tags, *([PART] if step.part else [])),
        half=options.half or step.half,
        track=options.track or step.track,
        people=people,
        opening=options.opening or step.opening,
        settles=step.settles,
        next=options.next or (Next(THEM, asked[0], what, answer_by) if awaits else None),
    )
