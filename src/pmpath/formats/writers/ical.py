"""A calendar: milestones and commitments as days, the target date, a reminder on each planned day.

All are events: readers drop to-dos in silence, or lose the day on which they are due. Each has the
same UID at every export, so that a reader that knows UIDs changes what it has.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from pmpath.formats.text import stable_id
from pmpath.formats.told import commitment_told
from pmpath.formats.values import Commitment, Facts, Milestone
from pmpath.formats.writers.content_lines import content_line, long_text_line, text_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PRODUCT = "-//pmpath//pmpath//EN"
# At nine in the morning of the day before.
BEFORE_A_DAY, AT_ONCE = "-PT15H", "PT0S"
REMINDER_AT = time(18)
ONE_DAY = timedelta(1)


def calendar(facts: Facts, reminder: time | None = REMINDER_AT) -> Iterator[str]:
    """The calendar; without a time of day for it there is no reminder."""
    yield "".join(
        [content_line("BEGIN", "VCALENDAR"), content_line("VERSION", "2.0"),
         content_line("PRODID", PRODUCT)]
    )  # fmt: skip
    stamp = _instant(facts.now)
    target = facts.roadmap.target
    where = f" at {target.company}" if target.company else ""
    goal = ("target", "", f"Target date: {facts.role}{where}", "The date of your plan.")
    yield _day_event(goal, target.date, stamp)
    for milestone in facts.milestones:
        yield _day_event(_milestone(milestone), milestone.done or milestone.due, stamp)
    for commitment in facts.commitments:
        yield _day_event(_commitment(commitment), commitment.day, stamp)
    if reminder is not None:
        yield _reminder(facts, reminder, stamp)
    yield content_line("END", "VCALENDAR")


def _milestone(one: Milestone) -> tuple[str, str, str, str]:
    done = f"Done when: {one.done_when}" if one.done_when else ""
    title = f"Reached: {one.title}" if one.done else f"Due: {one.title}"
    return "milestone", one.id, title, done


def _commitment(one: Commitment) -> tuple[str, str, str, str]:
    since = f"Promised {one.made}." if one.is_mine else f"Agreed {one.made}. Follow up in time."
    return "commitment", one.entry_id, commitment_told(one), since


def _day_event(told: tuple[str, str, str, str], day: date, stamp: str) -> str:
    """An event of a whole day: what it is of, the key of that, its title, and a few words."""
    kind, key, title, words = told
    when = [
        content_line("DTSTART;VALUE=DATE", _compact(day)),
        # The end is the next day: one reader refuses an end that is the beginning.
        content_line("DTEND;VALUE=DATE", _compact(day + ONE_DAY)),
        content_line("TRANSP", "TRANSPARENT"),
    ]
    return _event(stable_id(kind, key).urn, stamp, (title, words), [*when, _alarm(title)])


def _event(uid: str, stamp: str, told: tuple[str, str], more: Iterable[str]) -> str:
    title, words = told
    return "".join([
        content_line("BEGIN", "VEVENT"),
        content_line("UID", uid.removeprefix("urn:uuid:") + "@pmpath"),
        content_line("DTSTAMP", stamp),
        text_line("SUMMARY", title),
        long_text_line("DESCRIPTION", words) if words else "",
        *more,
        content_line("END", "VEVENT"),
    ])  # fmt: skip


def _alarm(title: str, trigger: str = BEFORE_A_DAY) -> str:
    return "".join([
        content_line("BEGIN", "VALARM"), content_line("ACTION", "DISPLAY"),
        text_line("DESCRIPTION", title), content_line("TRIGGER", trigger),
        content_line("END", "VALARM"),
    ])  # fmt: skip


def _reminder(facts: Facts, at: time, stamp: str) -> str:
    """A quarter of an hour on every planned day until the target date, but not on vacations.

    It floats, so that it is at this time wherever the person is; it begins on a day of its own.
    Empty where no day is left.
    """
    roadmap = facts.roadmap
    planned = [day for day, minutes in enumerate(roadmap.minutes) if minutes]
    days = _days(max(facts.now.date(), roadmap.target.start), roadmap.target.date)
    own = [day for day in days if day.weekday() in planned]
    off = [day for day in own if any(one.first <= day <= one.last for one in roadmap.vacations)]
    first = next((day for day in own if day not in off), None)
    if first is None:
        return ""
    rule = f"FREQ=WEEKLY;BYDAY={','.join(WEEKDAYS[day] for day in planned)}"
    until = datetime.combine(roadmap.target.date - ONE_DAY, time(23, 59, 59))
    title = f"One step toward {facts.role}"
    exceptions = ",".join(_local(day, at) for day in off if day > first)
    when = [
        content_line("DTSTART", _local(first, at)),
        content_line("DURATION", "PT15M"),
        content_line("RRULE", f"{rule};UNTIL={until:%Y%m%dT%H%M%S}"),
        content_line("EXDATE", exceptions) if exceptions else "",
        _alarm(title, AT_ONCE),
    ]
    uid = stable_id("reminder", "").urn
    return _event(uid, stamp, (title, "The step of today: type pmpath"), when)


def _days(first: date, end: date) -> Iterator[date]:
    """The days from the first up to the one before the end."""
    return (first + timedelta(count) for count in range((end - first).days))


def _compact(day: date) -> str:
    return f"{day:%Y%m%d}"


def _local(day: date, at: time) -> str:
    return f"{datetime.combine(day, at):%Y%m%dT%H%M%S}"


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
