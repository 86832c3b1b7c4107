"""`pmpath rest`: neutral days, no notice needed; `--cancel` takes them back, some or all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.options.parameters import Words, session_of
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm, offer
from pmpath.cli.written import writes
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.kinds import Rest
from pmpath.domain.log.acts import AMEND, CANCEL, RETRACT, handles_of
from pmpath.domain.nearest import nearest
from pmpath.domain.when.calendar import EXAMPLES, WEEKDAYS, within_reach
from pmpath.domain.when.stretches import Stretch, stretches_at
from pmpath.render.page.text import clip, day_beside, pluralize
from pmpath.storage.acts import AS, read_acts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.storage.log.encode import Fields, NewRecord

DAY = timedelta(1)
LONGEST_DAYS = 366
DAY_LIKE = ("next", "this", "last", "until", "till", "from", "in", "for")


@writes
def rest(
    context: typer.Context,
    words: Words = None,
    cancel: Annotated[
        bool, typer.Option("--cancel", help="Cancel the rest on these days.")
    ] = False,
) -> None:
    """A day off, which does not count against you: rest, rest fri, rest 24 dec to 2 jan family."""
    said = words or []
    # "rest cancel tomorrow" is not a rest today for the reason "cancel tomorrow".
    if cancel or said[:1] == ["cancel"]:
        _cancel_rest(session_of(context), said if cancel else said[1:])
    else:
        _declare_rest(session_of(context), said)


def _declare_rest(session: Session, words: list[str]) -> None:
    """Declare today, days, or FROM..TO as rest; words behind them are the reason."""
    stretches, reason = read_rest(words, session.today)
    more = {"reason": reason} if reason else {}
    for one in stretches:
        within_reach(one.first)
        within_reach(one.last)
    session.append_act(
        ("rest", one.first, {"until": one.last.isoformat(), **more}) for one in stretches
    )
    when = " and ".join(_told(one, session.today) for one in stretches)
    confirm(
        "Rest: ", f"{when}{f' ({reason})' if reason else ''}. It won't count for or against you."
    )


def read_rest(words: list[str], today: date) -> tuple[tuple[Stretch, ...], str]:
    """The days of rest and the reason; raises UsageError when they are unclear."""
    if words and not "".join(words).strip():
        # Mostly a shell variable that is not set: it does not mean today.
        raise UsageError("The day of rest is empty.", hint="For today: pmpath rest")
    stretches, taken = stretches_at(tuple(words), today)
    reason = words[taken:]
    if not stretches:
        if reason:
            _refuse_what_sounds_like_a_day(reason)
        stretches = (Stretch(today, today),)
    if max(one.days for one in stretches) > LONGEST_DAYS:
        raise UsageError("A rest cannot be longer than a year.", hint=EXAMPLES)
    return stretches, " ".join(reason)


def _told(one: Stretch, today: date) -> str:
    when = day_beside(one.first, today)
    if one.days > 1:
        when += f" to {day_beside(one.last, today)}, {pluralize(one.days, 'day')}"
    return when


def _refuse_what_sounds_like_a_day(words: list[str]) -> None:
    """`3 days`, `next week`, `tomorow`: no reason begins so, and today is not what was meant."""
    first = words[0].lower().strip(",.;:")
    known = ("today", "tomorrow", "yesterday", *WEEKDAYS)
    if (
        first[:1].isdecimal()
        or ".." in words[0]
        or first in DAY_LIKE
        or nearest(first, known, likeness=0.8)
    ):
        raise UsageError(
            f'"{clip(" ".join(words), 40)}" does not say which days.',
            hint="Write tomorrow, fri, 24 dec, or 2026-12-24..2027-01-02.",
        )


def _cancel_rest(session: Session, words: list[str]) -> None:
    """Take the rest on these days back, today's without words; other days of it stay.

    Raises NotFound when no rest was declared for any of them.
    """
    stretches, more = read_rest(words, session.today)
    if more:
        raise UsageError(
            f'"{" ".join(more.split())}" is not a day.',
            hint="Write pmpath rest --cancel tomorrow, or 2026-12-24..2026-12-26.",
        )
    if len(stretches) > 1:
        raise UsageError("These days do not follow each other.", hint="Cancel them one by one.")
    first, last = stretches[0].first, stretches[0].last
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
    told = f"rest on {_days(session, min(days), max(days))}, {pluralize(len(days), 'day')}."
    offer("Canceled: ", f"{told} To undo:", f"pmpath undo {handle}")


def _cancelled(rest: Rest, first: date, last: date, today: date) -> Iterator[NewRecord]:
    """The records that leave of a rest what lies before and behind these days."""
    before, behind = rest.day < first, rest.until > last
    of: Fields = {"of": rest.id}
    if not before and not behind:
        yield RETRACT, today, {**of, AS: CANCEL}
    elif not before:
        yield AMEND, today, {**of, "set": {"day": (last + DAY).isoformat()}}
    else:
        yield AMEND, today, {**of, "set": {"until": (first - DAY).isoformat()}}
    if before and behind:
        reason = {"reason": rest.reason} if rest.reason else {}
        yield "rest", last + DAY, {"until": rest.until.isoformat(), **reason}


def _each(first: date, last: date) -> Iterator[date]:
    return (first + n * DAY for n in range((last - first).days + 1))


def _days(session: Session, first: date, last: date) -> str:
    one = day_beside(first, session.today)
    return one if last == first else f"{one} to {day_beside(last, session.today)}"


def _where(session: Session) -> str:
    vacations = "; vacations are in the roadmap: pmpath roadmap edit" if session.vacations else ""
    return f"pmpath history --all rest shows every rest{vacations}."
