"""What `pmpath report` shows of a week, or of any period: what was done, where the plan stands.

All numbers are made here and in the coach; a renderer only lays them out.
"""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.contacts.people import CUSTOMERS_TRACK, Commitments, last_contact
from pmpath.coach.contacts.step_role import StepRoleClock, step_role_clock
from pmpath.coach.findings.weekly import Concerns, concerns, is_festive
from pmpath.coach.numbers.burn_up import BurnUp, burn_up
from pmpath.coach.numbers.pace import PlannedMinutes, Tally, is_recorded
from pmpath.coach.numbers.target_date import DateMove, TargetDate, date_moves, target_date
from pmpath.coach.outlook.forecast_band import with_band
from pmpath.coach.outlook.progress import NoProgress, no_progress
from pmpath.coach.outlook.spare_time import spare_in
from pmpath.coach.outlook.verdict import Verdict, verdict
from pmpath.coach.plan.arrival import accepted_on
from pmpath.coach.plan.milestones import DatedMilestone, MilestoneTally, milestone_tally
from pmpath.coach.plan.verdict import Spare
from pmpath.coach.situation import Situation
from pmpath.coach.today.answer import answers_to
from pmpath.coach.today.coming import (
    PlannedStep,
    as_planned,
    first_planned_day,
    listed_after,
    steps_through,
)
from pmpath.coach.today.proposal import Step
from pmpath.domain.period import AskedWeek, Period, asked_week, week_number
from pmpath.domain.record import Frozen, changed
from pmpath.domain.roadmap.open_answers import open_answers
from pmpath.domain.roadmap.roadmap import STEP_ROLE_TRACK
from pmpath.reports.numbers import Numbers, numbers
from pmpath.reports.period.happened import Happening, happened_in
from pmpath.reports.period.owed import owed_in
from pmpath.reports.period.own_words.statement import (
    SaidInPeriod,
    StatementInPeriod,
    said_in,
    statement_in,
)
from pmpath.reports.period.passed import Passed, passed_in
from pmpath.reports.period.people_met import LastMet, Met, last_met, met_in
from pmpath.reports.period.plan_changes import PlanChange, plan_changes
from pmpath.reports.period.quotes import Heard, heard_in
from pmpath.reports.period.search_facts import SearchFacts, search_facts
from pmpath.reports.period.silent import Silent, silent_now
from pmpath.reports.period.strips import Strips, strips, track_strips
from pmpath.reports.period.tracks import TrackMinutes, by_track_of, main_track_of
from pmpath.reports.period.wins import Win, wins_in
from pmpath.reports.reported_entry import ReportedEntry, reported
from pmpath.reports.still_yours import StillYours, is_little, still_yours

COMING_SHOWN = 3
# What an answer has said once a month is said in every fourth week.
REMIND_WEEKS = 4


class Shared(Frozen):
    """The report was made for somebody else: `notes` says whether typed notes are in it."""

    notes: bool


