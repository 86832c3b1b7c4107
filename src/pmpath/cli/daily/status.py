"""`pmpath status`: one neutral mark for a shell prompt."""

from __future__ import annotations

from pmpath.cli.session import Session
from pmpath.cli.terminal.output import MARK, present
from pmpath.domain.errors import NotFound, NotOpen


def show_status(session: Session, *, as_json: bool = False) -> None:
    """Print `▸ 2` when two things are open today, `▸` when nothing is, and nothing before `init`.

    Open are today's step and the promises that are due. While the disk of the data is not there the
    prompt stays as it is.
    """
    from pmpath.cli.kept import prompt_journal
    from pmpath.coach.plan.due import due_today

    try:
        count = due_today(prompt_journal(session), session.vacations, session.today)
    except (NotFound, NotOpen):
        if as_json:
            raise
        return
    text = f"{MARK} {count}" if count else MARK
    present("status", {"open": count}, text, as_json=as_json)
