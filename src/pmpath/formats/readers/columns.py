"""Tables with a header: rows of a CSV file, with a map from our fields to its columns."""

from __future__ import annotations

import csv
from datetime import date, datetime

from pmpath.domain.errors import NotValid, UsageError
from pmpath.domain.when.day_option import day_in
from pmpath.domain.when.duration_option import minutes_of
from pmpath.formats.cells import parted, unguarded
from pmpath.formats.readers.foreign import Foreign, Keys, Skipped
from pmpath.formats.readers.taskwarrior import tag_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pmpath.formats.readers.foreign import Found, Wanted
    from pmpath.formats.readers.source import Source

    Row = tuple[int, list[str]]

DELIMITERS = (",", ";", "\t")
# By the field that a column holds, the names that mean it, in small letters.
NAMES = {
    "day": ("day", "date", "on", "when", "start", "started"),
    "text": ("text", "words", "description", "what", "entry", "title", "summary", "task",
             "activity", "subject", "note", "notes"),
    "minutes": ("minutes", "min", "mins", "duration"),
    "hours": ("hours", "h", "hrs"),
    "people": ("people", "with", "person", "who"),
    "tags": ("tags", "labels"),
    "track": ("track",),
    "id": ("id", "uuid", "key"),
}  # fmt: skip
FIELDS = tuple(NAMES)
# A shorter id may be the same in tables of different tools.
SHORTEST_ID = 8
# Of so many characters are the ids of pmpath's own entries.
OWN_ID = 26


def read_csv(source: Source, wanted: Wanted) -> Found:
    """The rows as they stand; an id, or day and words, is the identity."""
    rows = rows_of(source)
    number, header = next(rows, (1, []))
    columns = _columns(source, number, header, wanted.columns)
    keys = Keys()
    for number, cells in rows:
        place = f"line {number}"
        if len(cells) > len(header):
            told = f"it has {len(cells)} cells and the header {len(header)}"
            yield Skipped(place, f"{told}; put quotes around a cell with a comma in it")
        elif any(cell.strip() for cell in cells):
            yield _row(
                place,
                {
                    name: unguarded(cells[at]) if at < len(cells) else ""
                    for name, at in columns.items()
                },
                keys,
                wanted,
            )


def rows_of(source: Source, *, begins: Callable[[str], bool] = bool) -> Iterator[Row]:
    """Each row with the number of its last line; the first is the header.

    That is the first line that is not blank, or of which `begins` says so. The delimiter is the one
    that it has most of. Raises NotValid for what is not a table.
    """
    lines, after, first = source.raw_lines(), -1, ""
    for after, line in enumerate(lines):  # noqa: B007 - the number is used below
        if line.strip() and begins(line):
            first = line
            break
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(_behind(first, lines), delimiter=delimiter)
    try:
        for cells in reader:
            yield after + reader.line_num, cells
    except csv.Error as error:
        raise source.fault(
            after + reader.line_num, f"The table is broken: {error}.",
            "Look for a quote that is not closed.",
        ) from None  # fmt: skip


def _behind(first: str, lines: Iterator[str]) -> Iterator[str]:
    yield first
    yield from lines


def _columns(
    source: Source, number: int, header: list[str], said: Mapping[str, str]
) -> dict[str, int]:
    """At which place in a row each field stands; raises NotValid where day or words have none."""
    names = [name.strip().casefold() for name in header]
    found: dict[str, int] = {}
    for field, known in NAMES.items():
        wanted = (said[field].strip().casefold(),) if field in said else known
        at = next((names.index(name) for name in wanted if name in names), None)
        if at is not None:
            found[field] = at
        elif field in said:
            raise _lacks(source, number, header, f'no column "{said[field]}"')
    for field, told in (("day", "the day"), ("text", "the words")):
        if field not in found:
            raise _lacks(source, number, header, f"no column for {told}")
    return found


def _lacks(source: Source, number: int, header: list[str], what: str) -> NotValid:
    there = ", ".join(name.strip() for name in header if name.strip()) or "none"
    return source.fault(
        number,
        f"There is {what}; the columns are: {there}.",
        'Say which: --column "day=NAME" --column "text=NAME"',
    )


def _row(place: str, row: Mapping[str, str], keys: Keys, wanted: Wanted) -> Foreign | Skipped:
    day = row["day"].strip()
    try:
        when = when_of(day, wanted)
        minutes = _minutes(row)
    except UsageError as error:
        return Skipped(place, reason_in(error))
    if when is None:
        return Skipped(place, f'"{day[:40]}" is not a day' if day else "it has no day")
    text, key = row["text"], row.get("id", "").strip()
    if len(key) < SHORTEST_ID:
        key = keys.of(key, day, text)
    tags = tuple(map(tag_of, parted(row.get("tags", "").replace(",", ";"))))
    return Foreign(
        place, key, text, when, minutes, tuple(parted(row.get("people", ""))), tags,
        (tag_of(row.get("track", "")),), ours=key if len(key) == OWN_ID else "",
    )  # fmt: skip


def reason_in(error: UsageError) -> str:
    """A refusal and its advice as the rest of a sentence: `"x" is not a day; write 2026-11-20`."""
    parts = [part.rstrip(".") for part in (error.sentence, error.hint) if part]
    return "; ".join(part[:1].lower() + part[1:] for part in parts)


def when_of(text: str, wanted: Wanted) -> date | datetime | None:
    """The day or the time of a cell; raises UsageError for a day that can be two days."""
    try:
        if wanted.dates:
            found = datetime.strptime(text, wanted.dates)
            return found if "%H" in wanted.dates or "%I" in wanted.dates else found.date()
        moment = datetime.fromisoformat(text)
    except ValueError:
        has_year = any(len(part) == 4 and part.isdecimal() for part in _parts(text))
        return day_in(tuple(text.split()), wanted.today) if has_year else None
    return moment if len(text) > len("2027-03-01") else moment.date()


def _parts(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in text).split()


def _minutes(row: Mapping[str, str]) -> int | None:
    """The minutes of a row; None where it does not say any."""
    said, hours = row.get("minutes", "").strip(), row.get("hours", "").strip()
    if said:
        return minutes_of(said)
    is_bare = hours.replace(".", "").replace(",", "").isdecimal()
    return minutes_of(f"{hours}h" if is_bare else hours) if hours else None