class PeriodReport(Frozen):
    """One period as it looked at its end, or as it looks `as_of` when it is not over.

    `step_role_minutes` are part of the period's minutes and told apart: that role is not the goal.
    `idle_minutes` are those of `no_progress` on the path. `happened` is all of it, best first,
    `done` the same entries in their order. `festive`: a week of return, of a win or of an offer.
    `all_date_moves` are all there ever were, where one is of the period. `reminders` are there in
    every fourth week of the plan, the pictures from its fourth week on. `silent` is what somebody
    asked not to be brought up; `spare` is there in the first week and in that of a changed plan.
    """

    period: Period
    as_of: date
    target: TargetDate
    verdict: Verdict | None
    first_week: bool
    before_start: bool
    off_reason: str | None
    logged: int
    main_track: TrackMinutes | None
    this_period: Tally
    since_start: Tally
    tracks: tuple[TrackMinutes, ...]
    happened: tuple[Happening, ...]
    done: tuple[ReportedEntry, ...]
    met: tuple[Met, ...]
    wins: tuple[Win, ...]
    heard: tuple[Heard, ...]
    milestones: MilestoneTally
    numbers: Numbers
    concerns: Concerns
    answer: Step | None
    still_yours: StillYours | None
    last_met: LastMet | None
    last_customer: date | None
    step_role: StepRoleClock | None
    step_role_minutes: int
    no_progress: NoProgress | None
    festive: bool
    moves: Commitments
    passed: tuple[Passed, ...]
    search: SearchFacts | None
    date_moves: tuple[DateMove, ...]
    all_date_moves: tuple[DateMove, ...]
    plan_changes: tuple[PlanChange, ...]
    open_answers: tuple[str, ...]
    reminders: tuple[str, ...]
    next_days: Period
    next_minutes: int
    next_steps: tuple[PlannedStep, ...]
    strips: Strips | None
    burn_up: BurnUp | None
    track_strips: Strips | None = None
    idle_minutes: int = 0
    shared: Shared | None = None
    bad_lines: int = 0
    newer_records: int = 0
    silent: tuple[Silent, ...] = ()
    spare: Spare | None = None
    copies: tuple[str, ...] = ()
    statement: StatementInPeriod | None = None
    said: tuple[SaidInPeriod, ...] = ()
    words: str = ""
    asked_week: AskedWeek | None = None

    @property
    def next_milestones(self) -> tuple[DatedMilestone, ...]:
        """Those that come first."""
        return self.milestones.coming[:COMING_SHOWN]


class Look(Frozen):
    """How a period is looked at: lines of the log passed over, and whether its last day is over.

    `copies`: files beside ours that hold a log or roadmap as well; `words` asked for the period.
    """

    bad_lines: int = 0
    day_is_over: bool = False
    copies: tuple[str, ...] = ()
    words: str = ""


NOW = Look()


def period_report(situation: Situation, period: Period, look: Look = NOW) -> PeriodReport:
    """The report of a period. The journal must have kept the period's entries whole.

    `situation.today` is the day it is looked at: the last day of a period that is over. Before the
    start of the plan there was nothing to record yet.
    """
    journal, today = situation.journal, situation.today
    planned_minutes = situation.planned_minutes
    entries = tuple(journal.entries)
    before_start = today < situation.roadmap.target.start
    recorded = before_start or is_recorded(situation.roadmap, journal)
    by_track = by_track_of(situation, entries)
    main_track = main_track_of(by_track)
    seen = strips(situation, main_track.track if main_track else "")
    # A week is held against all its planned minutes; a longer stretch that still runs, up to the
    # last day that is over, or to today once something was done.
    over = today + timedelta(1) if look.day_is_over or journal.path_actions.get(today) else today
    counted = period if period.kind == "week" else Period(period.start, _before(over, period))
    tally = planned_minutes.tally(counted, over)
    # The next days come after a whole week, after any other period from tomorrow on.
    after = period.last if period.kind == "week" else today
    last_day = max(today, after)
    said = concerns(situation, period)
    lost = no_progress(situation, period)
    reached = milestone_tally(situation.roadmap, journal, period, today)
    moved = tuple(
        one
        for one in date_moves(situation.roadmap, journal)
        if one.on in period or (one.on is None and today in period)
    )
    ahead = steps_through(situation, last_day, day_is_over=look.day_is_over)
    answer = as_planned(_answers(situation, said, last_day), ahead)
    return PeriodReport(
        period=period,
        as_of=today,
        target=target_date(situation.roadmap, journal, today, recorded=recorded),
        verdict=_verdict(situation, look),
        first_week=period.kind == "week" and situation.roadmap.target.start in period,
        before_start=before_start,
        off_reason=_off_reason(planned_minutes, period),
        logged=len(entries),
        this_period=tally,
        main_track=main_track,
        since_start=planned_minutes.tally(planned_minutes.since_start(today), over),
        tracks=by_track,
        done=tuple(reported(one, situation.vocabulary) for one in entries if one.is_path_action),
        met=met_in(situation, entries),
        wins=wins_in(entries),
        heard=heard_in(entries),
        numbers=numbers(situation),
        concerns=said,
        answer=answer,
        still_yours=_still_yours(situation, period, tally) if not before_start else None,
        milestones=reached,
        happened=happened_in(situation, period, entries, reached.reached),
        no_progress=lost if lost.minutes else None,
        festive=is_festive(situation, period),
        passed=passed_in(situation, period),
        search=search_facts(situation, period),
        plan_changes=plan_changes(situation, period),
        last_met=last_met(situation),
        last_customer=last_contact(situation.roadmap, journal, CUSTOMERS_TRACK),
        step_role=step_role_clock(situation.roadmap, journal, today),
        step_role_minutes=sum(one.minutes for one in by_track if one.track == STEP_ROLE_TRACK),
        moves=owed_in(situation, period),
        date_moves=moved,
        all_date_moves=date_moves(situation.roadmap, journal) if moved else (),
        open_answers=open_answers(situation.roadmap),
        reminders=_reminders(situation, period),
        next_days=_week_after(after),
        next_minutes=sum(planned_minutes.on(day) for day in _week_after(after).days),
        next_steps=listed_after(ahead, last_day, answer, first_planned_day(situation, last_day)),
        strips=seen,
        burn_up=_burn_up(situation, over) if seen else None,
        track_strips=track_strips(situation, seen) if seen else None,
        idle_minutes=lost.on_path,
        bad_lines=look.bad_lines,
        newer_records=sum(journal.unread.values()),
        silent=() if before_start else silent_now(situation),
        spare=spare_in(situation, period),
        copies=look.copies,
        statement=None if before_start else statement_in(situation, period),
        said=() if before_start else said_in(situation, period),
        words=look.words,
        asked_week=asked_week(
            look.words, period, situation.roadmap.target.start, situation.roadmap.target.date
        ),
    )


