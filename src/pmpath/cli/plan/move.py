"""`pmpath roadmap move`: the target date, the exit from a stepping-stone role, or one milestone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.options.completion import milestone_ids
from pmpath.cli.options.parameters import session_of
from pmpath.cli.plan.known_milestone import known_milestone
from pmpath.cli.recorded_change import change_and_record, reason_or_asked
from pmpath.cli.session import Session
from pmpath.cli.start.plan_limits import check_length, refuse_past
from pmpath.cli.terminal.output import acknowledge, confirm, offer, terminal_width
from pmpath.cli.written import writes
from pmpath.coach.numbers.pace import as_recorded, current_plan, is_recorded
from pmpath.coach.numbers.target_date import target_date
from pmpath.coach.plan.milestones import clashes, slid
from pmpath.domain.errors import UsageError
from pmpath.domain.kinds import EXIT, MILESTONE, Move
from pmpath.domain.log.journal import Journal
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import STEP_ROLE_HELD, Milestone, Roadmap
from pmpath.domain.when.calendar import FUTURE
from pmpath.domain.when.day_option import read_day
from pmpath.render.page.text import clean, day_beside, pluralize
from pmpath.render.phrases.moved import moved_text
from pmpath.storage.log.encode import new_fields, plan_fields

if TYPE_CHECKING:
    from pmpath.storage.log.encode import Fields
    from pmpath.storage.roadmap.edit import Path


@writes
def move(
    context: typer.Context,
    day: Annotated[list[str], typer.Argument(metavar="DATE")],
    because: Annotated[str, typer.Option(help="Your reason, for the log.", metavar="TEXT")] = "",
    milestone: Annotated[
        str,
        typer.Option(
            help="Move this milestone, not the target date.",
            metavar="ID",
            autocompletion=milestone_ids,
        ),
    ] = "",
    leaving: Annotated[
        bool, typer.Option("--exit", help="Move the day you leave your stepping-stone role.")
    ] = False,
) -> None:
    """Move the target date; open milestones move along, done ones keep their day."""
    _move(session_of(context), " ".join(day), because, milestone=milestone, leaving=leaving)


def _move(session: Session, words: str, reason: str, *, milestone: str, leaving: bool) -> None:
    """Move one day of the plan to the day that `words` mean, and say what moves with it."""
    if milestone and leaving:
        raise UsageError("One move at a time.", hint="Use --milestone ID or --exit.")
    day = read_day(words, session.today, facing=FUTURE)
    if not (milestone or leaving):
        _move_target(session, day, reason)
        return
    if milestone:
        _move_milestone(session, known_milestone(session, milestone), day, reason)
    else:
        _move_exit(session, day, reason)


def _move_target(session: Session, day: date, reason: str) -> None:
    if day != session.roadmap.target.date:
        session.record_edits()
    elif is_recorded(session.roadmap, session.journal()):
        raise UsageError(f"The target date is already {day}.")
    else:
        # The file holds the date, by hand or of a move that was cut off: this move records it.
        session.leave_edits()
    before = as_recorded(session.roadmap, session.journal())
    refuse_past(day, session.today)
    # Of the whole plan: one that is nearly over may well be moved by a week or two.
    check_length(day, before.target.start, before.target.mode)
    reason = reason_or_asked(reason)
    after = change_and_record(
        session,
        {("target", "date"): day},
        "plan",
        lambda roadmap: plan_fields(changed(current_plan(roadmap), reason=reason)),
    )
    journal = session.journal()
    target = target_date(after, journal, session.today, recorded=True)
    moved_along = slid(before, after, journal)
    acknowledge(moved_text(target, before.target.date, moved_along, reason, terminal_width()))
    new_clashes = len(set(clashes(after, journal)) - set(clashes(before, journal)))
    if new_clashes:
        offer(
            "  ",
            f"{pluralize(new_clashes, 'milestone')} now out of order:",
            "pmpath roadmap check",
        )


def _move_exit(session: Session, day: date, reason: str) -> None:
    role = session.roadmap.springboard
    if role.state != STEP_ROLE_HELD:
        raise UsageError(
            "Your roadmap does not say that you are in a stepping-stone role.",
            hint='Set state = "in" and since under [springboard]: pmpath roadmap edit',
        )
    _check_new_day("The exit date", role.exit_date, day, session)
    reason = reason_or_asked(reason)
    fields = new_fields(Move, EXIT, start=role.exit_date, end=day, reason=reason)
    _set_day(session, ("springboard", "exit_date"), day, fields)
    _confirm_move("The exit date", role.exit_date, day, session)


def _move_milestone(session: Session, one: Milestone, day: date, reason: str) -> None:
    before, journal = session.roadmap, session.journal()
    old = before.due_day(one)
    if one.id in journal.milestones_done:
        raise UsageError(
            f"{one.id} is done, so it keeps its day.", hint="A milestone that is done cannot move."
        )
    _check_new_day(one.id, old, day, session)
    at = [other.id for other in before.milestones].index(one.id)
    _refuse_clash(before, journal, one, day)
    reason = reason_or_asked(reason)
    fields = new_fields(Move, MILESTONE, one.id, old, day, reason)
    after = _set_day(session, ("milestone", at, "due"), day, fields)
    _confirm_move(one.title, old, after.due_day(after.milestones[at]), session)


def _refuse_clash(before: Roadmap, journal: Journal, one: Milestone, day: date) -> None:
    """A move may not bring a milestone before what it depends on, or behind what needs it."""
    milestones = tuple(
        changed(other, due=day) if other.id == one.id else other for other in before.milestones
    )
    known = set(clashes(before, journal))
    for clash in clashes(changed(before, milestones=milestones), journal):
        if clash not in known:
            raise UsageError(
                f"{clash.title} would be {clash.side} {clash.other}, {clash.day}.",
                hint="Move that one first, or choose another day.",
            )


def _check_new_day(what: str, old: date | None, day: date, session: Session) -> None:
    if day == old:
        raise UsageError(f"{what} is already on {day}.")
    if day < session.today:
        raise UsageError(f"{day} is in the past.", hint="Choose a day in the future.")


def _set_day(session: Session, path: Path, day: date, fields: Fields) -> Roadmap:
    """Set a day of the roadmap, and record the move; returns the roadmap as it is then."""
    return change_and_record(session, {path: day}, "move", lambda _: fields)


def _confirm_move(what: str, old: date | None, new: date, session: Session) -> None:
    was = f", it was {day_beside(old, session.today)}" if old else ""
    confirm("Moved: ", f"{clean(what)} to {day_beside(new, session.today)}{was}.")
