"""`pmpath rest`: neutral days, no notice needed; `--cancel` takes them back, some or all."""

from __future__ import annotations

from datetime import date, timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.options.parameters import Words, session_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm
from pmpath.domain.days import EXAMPLES, FUTURE, WEEKDAYS, day_in, within_reach
from pmpath.domain.entry import Rest
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.log.acts import CANCEL, handles_of
from pmpath.render.page.text import counted, day_beside
from pmpath.storage.acts import AS, read_acts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.storage.log.encode import Fields

DAY = timedelta(1)
LONGEST_DAYS = 366
RANGE = "Write 2026-12-24..2027-01-02."
UP_TO = ("to", "until", "till", "-", "through")
DAY_LIKE = ("next", "this", "last", "until", "till", "from", "in", "for")


def rest(
    context: typer.Context,
    words: Words = None,
    cancel: Annotated[
        bool, typer.Option("--cancel", help="Take the rest on these days back.")
    ] = False,
) -> None:
    """A neutral day: rest, rest tomorrow, rest 2026-12-24..2027-01-02 family."""
    said = words or []
    # "rest cancel tomorrow" is no rest today for the reason "cancel tomorrow".
    if cancel or said[:1] == ["cancel"]:
        _cancel_rest(session_of(context), said if cancel else said[1:])
    else:
        _declare_rest(session_of(context), said)


def _declare_rest(session: Session, words: list[str]) -> None:
    """Declare today, a day, or FROM..TO as rest; words behind it are the reason."""
    first, last, reason = read_rest(words, session.today)
    within_reach(first)
    within_reach(last)
    fields = {"until": last.isoformat(), **({"reason": reason} if reason else {})}
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
    if first[:1].isdecimal() or first in DAY_LIKE or get_close_matches(first, known, cutoff=0.8):
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


def _cancel_rest(session: Session, words: list[str]) -> None:
    """Take the rest on these days back, today's without words; other days of it stay.

    Raises NotFound when no rest was declared for any of them.
    """
    first, last, more = read_rest(words, session.today)
    if more:
        raise UsageError(
            f'"{" ".join(more.split())}" is not a day.',
            hint="Write pmpath rest --cancel tomorrow, or 2026-12-24..2026-12-26.",
        )
    acts = read_acts(session.folder)
    found = [
        one
        for one in acts.all
        if one.stands
        and isinstance(one.found, Rest) and one.found.day <= last and first <= one.found.until
    ]  # fmt: skip
    rests = [one.found for one in found if isinstance(one.found, Rest)]
    if not rests:
        raise NotFound(
            f"No rest is recorded on {_days(session, first, last)}.", hint=_where(session)
        )
    records = [part for rest in rests for part in _cancelled(rest, first, last, session.today)]
    key = session.append_act(records)
    handle = handles_of([key], [*acts.by_id, key])[key]
    days = {day for rest in rests for day in _each(max(rest.day, first), min(rest.until, last))}
    confirm(
        "Cancelled: ",
        f"rest on {_days(session, min(days), max(days))}, {counted(len(days), 'day')}. "
        f"Rest again: pmpath undo {handle}",
    )


def _cancelled(
    rest: Rest, first: date, last: date, today: date
) -> Iterator[tuple[str, date, Fields]]:
    """The records that leave of a rest what lies before and behind these days."""
    before, behind = rest.day < first, rest.until > last
    of: Fields = {"of": rest.id}
    if not before and not behind:
        yield "retract", today, {**of, AS: CANCEL}
    elif not before:
        yield "amend", today, {**of, "set": {"day": (last + DAY).isoformat()}}
    else:
        yield "amend", today, {**of, "set": {"until": (first - DAY).isoformat()}}
    if before and behind:
        reason = {"reason": rest.reason} if rest.reason else {}
        yield "rest", last + DAY, {"until": rest.until.isoformat(), **reason}


def _each(first: date, last: date) -> Iterator[date]:
    return (first + n * DAY for n in range((last - first).days + 1))


def _days(session: Session, first: date, last: date) -> str:
    one = day_beside(first, session.today)
    return one if last == first else f"{one} to {day_beside(last, session.today)}"


def _where(session: Session) -> str:
    vacations = (
        "; a vacation stands in the roadmap: pmpath roadmap edit" if session.vacations else ""
    )
    return f"pmpath history --all rest shows each rest{vacations}."
