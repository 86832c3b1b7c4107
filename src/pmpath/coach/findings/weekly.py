"""What a report says of the findings: one thing in full, three running lines, the rest by name.

Nothing is stored of what was said before. No concern is silent while it lasts, and its number
grows, so that no week says the sentence of the week before.
"""

from __future__ import annotations

from datetime import date

from pmpath.coach.findings import findings, one_by_one
from pmpath.coach.findings.entries import DATA_CHECK
from pmpath.coach.findings.finding import Finding
from pmpath.coach.gathered.results import is_result
from pmpath.coach.plan.answered import TWO_TOLD
from pmpath.coach.situation import GAP_DAYS, Situation
from pmpath.domain.entry import STAGES
from pmpath.domain.period import Period
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# A moved date is told as a change of the plan and takes no other's place; odd entries have a line
# of their own.
TOLD_ELSEWHERE = ("DATE_MOVED", DATA_CHECK)
LINES = 3
STOP = ". "
GAP = "GAP"
# That two leaders are late to know; the same milestone as an overdue one: its id, subject, case.
NO_SPONSOR, LEADERS_LATE = "NO_SPONSOR", ("OVERDUE", TWO_TOLD, "")
# What speaks of hours and pace, and so not in a week of return, of a win or of an offer.
ABOUT_THE_PACE = ("DOES_NOT_FIT", "TOO_SLOW", "PACE", "GAP")
OFFER = STAGES["offer"]


class ReportedFinding(Frozen):
    """A finding as a report says it: `text` has the names of its figures in braces.

    `short` names it among others, `case` tells which words it has.
    """

    id: str
    subject: str
    since: date
    grade: int
    text: str
    figures: Mapping[str, object]
    short: str = ""
    case: str = ""


class Concerns(Frozen):
    """What there is to say: one in full, lines for others, `also` the rest, which lasts as well.

    A finding that is raised is a concern to whoever reads of it.

    `data` are odd entries, which have a line of their own.
    """

    full: ReportedFinding | None = None
    lines: tuple[ReportedFinding, ...] = ()
    also: tuple[ReportedFinding, ...] = ()
    data: tuple[ReportedFinding, ...] = ()


def concerns(situation: Situation, period: Period) -> Concerns:
    """What a report says as of the situation's day.

    The first in order of cost stands in full, the next three have a line, the rest their names.
    Nothing in the plan's first week, nor in a period that is wholly off: then the clocks stand
    still. Whoever is away for two weeks, or comes back from it, has one thing and no lines; that
    week, and one with a win or an offer, says nothing of hours and pace.
    """
    found = findings(situation)
    data = tuple(_said(situation, one, in_full=False) for one in found if one.id == DATA_CHECK)
    if is_quiet(situation, period):
        return Concerns(data=data)
    here = _told_here(situation, period, found)
    full = _first_in_full(situation, here)
    rest = _one_of_each_first([one for one in here if one is not full])
    others = tuple(_said(situation, one, in_full=False) for one in rest)
    lines = 0 if is_return(situation, period) else LINES
    return Concerns(
        _said(situation, full, in_full=True) if full else None, others[:lines], others[lines:], data
    )


def one_thing(situation: Situation, week: Period) -> ReportedFinding | None:
    """What a report of the week says in full, with the words of its line; None where it does not.

    As of the situation's day, which lies in the week. Nothing is looked for behind the first one,
    nor a gap, which comes behind all others and asks for no step of its own.
    """
    if is_quiet(situation, week):
        return None
    found = one_by_one(situation, (*TOLD_ELSEWHERE, GAP))
    full = _first_in_full(situation, found)
    if full is not None and full.id in ABOUT_THE_PACE and is_festive(situation, week):
        full = _first_in_full(situation, (one for one in found if one.id not in ABOUT_THE_PACE))
    return _said(situation, full, in_full=False) if full else None


def _told_here(situation: Situation, period: Period, found: Iterable[Finding]) -> list[Finding]:
    """Those that a report of the period says among its concerns, the costliest first."""
    without = ABOUT_THE_PACE if is_festive(situation, period) else ()
    here = [one for one in found if one.id not in (*TOLD_ELSEWHERE, *without)]
    if any(one.id == NO_SPONSOR for one in here):
        # The same milestone is told there, with who is missing.
        here = [one for one in here if (one.id, one.subject, one.case) != LEADERS_LATE]
    # A pause of a few days gives way to whatever else lasts.
    here.sort(key=lambda one: one.id == GAP)
    return here


def _first_in_full(situation: Situation, here: Iterable[Finding]) -> Finding | None:
    return next((one for one in here if _text(situation, one, in_full=True)), None)


def raised(situation: Situation) -> tuple[ReportedFinding, ...]:
    """Everything that is raised now, each with its line, in order of cost."""
    return tuple(_said(situation, one, in_full=False) for one in findings(situation))


def _one_of_each_first(found: list[Finding]) -> list[Finding]:
    """Of several that say the same of different people the second waits for all others."""
    ids = [one.id for one in found]
    return sorted(found, key=lambda one: found.index(one) != ids.index(one.id))


def is_quiet(situation: Situation, period: Period) -> bool:
    """The first week of the plan, and days that are all off with nothing done on them."""
    start, done = situation.roadmap.target.start, situation.journal.path_actions
    if period.kind == "week" and start in period:
        return True
    days = [day for day in period.days if start < day <= situation.today]
    neutral = situation.planned_minutes.is_neutral
    return bool(days) and all(neutral(day) and day not in done for day in days)


def is_return(situation: Situation, week: Period) -> bool:
    """A week in which a gap of two weeks lasts or ends; no longer period is one."""
    if week.kind != "week":
        return False
    start, done = situation.roadmap.target.start, situation.journal.path_actions
    here = next((day for day in week.days if day in done), min(week.last, situation.today))
    before = max(filter(week.start.__gt__, done), default=start)
    return situation.ages.since(before, here) >= GAP_DAYS


def is_festive(situation: Situation, week: Period) -> bool:
    """A week of return, or with a result measured on both sides or an offer among its entries."""
    if week.kind != "week":
        return False
    return is_return(situation, week) or any(
        OFFER in (*entry.tags, entry.stage, entry.event) or is_result(situation.journal, entry)
        for entry in situation.journal.entries
    )


def _said(situation: Situation, found: Finding, *, in_full: bool) -> ReportedFinding:
    since = found.since or situation.today
    text = _text(situation, found, in_full=in_full)
    short = situation.catalog.concerns[found.id].short
    figures = dict(found.figures)
    return ReportedFinding(
        found.id, found.subject, since, found.grade, text, figures, short, found.case
    )


def _text(situation: Situation, found: Finding, *, in_full: bool) -> str:
    words = situation.catalog.concerns[found.id].words_of(found.case)
    if not in_full:
        return words.line
    weeks = found.figures.get("open_weeks", 1)
    is_said_before = isinstance(weeks, int) and weeks % 2 == 0
    return _with_figures(words.full) if is_said_before else words.full


def _with_figures(text: str) -> str:
    """Without the sentences at the end that have no figure: no week repeats those of the last."""
    sentences = text.split(STOP)
    last = max((at for at, one in enumerate(sentences) if "{" in one), default=len(sentences) - 1)
    kept = STOP.join(sentences[: last + 1])
    return kept if last + 1 == len(sentences) else f"{kept}."
