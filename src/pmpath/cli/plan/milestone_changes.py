"""`pmpath milestones add`, `drop`, `restore`: which results the plan has."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from pmpath.cli.options.completion import (
    dropped_milestone_ids,
    milestone_ids,
    open_milestone_ids,
    track_ids,
)
from pmpath.cli.options.parameters import either, session_of, spread, words_of
from pmpath.cli.plan.known_milestone import known_milestone, open_milestones
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm, offer
from pmpath.cli.written import writes
from pmpath.coach.plan.milestones import clashes
from pmpath.domain.errors import UsageError
from pmpath.domain.kinds import ADD, DROP, RESTORE, Move, RoadmapChange
from pmpath.domain.log.journal import Journal
from pmpath.domain.record import changed
from pmpath.domain.roadmap.roadmap import SCOPES, TRACKS, Milestone, Roadmap
from pmpath.domain.when.calendar import FUTURE
from pmpath.domain.when.day_option import read_day
from pmpath.render.page.text import day_beside
from pmpath.storage.log.encode import new_fields
from pmpath.storage.roadmap.edit import Source, with_block
from pmpath.storage.roadmap.file import read_text
from pmpath.storage.roadmap.template import milestone_fields

LONGEST_SLUG = 40
MOST_HOURS = 1000


@dataclass(frozen=True)
class NewMilestone:
    """A milestone as typed, without its title; one of `due` and `weeks_before` says when."""

    track: Annotated[
        str,
        typer.Option(help="One of the eleven tracks.", metavar="TRACK", autocompletion=track_ids),
    ]
    due: Annotated[str, typer.Option(help="The day it is due.", metavar="DAY")] = ""
    weeks_before: Annotated[
        int | None,
        typer.Option(
            help="Or this many weeks before the target date.", min=0, max=520, metavar="WEEKS"
        ),
    ] = None
    hours: Annotated[float, typer.Option(help="The hours you think it takes.", metavar="HOURS")] = (
        1.0
    )
    tier: Annotated[str, typer.Option(help=f"{either(SCOPES)}.", metavar="TIER")] = SCOPES[0]
    after: Annotated[
        list[str] | None,
        typer.Option(help="A milestone it depends on.", metavar="ID", autocompletion=milestone_ids),
    ] = None
    done_when: Annotated[
        str, typer.Option(help="How you can tell that it is reached.", metavar="TEXT")
    ] = ""


@writes
@spread(NewMilestone)
def add(
    context: typer.Context,
    options: NewMilestone,
    title: Annotated[list[str], typer.Argument(metavar="TITLE")],
) -> None:
    """Add a milestone of your own."""
    _add(session_of(context), " ".join(title), options)


def _add(session: Session, title: str, typed: NewMilestone) -> None:
    """Put a `[[milestone]]` of one's own behind the others in the roadmap."""
    roadmap, journal = session.roadmap, session.journal()
    new = _milestone(session, title.strip(), typed)
    _refuse_clash(roadmap, journal, new)
    source = Source(session.folder.roadmap, read_text(session.folder))
    after = session.replace_roadmap(
        source.text, with_block(source, "milestone", milestone_fields(new))
    )
    session.append(
        "change",
        session.today,
        {**new_fields(RoadmapChange, ADD, new.id), **session.changes_made()},
    )
    hidden = (
        ""
        if new in after.milestones_in_scope
        else f" Your scope, {after.target.scope}, leaves it out."
    )
    due = day_beside(after.due_day(new), session.today)
    confirm("Added: ", f"{new.title}, due {due}, as {new.id}.{hidden}")


