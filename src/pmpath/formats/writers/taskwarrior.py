"""Tasks for `task import`: entries as completed tasks, commitments and milestones with their day.

The import puts a task in the place of the whole task with its UUID: each is written with all that
it has, in the states and the form of times that Taskwarrior documents.
"""

from __future__ import annotations

import json
import re
from datetime import timedelta

from pmpath.domain.entry import Entry
from pmpath.formats.text import one_line, stable_id
from pmpath.formats.told import commitment_told, done_at, noon_of
from pmpath.formats.values import Commitment, Facts, Milestone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from typing import Any

    Task = dict[str, Any]

COMPLETED, PENDING = "completed", "pending"
PROJECT, OWN_TAG = "pmpath", "pmpath"
NO_WORDS = "..."
# Tags are told apart by commas and typed behind a plus.
NOT_IN_TAG = re.compile(r"\W+")


def tasks(facts: Facts, entries: Iterable[Entry]) -> Iterator[str]:
    """One array, a task a line, the open ones first."""
    before = "[\n"
    for task in _all(facts, entries):
        yield before + json.dumps(task, ensure_ascii=False)
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"


def _all(facts: Facts, entries: Iterable[Entry]) -> Iterator[Task]:
    for commitment in facts.commitments:
        yield _of_commitment(commitment, facts)
    for milestone in facts.milestones:
        yield _of_milestone(milestone, facts)
    for entry in entries:
        yield _of_entry(entry)


def _of_entry(entry: Entry) -> Task:
    end = done_at(entry)
    return {
        "uuid": str(stable_id("entry", entry.id)),
        "description": one_line(entry.text) or NO_WORDS,
        "status": COMPLETED,
        "entry": _time(end),
        "end": _time(end),
        "project": _project(entry.track),
        "tags": _tags(entry),
        # Two notes of one second are one there.
        "annotations": [
            {"entry": _time(end + timedelta(seconds=number)), "description": text}
            for number, text in enumerate(_notes(entry))
        ],
    }


def _notes(entry: Entry) -> Iterator[str]:
    """What else the entry holds, a line each; the minutes first."""
    yield f"{entry.minutes} min"
    if entry.people:
        yield f"with {', '.join(map(one_line, entry.people))}"
    if entry.opening:
        yield f"opening: {one_line(entry.opening)}"
    if entry.book:
        yield f"book: {one_line(entry.book)}"
    for key, text in entry.notes.items():
        yield f"{key}: {one_line(text)}"
    for number in entry.metrics:
        sides = f"{_side(number.before)} to {_side(number.after)}"
        yield one_line(f"{number.name}: {sides} {number.unit} {number.period}")
    for item in entry.evidence:
        count = "" if item.count is None else f" ({item.count})"
        yield one_line(f"{item.kind}: {item.value}{count}")


def _side(value: int | str | None) -> str:
    return "?" if value is None else str(value)


def _tags(entry: Entry) -> list[str]:
    cleaned = (NOT_IN_TAG.sub("_", tag).strip("_") for tag in entry.tags)
    return list(dict.fromkeys([OWN_TAG, *filter(None, [*cleaned, entry.event])]))


def _of_commitment(one: Commitment, facts: Facts) -> Task:
    return {
        "uuid": str(stable_id("commitment", one.entry_id)),
        "description": one_line(commitment_told(one)),
        "status": PENDING,
        "entry": _time(noon_of(one.made, facts.now.tzinfo)),
        "due": _time(noon_of(one.day, facts.now.tzinfo)),
        "project": _project("commitments"),
        "tags": [OWN_TAG, "owed" if one.is_mine else "awaited"],
    }


def _of_milestone(one: Milestone, facts: Facts) -> Task:
    zone = facts.now.tzinfo
    start = min(facts.roadmap.target.start, one.done or one.due)
    task: Task = {
        "uuid": str(stable_id("milestone", one.id)),
        "description": one_line(one.title) or NO_WORDS,
        "status": COMPLETED if one.done else PENDING,
        "entry": _time(noon_of(start, zone)),
        "due": _time(noon_of(one.due, zone)),
        "project": _project(one.track),
        "tags": [OWN_TAG, "milestone"],
    }
    # An end of a task that is not over is dropped there.
    return {**task, "end": _time(noon_of(one.done, zone))} if one.done else task


def _project(part: str) -> str:
    return f"{PROJECT}.{part}" if part else PROJECT


def _time(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%SZ}"
