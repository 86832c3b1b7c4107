"""What a day has left once something is done, and days that had less to offer than their plan."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.situation import ONE_DAY, Situation
from pmpath.coach.today.proposal import Step
from pmpath.coach.today.shown import WINDOW_DAYS
from pmpath.coach.today.step import past_steps, steps_of_day
from pmpath.domain.entry import Entry
from pmpath.domain.log.journal import Journal
from pmpath.domain.record import Frozen, changed
from pmpath.domain.side_kinds import Offered


class After(Frozen):
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


def note_offered(situation: Situation) -> None:
    """Plan the days since the last step at what was done on them, as far as no step stood on them.

    What was done on them came from elsewhere, as somebody's answer. `done` writes these days down,
    because later days cannot tell any more. Not so where the person put steps aside, or asked for
    a length of their own.
    """
    journal = situation.journal
    since = _last_step_or_action(situation)
    if since is None or journal.closed is not None or since + ONE_DAY >= situation.today:
        return
    written = {one.day for one in journal.kept(Offered)}
    found = [
        (day, journal.path_minutes.get(day, 0))
        for day, keys in past_steps(situation).days.items()
        if day > since and not keys and day not in written and not _was_chosen(journal, day)
    ]
    for day, minutes in found:
        journal.add(Offered("", "", day, minutes))


def _last_step_or_action(situation: Situation) -> date | None:
    """The day of the last step that `done` recorded, or of the last action where that is long ago.

    Further back than the look at past steps always goes, a day would be told anew at every look.
    """
    journal, today = situation.journal, situation.today
    steps = [day for day in journal.days.done if today - timedelta(WINDOW_DAYS) <= day < today]
    if steps:
        return max(steps)
    return None if journal.latest is None else journal.latest.day


def _was_chosen(journal: Journal, day: date) -> bool:
    """Whether the person did something on a day on which they chose what or how long."""
    chosen = journal.put_aside.today.get(day) or journal.put_aside.minutes_on(day)
    return day in journal.path_minutes and bool(chosen)


def unwritten_offers(situation: Situation) -> tuple[tuple[date, int], ...]:
    """The days that had less to offer, with their minutes, as far as the log does not say so yet.

    Earliest first.
    """
    noted = [one for one in situation.journal.kept(Offered) if not one.id]
    return tuple(sorted((one.day, one.minutes) for one in noted))
