"""`pmpath milestones`: the dated results of the plan, and marking one as done."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm, show
from pmpath.coach.plan.milestones import dated
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.log.acts import handle_of
from pmpath.domain.nearest import did_you_mean, nearest
from pmpath.domain.roadmap.roadmap import Milestone
from pmpath.domain.when.day_option import read_day
from pmpath.render.page.text import day_beside


def show_milestones(session: Session, *, as_json: bool) -> None:
    """Print the milestones in scope by due day."""
    found = dated(session.roadmap, session.journal())
    if as_json:
        from pmpath.render.page.as_json import as_json as to_json

        show(to_json("milestones", {"milestones": found}))
        return
    from pmpath.cli.terminal.screens import new_page
    from pmpath.render.screens.milestones import draw_milestones

    page = new_page()
    draw_milestones(page, found, session.today)
    show(page.text())


def known_milestone(session: Session, key: str) -> Milestone:
    """The milestone with this id, whatever its scope; raises NotFound with the nearest one."""
    milestones = {one.id: one for one in session.roadmap.milestones}
    if key not in milestones:
        hint = did_you_mean(nearest(key, milestones), "pmpath milestones lists them.")
        raise NotFound(f"There is no milestone {key}.", hint=hint)
    return milestones[key]


def mark_done(session: Session, key: str, on: str) -> None:
    """Record that a milestone was reached, today or on an earlier day."""
    milestone = known_milestone(session, key)
    day = read_day(on, session.today) if on else session.today
    if day > session.today:
        raise UsageError(f"{day} has not come yet.", hint="Mark it when it is reached.")
    journal = session.journal()
    reached = journal.milestones_done
    if key in journal.dropped:
        raise UsageError(f"{key} is not in the plan.", hint=f"pmpath milestones restore {key}")
    if key in reached:
        raise UsageError(
            f"{key} is done since {day_beside(reached[key], session.today)}.",
            hint=f"To take that back: pmpath undo {handle_of(journal.reached_by(key))}\n"
            f"If it is open again: pmpath milestones reopen {key}",
        )
    session.record_plan(journal)
    session.append("milestone", day, {"of": key})
    confirm("Milestone: ", f"{milestone.title}. Done {day_beside(day, session.today)}.")


def reopen(session: Session, key: str) -> None:
    """Record that a milestone is open again; the day it was reached stays in the log."""
    milestone = known_milestone(session, key)
    journal = session.journal()
    if key not in journal.milestones_done:
        raise UsageError(
            f"{key} is open already.", hint=f"Once reached: pmpath milestones done {key}"
        )
    session.record_plan(journal)
    session.append("milestone", session.today, {"of": key, "reopened": True})
    due = day_beside(session.roadmap.due_day(milestone), session.today)
    confirm("Open again: ", f"{milestone.title}, due {due}.")
