"""`pmpath rest`: neutral days, no notice needed."""

from __future__ import annotations

from datetime import date

from pmpath.cli.session import Session
from pmpath.cli.terminal.output import confirm
from pmpath.domain.errors import UsageError
from pmpath.domain.nearest import nearest
from pmpath.domain.when.calendar import EXAMPLES, WEEKDAYS, within_reach
from pmpath.domain.when.stretches import Stretch, stretches_at
from pmpath.render.page.text import counted, day_beside

LONGEST_DAYS = 366
DAY_LIKE = ("next", "this", "last", "until", "till", "from", "in", "for")


def rest(session: Session, words: list[str]) -> None:
    """Declare today, days, or FROM..TO as rest; words behind them are the reason."""
    stretches, reason = read_rest(words, session.today)
    more = {"reason": reason} if reason else {}
    for one in stretches:
        within_reach(one.first)
        within_reach(one.last)
    # What was changed by hand came before: undo takes the newest record, and that is this rest.
    session.record_plan(session.journal())
    session.append_act(
        ("rest", one.first, {"until": one.last.isoformat(), **more}) for one in stretches
    )
    when = " and ".join(_told(one, session.today) for one in stretches)
    confirm("Rest: ", f"{when}{f' ({reason})' if reason else ''}. It is in no count.")


def read_rest(words: list[str], today: date) -> tuple[tuple[Stretch, ...], str]:
    """The days of rest and the reason; raises UsageError when they are unclear."""
    if words and not "".join(words).strip():
        # Mostly a shell variable that is not set: it does not mean today.
        raise UsageError("The day of rest is empty.", hint="Leave it out for today.")
    stretches, taken = stretches_at(tuple(words), today)
    reason = words[taken:]
    if not stretches:
        if reason:
            _refuse_what_sounds_like_a_day(reason[0])
        stretches = (Stretch(today, today),)
    if max(one.days for one in stretches) > LONGEST_DAYS:
        raise UsageError("That is more than a year.", hint=EXAMPLES)
    return stretches, " ".join(reason)


def _told(one: Stretch, today: date) -> str:
    when = day_beside(one.first, today)
    if one.days > 1:
        when += f" to {day_beside(one.last, today)}, {counted(one.days, 'day')}"
    return when


def _refuse_what_sounds_like_a_day(word: str) -> None:
    """`3 days`, `next week`, `tomorow`: no reason begins so, and today is not what was meant."""
    first = word.lower().strip(",.;:")
    known = ("today", "tomorrow", "yesterday", *WEEKDAYS)
    if (
        first[:1].isdecimal()
        or word[:2] == ".."
        or first in DAY_LIKE
        or nearest(first, known, likeness=0.8)
    ):
        raise UsageError(
            f"The days of rest are unclear at {word!r}.",
            hint="Write tomorrow, fri, 24 dec, or 2026-12-24..2027-01-02.",
        )
