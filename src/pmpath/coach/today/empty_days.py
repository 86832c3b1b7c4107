"""Days that had nothing useful to offer: nobody is behind for them."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.situation import Situation
from pmpath.coach.today.step import past_steps
from pmpath.domain.side_kinds import Offered


def note_empty_days(situation: Situation) -> None:
    """Plan the days since the last path action at nothing, as far as no step stood on them.

    `done` writes them down, because later days cannot tell any more.
    """
    latest, journal = situation.journal.latest, situation.journal
    if latest is None or journal.closed is not None:
        return
    since = latest.day + timedelta(1)
    if since >= situation.today:
        return
    empty = [day for day, keys in past_steps(situation).days.items() if day >= since and not keys]
    if empty:
        journal.days.planned.update(dict.fromkeys(empty, 0))
        journal.look_back_anew()


def unwritten_empty_days(situation: Situation) -> tuple[date, ...]:
    """The days planned at nothing that the log does not say yet, earliest first."""
    journal = situation.journal
    written = {one.day for one in journal.kept(Offered)}
    return tuple(
        day for day, minutes in sorted(journal.days.planned.items())
        if minutes == 0 and day not in written
    )  # fmt: skip
