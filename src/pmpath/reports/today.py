"""What bare `pmpath` shows: the step of the day, why, whose move it is, what comes next."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.contacts.people import Commitment, to_remind_of
from pmpath.coach.contacts.step_role import SILENT, StepRoleClock, step_role_clock
from pmpath.coach.numbers.buffer import SHORT, Standing
from pmpath.coach.numbers.pace import is_recorded
from pmpath.coach.numbers.target_date import TargetDate, target_date
from pmpath.coach.plan.arrival import accepted_on
from pmpath.coach.situation import GAP_DAYS, Situation
from pmpath.coach.today.coming import PlannedStep, look_ahead, next_step, own_step
from pmpath.coach.today.proposal import Step
from pmpath.coach.today.step import WEEK_DAYS, past_steps, steps_of_day
from pmpath.coach.today.stood import stood_before
from pmpath.domain.entry import Entry
from pmpath.domain.record import Frozen
from pmpath.reports.numbers import pace
from pmpath.reports.reported_entry import ReportedEntry, reported, words_for_report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.coach.outlook.verdict import Verdict
    from pmpath.coach.statement.looks import Look
    from pmpath.reports.still_yours import StillYours

CHECKPOINT = "roadmap.checkpoint"
MONDAY, FRIDAY = 0, 4


class TodayReport(Frozen):
    """`step` is None on a day off, a full day, and when nothing is left; `then` are further steps.

    `open_minutes` are those of today that nothing is logged for yet; `done` are today's path
    actions. `stood` is a step that stood before them and that they left open, `counted` one that
    they fulfilled, with the words of the entry in `counted_by`.

    `declined` is on how many days the step was put aside since it was done last; `comes_again`: it
    stood for some days before and was left. `overdue` is for how many days the day is over that
    its promise was made for.

    `off_until` is the last day of a rest, `off_reason` what the person called it. `step_role` is
    there on the days on which it is said: near the limit, at it, and once a month after.
    `reminders` stand beside the monthly decision on the date, `still_yours` beside the last step
    after a gap. `verdict` is there on Fridays; `names_report` on Fridays and Mondays. `looks` are
    today's titles, ladders and volunteer hours that are to be looked at again. `accepted` is the
    day on which an offer was accepted: from then on neither pace nor verdict is a question.
    """

    today: date
    target: TargetDate
    is_rest_day: bool
    off_until: date | None
    off_reason: str
    step: Step | None
    then: tuple[Step, ...]
    open_minutes: int
    stood: Step | None
    counted: Step | None
    counted_by: str
    done: tuple[ReportedEntry, ...]
    declined: int
    comes_again: bool
    overdue: int
    yours: tuple[Commitment, ...]
    theirs: tuple[Commitment, ...]
    next: PlannedStep | None
    last_step: ReportedEntry | None
    step_role: StepRoleClock | None
    reminders: tuple[str, ...] = ()
    pace: Standing | None = None
    still_yours: StillYours | None = None
    bad_lines: int = 0
    verdict: Verdict | None = None
    names_report: bool = False
    looks: tuple[Look, ...] = ()
    accepted: date | None = None


class DayAhead(Frozen):
    """One of the next days with its planned minutes; `step` is None on a day off."""

    day: date
    minutes: int
    step: Step | None


def week_ahead(situation: Situation) -> tuple[DayAhead, ...]:
    """The next seven days, as they would be if today's step is done."""
    today = situation.today
    planned = look_ahead(situation, own_step(situation), today + timedelta(WEEK_DAYS))
    steps = {one.day: one.step for one in planned}
    days = [today + timedelta(distance) for distance in range(1, WEEK_DAYS + 1)]
    return tuple(DayAhead(day, situation.planned_minutes.on(day), steps.get(day)) for day in days)


