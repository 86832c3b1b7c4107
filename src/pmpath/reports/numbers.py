"""The numbers of a plan as a report has them: whole minutes and days, each with its comparison."""

from __future__ import annotations

from pmpath.coach.numbers.buffer import Standing, standing
from pmpath.coach.numbers.target_date import share_gone
from pmpath.coach.situation import Situation
from pmpath.domain.record import Frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.coach.outlook.plan_done import PlanDone
    from pmpath.coach.outlook.plan_forecast import PlanForecast


class Numbers(Frozen):
    """`pace` against the line of planned minutes; None before the line begins or once closed.

    `done` is the share of the plan's own hours; `time_gone` the share of its days that is over, in
    whole percent; `needed_a_week` the minutes a week that cover its open hours by the date, None
    once no day is left. `forecast` is None once closed, and with too few weeks to look back on.
    """

    pace: Standing | None
    done: PlanDone
    time_gone: int
    needed_a_week: int | None
    forecast: PlanForecast | None


def numbers(situation: Situation) -> Numbers:
    """The numbers as of the situation's day."""
    # The screen of a day has its pace alone.
    from pmpath.coach.outlook.plan_done import plan_done
    from pmpath.coach.outlook.plan_forecast import plan_forecast
    from pmpath.coach.outlook.replan import days_ahead, needed_a_week

    done, target = plan_done(situation), situation.roadmap.target
    ahead = days_ahead(situation, target.date)
    return Numbers(
        pace=pace(situation),
        done=done,
        needed_a_week=needed_a_week(done.open_minutes, ahead.days),
        time_gone=share_gone(situation.roadmap, situation.today),
        forecast=plan_forecast(situation) if situation.journal.closed is None else None,
    )


def pace(situation: Situation) -> Standing | None:
    """Ahead, due or short, in minutes, and how many days may pass empty."""
    planned_minutes, today = situation.planned_minutes, situation.today
    end = situation.roadmap.target.date
    if today < planned_minutes.start or situation.journal.closed is not None:
        return None
    done = planned_minutes.minutes_since_start(today)
    return standing(planned_minutes.line_through(max(end, today)), done, today, end)
