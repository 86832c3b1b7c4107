"""The way of other tools' files into the log: read, held against what is known, made ready."""

from __future__ import annotations

from datetime import date, datetime

from pmpath.cli.terminal.progress import counted
from pmpath.domain.entry import Entry
from pmpath.domain.errors import NotValid, PmpathError, UsageError
from pmpath.domain.record import Frozen, changed
from pmpath.formats.readers.detect import format_of
from pmpath.formats.readers.entries import Calendar, EntryReader
from pmpath.formats.readers.foreign import Foreign, Own, Skipped, Wanted
from pmpath.formats.readers.ours import Ours
from pmpath.formats.readers.source import Source
from pmpath.formats.readers.table import FORMATS
from pmpath.reports.imported import Imported, ImportedEntry, ImportedFile, LeftOut
from pmpath.storage.intake.addition import Batch
from pmpath.storage.intake.known import known_in
from pmpath.storage.log.decode import BadRecord
from pmpath.storage.log.encode import to_fields
from pmpath.storage.roadmap.peek import day_ends_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from pmpath.cli.session import Session
    from pmpath.formats.readers.foreign import Found
    from pmpath.storage.intake.files import Opened

ACTION, PLAN, DOING = "action", "plan", "Reading"
# The first line of every log.
LOG_BEGINS = b'{"kind":"log"'


class Asked(Frozen):
    """What is asked of an import besides its files.

    `form` is the name of the format, empty to tell it by the file; `allows` answers whether the
    people whom a file names beside its words come in.
    """

    form: str
    wanted: Wanted
    allows: Callable[[str, tuple[Foreign, ...]], bool]


class Intake:
    """Takes one file after another; nothing is written."""

    def __init__(self, session: Session, asked: Asked, most_shown: int) -> None:
        known = known_in(session.folder)
        self.ids, self.origins = set(known.ids), set(known.origins)
        self.ours = Ours(self.ids)
        self.asked = asked
        self.most_shown = most_shown
        self.batch = Batch()
        self.shown: list[ImportedEntry] = []
        self.files: list[ImportedFile] = []
        day_ends = day_ends_of(session.folder)
        calendar = Calendar(session.today, day_ends, datetime.astimezone)
        self.reader = EntryReader(session.vocabulary(), calendar)

    def let_go(self) -> None:
        """Forget what the log had, once every file was taken."""
        self.ids.clear()
        self.origins.clear()

    def imported(self, *, written: bool) -> Imported:
        """What became of all files."""
        return Imported(written, tuple(self.files), () if written else tuple(self.shown))

    def take(self, file: Opened) -> None:
        """Read a file; raises UsageError for an unknown format, NotValid for a broken file."""
        form = self.asked.form or _format_of(file)
        found = FORMATS[form].load()(Source(file.name, file.lines), self.asked.wanted)
        if FORMATS[form].asks:
            found = self._asked(file.name, tuple(found))
        counts = _Counts()
        for one in counted(found, DOING):
            if isinstance(one, Skipped):
                counts.leave(one.place, one.reason)
            elif isinstance(one, Own):
                self._take_own(one, counts)
            else:
                self._take_foreign(one, f"{form.partition('-')[0]}:{one.key}", counts)
        self.files.append(counts.of(file.name, form))

    def _asked(self, name: str, found: tuple[Foreign | Own | Skipped, ...]) -> Found:
        """The same without people where the answer is no; a mere contact then is nothing."""
        named = tuple(one for one in found if isinstance(one, Foreign) and self._is_new(one))
        is_allowed = not named or self.asked.allows(name, named)
        for one in found:
            if is_allowed or not isinstance(one, Foreign):
                yield one
            elif one.is_contact:
                yield Skipped(one.place, "you chose to import no people")
            else:
                yield changed(one, people=())

    def _is_new(self, one: Foreign) -> bool:
        return bool(one.people) and not any(
            f"{form}:{one.key}" in self.origins for form, known in FORMATS.items() if known.asks
        )

    def _take_foreign(self, one: Foreign, origin: str, counts: _Counts) -> None:
        meant = self.ours.meaning(one)
        if origin in self.origins or meant is None:
            counts.known += 1
            return
        entry = meant if isinstance(meant, Skipped) else self.reader.entry(meant, origin)
        if isinstance(entry, Skipped):
            counts.leave(entry.place, entry.reason)
            return
        try:
            self.batch.add(ACTION, entry.day, _fields(entry))
        except UsageError as error:
            counts.leave(one.place, error.sentence.removesuffix("."))
            return
        self.origins.add(origin)
        self._show(one.place, entry, counts)

    def _take_own(self, one: Own, counts: _Counts) -> None:
        if one.key in self.ids:
            counts.known += 1
            return
        head = {"id": one.key, "at": one.at, "day": one.day.isoformat(), "kind": one.kind}
        entry = one.entry
        try:
            fields = dict(one.fields or {}) if entry is None else _fields(entry)
            # Everything builds on the plan, so what came in is undone without it.
            self.batch.add_own(head, fields, is_part=one.kind != PLAN)
        except (UsageError, BadRecord) as error:
            told = error.sentence if isinstance(error, PmpathError) else str(error)
            counts.leave(one.place, told.rstrip("."))
            return
        self.ids.add(one.key)
        if entry is None:
            counts.add(one.day)
        else:
            self._show(one.place, entry, counts)

    def _show(self, place: str, entry: Entry, counts: _Counts) -> None:
        counts.add(entry.day)
        if len(self.shown) < self.most_shown:
            self.shown.append(
                ImportedEntry(
                    place, entry.day, entry.minutes, entry.text, entry.track, entry.people
                )
            )


def _fields(entry: Entry) -> dict[str, Any]:
    """The fields of an entry, with what the clock showed where its words were typed."""
    return {**({"clock": entry.clock} if entry.clock else {}), **to_fields(entry)}


def _format_of(file: Opened) -> str:
    if file.head.strip() in (b"", b"[]"):
        raise NotValid("The file is empty.", place=file.name)
    if file.head.startswith(LOG_BEGINS):
        raise UsageError(
            "This file is a log of pmpath.", place=file.name,
            hint="To add its records to your log: pmpath doctor --merge FILE",
        )  # fmt: skip
    form = format_of(file.head, file.name)
    if not form:
        raise UsageError(
            "The format was not recognized.", place=file.name,
            hint=f"Name it with --format: {', '.join(FORMATS)}.",
        )  # fmt: skip
    return form


class _Counts:
    """What became of the pieces of one file."""

    def __init__(self) -> None:
        self.known = 0
        self._added = 0
        self._days: tuple[date, date] | None = None
        self._left: list[LeftOut] = []

    def add(self, day: date) -> None:
        self._added += 1
        first, last = self._days or (day, day)
        self._days = min(first, day), max(last, day)

    def leave(self, place: str, reason: str) -> None:
        self._left.append(LeftOut(place, reason))

    def of(self, name: str, form: str) -> ImportedFile:
        first, last = self._days or (None, None)
        return ImportedFile(name, form, self._added, self.known, tuple(self._left), first, last)
