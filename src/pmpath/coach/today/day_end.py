"""What a day has left once something is done, and days that had less to offer than their plan."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.situation import Situation
from pmpath.coach.today.proposal import Step
from pmpath.coach.today.step import past_steps, steps_of_day
from pmpath.domain.entry import Entry
from pmpath.domain.record import changed, record
from pmpath.domain.side_kinds import Offered


@record
class After:
    """An entry as it is to be written, and the step that stands after it.

    `is_today`: it is about the day of the situation; of other days nothing is known.
    """

    entry: Entry
    is_today: bool
    step: Step | None = None


def after_done(situation: Situation, entry: Entry, at: str) -> After:
    """Fold an entry that `done` is about to write at that instant, and see what is left.

    Where nothing useful is left before the planned minutes are full, the day is planned at what
    it had to offer. Not so where the person put steps aside, or asked for a length of their own.
    """
    if entry.day != situation.today:
        return After(entry, is_today=False)
    journal, day = situation.journal, entry.day
    chosen = journal.put_aside.today.get(day) or journal.put_aside.minutes_on(day)
    planned = situation.planned_minutes.on(day)
    journal.add(changed(entry, id=entry.id or "new", at=at))
    left = steps_of_day(situation, situation.open_minutes, 1)
    total = journal.path_minutes.get(day, 0)
    if not left and not chosen and 0 < total < planned:
        entry = changed(entry, planned=total)
        journal.days.planned[day] = total
        journal.look_back_anew()
    return After(entry, is_today=True, step=left[0] if left else None)


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
