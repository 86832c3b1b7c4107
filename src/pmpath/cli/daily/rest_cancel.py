"""`pmpath rest --cancel`: days of rest are taken back, whole or one by one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from pmpath.cli.daily.rest import read_rest
from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm
from pmpath.domain.entry import Rest
from pmpath.domain.errors import NotFound, UsageError
from pmpath.domain.log.acts import CANCEL, handles_of
from pmpath.render.page.text import counted, day_beside
from pmpath.storage.acts import AS, read_acts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.storage.log.encode import Fields

DAY = timedelta(1)


def cancel_rest(session: Session, words: list[str]) -> None:
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
        raise UsageError("Those are several days.", hint="Cancel them one by one, or FROM..TO.")
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
    session.record_plan(session.journal())
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
