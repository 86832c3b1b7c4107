"""What a weekly report says of the findings: one thing in full, at most two in a line each.

Nothing is stored of what was said before: when a finding has its turn follows from the day on which
it was raised.
"""

from __future__ import annotations

from datetime import date

from pmpath.coach.findings import findings
from pmpath.coach.findings.entries import DATA_CHECK
from pmpath.coach.findings.finding import Finding
from pmpath.coach.situation import GAP_DAYS, Situation
from pmpath.domain.period import Period, week_of
from pmpath.domain.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

DATE_MOVED = "DATE_MOVED"
LINES = 2
# The same concern is said again after so many weeks, or at its next grade.
AGAIN_AFTER_WEEKS = 4


@record
class ReportedFinding:
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

    full: ReportedFinding | None = None
    lines: tuple[ReportedFinding, ...] = ()
    data: tuple[ReportedFinding, ...] = ()


def concerns(situation: Situation, period: Period) -> Concerns:
    """What the report of a week says; nothing of it for other periods.

    A finding has its turn in the week in which it is raised, at its present grade, and in every
    fourth week after. Of those whose turn it is the first in order of cost stands in full, and the
    next two have a line. Nothing in the first week, nor in one that follows or is a gap of two
    weeks: whoever comes back has one step to take.
    """
    if period.kind != "week":
        return Concerns()
    found = findings(situation)
    data = tuple(_said(situation, one, in_full=False) for one in found if one.id == DATA_CHECK)
    if is_quiet(situation, period):
        return Concerns(data=data)
    here = [one for one in found if one.id != DATA_CHECK and _has_its_turn(one, period)]
    full = next((one for one in here if _may_be_full(situation, one)), None)
    lines = [_said(situation, one, in_full=False) for one in here if one is not full]
    return Concerns(
        _said(situation, full, in_full=True) if full else None,
        tuple(one for one in lines if one.text)[:LINES],
        data,
    )


def _has_its_turn(found: Finding, week: Period) -> bool:
    since = week_of(found.since or week.start)
    return (week.start - since.start).days // 7 % AGAIN_AFTER_WEEKS == 0


def is_quiet(situation: Situation, week: Period) -> bool:
    """The first week of the plan, and a week in which a gap of two weeks lasts or ends."""
    if situation.roadmap.target.start in week:
        return True
    done = situation.journal.path_actions
    here = min((day for day in done if day in week), default=min(week.last, situation.today))
    before = max((day for day in done if day < week.start), default=situation.roadmap.target.start)
    return situation.ages.since(before, here) >= GAP_DAYS


def _may_be_full(situation: Situation, found: Finding) -> bool:
    return found.id == DATE_MOVED or bool(_text(situation, found, in_full=True))


def _said(situation: Situation, found: Finding, *, in_full: bool) -> ReportedFinding:
    since = found.since or situation.today
    text = _text(situation, found, in_full=in_full)
    return ReportedFinding(found.id, found.subject, since, found.grade, text, dict(found.figures))


def _text(situation: Situation, found: Finding, *, in_full: bool) -> str:
    words = situation.catalog.concerns[found.id].words_of(found.case)
    return words.full if in_full else words.line
