"""When the work on a milestone begins, so that its day can be kept."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.plan.asking import days_until_met
from pmpath.coach.situation import Situation
from pmpath.domain.content.catalog import ONCE, Action, MilestoneTemplate

Wanted = list[tuple[Action, int]]
# What repeats is planned once a week, though it may come back sooner when the days are short.
DAYS_PER_REPEAT = 7
# Every open milestone is worked on in its last two weeks.
LAST_DAYS = 14
# From asking somebody to the day it happens, and one more try.
DAYS_FOR_AN_ANSWER = 10
# One milestone may take one of so many shares of the week's minutes; others need the rest.
SHARES_OF_A_WEEK = 2
# Counted at fewer of them, its day holds where meetings fill other days.
SHARES_IN_TIME = 3


def lacking(situation: Situation, template: MilestoneTemplate) -> Wanted:
    """The actions that a milestone still wants, each with how many times, in the catalog's order.

    Before each come those that it waits for. What the roadmap itself answers counts as done; an
    action wanted 0 times may help and is not lacking. What was done as often as it is wanted, and
    has not reached the milestone, is wanted once more, unless another person decides.
    """
    found: dict[str, int] = {}
    for key in template.actions:
        times = template.times_of(key) - situation.journal.action_counts.get(key, 0)
        if times > 0 and not situation.is_known(key):
            _add_with_missing(situation, key, times, found)
    if not (found or template.outcome):
        again = (one for one in template.actions if template.times_of(one))
        repeated = (one for one in again if situation.catalog.actions[one].cadence != ONCE)
        found = dict.fromkeys(repeated, 1)
    return [(situation.catalog.actions[key], times) for key, times in found.items()]


def _add_with_missing(situation: Situation, key: str, times: int, found: dict[str, int]) -> None:
    for before in situation.missing(situation.catalog.actions[key]):
        _add_with_missing(situation, before, 1, found)
    found[key] = max(times, found.get(key, 0))


def work_begins(situation: Situation, wanted: Wanted, due: date) -> date:
    """The first day on which the milestone's own steps are proposed.

    Counted back from its day: two weeks, the weeks in which its repeated steps come back, the days
    of waiting for each person, and its minutes at half of the week's. It moves on as steps are
    done. The three figures are our estimate.
    """
    repeats = max((times for _, times in wanted), default=1) - 1
    people = sum(action.people for action, _ in wanted)
    minutes = sum(action.minutes * times for action, times in wanted)
    days = LAST_DAYS + repeats * DAYS_PER_REPEAT + people * DAYS_FOR_AN_ANSWER
    return due - timedelta(days + _days_of_work(situation, minutes, SHARES_OF_A_WEEK))


def latest_starts(situation: Situation, wanted: Wanted, due: date) -> dict[str, date]:
    """By action, the latest day on which it has to begin, so that what waits for it has its days.

    Asking somebody has time for a no and another try, and for each further person some days more;
    work at the desk takes a third of the week's minutes.
    """
    found: dict[str, date] = {}
    for action, times in reversed(wanted):
        days = _days_of_work(situation, action.minutes * times, SHARES_IN_TIME)
        if action.people:
            days = max(days, days_until_met(times))
        behind = [found[one.id] for one, _ in wanted if one.id in found
                  and one.waits_for(action.id, situation.catalog.actions)]  # fmt: skip
        found[action.id] = min(behind, default=due) - timedelta(days)
    return found


def _days_of_work(situation: Situation, minutes: int, shares: int) -> int:
    weekly = max(sum(situation.roadmap.minutes), 1)
    return minutes * 7 * shares // weekly
