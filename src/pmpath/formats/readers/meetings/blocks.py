"""An iCalendar file taken apart by its lines, so that what is broken in one event stays there."""

from __future__ import annotations

from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.formats.readers.source import Source

BEGIN, END = "BEGIN:", "END:"
ALARM, ZONE, CALENDAR = "VALARM", "VTIMEZONE", "VCALENDAR"


class Block(Frozen):
    """A component of a calendar, with its lines as one text; alarms are left out."""

    place: str
    name: str
    text: str

    @property
    def is_zone(self) -> bool:
        """Whether it is a time zone, as a calendar of its own."""
        return self.name == ZONE


def blocks_of(source: Source) -> Iterator[Block]:
    """The components right below a calendar, zones first as they stand.

    Raises NotValid where an event does not end.
    """
    lines: list[str] = []
    inside: list[str] = []
    began, is_calendar = 0, False
    for number, line in source.lines():
        told, value = line.strip().upper(), line.strip().upper().partition(":")[2]
        is_calendar = is_calendar or told == BEGIN + CALENDAR
        if told.startswith(BEGIN) and value != CALENDAR:
            if not inside:
                began, lines = number, []
            inside.append(value)
        if inside and ALARM not in inside:
            lines.append(line)
        if told.startswith(END) and value != CALENDAR:
            if not inside or inside.pop() != value:
                raise source.fault(number, f"{line.strip()[:40]} has no matching BEGIN.")
            if not inside:
                yield _block(began, value, lines)
    if not is_calendar:
        raise source.fault(1, "This is not a calendar.", "Export it as iCalendar (.ics).")
    if inside:
        raise source.fault(began, f"This {inside[0]} has no END.", "Export the calendar again.")


def _block(began: int, name: str, lines: list[str]) -> Block:
    text = "".join(f"{line}\r\n" for line in lines)
    if name == ZONE:
        text = f"{BEGIN}{CALENDAR}\r\n{text}{END}{CALENDAR}\r\n"
    return Block(f"line {began}", name, text)
