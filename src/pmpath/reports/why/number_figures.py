"""The person's own figures behind each number of the screens, for `why`."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.contacts.step_role import step_role_clock
from pmpath.coach.numbers.buffer import SHORT
from pmpath.coach.numbers.pace import current_plan
from pmpath.coach.numbers.strength import Window, strength
from pmpath.coach.numbers.target_date import share_gone
from pmpath.coach.outlook.plan_done import in_plan, plan_done
from pmpath.coach.outlook.plan_forecast import QUARTER_MINUTES, plan_forecast
from pmpath.coach.outlook.progress import no_progress
from pmpath.coach.plan.fit import available_minutes, fit_of
from pmpath.coach.situation import Situation
from pmpath.domain.period import Period
from pmpath.reports.numbers import pace
from pmpath.reports.why.figure import Figure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container

EVERY_DAY = Window(1, 1)


def of_number(key: str, situation: Situation) -> tuple[Figure, ...]:
    """The person's own figures of one number; none where there is nothing to say yet."""
    figures = NUMBERS.get(key)
    return figures(situation) if figures else ()


def _pace(situation: Situation) -> tuple[Figure, ...]:
    """Both totals, the days, what is short or ahead, and how many days may pass empty."""
    planned_minutes, today = situation.planned_minutes, situation.today
    tally = planned_minutes.tally(planned_minutes.since_start(today), today)
    figures = [
        Figure("line_start", planned_minutes.start),
        Figure("minutes_done", tally.minutes),
        Figure("minutes_promised", tally.promised),
        Figure("days_done", f"{tally.days_done} of {tally.days}"),
    ]
    found = pace(situation)
    if found is not None:
        figures += [Figure(f"pace_{found.kind}", int(found.amount)), Figure("buffer", found.buffer)]
        if found.next_due is not None and found.kind != SHORT:
            figures.append(Figure("next_due", found.next_due))
    return tuple(figures)


def _strength(situation: Situation) -> tuple[Figure, ...]:
    """The score of every day and of each live track, 0 to 1, and what each was held against.

    Any step is wanted on each day that is not off; a track as often as the roadmap says, else the
    content.
    """
    rows = [_scored("Any step", situation, situation.journal.path_actions, EVERY_DAY)]
    for track in situation.tracks_with_steps():
        days = situation.journal.observed.track_minutes.get(track.id, {})
        window = Window(*situation.cadence_of(track))
        rows.append(_scored(track.name, situation, days, window))
    return tuple(rows)


def _scored(name: str, situation: Situation, done: Container[date], window: Window) -> Figure:
    score = strength(_days(situation, done), window)
    days = "day" if window.days == 1 else "days"
    return Figure("strength", f"{name}: {score:.4f}, {window.times} in {window.days} {days}")


def _days(situation: Situation, done: Container[date]) -> list[bool | None]:
    """Each day since the start up to yesterday, and today once done: done, missed or neutral."""
    planned_minutes, today = situation.planned_minutes, situation.today
    count = (today - planned_minutes.start).days + (1 if today in done else 0)
    days = [planned_minutes.start + timedelta(n) for n in range(max(count, 0))]
    return [
        True if day in done else None if planned_minutes.is_neutral(day) else False for day in days
    ]


def _plan_done(situation: Situation) -> tuple[Figure, ...]:
    """The minutes covered, of all in scope, those that cover nothing, and the time gone."""
    found, journal = plan_done(situation), situation.journal
    start, end = situation.roadmap.target.start, situation.today + timedelta(1)
    idle = no_progress(situation, Period(start, max(start, end))).on_path
    reached = sum(one.minutes for one in in_plan(situation) if one.id in journal.milestones_done)
    return (
        Figure("minutes_reached", reached),
        Figure("minutes_credited", found.covered - reached),
        Figure("minutes_in_scope", found.total),
        Figure("minutes_without_progress", idle),
        Figure("share_done_percent", found.percent),
        Figure("share_gone_percent", share_gone(situation.roadmap, situation.today)),
    )


def _forecast(situation: Situation) -> tuple[Figure, ...]:
    """The sampled weeks, what is open, three days and the chance of the date."""
    found = plan_forecast(situation)
    if found is None:
        return (Figure("forecast_silent", True),)
    weeks = tuple(str(one * QUARTER_MINUTES) for one in found.samples)
    days = (("half", found.half), ("seventy", found.seventy), ("eighty_five", found.eighty_five))
    return (
        Figure("sampled_minutes", ", ".join(weeks)),
        Figure("minutes_open", found.remaining * QUARTER_MINUTES),
        *(Figure(f"forecast_{name}", day or "not within ten years") for name, day in days),
        Figure("forecast_percent", found.percent),
    )


