"""Days as people type them; the grammar is that of `words`, which reads whole lines as well."""

from __future__ import annotations

from pmpath.domain.when.calendar import (
    EXAMPLES,
    FUTURE,
    MONTHS,
    PAST,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    day_after,
    month_number,
    months_after,
)
from pmpath.domain.when.day_option import day_in, past_day, read_day

__all__ = [
    "EXAMPLES", "FUTURE", "KEEPS_ITS_DAY", "LONGEST_DAY", "MONTHS", "NEVER_DAYS", "PAST",
    "SHORT_MONTHS", "SHORT_WEEKDAYS", "WEEKDAYS", "day_after", "day_in", "month_number",
    "months_after", "past_day", "read_day",
]  # fmt: skip

LONGEST_DAY = 4  # Fri 20 Nov 2026
# In running text these are no days: Saturday, Sunday, March and May are everyday words.
NEVER_DAYS = ("sat", "sun", "mar", "may")
# Behind one of these a day belongs to the sentence ("by fri"), not to the entry.
KEEPS_ITS_DAY = ("by", "until", "till", "before", "after", "since", "every", "from", "this", "for")