def today_report(
    situation: Situation, bad_lines: int = 0, *, before: Situation | None = None
) -> TodayReport:
    """The report of one day. The journal must have kept that day's entries whole.

    `before` is the same day without what was logged since the last `done`, where there is any.
    """
    journal, today = situation.journal, situation.today
    accepted = accepted_on(journal, today)
    done = tuple(
        reported(one, situation.vocabulary)
        for one in journal.entries
        if one.day == today and one.is_path_action
    )
    resting = situation.is_off_today
    stood = stood_before(before, situation, is_off=resting) if before is not None else None
    is_open = stood is not None and stood.counted_by is None
    first = stood.step if stood and is_open else None
    found = steps_of_day(situation, situation.open_minutes, first=first, is_off=resting)
    step = found[0] if found else None
    open_commitments, last_step = to_remind_of(journal, today), _before_a_gap(situation)
    return TodayReport(
        today=today,
        target=target_date(
            situation.roadmap, journal, today, recorded=is_recorded(situation.roadmap, journal)
        ),
        is_rest_day=resting,
        off_until=_off_until(situation) if resting else None,
        off_reason=situation.planned_minutes.reason_off(today),
        step=step,
        then=found[1:],
        open_minutes=0 if resting else situation.open_minutes,
        stood=first,
        counted=stood.step if stood and not is_open else None,
        counted_by=_words(situation, stood.counted_by) if stood and stood.counted_by else "",
        done=done,
        declined=_declined(situation, step),
        comes_again=step is not None and past_steps(situation).comes_again(step, today),
        overdue=_overdue(situation, step),
        yours=tuple(one for one in open_commitments.yours if not _is_the_step(one, step)),
        theirs=tuple(one for one in open_commitments.theirs if not _is_the_step(one, step)),
        next=next_step(situation, step),
        last_step=last_step,
        step_role=_step_role(situation),
        reminders=situation.reminders if step is not None and step.action == CHECKPOINT else (),
        pace=_pace(situation) if accepted is None else None,
        still_yours=None if last_step is None else _still_yours(situation),
        bad_lines=bad_lines,
        verdict=_verdict_on_friday(situation) if accepted is None else None,
        names_report=_names_report(situation),
        looks=_looks(situation),
        accepted=accepted,
    )


def _looks(situation: Situation) -> tuple[Look, ...]:
    """What is to be said of the texts of today, while the plan runs; most days have none."""
    journal, today = situation.journal, situation.today
    if journal.closed is not None or all(one.day != today for one in journal.observed.texts):
        return ()
    # Its word lists and patterns take as long to load as all the rest of the day.
    from pmpath.coach.statement.looks import looks_at

    return looks_at(situation, (today,))


def _still_yours(situation: Situation) -> StillYours | None:
    """What a person who comes back still has, which is asked for after a gap alone."""
    from pmpath.reports.still_yours import still_yours

    return still_yours(situation)


def _verdict_on_friday(situation: Situation) -> Verdict | None:
    if situation.today.weekday() != FRIDAY:
        return None
    from pmpath.coach.outlook.verdict import verdict

    return verdict(situation, situation.today - timedelta(1))


def _names_report(situation: Situation) -> bool:
    """On Friday, and on Monday when a week of the plan has ended."""
    today, start = situation.today, situation.roadmap.target.start
    first = timedelta(WEEK_DAYS if today.weekday() == MONDAY else 1)
    runs = situation.journal.closed is None and today >= start + first
    return runs and today.weekday() in (MONDAY, FRIDAY)


def _words(situation: Situation, entry: Entry) -> str:
    return words_for_report(entry, situation.vocabulary)


def _pace(situation: Situation) -> Standing | None:
    """Against the line; nothing where more is short than a week has: that is for a report."""
    found = pace(situation)
    if found is None or (found.kind == SHORT and found.amount > sum(situation.roadmap.minutes)):
        return None
    return found


def _declined(situation: Situation, step: Step | None) -> int:
    """On how many days today's step was put aside since it, or a part of it, was done last."""
    if step is None:
        return 0
    journal = situation.journal
    days = [journal.actions_done.get(step.action), *journal.part_minutes.get(step.action, ())]
    last = max((day for day in days if day is not None), default=None)
    return journal.put_aside.times(step.key, last)


def _overdue(situation: Situation, step: Step | None) -> int:
    """For how many days the day of the promise is over that the step keeps; 0 for any other."""
    if step is None or not step.settles:
        return 0
    days = [one.move.day for one in situation.journal.open_commitments
            if one.entry_id == step.settles]  # fmt: skip
    return max(((situation.today - day).days for day in days), default=0)


def _is_the_step(move: Commitment, step: Step | None) -> bool:
    return step is not None and step.settles == move.entry_id


def _off_until(situation: Situation) -> date:
    """The last of the neutral days in a row that today belongs to."""
    day = situation.today
    while situation.planned_minutes.is_neutral(day + timedelta(1)) and day < date.max - timedelta(
        1
    ):
        day += timedelta(1)
    return day


def _before_a_gap(situation: Situation) -> ReportedEntry | None:
    """The latest entry, when two weeks or more have gone by without one, or since a restart."""
    latest = situation.journal.latest
    if latest is None:
        return None
    if situation.ages.since(max(latest.day, situation.planned_minutes.start)) < GAP_DAYS:
        return None
    return reported(latest, situation.vocabulary)


def _step_role(situation: Situation) -> StepRoleClock | None:
    clock = step_role_clock(situation.roadmap, situation.journal, situation.today)
    return clock if clock and clock.is_said and clock.grade != SILENT else None
