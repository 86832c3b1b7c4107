"""`pmpath milestones`: the dated results of the plan, and marking one as done."""

from __future__ import annotations

import difflib

from pmpath.cli.output import confirm, show
from pmpath.cli.session import Session
from pmpath.coach.milestones import dated
from pmpath.domain.days import read_day
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.roadmap import Milestone
from pmpath.render.text import day_beside


def show_milestones(session: Session, *, as_json: bool) -> None:
    """Print the milestones in scope by due day."""
    _ = session.roadmap
    journal, meaning = session.meant(session.log_reader().records())
    found = dated(session.roadmap, journal)
    evidence = {
        key: one.entries
        for key, one in journal.milestones.by_facts.items()
        if key not in journal.milestones.by_hand
    }
    if as_json:
        from pmpath.render.as_json import as_json as to_json

        show(to_json("milestones", {"milestones": found, "evidence": evidence}))
        return
    from pmpath.cli.screens import new_page
    from pmpath.render.milestones import draw_milestones

    page = new_page()
    named = {key: meaning.names(key) for key in evidence} if meaning else {}
    draw_milestones(page, found, session.today, named)
    show(page.text())


def show_milestone(session: Session, key: str, *, as_json: bool) -> None:
    """Print one milestone: the facts that are there and those that are lacking."""
    from pmpath.reports.milestone import milestone_report

    known_milestone(session, key)
    journal, meaning = session.meant(session.log_reader().records())
    assert meaning is not None
    report = milestone_report(session.situation(journal), meaning, key)
    if as_json:
        from pmpath.render.as_json import as_json as to_json

        show(to_json("milestone", report))
        return
    from pmpath.cli.screens import new_page
    from pmpath.render.milestone import draw_milestone

    page = new_page()
    draw_milestone(page, report, session.today)
    show(page.text())


def known_milestone(session: Session, key: str) -> Milestone:
    """The milestone with this id, whatever its scope; raises NotFound with the nearest one."""
    milestones = {one.id: one for one in session.roadmap.milestones}
    if key not in milestones:
        close = difflib.get_close_matches(key, milestones, n=1)
        hint = f"Did you mean {close[0]}?" if close else "pmpath milestones lists them."
        raise NotFound(f"There is no milestone {key}.", hint=hint)
    return milestones[key]


def mark_done(session: Session, key: str, on: str) -> None:
    """Record that a milestone was reached, today or on an earlier day."""
    milestone = known_milestone(session, key)
    day = read_day(on, session.today) if on else session.today
    if day > session.today:
        raise UsageError(f"{day} has not come yet.", hint="Mark it when it is reached.")
    journal = session.journal()
    reached = journal.milestones.by_hand
    if key in journal.dropped:
        raise UsageError(f"{key} is not in the plan.", hint=f"pmpath milestones restore {key}")
    if key in reached:
        raise UsageError(
            f"{key} is done since {day_beside(reached[key], session.today)}.",
            hint="pmpath undo takes the newest record back.",
        )
    session.append("milestone", day, {"of": key})
    confirm("Milestone: ", f"{milestone.title}. Done {day_beside(day, session.today)}.")
    session.record_plan(session.journal())


def reopen(session: Session, key: str) -> None:
    """Record that a milestone is open again; the day it was reached stays in the log."""
    milestone = known_milestone(session, key)
    journal = session.journal()
    if key not in journal.milestones_done:
        raise UsageError(
            f"{key} is open already.", hint=f"Once reached: pmpath milestones done {key}"
        )
    session.append("milestone", session.today, {"of": key, "reopened": True})
    due = day_beside(session.roadmap.due_day(milestone), session.today)
    confirm("Open again: ", f"{milestone.title}, due {due}.")
    session.record_plan(journal)
