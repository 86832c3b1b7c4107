"""The log folded once: what the coach and the reports need to know, whatever order it came in.

Entries are let go one by one; totals, latest days, open promises, measured changes, and the entries
of the days asked for stay in memory.
"""

from __future__ import annotations

from datetime import date

from pmpath.domain.entry import ASK, ONE_WAY_EVENTS, PART, Entry, Unread
from pmpath.domain.kinds import (
    Decline,
    MilestoneDone,
    Record,
)
from pmpath.domain.late import Late
from pmpath.domain.log.act_order import act_order
from pmpath.domain.log.contact import Contact, Order, order_of
from pmpath.domain.log.gathered.commitments import Commitments, OpenCommitment
from pmpath.domain.log.gathered.openings import Openings
from pmpath.domain.log.gathered.whole_records import WholeRecords
from pmpath.domain.log.names.known import Known
from pmpath.domain.log.observed import Observed
from pmpath.domain.log.put_aside import PutAside
from pmpath.domain.log.reached import Milestones
from pmpath.domain.pages.entries import EntryPages
from pmpath.domain.people import key_of
from pmpath.domain.period import Period
from pmpath.domain.record import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, TypeVar

    from pmpath.domain.language.vocabulary import KnownNames
    from pmpath.domain.log.gathered.step_days import StepDays
    from pmpath.domain.log.names.names import Names

    Made = TypeVar("Made")

# By what the planned minutes are kept with the log: many ask for those of many days.
PLANNED = "planned minutes"
# And what was found out that is the same for each of the days that are looked back on: of people,
# openings and days off.
EVERY_DAY = "every day"


