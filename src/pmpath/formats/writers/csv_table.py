"""A CSV table of the entries, a row each; every cell is quoted, and none is a formula."""

from __future__ import annotations

from pmpath.domain.entry import Entry
from pmpath.domain.metric import Metric
from pmpath.formats.cells import guarded, joined
from pmpath.formats.text import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COLUMNS = (
    "day", "minutes", "track", "text", "people", "event", "opening", "stage", "book",
    "number", "before", "after", "unit", "period", "more_numbers", "tags", "notes", "evidence",
    "next_who", "next_person", "next_what", "next_day", "id",
)  # fmt: skip
NOTHING = Metric("", None, None)


def csv_table(entries: Iterable[Entry]) -> Iterator[str]:
    """The header line, then a row for each entry; lines end as RFC 4180 says."""
    yield _row(COLUMNS)
    for entry in entries:
        yield _row([guarded(printable(cell)) for cell in _cells(entry)])


def _row(cells: Iterable[str]) -> str:
    quoted = ('"' + cell.replace('"', '""') + '"' for cell in cells)
    return ",".join(quoted) + "\r\n"


def _cells(entry: Entry) -> list[str]:
    number = entry.metrics[0] if entry.metrics else NOTHING
    move = entry.next
    return [
        entry.day.isoformat(), str(entry.minutes), entry.track, entry.text, joined(entry.people),
        entry.event, entry.opening, entry.stage, entry.book,
        number.name, _number(number.before), _number(number.after), number.unit, number.period,
        joined(map(_told, entry.metrics[1:])), joined(entry.tags),
        joined(f"{key}: {text}" for key, text in entry.notes.items()),
        joined(f"{one.kind}: {one.value}{_counted(one.count)}" for one in entry.evidence),
        move.who if move else "", move.person if move else "", move.what if move else "",
        move.day.isoformat() if move else "", entry.id,
    ]  # fmt: skip


def _told(number: Metric) -> str:
    sides = f"{_number(number.before)} to {_number(number.after)}".strip()
    return " ".join(filter(None, [f"{number.name}:", sides, number.unit, number.period]))


def _counted(count: int | None) -> str:
    return "" if count is None else f" ({count})"


def _number(value: int | str | None) -> str:
    return "" if value is None else str(value)
