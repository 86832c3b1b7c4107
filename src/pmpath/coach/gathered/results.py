"""Which measured changes are results.

Engineering is none, nor what did not change, nor a number of one's own text that was cut.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import Entry
from pmpath.domain.log.contact import order_of
from pmpath.domain.log.journal import Journal
from pmpath.domain.metric import EXERCISES, has_changed

# By these a result came to stand on the resume.
RESUME_ACTIONS = ("search.resume-line", "search.resume")
RESUME_TAG = "resume"


def is_result(journal: Journal, entry: Entry) -> bool:
    """Whether an entry has a number that changed and may be told to a leader."""
    if not entry.is_path_action or not any(map(has_changed, entry.metrics)):
        return False
    did = {entry.action, *entry.did, *journal.fulfilled.get(entry.id, ())} - {""}
    return not did or bool(did - EXERCISES)


def first_result(journal: Journal) -> Entry | None:
    """The earliest of all results; None while there is none."""
    found = (one for one in journal.measured if is_result(journal, one))
    return min(found, key=order_of, default=None)


def last_resume_line(journal: Journal) -> date | None:
    """The last day on which the resume was worked on; what is newer stands on none."""
    days = [journal.actions_done.get(one) for one in RESUME_ACTIONS]
    days.append(journal.last_tagged.get(RESUME_TAG))
    return max((day for day in days if day), default=None)