def _milestone(session: Session, title: str, typed: NewMilestone) -> Milestone:
    """What was typed as a milestone; raises UsageError for what makes none."""
    for found, known, what in ((typed.track, TRACKS, "track"), (typed.tier, SCOPES, "tier")):
        if found not in known:
            raise UsageError(f"There is no {what} {found}.", hint=f"Write {either(known)}.")
    if not title:
        raise UsageError("The title is empty.", hint="Write what will be reached.")
    if bool(typed.due) == (typed.weeks_before is not None):
        raise UsageError(
            "The milestone needs a day.", hint="Write --due 2027-05-03 or --weeks-before 30."
        )
    minutes = round(typed.hours * 60)
    if not 0 <= typed.hours <= MOST_HOURS or minutes != typed.hours * 60:
        raise UsageError(
            f"{typed.hours:g} hours is not a whole number of minutes.",
            hint="Write quarters such as 2.25.",
        )
    return Milestone(
        _free_id(session.roadmap, typed.track, title), typed.track, title, minutes, typed.tier,
        typed.done_when, typed.weeks_before,
        read_day(typed.due, session.today, facing=FUTURE) if typed.due else None,
        tuple(known_milestone(session, key).id for key in typed.after or ()),
    )  # fmt: skip


def _free_id(roadmap: Roadmap, track: str, title: str) -> str:
    """The track and the title in small letters; a number behind it where that is taken."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = "".join(char if char.isalnum() else " " for char in plain).split()
    slug = "-".join(words)[:LONGEST_SLUG].strip("-") or "own"
    taken = {one.id for one in roadmap.milestones}
    key, number = f"{track}.{slug}", 1
    while key in taken:
        number += 1
        key = f"{track}.{slug}-{number}"
    return key


def _refuse_clash(roadmap: Roadmap, journal: Journal, new: Milestone) -> None:
    """A new milestone may not lie on an odd day, whatever the scope shows of the plan now."""
    with_it = changed(
        roadmap,
        milestones=(*roadmap.milestones, new),
        target=changed(roadmap.target, scope=SCOPES[-1]),
    )
    for clash in clashes(with_it, journal):
        if clash.id == new.id:
            raise UsageError(
                f"{clash.due} is {clash.side} {clash.other}, {clash.day}.",
                hint="Choose another day.",
            )


@writes
def drop(
    context: typer.Context,
    because: Annotated[str, typer.Option(help="Your reason, for the log.", metavar="TEXT")],
    milestone: Annotated[list[str] | None, words_of("ID", open_milestone_ids)] = None,
) -> None:
    """Take a milestone out of the plan; its block stays in the file."""
    _drop(session_of(context), " ".join(milestone or ()), because)


def _drop(session: Session, words: str, reason: str) -> None:
    """Take a milestone out of the plan; its block stays in the roadmap, its reason in the log."""
    roadmap, journal = session.roadmap, session.journal()
    one = known_milestone(session, words, open_milestones(session, journal))
    key = one.id
    if key in journal.dropped:
        raise UsageError(f"{key} is already out of the plan.")
    if key in journal.milestones_done:
        raise UsageError(
            f"{key} is done, so it stays in the plan.", hint="pmpath milestones shows it."
        )
    waiting = [
        other.title
        for other in roadmap.milestones_in_scope
        if key in other.depends_on
        and other.id not in journal.dropped
        and other.id not in journal.milestones_done
    ]
    if waiting:
        raise UsageError(
            f"{waiting[0]} depends on {key}.", hint=f"Drop {waiting[0]} first, or keep both."
        )
    _record_move(session, DROP, key, roadmap.due_day(one), reason)
    offer("Dropped: ", f"{one.title}. To bring it back:", f"pmpath milestones restore {key}")


@writes
def restore(
    context: typer.Context,
    milestone: Annotated[list[str] | None, words_of("ID", dropped_milestone_ids)] = None,
) -> None:
    """Bring a dropped milestone back."""
    _restore(session_of(context), " ".join(milestone or ()))


def _restore(session: Session, words: str) -> None:
    """Bring a dropped milestone back into the plan, on the day the roadmap gives it."""
    journal = session.journal()
    one = known_milestone(session, words, journal.dropped)
    key = one.id
    if key not in journal.dropped:
        raise UsageError(f"{key} was not dropped.")
    due = session.roadmap.due_day(one)
    _record_move(session, RESTORE, key, due, "")
    confirm("Back in the plan: ", f"{one.title}, due {day_beside(due, session.today)}.")


def _record_move(session: Session, what: str, key: str, due: date, reason: str) -> None:
    fields = new_fields(Move, what, key, start=due, reason=reason)
    session.append("move", session.today, fields)
