"""The person's own figures behind pace, strength, plan done and forecast, for `why`."""

from __future__ import annotations

from datetime import timedelta

from pmpath.coach.numbers.buffer import SHORT
from pmpath.coach.numbers.strength import Window, strength
from pmpath.coach.numbers.target_date import share_gone
from pmpath.coach.outlook.plan_done import in_plan, plan_done
from pmpath.coach.outlook.plan_forecast import QUARTER, plan_forecast
from pmpath.coach.outlook.progress import no_progress
from pmpath.coach.situation import Situation
from pmpath.domain.period import Period
from pmpath.reports.numbers import pace
from pmpath.reports.why.figure import Figure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import date

EVERY_DAY = Window(1, 1)


def of_pace(situation: Situation) -> tuple[Figure, ...]:
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


def of_strength(situation: Situation) -> tuple[Figure, ...]:
    """The score of every day and of each live track, 0 to 1, and what each was held against.

    Any step is wanted on each day that is not off; a track as often as the roadmap says, else the
    content.
    """
    rows = [_strength("Any step", situation, situation.journal.path_actions, EVERY_DAY)]
    for track in situation.tracks_with_steps():
        days = situation.journal.observed.track_minutes.get(track.id, {})
        window = Window(*situation.cadence_of(track))
        rows.append(_strength(track.name, situation, days, window))
    return tuple(rows)


def _strength(name: str, situation: Situation, done: Container[date], window: Window) -> Figure:
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


def of_plan_done(situation: Situation) -> tuple[Figure, ...]:
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


def of_forecast(situation: Situation) -> tuple[Figure, ...]:
    """The sampled weeks, what is open, three days and the chance of the date."""
    found = plan_forecast(situation)
    if found is None:
        return (Figure("forecast_silent", True),)
    weeks = tuple(str(one * QUARTER) for one in found.samples)
    days = (("half", found.half), ("seventy", found.seventy), ("eighty_five", found.eighty_five))
    return (
        Figure("sampled_minutes", ", ".join(weeks)),
        Figure("minutes_open", found.remaining * QUARTER),
        *(Figure(f"forecast_{name}", day or "not within ten years") for name, day in days),
        Figure("forecast_percent", found.percent),
    )
