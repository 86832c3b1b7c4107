"""What an import took of each file, and what it left, with the reason."""

from __future__ import annotations

from datetime import date

from pmpath.domain.record import Frozen


class LeftOut(Frozen):
    """A piece of a file that became no entry: where it stands, and why."""

    place: str
    reason: str


class ImportedFile(Frozen):
    """One file: the format by its name, what was added of it, what the log had already.

    `first` and `last` are the days of what was added; None where nothing was.
    """

    file: str
    format: str
    added: int
    known: int
    left_out: tuple[LeftOut, ...]
    first: date | None
    last: date | None


class ImportedEntry(Frozen):
    """An entry as it was read of a file."""

    place: str
    day: date
    minutes: int
    text: str
    track: str
    people: tuple[str, ...]


class Imported(Frozen):
    """All files of one import; `written` is false for a look at what would come in.

    `entries` are shown with such a look alone. `reached` and `open_again` are ids of milestones,
    None where nothing was looked for: nothing was written, or the log is too long for it.
    """

    written: bool
    files: tuple[ImportedFile, ...]
    entries: tuple[ImportedEntry, ...] = ()
    reached: tuple[str, ...] | None = None
    open_again: tuple[str, ...] | None = None
