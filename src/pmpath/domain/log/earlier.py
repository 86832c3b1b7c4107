"""A folded log as it was on the morning of an earlier day, as far as steps depend on it."""

from __future__ import annotations

from copy import copy
from datetime import date

from pmpath.domain.log.journal import Journal


def earlier(journal: Journal, day: date) -> Journal:
    """The same log without the actions of that day and later ones.

    Actions, their parts and the tracks they were on are as they were; people, promises, milestones
    and numbers stay as the whole log has them.
    """
    # Made before the copy is, so that the copies of many days share it.
    _ = journal.open_commitments
    then = copy(journal)
    held = {key: _before(days, day) for key, days in journal.days.held.items()}
    asked = {key: _before(days, day) for key, days in journal.days.asked.items()}
    then.actions_done = {key: max(days) for key, days in held.items() if days}
    then.actions_asked = {key: max(days) for key, days in asked.items() if days}
    then.action_counts = {key: len(days) for key, days in held.items()}
    then.part_minutes = {
        key: {on: minutes for on, minutes in parts.items() if on < day}
        for key, parts in journal.part_minutes.items()
    }
    tracks = {key: _before(list(days), day) for key, days in journal.observed.track_minutes.items()}
    then.track_counts = {key: len(days) for key, days in tracks.items()}
    then.last_on_track = {key: max(days) for key, days in tracks.items() if days}
    return then


def _before(days: list[date], day: date) -> list[date]:
    return [one for one in days if one < day]
