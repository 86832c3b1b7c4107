"""What looks odd in the entries of a period: twice the same, very long, on days outside the plan.

Only those that the journal kept whole are looked at, so that the log is folded in one pass.
"""

from __future__ import annotations

from pmpath.coach.findings.finding import Finding, View
from pmpath.domain.entry import Entry, handle_of
from pmpath.domain.record import fields_of
from pmpath.domain.words.telling import tell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmpath.coach.findings.finding import Figures, Finders

DATA_CHECK = "DATA_CHECK"
LONGEST_ENTRY_MINUTES, LONGEST_DAY_MINUTES = 240, 480


def data_check(view: View) -> Iterator[Finding]:
    """Each odd thing once, in the order of the days."""
    doubles = _doubles(view.entries)
    for entry in view.entries:
        if entry.id in doubles:
            yield _of(view, entry, "twice", {})
        if entry.minutes > LONGEST_ENTRY_MINUTES:
            yield _of(view, entry, "long_entry", {"entry_minutes": entry.minutes})
        if entry.day < view.start:
            yield _of(view, entry, "before_start", {"start": view.start})
        if entry.day > view.today:
            yield _of(view, entry, "to_come", {})
    for day in sorted({entry.day for entry in view.entries}):
        minutes = view.journal.path_minutes.get(day, 0)
        minutes += view.journal.engineering_minutes.get(day, 0)
        if minutes > LONGEST_DAY_MINUTES:
            figures = {"day": day, "day_minutes": minutes}
            yield Finding(DATA_CHECK, day, figures, subject=day.isoformat(), case="long_day")


def _doubles(entries: Sequence[Entry]) -> set[str]:
    """The ids of entries that say what an earlier one says.

    First by a number of their day, words and people: ten years are not to be held twice for a rare
    double.
    """
    once: set[int] = set()
    again: set[int] = set()
    for one in entries:
        key = _number_of(one)
        (again if key in once else once).add(key)
    seen: set[tuple[object, ...]] = set()
    doubles = set()
    for one in entries:
        if _number_of(one) in again:
            told = _told_of(one)
            if told in seen:
                doubles.add(one.id)
            seen.add(told)
    return doubles


def _number_of(entry: Entry) -> int:
    return hash((entry.day, entry.text, entry.people))


def _told_of(entry: Entry) -> tuple[object, ...]:
    """All that an entry says but when it was written: entries that differ in any of it are two."""
    said = (getattr(entry, name) for name in fields_of(entry) if name not in ("id", "at"))
    return tuple(
        tuple(sorted(value.items())) if isinstance(value, dict) else value for value in said
    )


def _of(view: View, entry: Entry, case: str, more: Figures) -> Finding:
    told = tell(entry.text, view.situation.vocabulary)
    figures = {"day": entry.day, **more, "handle": handle_of(entry.id), "text": told}
    return Finding(DATA_CHECK, entry.day, figures, subject=entry.id, case=case)


# By the ids of data/findings.toml.
FINDERS: Finders = {
    "DATA_CHECK": data_check,
}
