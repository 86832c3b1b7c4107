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
    from collections.abc import Callable, Mapping

DATE_MOVED = "DATE_MOVED"
LINES = 2
# The same concern is said again after so many weeks, or at its next grade.
AGAIN_AFTER_WEEKS = 4


@record
class Said:
    """A finding as a report says it: `text` has the names of its figures in braces."""

    id: str
    subject: str
    since: date
    grade: int
    text: str
    figures: Mapping[str, object]


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
    said = _said_in(situation, tuple(one for one in found if one.id != DATA_CHECK))
    return Concerns(
        _said(situation, said.full, in_full=True) if said.full else None,
        tuple(_said(situation, one, in_full=False) for one in said.lines),
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


@record
class Week:
    """What one week says: a finding in full, and some in a line each."""

    full: Finding | None = None
    lines: tuple[Finding, ...] = ()


def _said_in(situation: Situation, found: tuple[Finding, ...]) -> Week:
    """What this week says, as all weeks since the first finding was raised give it, one by one.

    In each week it is, in order of cost, what was raised by then: in full what was not in full in
    the last four weeks, in a line what was not said at all in them.
    """
    week = week_of(min((one.since or situation.today for one in found), default=situation.today))
    is_quiet_week, said = _quiet_weeks(situation), Week()
    # By place among the findings, the week in which each was said last.
    in_full: dict[int, Period] = {}
    at_all: dict[int, Period] = {}
    while week.start <= situation.today:
        said = Week()
        if not is_quiet_week(week):
            raised = [n for n, one in enumerate(found) if one.since and one.since < week.end]
            full = next(
                (n for n in _rested(raised, in_full, week) if _may_be_full(situation, found[n])),
                None,
            )
            able = [n for n in raised if n != full and _text(situation, found[n], in_full=False)]
            lines = _rested(able, at_all, week)[:LINES]
            said = Week(None if full is None else found[full], tuple(found[n] for n in lines))
            in_full |= {} if full is None else {full: week}
            at_all |= dict.fromkeys([*([] if full is None else [full]), *lines], week)
        week = week_of(week.end)
    return said


def _rested(raised: list[int], said: Mapping[int, Period], week: Period) -> list[int]:
    """Those that were not said in the last four weeks."""
    rest = 7 * AGAIN_AFTER_WEEKS
    return [n for n in raised if n not in said or (week.start - said[n].start).days >= rest]


def _may_be_full(situation: Situation, found: Finding) -> bool:
    return found.id == DATE_MOVED or bool(_text(situation, found, in_full=True))


def _said(situation: Situation, found: Finding, *, in_full: bool) -> Said:
    since = found.since or situation.today
    text = _text(situation, found, in_full=in_full)
    return Said(found.id, found.subject, since, found.grade, text, dict(found.figures))


def _text(situation: Situation, found: Finding, *, in_full: bool) -> str:
    words = situation.catalog.concerns[found.id].words_of(found.case)
    return words.full if in_full else words.line