def _burn_up(situation: Situation, over: date) -> BurnUp | None:
    """The burn-up before a day, with the forecast behind it while the plan runs."""
    found = burn_up(situation.planned_minutes, over - timedelta(1))
    is_over = situation.journal.closed is not None or accepted_on(situation.journal, over)
    return found if found is None or is_over else with_band(situation, found)


def _verdict(situation: Situation, look: Look) -> Verdict | None:
    """None once an offer is accepted: the date is not a question any more."""
    today = situation.today
    if accepted_on(situation.journal, today) is not None:
        return None
    return verdict(situation, today if look.day_is_over else today - timedelta(1))


def _answers(situation: Situation, said: Concerns, after: date) -> tuple[Step, ...]:
    """The steps that answer the one thing, at the length of the first day that has minutes."""
    day = first_planned_day(situation, after)
    if said.full is None or day is None:
        return ()
    then = changed(situation, today=day)
    return tuple(answers_to(then, said.full, situation.planned_minutes.on(day)))


def _reminders(situation: Situation, period: Period) -> tuple[str, ...]:
    """What answers have said once a month, in every fourth week while the plan runs."""
    week = week_number(period.start, situation.roadmap.target.start)
    is_fourth = period.kind == "week" and week > 0 and week % REMIND_WEEKS == 0
    return situation.reminders if is_fourth and situation.journal.closed is None else ()


def _still_yours(situation: Situation, period: Period, tally: Tally) -> StillYours | None:
    """In a week with little, from the second one on."""
    later = situation.roadmap.target.start < period.start
    has_little = period.kind == "week" and later and is_little(tally)
    return still_yours(situation) if has_little and situation.journal.closed is None else None


def _before(day: date, period: Period) -> date:
    """The end, not included, of the part of the period that lies before a day."""
    return max(min(day, period.end), period.start)


def _week_after(day: date) -> Period:
    """The seven days after a day."""
    return Period(day + timedelta(1), day + timedelta(8))


def _off_reason(planned_minutes: PlannedMinutes, period: Period) -> str | None:
    """What the person called it, when the whole period was a rest; None when it was not."""
    if not all(planned_minutes.is_neutral(day) for day in period.days):
        return None
    return next(filter(None, (planned_minutes.reason_off(day) for day in period.days)), "")
