"""What a weekly report says of the findings: one thing in full, at most two in a line each.

Nothing is stored of what was said before: the weeks are gone through again, and give the same.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from pmpath.coach.findings import findings
from pmpath.coach.findings.entries import DATA_CHECK
from pmpath.coach.findings.found import Finding
from pmpath.coach.situation import GAP_DAYS, Situation
from pmpath.domain.period import Period, week_of
from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

DATE_MOVED = "DATE_MOVED"
LINES = 2
# The same concern is said in full again after so many weeks, or at its next grade.
AGAIN_AFTER_WEEKS = 4


@record
class Said:
    """A finding as a report says it: `text` has the names of its figures in braces."""

    id: str
    subject: str
    since: date
    grade: int
    text: str
    figures: dict[str, object]


@record
class Concerns:
    """What there is to say in a week. `data` are odd entries, which have a line of their own.

    A moved date is said in full in a section of its own; then `full` has no text.
    """

    full: Said | None = None
    lines: tuple[Said, ...] = ()
    data: tuple[Said, ...] = ()


def concerns(situation: Situation, period: Period) -> Concerns:
    """What the report of a week says; nothing of it for other periods.

    Nothing in the first week, nor in one that follows or is a gap of two weeks: whoever comes back
    has one step to take.
    """
    if period.kind != "week":
        return Concerns()
    found = findings(situation)
    data = tuple(_said(situation, one, in_full=False) for one in found if one.id == DATA_CHECK)
    if is_quiet(situation, period):
        return Concerns(data=data)
    full = _in_full(situation, found)
    lines = [_said(situation, one, in_full=False) for one in found
             if one is not full and one.id != DATA_CHECK]  # fmt: skip
    return Concerns(
        _said(situation, full, in_full=True) if full else None,
        tuple(one for one in lines if one.text)[:LINES],
        data,
    )


def is_quiet(situation: Situation, week: Period) -> bool:
    """The first week of the plan, and a week in which a gap of two weeks lasts or ends."""
    return _quiet_weeks(situation)(week)


def _quiet_weeks(situation: Situation) -> Callable[[Period], bool]:
    """The same for many weeks of one situation: the days are put in order once."""
    start, ages = situation.roadmap.target.start, situation.ages
    done = sorted(situation.journal.path_actions)

    def is_quiet_week(week: Period) -> bool:
        if start in week:
            return True
        at = bisect_left(done, week.start)
        here = min(week.last, situation.today)
        if at < len(done) and done[at] <= here:
            here = done[at]
        return ages.since(done[at - 1] if at else start, here) >= GAP_DAYS

    return is_quiet_week


def _in_full(situation: Situation, found: tuple[Finding, ...]) -> Finding | None:
    """The finding that is this week's one thing, as the weeks since the first of them give it.

    In each week it is the first, in order of cost, of those raised by then that was not the one
    thing in the last four weeks.
    """
    able = [
        (one, week_of(one.since)) for one in found if one.since and _may_be_full(situation, one)
    ]
    week = week_of(min((one.since or situation.today for one, _ in able), default=situation.today))
    shown: dict[int, date] = {}
    is_quiet_week = _quiet_weeks(situation)
    chosen = None
    while week.start <= situation.today:
        chosen = None
        if not is_quiet_week(week):
            chosen = next(
                (n for n, (_, since) in enumerate(able)
                 if since.start <= week.start and _is_rested(shown.get(n), week)), None,
            )  # fmt: skip
        if chosen is not None:
            shown[chosen] = week.start
        week = week_of(week.end)
    return None if chosen is None else able[chosen][0]


def _is_rested(shown: date | None, week: Period) -> bool:
    return shown is None or (week.start - shown).days >= 7 * AGAIN_AFTER_WEEKS


def _may_be_full(situation: Situation, found: Finding) -> bool:
    return found.id == DATE_MOVED or bool(_text(situation, found, in_full=True))


def _said(situation: Situation, found: Finding, *, in_full: bool) -> Said:
    since = found.since or situation.today
    text = _text(situation, found, in_full=in_full)
    return Said(found.id, found.subject, since, found.grade, text, dict(found.figures))


def _text(situation: Situation, found: Finding, *, in_full: bool) -> str:
    words = situation.catalog.concerns[found.id].words_of(found.case)
    return words.full if in_full else words.line
