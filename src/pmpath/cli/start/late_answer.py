"""A late answer changes the milestones of the plan: shown first, asked on a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from pmpath.cli.session import Session
from pmpath.cli.start.stored_answer import StoredAnswer
from pmpath.cli.terminal.asking import is_yes
from pmpath.cli.terminal.output import acknowledge, confirm, terminal_width
from pmpath.coach.plan.late_answer import PlanChange, plan_change
from pmpath.domain.kinds import ANSWER, DROP, MILESTONE, RESTORE, Move, RoadmapChange
from pmpath.render.page.text import clip, hanging, long_day
from pmpath.storage.log.encode import new_fields
from pmpath.storage.roadmap.changes import FIELD
from pmpath.storage.roadmap.edit import Source, with_block, with_values
from pmpath.storage.roadmap.file import read_text
from pmpath.storage.roadmap.template import milestone_fields

if TYPE_CHECKING:
    from datetime import date

    from pmpath.domain.roadmap.roadmap import Milestone, Roadmap
    from pmpath.storage.disk.paths import Folder
    from pmpath.storage.log.encode import Fields
    from pmpath.storage.roadmap.edit import Path, Value

TITLE = 100
ASK = "Change the plan like this? Enter for yes; no keeps the milestones. "
# The keys of a block that an answer may change, by the field of the milestone.
KEY_OF_FIELD = {
    "weeks_before": "weeks_before",
    "minutes": "hours",
    "tier": "tier",
    "depends_on": "depends_on",
}


def change_plan(
    session: Session, stored: StoredAnswer, *, keeps_milestones: bool, says: bool = True
) -> PlanChange:
    """Say which milestones the answer changes, and change them unless the person keeps them.

    Every change stays visible: what leaves is dropped with the question as its reason and can be
    restored, what moves is recorded as a move. Returns what was changed. Without `says` nothing is
    said nor asked.
    """
    before, after, journal = stored.before, session.roadmap, session.journal()
    change = plan_change(before, after, journal, session.content.catalog(), session.today)
    if change.is_empty or keeps_milestones:
        return PlanChange()
    for label, text in _rows(change, before, after) if says else ():
        acknowledge("\n".join(hanging(f"  {label:<9}", text, terminal_width())))
    if says and _asks(session, change) and not is_yes(ASK, enter=True):
        confirm("  ", "The milestones stay as they are.")
        return PlanChange()
    _apply(session, stored, change, after)
    return change


def _asks(session: Session, change: PlanChange) -> bool:
    """On the day of init every answer still belongs to it; what is reached needs no consent."""
    is_reached_alone = change == PlanChange(reached=change.reached)
    is_first_day = session.today == session.roadmap.target.start
    return sys.stdin.isatty() and not is_first_day and not is_reached_alone


def _rows(change: PlanChange, before: Roadmap, after: Roadmap) -> list[tuple[str, str]]:
    def dated(one: Milestone) -> str:
        return f"{clip(one.title, TITLE)}, {long_day(after.due_day(one))}"

    was = {one.id: before.due_day(one) for one in before.milestones}
    moved = [one for one in change.revised if after.due_day(one) != was[one.id]]
    rows = [("joins", dated(one)) for one in (*change.joins, *change.back)]
    rows += [("leaves", clip(one.title, TITLE)) for one in change.leaves]
    rows += [("moves", f"{dated(one)}; it was {long_day(was[one.id])}") for one in moved]
    rows += [("reached", clip(one.title, TITLE)) for one in change.reached]
    return rows


def _apply(session: Session, stored: StoredAnswer, change: PlanChange, roadmap: Roadmap) -> None:
    """The file first, then the records: a kill between reads as an edit by hand."""
    session.replace_roadmap(*_texts(session.folder, change, roadmap))
    was = {one.id: roadmap.due_day(one) for one in roadmap.milestones}
    moves: list[tuple[str, str, date | None]] = [(DROP, one.id, None) for one in change.leaves]
    moves += [(RESTORE, one.id, None) for one in change.back]
    moves += [(MILESTONE, one.id, roadmap.due_day(one)) for one in change.revised]
    values = session.changes_made()
    records: list[tuple[str, Fields]] = []
    if values:
        # One record names what the file went through; the moves name nothing of their own.
        records.append(
            ("change", {**new_fields(RoadmapChange, ANSWER, stored.question.id), **values})
        )
    records += [
        ("move", {**new_fields(Move, what, of, was[of], end, stored.reason), FIELD: []})
        for what, of, end in moves
        if end != was[of]
    ]
    records += [("milestone", {"of": one.id}) for one in change.reached]
    parts = ((kind, session.today, fields) for kind, fields in records)
    session.append_act(parts, stored.record)


def _texts(folder: Folder, change: PlanChange, roadmap: Roadmap) -> tuple[str, str]:
    """The roadmap before and after, in one piece: what joins is named by what depends on it."""
    before = read_text(folder)
    source = Source(folder.roadmap, before)
    for one in change.joins:
        source = Source(source.path, with_block(source, "milestone", milestone_fields(one)))
    return before, with_values(source, _values(change, roadmap))


def _values(change: PlanChange, roadmap: Roadmap) -> dict[Path, Value | None]:
    at = {one.id: number for number, one in enumerate(roadmap.milestones)}
    changes: dict[Path, Value | None] = {}
    for one in change.revised:
        mine, number = roadmap.milestones[at[one.id]], at[one.id]
        new = milestone_fields(one)
        for field, key in KEY_OF_FIELD.items():
            if getattr(mine, field) != getattr(one, field):
                changes["milestone", number, key] = new[key]
    return changes
