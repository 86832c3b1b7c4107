"""A report for somebody else: names become initials, companies, pay and notes are left out.

It is made of the report before anything is drawn, so that no format can show more than another.
Typed words are left out whole where a report has words of its own for them: an entry is told by its
track and its action. What stays of typed words, such as the title of a milestone, is searched for
every name that the log and the roadmap know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmpath.coach.numbers.burn_up import BurnUp
from pmpath.coach.numbers.target_date import given_reason
from pmpath.coach.plan.milestones import DatedMilestone, MilestoneTally
from pmpath.coach.today.proposal import NUDGE, PROMISE, Step
from pmpath.domain.period import Period
from pmpath.domain.record import changed, fields_of
from pmpath.reports.numbers import Numbers
from pmpath.reports.period.happened import DONE, MET, Happening
from pmpath.reports.period.hidden import SOME_WORK, Hidden, names_pay
from pmpath.reports.period.plan_changes import REASON_LEFT_OUT
from pmpath.reports.period.report import PeriodReport, Shared
from pmpath.reports.period.share_concerns import told_concerns
from pmpath.reports.period.strips import Strips
from pmpath.reports.reported_entry import ReportedEntry
from pmpath.reports.still_yours import StillYours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmpath.reports.roadmap import RoadmapReport

# Words of the program itself, by the field or the value they stand in; nobody typed them.
FIXED = frozenset(["kind", "half", "grade", "because", "at", "entry_id", "settles"])
OWN_WORDS = (Period, Numbers, Strips, BurnUp)
# In place of typed words: of a step that keeps a promise, of one that asks for an answer, and of
# what is owed and awaited.
KEEPING_A_PROMISE, AN_ANSWER, MY_WORD = "What was promised", "an answer", "as promised"
OWN_MILESTONE = "own"


def shared(report: PeriodReport, hidden: Hidden, *, notes: bool) -> PeriodReport:
    """The report without what `hidden` knows; with `notes` quotes and reasons stay, names hidden.

    Open answers and reminders go in any case: they tell of pay and of private matters.
    """
    report = _by_sections(report, hidden, notes=notes)
    made = changed(
        report,
        happened=_joined(report.happened, hidden.tracks.values()),
        done=tuple(told_entry(one, hidden) for one in report.done),
        milestones=_milestones(report.milestones, hidden),
        still_yours=_without_pay(report.still_yours),
        concerns=told_concerns(report.concerns, hidden, notes=notes),
        answer=_step(report.answer, hidden, notes=notes)
        if report.answer and report.answer.action not in hidden.private
        else None,
        next_steps=tuple(
            changed(one, step=_step(one.step, hidden, notes=notes))
            for one in report.next_steps
            if one.step.action not in hidden.private
        ),
        open_answers=(),
        reminders=(),
        copies=(),
        shared=Shared(notes),
    )
    found: PeriodReport = _searched(made if notes else _without_notes(made), hidden)
    return found


def shared_plan(plan: RoadmapReport, hidden: Hidden) -> RoadmapReport:
    """The picture of the plan without what `hidden` knows; why the date moved stays out of it."""
    found: RoadmapReport = _searched(changed(plan, moves=(), step_role=None), hidden)
    return found


def _by_sections(report: PeriodReport, hidden: Hidden, *, notes: bool) -> PeriodReport:
    """The report with each section, or each part of one, as it says itself that it is shared.

    A part that is for its owner alone says None. The rest of this module is for values of the
    coach, which know of no sharing, and for those that other reports have as well.
    """

    def of(value: Any) -> Any:
        for_others = getattr(value, "for_others", None)
        return value if for_others is None else for_others(hidden, notes=notes)

    made: dict[str, Any] = {}
    for name in fields_of(report):
        value = getattr(report, name)
        if isinstance(value, tuple) and not fields_of(value):
            made[name] = tuple(one for one in map(of, value) if one is not None)
        else:
            made[name] = of(value)
    return changed(report, **made)


def _joined(found: tuple[Happening, ...], tracks: Iterable[str]) -> tuple[Happening, ...]:
    """Of a shared report: what says no more than the name of its track is told once for each.

    It stands behind all others.
    """
    names = frozenset(tracks)
    bare: dict[str, list[Happening]] = {}
    for one in found:
        if one.what in names and not (one.first or one.number or one.since or one.kind == MET):
            bare.setdefault(one.what, []).append(one)
    told = [one for one in found if not any(one is other for other in bare.get(one.what, ()))]
    return (
        *told,
        *(
            Happening(DONE, same[0].day, what, track=same[0].track, entries=len(same),
                      minutes=sum(one.minutes for one in same))
            for what, same in bare.items()
        ),
    )  # fmt: skip


def _without_pay(found: StillYours | None) -> StillYours | None:
    """Counts, and the number unless it is about pay."""
    number = found.number if found is not None else None
    if found is None or number is None or not names_pay(number.name):
        return found
    return changed(found, number=None)


def _without_notes(report: PeriodReport) -> PeriodReport:
    """The report without reasons and the words of promises."""
    closed = report.target.closed
    target = changed(report.target, closed=changed(closed, note="")) if closed else report.target
    yours = tuple(changed(one, what=MY_WORD) for one in report.moves.yours)
    theirs = tuple(changed(one, what=AN_ANSWER) for one in report.moves.theirs)
    return changed(
        report,
        target=target,
        off_reason=None if report.off_reason is None else "",
        date_moves=tuple(changed(one, reason="") for one in report.date_moves),
        all_date_moves=tuple(
            changed(one, reason=REASON_LEFT_OUT if given_reason(one.reason) else "")
            for one in report.all_date_moves
        ),
        moves=changed(report.moves, yours=yours, theirs=theirs),
    )


def told_entry(entry: ReportedEntry, hidden: Hidden) -> ReportedEntry:
    """Track and action in place of the words; tags are typed words as well."""
    said = hidden.told_as(entry.track, entry.action, entry.id) or SOME_WORK
    action = "" if entry.action in hidden.private else entry.action
    people = tuple(hidden.label(one) for one in entry.people if not hidden.is_private(one))
    return changed(entry, action=action, told=said, text=said, people=people, tags=())


def _milestones(tally: MilestoneTally, hidden: Hidden) -> MilestoneTally:
    """Titles stay; an id that a person made up may spell a name in a way of its own."""

    def without_ids(found: tuple[DatedMilestone, ...]) -> tuple[DatedMilestone, ...]:
        return tuple(
            one if one.id in hidden.ids else changed(one, id=OWN_MILESTONE) for one in found
        )

    return changed(
        tally,
        reached=without_ids(tally.reached),
        open=without_ids(tally.open),
        coming=without_ids(tally.coming),
    )


def _step(step: Step, hidden: Hidden, *, notes: bool) -> Step:
    """Without its reason, which tells of answers, and without the way to its words."""
    typed = {PROMISE: KEEPING_A_PROMISE, NUDGE: AN_ANSWER}
    sentence = step.sentence if notes else typed.get(step.reason.kind, step.sentence)
    return changed(
        step,
        sentence=sentence,
        person=hidden.label(step.person) if step.person else "",
        half="",
        bring_back="",
        opening="",
        what=step.what if notes else "",
        reason=changed(step.reason, subject="", figures={}),
    )


def _searched(value: Any, hidden: Hidden) -> Any:
    """The same value with names hidden in every text, however deep, save in words of our own."""
    if isinstance(value, str):
        return value if value in hidden.ids else hidden.hide(value)
    if isinstance(value, OWN_WORDS):
        return value
    names = [name for name in fields_of(value) if name not in FIXED]
    if names:
        return changed(value, **{name: _searched(getattr(value, name), hidden) for name in names})
    if isinstance(value, tuple) and not fields_of(value):
        return tuple(_searched(one, hidden) for one in value)
    if isinstance(value, dict):
        return {key: _searched(one, hidden) for key, one in value.items()}
    return value
