"""What `init` ends with: the date, the fit of the hours, the odds, first milestones, first step."""

from __future__ import annotations

from pmpath.coach.milestones import DatedMilestone, dated
from pmpath.coach.plan import Fit
from pmpath.coach.situation import Situation
from pmpath.coach.step import Step, todays_step
from pmpath.coach.target_date import TargetDate, target_date
from pmpath.domain.period import weeks_between
from pmpath.domain.record import record
from pmpath.domain.roadmap import Roadmap

FIRST_MILESTONES = 3
# People's calendars and a number before and after do not go faster. Source: the fit rules.
SHORTEST_CREDIBLE_WEEKS = 16
# The article's figure of 2011: engineers for each product manager.
ARTICLE_RATIO = (20, 50)


@record
class Odds:
    """Engineers for each product manager, rounded; `in_article_range` compares with 2011."""

    ratio: int
    in_article_range: bool


@record
class StartReport:
    """A fresh roadmap in a few facts; `is_short`: shorter than any such plan is likely to hold."""

    target: TargetDate
    fit: Fit
    weekly_minutes: int
    odds: Odds | None
    is_short: bool
    milestones: tuple[DatedMilestone, ...]
    step: Step | None


def start_report(situation: Situation, fit: Fit) -> StartReport:
    """The facts about a roadmap on the day it was made."""
    roadmap, journal = situation.roadmap, situation.journal
    return StartReport(
        target=target_date(roadmap, journal, situation.today, recorded=True),
        fit=fit,
        weekly_minutes=sum(roadmap.minutes),
        odds=_odds(situation),
        is_short=roadmap.target.mode != "search" and _weeks(roadmap) < SHORTEST_CREDIBLE_WEEKS,
        milestones=tuple(dated(roadmap, journal)[:FIRST_MILESTONES]),
        step=todays_step(situation),
    )


def _weeks(roadmap: Roadmap) -> int:
    return weeks_between(roadmap.target.start, roadmap.target.date)


def _odds(situation: Situation) -> Odds | None:
    answers = situation.roadmap.answers
    engineers, managers = answers.get("engineers"), answers.get("product_managers")
    if not isinstance(engineers, int) or not isinstance(managers, int) or not managers:
        return None
    ratio = (engineers * 2 + managers) // (managers * 2)
    low, high = ARTICLE_RATIO
    return Odds(ratio, low * managers <= engineers <= high * managers)
