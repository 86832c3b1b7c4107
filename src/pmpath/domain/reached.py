"""A milestone that the facts of the log have reached."""

from __future__ import annotations

from datetime import date

from pmpath.domain.record import record


@record
class Reached:
    """`day` is that of the last fact, `shown` the day on which it was written.

    `entries` are the ids of those that hold the facts.
    """

    day: date
    shown: date
    entries: tuple[str, ...] = ()
