"""`pmpath accept`: a finding was taken note of, and is not said again before it is raised anew."""

from __future__ import annotations

from typing import Annotated

import typer

from pmpath.cli.options.completion import concerns
from pmpath.cli.options.parameters import session_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm
from pmpath.coach.findings import FINDERS, findings
from pmpath.domain.errors import UsageError
from pmpath.domain.kinds import Accept
from pmpath.domain.nearest import did_you_mean, nearest
from pmpath.domain.period import week_of
from pmpath.domain.when.calendar import FUTURE
from pmpath.domain.when.day_option import read_day
from pmpath.render.page.text import clip, day_beside
from pmpath.storage.log.encode import new_fields


def accept(
    context: typer.Context,
    finding: Annotated[
        str, typer.Argument(metavar="FINDING", show_default=False, autocompletion=concerns)
    ],
    because: Annotated[str, typer.Option(help="Why it may rest.", metavar="TEXT")],
    until: Annotated[str, typer.Option(help="Through a day.", metavar="DAY")] = "",
) -> None:
    """Take note of a concern of the report: it is silent until it comes up again."""
    _accept(session_of(context), finding, because, until)


def _accept(session: Session, typed: str, because: str, until: str) -> None:
    """Record that a finding is known, with the reason; all of its id, whatever their subject.

    Without a day it has to be raised now: it is the one that stands that is taken note of.
    """
    key = _known(typed)
    if not because.strip():
        raise UsageError("The reason is empty.", hint='Write --because "two weeks of exams".')
    day = read_day(until, session.today, facing=FUTURE) if until else None
    if day is not None and day <= session.today:
        raise UsageError(f"{day} is not in the future.", hint="Write 1 mar, or in 3 weeks.")
    journal = session.journal(week_of(session.today))
    raised = {one.id for one in findings(session.situation(journal))}
    if day is None and key not in raised:
        listed = ", ".join(sorted(raised)) or "nothing"
        raise UsageError(
            f"{key} is not raised now.", hint=f"Raised: {listed}. With --until it rests anyway."
        )
    fields = new_fields(Accept, key, reason=because.strip(), until=day)
    session.append("accept", session.today, fields)
    end = f"until {day_beside(day, session.today)}" if day else "until it comes up again"
    confirm("Noted: ", f"{key} rests {end}: {clip(because.strip(), 100)}.")


def _known(typed: str) -> str:
    key = typed.strip().upper().replace("-", "_").replace(" ", "_")
    if key in FINDERS:
        return key
    hint = did_you_mean(nearest(key, FINDERS, most=3), "pmpath why lists them.")
    raise UsageError(f"There is no finding {clip(typed, 40)}.", hint=hint)
