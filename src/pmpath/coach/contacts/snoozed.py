"""People of whom nobody wants to be reminded before a day."""

from __future__ import annotations

from datetime import date

from pmpath.domain.log.journal import Journal
from pmpath.domain.people import key_of
from pmpath.domain.side_kinds import Snooze


def snoozed(journal: Journal, today: date) -> dict[str, date]:
    """By the key of a person, the day on which their clock goes on; the latest word counts."""
    latest = {key_of(one.person): one for one in journal.kept(Snooze) if one.day <= today}
    return {key: one.until for key, one in latest.items() if one.until > today}
