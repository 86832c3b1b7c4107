"""What exports are made of, besides the entries that stream by."""

from __future__ import annotations

from datetime import date, datetime

from pmpath.domain.entry import Entry
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from pmpath.domain.log.gathered.openings import Opening
    from pmpath.domain.roadmap.roadmap import Roadmap


class OtherRecord(Frozen):
    """A record of the log other than an entry: its kind, and the fields behind `day`."""

    id: str
    at: str
    day: date
    kind: str
    fields: Mapping[str, Any]


class Person(Frozen):
    """Somebody by name. `first` and `last` are days of contact, None before one.

    `key` is the same whatever the spelling; `worries` are in their words, oldest first.
    """

    key: str
    name: str
    function: str
    first: date | None
    last: date | None
    worries: tuple[str, ...]


class Commitment(Frozen):
    """An open commitment, due on `day`; `is_mine`: I owe it, else `person` does."""

    entry_id: str
    person: str
    what: str
    day: date
    made: date
    is_mine: bool


class Milestone(Frozen):
    """A dated result of the plan; `done` is the day it was reached."""

    id: str
    track: str
    title: str
    done_when: str
    due: date
    done: date | None


class Facts(Frozen):
    """What the log and the roadmap add up to at the instant `now`, which has its offset.

    `results` are entries with a number that has both sides, `pieces` what was published or given
    as a talk, `volunteering` what was done for a cause: each oldest first, and all of them together
    in little memory, so that they are gone through as often as needed and not held.
    """

    now: datetime
    roadmap: Roadmap
    people: tuple[Person, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    openings: tuple[Opening, ...] = ()
    results: Iterable[Entry] = ()
    pieces: Iterable[Entry] = ()
    volunteering: Iterable[Entry] = ()
    books: tuple[str, ...] = ()

    @property
    def role(self) -> str:
        """The role aimed at, as a sentence names it."""
        return self.roadmap.target.role or "product manager"
