"""An act of the log as one sentence of a person: what was done, and on which day."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from pmpath.domain.entry import BY_HAND, BY_MERGE, BY_SYNC, Entry, Plan, Unread
from pmpath.domain.kinds import kind_of
from pmpath.domain.log.acts import AMEND, CANCEL, REREAD, RETRACT
from pmpath.domain.log.reversal import plan_when_made
from pmpath.domain.record import fields_of
from pmpath.render.page.text import clip, day_beside, duration, long_day, pluralize
from pmpath.reports.reported_entry import words_for_report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmpath.domain.language.vocabulary import Vocabulary
    from pmpath.domain.log.acts import Act, Acts

WORDS = 80
NAME = 60
HOUR_SECONDS, HOURS_SAID = 3600, 48
JOINED = {BY_HAND: " by hand", BY_SYNC: ", joined by sync", BY_MERGE: ", joined by a merge"}
# How a reader calls the fields that an amendment laid over an entry.
FIELDS = {
    "text": "words", "day": "day", "minutes": "minutes", "track": "track", "people": "people",
    "tags": "tags", "notes": "notes", "evidence": "evidence", "action": "action",
    "half": "asked or met", "milestone": "milestone", "opening": "opening", "energy": "energy",
    "event": "what happened", "stage": "stage", "book": "book",
    "next": "next move", "until": "last day", "did": "action", "not_did": "action",
}  # fmt: skip

# What follows from another field and is told with it.
WITH_ANOTHER = ("assumed", "guessed", "minutes_from")


class Teller:
    """Names the acts of one log as somebody reads them on `today`."""

    def __init__(self, acts: Acts, today: date, vocabulary: Vocabulary) -> None:
        self.acts = acts
        self.today = today
        self.vocabulary = vocabulary
        # A day that stands beside what is told, and need not be said again.
        self._said_already: date | None = None

    def told_beside(self, act: Act, written: date) -> str:
        """The same beside the day of writing, which is not said twice."""
        self._said_already = written
        try:
            return self.told(act)
        finally:
            self._said_already = None

    def told(self, act: Act) -> str:
        """One act as it is named before and after it is undone, without a full stop."""
        if act.kind == RETRACT:
            return self._undo(act)
        if act.kind == CANCEL:
            return f"the canceling of {self._corrected(act)}"
        if act.by == REREAD:
            return self._newer_reading(act)
        if act.kind == AMEND:
            names = ", ".join(fields_told(act.set or {}))
            of = f" of {names} in:" if names else " to"
            return f"the change{of} {self._corrected(act)}"
        return self._record(act)

    def _newer_reading(self, act: Act) -> str:
        """One entry read anew, or all of them where the act is their first."""
        parts = self.acts.whole(act)
        if parts[0] is act and len(parts) > 1:
            return f"the newer reading of {pluralize(len(parts), 'entry', 'entries')}"
        names = ", ".join(fields_told(act.set or {}))
        return f"the newer reading of {self._corrected(act)}{f' ({names})' if names else ''}"

    def _corrected(self, act: Act) -> str:
        """What a correction is of; no program writes one of another correction."""
        of = self.acts.by_id.get(act.of)
        return self._record(of) if of is not None else "a record that is not in this log"

    def _undo(self, act: Act) -> str:
        of, root = self.acts.by_id.get(act.of), self.acts.root(act)
        if of is None or root is None:
            return "the undo of a record that is not in this log"
        happened, at = "undone", of
        while at.kind == RETRACT and at is not root:
            happened = "undone again" if happened == "put back" else "put back"
            at = self.acts.by_id[at.of]
        return f"{happened}: {self.told(root)}"

    def _record(self, act: Act) -> str:
        found = act.found
        if isinstance(found, Entry) and found.origin:
            parts = self.acts.whole(act)
            if parts[0] is act and len(parts) > 1:
                return f"the import of {pluralize(len(parts), 'entry', 'entries')}"
        if isinstance(found, Entry):
            words = words_for_report(found, self.vocabulary)
            return f"{clip(words, WORDS)}, {duration(found.minutes)}{self._on(found.day)}"
        if isinstance(found, Plan):
            return self._plan(act, found)
        if found is None or isinstance(found, Unread):
            on = f", {self._day(act.day)}" if act.day else ""
            return f'a record of the kind "{clip(act.kind, NAME)}"{on}'
        values = {name: self._value(name, getattr(found, name)) for name in fields_of(found)}
        return kind_of(found).sentence(found).format_map(values)

    def _plan(self, act: Act, plan: Plan) -> str:
        on, before = self._on(plan.day), plan_when_made(act, self.acts)
        if before is None:
            return f"the first plan, for {long_day(plan.target)}{on}"
        parts = []
        if before.target != plan.target:
            parts.append(f"the target date, {long_day(before.target)} to {long_day(plan.target)}")
        if before.minutes != plan.minutes:
            was, now = duration(sum(before.minutes)), duration(sum(plan.minutes))
            parts.append(f"the hours a week, {was} to {now}")
        if before.scope != plan.scope:
            parts.append(f"the scope, {before.scope} to {plan.scope}")
        told = f"the change of {' and '.join(parts)}" if parts else "the new start of the count"
        return f"{told}{JOINED.get(plan.reason, '')}{on}"

    def _on(self, day: date) -> str:
        return "" if day == self._said_already else f", {self._day(day)}"

    def _value(self, name: str, value: object) -> str:
        """A field as it stands in the sentence of a flat record."""
        if isinstance(value, date):
            return self._day(value)
        if isinstance(value, int) and name == "minutes":
            return duration(value)
        if isinstance(value, tuple):
            return clip(", ".join(value), NAME)
        return clip(str(value), NAME)

    def _day(self, day: date) -> str:
        return day_beside(day, self.today)


def fields_told(changed: Mapping[str, object]) -> list[str]:
    """The names of fields as a reader calls them; what belongs to another is left out."""
    told = (FIELDS.get(name, clip(name, NAME)) for name in changed if name not in WITH_ANOTHER)
    return list(dict.fromkeys(told))


def key_told(path: tuple[str, ...]) -> str:
    """Where a value of the roadmap stands: `target.date`, `milestone allies.met: due`."""
    if path[0] in ("milestone", "track") and len(path) > 1:
        return clip(": ".join([f"{path[0]} {path[1]}", *path[2:]]), WORDS)
    return clip(".".join(path), WORDS)


def value_told(value: object) -> str:
    """A value of the roadmap as a reader writes it."""
    if value is None:
        return "nothing"
    if isinstance(value, date):
        return long_day(value)
    if isinstance(value, dict):
        return "a block"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return clip(", ".join(map(str, value)) or "nothing", WORDS)
    return clip(f'"{value}"' if isinstance(value, str) else str(value), WORDS)


def written_ago(at: str, now: datetime) -> str:
    """`3 hours ago`; from two days on `12 days ago`, by the calendar of the reader's zone."""
    written = datetime.fromisoformat(at).astimezone(now.tzinfo)
    hours = int((now - written).total_seconds()) // HOUR_SECONDS
    if hours < HOURS_SAID:
        return f"{pluralize(hours, 'hour')} ago"
    return f"{pluralize((now.date() - written.date()).days, 'day')} ago"