class Journal(WholeRecords, Late):
    """Add records with `add`; read the attributes when all are in.

    `keep` are the days whose entries stay whole, `count` is of all entries. `observes`: whether
    `observed` is filled; a shell prompt asks for none of it.
    """

    _open: tuple[int, list[OpenCommitment]] | None = None
    _past: dict[str, Any] | None = None

    def __init__(self, keep: Period | None = None, *, observes: bool = True) -> None:
        self.keep = keep
        self.observes = observes
        self.entries: list[Entry] = []
        self.count = 0
        self.path_minutes: dict[date, int] = {}
        self.engineering_minutes: dict[date, int] = {}
        self.path_actions: dict[date, int] = {}
        self.last_on_track: dict[str, date] = {}
        self.actions_done: dict[str, date] = {}
        self.actions_asked: dict[str, date] = {}
        # How often each action was done whole.
        self.action_counts: dict[str, int] = {}
        # Of actions done in parts: minutes by day.
        self.part_minutes: dict[str, dict[date, int]] = {}
        self.track_counts: dict[str, int] = {}
        # Of each track, the entries that name no action.
        self.unnamed_counts: dict[str, int] = {}
        self.observed = Observed()
        self.openings = Openings()
        self.last_tagged: dict[str, date] = {}
        self.contacts: dict[str, Contact] = {}
        # Those with a number, in the order of the days once all are in.
        self.measured = EntryPages()
        # By entry, the actions that it fulfils whole.
        self.fulfilled: dict[str, tuple[str, ...]] = {}
        self.milestones = Milestones()
        self.put_aside = PutAside()
        self.known = Known()
        self._kept = {}
        self.unread: dict[str, int] = {}
        self.latest: Entry | None = None
        self._latest_order: Order | None = None
        # Every spelling met so far, so that a person's key is made once and not for each entry.
        self.by_label: dict[str, Contact] = {}
        self.commitments = Commitments()

    def add(self, found: Record) -> None:
        """Fold one live record."""
        self._past = None
        if isinstance(found, Entry):
            self._add_entry(_as_said(found))
            for action in found.did:
                if action != found.action:
                    self.credit(found, action, "")
        elif isinstance(found, MilestoneDone):
            self.milestones.add(found)
        elif isinstance(found, Decline):
            self.put_aside.add(found, act_order(found))
        elif not isinstance(found, Unread):
            self.kept(type(found)).append(found)
        else:
            self.unread[found.kind] = self.unread.get(found.kind, 0) + 1

    def twin(self) -> Journal:
        """Another journal of the same values, of which single ones may be replaced."""
        found = Journal.__new__(Journal)
        vars(found).update(vars(self))
        found.waits_as(self)
        # What was planned, and what holds for every day, does not hang on what is replaced.
        self.past.setdefault(EVERY_DAY, {})
        found._past = {key: self.past[key] for key in (PLANNED, EVERY_DAY) if key in self.past}
        return found

    def look_back_anew(self) -> None:
        """Forget what was found out about the days before: something of them has changed."""
        self._past = None

    @property
    def past(self) -> dict[str, Any]:
        """What was found out about the days before, as long as nothing is added."""
        if self._past is None:
            self._past = {}
        return self._past

    def every_day(self, key: str, made_of: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """What is the same on each of the days that are looked back on, made once of these objects.

        It is kept under the key until something is added to the log, or another object is given.
        """
        past = self.past.setdefault(EVERY_DAY, {})
        known = past.get(key)
        if known is None or any(one is not now for one, now in zip(known[0], made_of, strict=True)):
            known = past[key] = (made_of, make())
        found: Made = known[1]
        return found

    @property
    def names(self) -> Names:
        """Who is one person, and how everybody is called."""
        return self.known.names

    @property
    def known_names(self) -> KnownNames:
        """What the reading of a next line needs to know."""
        named = (one.label for one in reversed(self.openings.all()) if one.is_named)
        return self.known.known_names(named)

    @property
    def milestones_done(self) -> dict[str, date]:
        """Milestone ids that are done, with the day each was reached: by hand, or by facts."""
        return self.milestones.done

    def credit(self, entry: Entry, action: str, half: str, *, with_people: bool = False) -> None:
        """An entry that names no action fulfils this one, or the asking; with whoever it names."""
        self._past = None
        order = order_of(entry)
        self.tally(action, entry.day, asked=half == ASK)
        for person in entry.people:
            self.contacts[key_of(person)].credit(entry, action, order, asked=half == ASK)
            if with_people and half != ASK and entry.event not in ONE_WAY_EVENTS:
                self.contacts[key_of(person)].meet(entry.day)
        if self.observes:
            self.observed.credit(changed(entry, action=action, half=half), order)
            self.openings.credit(changed(entry, half=half), action, order)

    def reached_by(self, milestone: str) -> str:
        """The id of the record that said last whether a milestone is done; KeyError for none."""
        return self.milestones.marked_by(milestone)

    @property
    def open_commitments(self) -> list[OpenCommitment]:
        """Promises not yet settled, earliest due first; made once for a log (see `Commitments`)."""
        if self._open is None or self._open[0] != self.count:
            self._open = self.count, self.commitments.open_ones(self.contacts)
        return list(self._open[1])

    def _add_entry(self, entry: Entry) -> None:
        order = order_of(entry)
        self.count += 1
        if self.keep is not None and entry.day in self.keep:
            self.entries.append(entry)
        if entry.is_path_action:
            self._add_path_action(entry, order)
        else:
            before = self.engineering_minutes.get(entry.day, 0)
            self.engineering_minutes[entry.day] = before + entry.minutes
        for tag in entry.tags:
            _keep_latest(self.last_tagged, tag, entry.day)
        for person in entry.people:
            self._add_contact(person, entry, order)
        self.commitments.add(entry, order)
        if entry.metrics:
            self.measured.append(entry)
        if self.observes:
            self.openings.add(entry, order)

    def _add_path_action(self, entry: Entry, order: Order) -> None:
        day, track, action = entry.day, entry.track, entry.action
        if self._latest_order is None or order > self._latest_order:
            self.latest, self._latest_order = entry, order
        self.path_minutes[day] = self.path_minutes.get(day, 0) + entry.minutes
        self.path_actions[day] = self.path_actions.get(day, 0) + 1
        if self.observes:
            self.observed.add(entry, order)
        if track:
            _keep_latest(self.last_on_track, track, day)
            self.track_counts[track] = self.track_counts.get(track, 0) + 1
            if not action:
                self.unnamed_counts[track] = self.unnamed_counts.get(track, 0) + 1
        if action and PART in entry.tags:
            parts = self.part_minutes.setdefault(action, {})
            parts[day] = parts.get(day, 0) + entry.minutes
        elif action:
            self.tally(action, day, asked=entry.half == ASK)

    def tally(self, action: str, day: date, *, asked: bool) -> None:
        """An action was done whole on that day, or asked for."""
        _keep_latest(self.actions_asked if asked else self.actions_done, action, day)
        self.days.count(action, day, asked=asked)
        if not asked:
            self.action_counts[action] = self.action_counts.get(action, 0) + 1

    def _add_contact(self, person: str, entry: Entry, order: Order) -> None:
        contact = self.by_label.get(person)
        if contact is None:
            contact = self.contacts.setdefault(key_of(person), Contact(person, order))
            self.by_label[person] = contact
        contact.add(person, entry, order)

    @property
    def days(self) -> StepDays:
        """What `done` knew of each day."""
        return self.observed.days

    def wants_more(self, day: date) -> bool:
        """Whether another step was asked for after the last path action of that day."""
        last, more = self._latest_order, self.put_aside.more
        return bool(more and last and last[0] == day and more > last[1:])


def fold(
    records: Iterable[Record],
    keep: Period | None = None,
    *,
    observes: bool = True,
    known: Known | None = None,
) -> Journal:
    """One pass over live records; entries of the days in `keep` stay whole, in time order.

    Everybody counts under one name, unless nothing is observed. With `known` the records come
    from it already.
    """
    journal = Journal(keep, observes=observes)
    if known is None:
        known = Known()
        records = known.over(records) if observes else records
    journal.known = known
    for found in records:
        journal.add(found)
    journal.entries.sort(key=order_of)
    journal.sort_kept()
    journal.measured.sort(key=order_of)
    return journal


def _as_said(entry: Entry) -> Entry:
    """The entry without an action that somebody said it was not."""
    return changed(entry, action="", half="") if entry.action in entry.not_did else entry


def _keep_latest(days: dict[str, date], key: str, day: date) -> None:
    days[key] = max(day, days.get(key, day))
