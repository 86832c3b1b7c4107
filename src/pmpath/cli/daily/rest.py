"""`pmpath rest`: neutral days, no notice needed."""

from __future__ import annotations

from datetime import date

from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm
from pmpath.domain.days import EXAMPLES, FUTURE, WEEKDAYS, day_in, within_reach
from pmpath.domain.errors import UsageError
from pmpath.domain.nearest import nearest
from pmpath.render.page.text import counted, day_beside

LONGEST_DAYS = 366
RANGE = "Write 2026-12-24..2027-01-02."
UP_TO = ("to", "until", "till", "-", "through")
DAY_LIKE = ("next", "this", "last", "until", "till", "from", "in", "for")


def rest(session: Session, words: list[str]) -> None:
    """Declare today, a day, or FROM..TO as rest; words behind it are the reason."""
    first, last, reason = read_rest(words, session.today)
    within_reach(first)
    within_reach(last)
    fields = {"until": last.isoformat(), **({"reason": reason} if reason else {})}
    # What was changed by hand came before: undo takes the newest record, and that is this rest.
    session.record_plan(session.journal())
    session.append("rest", first, fields)
    days = (last - first).days + 1
    when = day_beside(first, session.today)
    if days > 1:
        when += f" to {day_beside(last, session.today)}, {counted(days, 'day')}"
    confirm("Rest: ", f"{when}{f' ({reason})' if reason else ''}. It is in no count.")


def read_rest(words: list[str], today: date) -> tuple[date, date, str]:
    """First day, last day (both included) and reason; raises UsageError when they are unclear."""
    before, dots, after = " ".join(words).partition("..")
    if not dots:
        day, reason = _leading(before.split(), today)
        if day and reason[:1] and reason[0].lower() in UP_TO:
            last, rest_of = _leading(reason[1:], today)
            if last is None:
                raise UsageError("The days of rest are unclear.", hint=RANGE)
            return _checked(day, last), last, " ".join(rest_of)
        if day is None and reason:
            _refuse_what_sounds_like_a_day(reason[0])
        return day or today, day or today, " ".join(reason)
    first, left = _leading(before.split(), today)
    last, reason = _leading(after.split(), today)
    if first is None or left or last is None:
        raise UsageError("The days of rest are unclear.", hint=RANGE)
    return _checked(first, last), last, " ".join(reason)


def _checked(first: date, last: date) -> date:
    """The first day, when the last one is behind it and not a year away."""
    if last < first:
        raise UsageError(f"{last} is before {first}.", hint="Write the earlier day first.")
    if (last - first).days >= LONGEST_DAYS:
        raise UsageError("That is more than a year.", hint=EXAMPLES)
    return first


def _refuse_what_sounds_like_a_day(word: str) -> None:
    """`3 days`, `next week`, `tomorow`: no reason begins so, and today is not what was meant."""
    first = word.lower().strip(",.;:")
    known = ("today", "tomorrow", "yesterday", *WEEKDAYS)
    if first[:1].isdecimal() or first in DAY_LIKE or nearest(first, known, likeness=0.8):
        raise UsageError(
            f"The days of rest are unclear at {word!r}.",
            hint="Write tomorrow, fri, 24 dec, or 2026-12-24..2027-01-02.",
        )


def _leading(words: list[str], today: date) -> tuple[date | None, list[str]]:
    for length in (3, 2, 1):
        if len(words) >= length:
            day = day_in(tuple(word.lower() for word in words[:length]), today, facing=FUTURE)
            if day is not None:
                return day, words[length:]
    return None, words
