"""The formats that pmpath writes: what each is made of, and who makes it."""

from __future__ import annotations

from datetime import time

from pmpath.domain.entry import Entry
from pmpath.domain.record import Frozen
from pmpath.formats.writers.csv_table import csv_table
from pmpath.formats.writers.ical import calendar
from pmpath.formats.writers.jrnl import jrnl_text
from pmpath.formats.writers.json_lines import json_lines
from pmpath.formats.writers.json_resume import json_resume
from pmpath.formats.writers.markdown_page import markdown_page
from pmpath.formats.writers.taskwarrior import tasks
from pmpath.formats.writers.timedot import timedot
from pmpath.formats.writers.todotxt import todo_lines
from pmpath.formats.writers.vcard import VERSIONS, vcards

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pmpath.formats.values import Facts, OtherRecord


class Content(Frozen):
    """What a format is made of: records that stream by, and facts for those that need them.

    `version` is that of a format with several, `reminder` a time of day; each only where the
    format has that choice.
    """

    records: Iterable[Entry | OtherRecord]
    facts: Callable[[], Facts]
    version: str = ""
    reminder: time | None = None

    @property
    def entries(self) -> Iterator[Entry]:
        """The entries alone."""
        return (one for one in self.records if isinstance(one, Entry))


class Format(Frozen):
    """How a format is written, the ending of its files, and what it holds in a few words.

    `needs_facts`: all of the log is folded first. `is_told`: entries come with their words for
    reading, without the marks that were typed. `versions` are those that it may be asked for,
    the usual one first; `has_reminder`: it takes a time of day.
    """

    ending: str
    holds: str
    write: Callable[[Content], Iterator[str]]
    needs_facts: bool = False
    is_told: bool = False
    versions: tuple[str, ...] = ()
    has_reminder: bool = False


# fmt: off
FORMATS = {
    "jsonresume": Format(
        "resume.json", "parts of a resume: results, talks, pieces, volunteering",
        lambda content: json_resume(content.facts()), needs_facts=True, is_told=True,
    ),
    "markdown": Format(
        "md", "everything that was gathered, as a page",
        lambda content: markdown_page(content.facts(), content.entries),
        needs_facts=True, is_told=True,
    ),
    "csv": Format("csv", "the entries, a row each", lambda content: csv_table(content.entries)),
    "json": Format(
        "jsonl", "every record, a JSON object a line", lambda content: json_lines(content.records)
    ),
    "ics": Format(
        "ics", "a calendar: milestones, commitments, the daily reminder",
        lambda content: calendar(content.facts(), content.reminder),
        needs_facts=True, has_reminder=True,
    ),
    "vcard": Format(
        "vcf", "the people, a card each",
        lambda content: vcards(content.facts(), content.version),
        needs_facts=True, versions=VERSIONS,
    ),
    "timedot": Format(
        "timedot", "minutes by day and track, for hledger",
        lambda content: timedot(content.entries), is_told=True,
    ),
    "todotxt": Format(
        "todo.txt", "what is open and what was done, a line each",
        lambda content: todo_lines(content.facts(), content.entries),
        needs_facts=True, is_told=True,
    ),
    # Words for reading are on one line; a journal has room for the lines that were typed.
    "jrnl": Format(
        "jrnl.txt", "the entries as a journal", lambda content: jrnl_text(content.entries)
    ),
    "taskwarrior": Format(
        "task.json", "entries, commitments and milestones as tasks",
        lambda content: tasks(content.facts(), content.entries),
        needs_facts=True, is_told=True,
    ),
}
# fmt: on
