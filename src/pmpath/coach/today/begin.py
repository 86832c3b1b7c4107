"""When the work on a milestone begins, so that its day can be kept."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.situation import Situation
from pmpath.domain.content.catalog import Action, MilestoneTemplate

# What repeats is planned once a week, though it may come back sooner when the days are short.
DAYS_PER_REPEAT = 7
# Every open milestone is worked on in its last two weeks.
LAST_DAYS = 14
# From asking somebody to the day it happens, and one more try.
DAYS_FOR_AN_ANSWER = 10
# One milestone may take one of so many shares of the week's minutes; others need the rest.
SHARES_OF_A_WEEK = 2


def lacking(situation: Situation, template: MilestoneTemplate) -> list[tuple[Action, int]]:
    """The actions that a milestone still wants, each with how many times, in the catalog's order.

    Before each come those that it waits for. What the roadmap itself answers counts as done; an
    action wanted 0 times may help and is not lacking.
    """
    found: dict[str, int] = {}
    for key in template.actions:
        times = template.times_of(key) - situation.journal.action_counts.get(key, 0)
        if times > 0 and not situation.is_known(key):
            _add_with_missing(situation, key, times, found)
    return [(situation.catalog.actions[key], times) for key, times in found.items()]


def _add_with_missing(situation: Situation, key: str, times: int, found: dict[str, int]) -> None:
    for before in situation.missing(situation.catalog.actions[key]):
        _add_with_missing(situation, before, 1, found)
    found[key] = max(times, found.get(key, 0))


def work_begins(situation: Situation, template: MilestoneTemplate, due: date) -> date:
    """The first day on which the milestone's own steps are proposed.

    Counted back from its day: two weeks, the weeks in which its repeated steps come back, the days
    of waiting for each person, and its minutes at half of the week's. It moves on as steps are
    done. The three figures are our estimate.
    """
    wanted = lacking(situation, template)
    repeats = max((times for _, times in wanted), default=1) - 1
    people = sum(action.people for action, _ in wanted)
    minutes = sum(action.minutes * times for action, times in wanted)
    weekly = max(sum(situation.roadmap.minutes), 1)
    days = LAST_DAYS + repeats * DAYS_PER_REPEAT + people * DAYS_FOR_AN_ANSWER
    return due - timedelta(days + minutes * 7 * SHARES_OF_A_WEEK // weekly)
