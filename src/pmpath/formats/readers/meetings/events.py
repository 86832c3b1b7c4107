"""Meetings that are over, of an iCalendar file; each occurrence of a recurring one by itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from pmpath.domain.record import Frozen
from pmpath.formats.readers.foreign import Foreign, Keys, Skipped, spent
from pmpath.formats.readers.meetings.attendees import Guests, guests_of
from pmpath.formats.readers.meetings.blocks import Block, blocks_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Calendar, Event

    from pmpath.formats.readers.foreign import Found, Wanted
    from pmpath.formats.readers.source import Source

# Of a series, so many days back: an old one would otherwise bring years of mornings.
SERIES_DAYS = 366
CANCELLED = "CANCELLED"
RECURRING = ("RRULE", "RDATE", "RECURRENCE-ID")
OURS = "@pmpath"


class Told(Frozen):
    """An event that could be read: where it stands, what it is known by, who was invited."""

    place: str
    uid: str
    event: Event
    guests: Guests


def read_meetings(source: Source, wanted: Wanted) -> Found:
    """The events with a time of day; `UID`, and the start in a series, is the identity.

    Whoever is invited to every meeting is you. An event that cannot be read costs itself alone.
    """
    told: list[Told] = []
    for found in _events(source):
        if isinstance(found, Skipped):
            yield found
        else:
            told.append(found)
    you = _in_all(told)
    keys = Keys()
    for several in _series(told):
        yield from _meetings(several, you, keys, wanted.today)


def _events(source: Source) -> Iterator[Told | Skipped]:
    """Each event of the file, parsed by itself; a malformed alarm is not even looked at."""
    from icalendar import Calendar, Event

    for block in blocks_of(source):
        if block.is_zone:
            # A zone that was read is known by its name from then on.
            _read(Calendar, block)
            continue
        if block.name != "VEVENT":
            yield Skipped(block.place, "it is not an event")
            continue
        event = _read(Event, block)
        if event is None or event.errors:
            yield Skipped(block.place, f"it cannot be read{_reason(event)}")
        else:
            yield Told(block.place, str(event.get("UID", "")), event, guests_of(event))


def _read(kind: type[Calendar] | type[Event], block: Block) -> Event | None:
    try:
        return kind.from_ical(block.text)  # type: ignore[return-value]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        # What the library raises for text that is not a calendar has no common base.
        return None


def _reason(event: Event | None) -> str:
    if event is None or not event.errors:
        return ""
    name, why = event.errors[0]
    return f": {name}, {' '.join(str(why).split())[:60]}"


def _in_all(told: list[Told]) -> str:
    """The address that is invited to each of several meetings; empty where there is none."""
    invited = [one.guests.addresses for one in told if one.guests.addresses]
    shared = set.intersection(*map(set, invited)) if len(invited) > 1 else set()
    return shared.pop() if len(shared) == 1 else ""


def _series(told: list[Told]) -> Iterator[list[Told]]:
    """Events that belong together: all of one UID, or one that has none."""
    by_uid: dict[str, list[Told]] = {}
    for number, one in enumerate(told):
        by_uid.setdefault(one.uid or f"\0{number}", []).append(one)
    yield from by_uid.values()


def _meetings(
    several: list[Told], you: str, keys: Keys, today: date
) -> Iterator[Foreign | Skipped]:
    if any(name in one.event for one in several for name in RECURRING):
        yield from _occurrences(several, you, keys, today)
        return
    for one in several[:-1]:
        yield Skipped(one.place, "it comes again further down")
    one = several[-1]
    yield _meeting(one, one.event, you, keys)


def _occurrences(
    several: list[Told], you: str, keys: Keys, today: date
) -> Iterator[Foreign | Skipped]:
    """Those of a series that are over; a changed one takes the place of that day's."""
    from icalendar import Calendar
    from recurring_ical_events import of  # type: ignore[import-untyped]

    calendar = Calendar()
    for one in several:
        calendar.add_component(one.event)
    by_start = {str(one.event.get("RECURRENCE-ID") and one.event.start): one for one in several}
    first = several[0]
    try:
        found = of(calendar).between(today - timedelta(SERIES_DAYS), today + timedelta(1))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        yield Skipped(
            first.place, f"its series cannot be read: {' '.join(str(error).split())[:60]}"
        )
        return
    for event in sorted(found, key=lambda one: str(one.start)):
        yield _meeting(by_start.get(str(event.start), first), event, you, keys, is_series=True)


def _meeting(
    told: Told, event: Event, you: str, keys: Keys, *, is_series: bool = False
) -> Foreign | Skipped:
    place, text = told.place, " ".join(str(event.get("SUMMARY", "")).split())
    try:
        start, end = event.start, event.end
    except (ValueError, TypeError, AttributeError) as error:
        return Skipped(place, f"its time cannot be read: {' '.join(str(error).split())[:60]}")
    if str(event.get("STATUS", "")).upper() == CANCELLED:
        return Skipped(place, "it was canceled")
    if told.uid.endswith(OURS):
        return Skipped(place, "pmpath wrote it")
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return Skipped(place, "it lasts whole days")
    if (start.tzinfo is None) != (end.tzinfo is None):
        return Skipped(place, "its start and its end do not both have a zone")
    series = [_instant(start)] if is_series else []
    key = keys.of(told.uid, *series) if told.uid else keys.of(_instant(start), text)
    one = Foreign(place, key, text, start, people=told.guests.names(you))
    return one if end == start else spent(one, end)


def _instant(moment: datetime) -> str:
    """The same text for the same moment, in whatever zone the file tells it."""
    return (moment.astimezone(UTC) if moment.tzinfo else moment).isoformat()
