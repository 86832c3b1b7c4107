"""Which measured changes are results: a number of one's own text that was cut is none."""

from __future__ import annotations

from pmpath.domain.entry import Entry
from pmpath.domain.log.contact import order_of
from pmpath.domain.log.journal import Journal

# What these count is an exercise: the technology words of a mail, before and after.
EXERCISES = frozenset(["positioning.word-diet"])


def is_result(journal: Journal, entry: Entry) -> bool:
    """Whether an entry has a number with both sides that may be told to a leader."""
    if not any(one.before is not None and one.after is not None for one in entry.metrics):
        return False
    did = {entry.action, *entry.did, *journal.fulfilled.get(entry.id, ())} - {""}
    return not did or bool(did - EXERCISES)


def first_result(journal: Journal) -> Entry | None:
    """The earliest of all results; None while there is none."""
    found = (one for one in journal.measured if is_result(journal, one))
    return min(found, key=order_of, default=None)