def _fit(situation: Situation) -> tuple[Figure, ...]:
    roadmap, catalog = situation.roadmap, situation.catalog
    target = roadmap.target
    absent = roadmap.absent_tracks
    known = tuple(one for one in roadmap.milestones
                  if one.id in catalog.milestones and one.track not in absent)  # fmt: skip
    own = [one for one in roadmap.milestones_in_scope if one.id not in catalog.milestones]
    available = available_minutes(target, roadmap.minutes, roadmap.vacations)
    needed = fit_of(target.scope, known, catalog, available).needed
    needed += sum(one.minutes for one in own)
    return (
        Figure("scope", target.scope),
        Figure("weeks", (target.date - target.start).days // 7),
        Figure("minutes_needed", needed),
        Figure("minutes_available", available),
        *((Figure("fit_percent", needed * 100 // available),) if available else ()),
    )


def _odds(situation: Situation) -> tuple[Figure, ...]:
    answers = situation.roadmap.answers
    engineers, managers = answers.get("engineers"), answers.get("product_managers")
    if not isinstance(engineers, int) or not isinstance(managers, int):
        return (Figure("counts_open", True),)
    figures = (Figure("engineers", engineers), Figure("product_managers", managers))
    if not managers:
        return figures
    return (*figures, Figure("engineers_for_each", (engineers * 2 + managers) // (managers * 2)))


def _minutes(situation: Situation) -> tuple[Figure, ...]:
    return (Figure("week_minutes", sum(current_plan(situation.roadmap).minutes)),)


def _cap(situation: Situation) -> tuple[Figure, ...]:
    return (Figure("daily_cap_minutes", situation.roadmap.daily_cap),)


def _neutral(situation: Situation) -> tuple[Figure, ...]:
    today, off = situation.today, situation.roadmap.vacations
    coming = min((one.first for one in off if one.last >= today), default=None)
    figures = (Figure("rests", len(situation.journal.rests)), Figure("vacations", len(off)))
    return (*figures, Figure("next_vacation", coming)) if coming else figures


def _limit(situation: Situation) -> tuple[Figure, ...]:
    clock = step_role_clock(situation.roadmap, situation.journal, situation.today)
    if clock is None:
        return (Figure("no_step_role", situation.roadmap.springboard.state or "open"),)
    figures: list[Figure] = []
    if clock.since is not None and clock.months is not None and clock.limit_day is not None:
        figures += [
            Figure("since", clock.since),
            Figure("months", f"{clock.months} of {clock.limit_months}"),
            Figure("limit_day", clock.limit_day),
        ]
    figures += [Figure("exit_date", clock.exit_date)] if clock.exit_date else []
    return (*figures, *([Figure("exit_was", clock.exit_was)] if clock.exit_was else []))


def phase_day(phase: str, situation: Situation) -> date:
    """The first day on which at least the phase's share of the plan is gone."""
    target = situation.roadmap.target
    length = (target.date - target.start).days
    return target.start + timedelta(-(-length * situation.catalog.phases[phase] // 100))


def _phases(situation: Situation) -> tuple[Figure, ...]:
    later = [
        Figure("phase_from", f"{phase} {phase_day(phase, situation).isoformat()}")
        for phase in situation.catalog.phases
        if phase_day(phase, situation) > situation.today
    ]
    gone = share_gone(situation.roadmap, situation.today)
    return (Figure("phase", situation.phase), Figure("share_gone_percent", gone), *later[:1])


def _scope(situation: Situation) -> tuple[Figure, ...]:
    roadmap = situation.roadmap
    return (
        Figure("scope", roadmap.target.scope),
        Figure("milestones_shown", len(list(roadmap.milestones_in_scope))),
        Figure("milestones_in_all", len(roadmap.milestones)),
    )


# By the ids of data/numbers.toml.
NUMBERS: dict[str, Callable[[Situation], tuple[Figure, ...]]] = {
    "pace": _pace, "strength": _strength, "plan-done": _plan_done,
    "forecast": _forecast, "fit": _fit, "odds": _odds, "minutes": _minutes, "daily-cap": _cap,
    "neutral-days": _neutral, "limit": _limit, "phases": _phases, "scope": _scope,
    "weeks-before": _scope,
}  # fmt: skip
