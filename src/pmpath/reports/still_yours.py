"""What a pause takes nothing from: said first when a week, or more, went by with little."""

from __future__ import annotations

from pmpath.coach.gathered.people import met_by_function, people
from pmpath.coach.gathered.results import is_result
from pmpath.coach.numbers.pace import Tally
from pmpath.coach.situation import Situation
from pmpath.domain.metric import Metric, has_changed
from pmpath.domain.record import Frozen

# So many days of a week missed, and less than half of its minutes done, are a week with little.
DAYS_MISSED = 3


class StillYours(Frozen):
    """People met, days with customers, pieces that left the house, the newest measured change."""

    people: int
    customer_days: int
    pieces: int
    number: Metric | None


def still_yours(situation: Situation) -> StillYours | None:
    """What the log holds as of the situation's day; None while it holds none of it."""
    journal = situation.journal
    everybody = people(journal, situation.roadmap, situation.today)
    found = StillYours(
        people=sum(met_by_function(everybody).values()),
        customer_days=len(journal.observed.customer_days),
        pieces=len(journal.observed.landmarks.published),
        number=newest_number(situation),
    )
    return None if found == StillYours(0, 0, 0, None) else found


def newest_number(situation: Situation) -> Metric | None:
    """The newest measured change with both sides; None while there is none."""
    found = [
        metric
        for entry in situation.journal.measured
        for metric in entry.metrics
        if has_changed(metric) and is_result(situation.journal, entry)
    ]
    return found[-1] if found else None


def is_little(tally: Tally) -> bool:
    """Whether a week is one with little: measured by the days of it that are over."""
    return tally.days - tally.days_done >= DAYS_MISSED and tally.minutes * 2 < tally.promised
