"""`pmpath accept`: a finding was taken note of, and is not said again before it is raised anew."""

from __future__ import annotations

from pmpath.cli.output import confirm
from pmpath.cli.session import Session
from pmpath.coach.findings import FINDERS, findings
from pmpath.domain.days import FUTURE, read_day
from pmpath.domain.entry import Accept
from pmpath.domain.errors import UsageError
from pmpath.domain.period import week_of
from pmpath.render.text import clip, day_beside
from pmpath.storage.fields import accept_fields


def accept(session: Session, typed: str, because: str, until: str) -> None:
    """Record that a finding is known, with the reason; all of its id, whatever their subject.

    Without a day it has to be raised now: it is the one that stands that is taken note of.
    """
    key = _known(typed)
    if not because.strip():
        raise UsageError("The reason is empty.", hint='Write --because "two weeks of exams".')
    day = read_day(until, session.today, facing=FUTURE) if until else None
    if day is not None and day <= session.today:
        raise UsageError(f"{day} is no day to come.", hint="Write 1 mar, or in 3 weeks.")
    journal = session.journal(week_of(session.today))
    raised = {one.id for one in findings(session.situation(journal))}
    if day is None and key not in raised:
        listed = ", ".join(sorted(raised)) or "nothing"
        raise UsageError(
            f"{key} is not raised now.", hint=f"Raised: {listed}. With --until it rests anyway."
        )
    made = Accept("", "", session.today, key, "", because.strip(), day)
    session.append("accept", session.today, accept_fields(made))
    end = f"until {day_beside(day, session.today)}" if day else "until it is raised anew"
    confirm("Noted: ", f"{key} rests {end}: {clip(because.strip(), 100)}.")
    session.record_plan(journal)


def _known(typed: str) -> str:
    key = typed.strip().upper().replace("-", "_").replace(" ", "_")
    if key in FINDERS:
        return key
    from difflib import get_close_matches

    near = get_close_matches(key, FINDERS, n=3)
    hint = f"Did you mean {', '.join(near)}?" if near else "pmpath why lists them."
    raise UsageError(f"There is no finding {clip(typed, 40)}.", hint=hint)
