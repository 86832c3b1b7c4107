"""The formats that pmpath reads: what each is called, and which reader knows it."""

from __future__ import annotations

from importlib import import_module

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from pmpath.formats.readers.foreign import Found, Wanted
    from pmpath.formats.readers.source import Source

    Reader = Callable[[Source, Wanted], Found]

READERS = "pmpath.formats.readers"


class Readable(Frozen):
    """A format: whose it is as a sentence says it, the module and the name of its reader.

    `asks`: people stand there who are not among the words, which is asked about first.
    """

    told: str
    module: str
    reader: str
    asks: bool = False

    def load(self) -> Reader:
        """Its reader; a calendar's needs a library that no other command should wait for."""
        found: Reader = getattr(import_module(f"{READERS}.{self.module}"), self.reader)
        return found


FORMATS = {
    "json": Readable("pmpath's own JSON lines", "own_lines", "read_own_lines"),
    "csv": Readable("CSV table", "columns", "read_csv"),
    "jrnl": Readable("jrnl as JSON", "jrnl", "read_jrnl_json"),
    "jrnl-text": Readable("jrnl as text", "jrnl", "read_jrnl_text"),
    "taskwarrior": Readable("Taskwarrior", "taskwarrior", "read_taskwarrior"),
    "timewarrior": Readable("Timewarrior", "timewarrior", "read_timewarrior"),
    "watson": Readable("Watson", "watson", "read_watson"),
    "timeclock": Readable("timeclock", "hledger", "read_timeclock"),
    "timedot": Readable("timedot", "hledger", "read_timedot"),
    "todotxt": Readable("todo.txt", "todotxt", "read_todotxt"),
    "linkedin": Readable("LinkedIn connections", "linkedin", "read_linkedin", asks=True),
    "ics": Readable("iCalendar", "meetings.events", "read_meetings", asks=True),
}
