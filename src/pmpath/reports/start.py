"""What `init` ends with: the date, the fit of the hours, the odds, first milestones, first step."""

from __future__ import annotations

from datetime import date

from pmpath.coach.numbers.target_date import TargetDate, target_date
from pmpath.coach.plan.fit import (
    SHORTEST_CREDIBLE_WEEKS,
    Fit,
    Point,
    WaysOut,
    points,
    ways_out,
)
from pmpath.coach.plan.milestones import DatedMilestone, dated
from pmpath.coach.plan.verdict import Spare, spare, verdict, weekly_need
from pmpath.coach.situation import Situation
from pmpath.coach.today.coming import PlannedStep, next_step
from pmpath.coach.today.step import todays_step
from pmpath.domain.period import weeks_between
from pmpath.domain.record import Frozen
from pmpath.domain.roadmap.roadmap import Roadmap

FIRST_MILESTONES = 2
MOST_CONCERNS = 3
SHORT, LITTLE_LOVE = "short", "little_love"
NO_JUNIOR, NO_CUT, FEW_OPENINGS = "no_junior", "no_cut", "few_openings"
SEARCH_ALONE = "search"
STRATEGY, MONEY = "strategy", "money"
# Customer talks rated so low make the plan a test; fewer PMs make openings inside rare.
LITTLE, FEW = 2, 3
# Our estimate: a seat is filled anew every five years.
WEEKS_PER_OPENING = 5 * 52
# The article's figure of 2011: engineers for each product manager.
ARTICLE_RATIO = (20, 50)


class Odds(Frozen):
    """Engineers for each product manager, rounded; `in_article_range` compares with 2011."""

    ratio: int
    in_article_range: bool


class Floor(Frozen):
    """A pay floor above zero: `percent` less than today for `months`; None where kept private."""

    percent: int | None
    months: int | None


class StartReport(Frozen):
    """A fresh roadmap in a few facts.

    `openings_inside` is told of a plan that looks inside alone, where the PMs there were counted.
    `verdict` is fits, tight or too much; `weekly_need` the minutes a week with which it fits;
    `spare` where there are many more. `ways_out` where the hours do not fit in total, `crowded` the
    milestones at which they are tight or do not, `concerns` by name, at most three in order of
    cost; `reasons` are those of the person on which the article has a word; `label` is full, test
    or search.
    """

    today: date
    target: TargetDate
    label: str
    fit: Fit
    verdict: str
    weekly_need: int
    spare: Spare | None
    ways_out: WaysOut | None
    crowded: tuple[Point, ...]
    weekly_minutes: int
    odds: Odds | None
    openings_inside: int | None
    floor: Floor | None
    concerns: tuple[str, ...]
    reasons: tuple[str, ...]
    milestones: tuple[DatedMilestone, ...]
    first: PlannedStep | None


def start_report(situation: Situation, fit: Fit) -> StartReport:
    """The facts about a roadmap on the day it was made."""
    roadmap, journal = situation.roadmap, situation.journal
    catalog = situation.catalog
    found = verdict(roadmap, catalog, fit)
    fits = fit.needed <= fit.available
    return StartReport(
        today=situation.today,
        target=target_date(roadmap, journal, situation.today, recorded=True),
        label=roadmap.target.mode,
        fit=fit,
        verdict=found,
        weekly_need=weekly_need(roadmap, catalog, fit),
        spare=spare(roadmap, catalog, fit) if roadmap.target.mode != SEARCH_ALONE else None,
        ways_out=None if fits else ways_out(roadmap, catalog),
        crowded=tuple(one for one in points(roadmap, catalog) if one.is_crowded) if fits else (),
        weekly_minutes=sum(roadmap.minutes),
        odds=_odds(situation),
        openings_inside=_openings_inside(roadmap),
        floor=_floor(roadmap),
        concerns=_concerns(roadmap, fit),
        reasons=_reasons(roadmap),
        milestones=tuple(dated(roadmap, journal)[:FIRST_MILESTONES]),
        first=_first_step(situation),
    )


def _first_step(situation: Situation) -> PlannedStep | None:
    """Today's step; where the plan begins on a day off, that of the first day with minutes."""
    today = situation.today
    if situation.planned_minutes.is_neutral(today):
        return next_step(situation, None)
    step = todays_step(situation)
    return None if step is None else PlannedStep(today, step)


def _concerns(roadmap: Roadmap, fit: Fit) -> tuple[str, ...]:
    """What speaks against the plan, dearest first, at most three; the fit is said before them."""
    answers, target = roadmap.answers, roadmap.target
    managers = answers.get("product_managers")
    love = answers.get("customer_love")
    weeks = weeks_between(target.start, target.date)
    found = {
        SHORT: target.mode != SEARCH_ALONE and weeks < SHORTEST_CREDIBLE_WEEKS,
        LITTLE_LOVE: isinstance(love, int) and love <= LITTLE,
        NO_JUNIOR: answers.get("junior") == "no",
        NO_CUT: answers.get("pay_cut_percent") == 0,
        FEW_OPENINGS: target.side == "inside" and isinstance(managers, int) and managers < FEW,
    }
    shown = MOST_CONCERNS - (fit.needed > fit.available)
    return tuple(name for name, holds in found.items() if holds)[:shown]


def _reasons(roadmap: Roadmap) -> tuple[str, ...]:
    """Reasons for the move of which the article has something to say."""
    given = roadmap.answers.get("why")
    return tuple(one for one in (STRATEGY, MONEY) if isinstance(given, list) and one in given)


def _openings_inside(roadmap: Roadmap) -> int | None:
    """Openings for PMs in the company until the date, rounded; one in five seats a year."""
    managers = roadmap.answers.get("product_managers")
    if roadmap.target.side != "inside" or not isinstance(managers, int):
        return None
    weeks = weeks_between(roadmap.target.start, roadmap.target.date)
    seats = managers * weeks
    return (2 * seats + WEEKS_PER_OPENING) // (2 * WEEKS_PER_OPENING)


def _floor(roadmap: Roadmap) -> Floor | None:
    """What was said of lower pay, where it leaves room; it is said once and not again."""
    answers = roadmap.answers
    percent, months = answers.get("pay_cut_percent"), answers.get("savings_months")
    if not percent and not answers.get("pay_floor_set"):
        return None
    return Floor(
        percent if isinstance(percent, int) and percent else None,
        months if isinstance(months, int) else None,
    )


def _odds(situation: Situation) -> Odds | None:
    """How many engineers there are for each PM; None where either number is not known."""
    answers = situation.roadmap.answers
    engineers, managers = answers.get("engineers"), answers.get("product_managers")
    if not isinstance(engineers, int) or not isinstance(managers, int) or not managers:
        return None
    ratio = (engineers * 2 + managers) // (managers * 2)
    low, high = ARTICLE_RATIO
    return Odds(ratio, low * managers <= engineers <= high * managers)
