"""todo.txt: what is open with its day, and what was done, a line each, with pmpath's id."""

from __future__ import annotations

import re

from pmpath.domain.entry import Entry
from pmpath.formats.text import one_line
from pmpath.formats.told import commitment_told
from pmpath.formats.values import Commitment, Facts, Milestone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Keys by which some reader moves, repeats, hides or links a task; in a person's words they say
# nothing of the kind. `id` is given out anew by one reader, so that ours is another.
KEYS = re.compile(r"\b(due|t|rec|id|p|dep|pri|h|star|minutes|pmpath):(?=\S)", re.IGNORECASE)


def todo_lines(facts: Facts, entries: Iterable[Entry]) -> Iterator[str]:
    """Open commitments, milestones, then the entries as done; each line ends with a line break."""
    for commitment in facts.commitments:
        yield _commitment(commitment)
    for milestone in facts.milestones:
        yield _milestone(milestone, facts)
    for entry in entries:
        yield _entry(entry)


def _entry(entry: Entry) -> str:
    # Both dates: of one alone the day of creation would be read from the words.
    head = f"x {entry.day} {entry.day} {_words(entry.text)}"
    project = f" +{entry.track}" if entry.track else ""
    return f"{head}{project} minutes:{entry.minutes} pmpath:{entry.id}\n"


def _commitment(one: Commitment) -> str:
    told = _words(commitment_told(one))
    return f"{one.made} {told} due:{one.day} pmpath:{one.entry_id}.next\n"


def _milestone(one: Milestone, facts: Facts) -> str:
    made = min(facts.roadmap.target.start, one.done or one.due)
    head = f"x {one.done} {made}" if one.done else f"{made}"
    return f"{head} {_words(one.title)} +{one.track} due:{one.due} pmpath:{one.id}\n"


def _words(text: str) -> str:
    return KEYS.sub(r"\1: ", one_line(text)) or "..."
