from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.numbers.target_date import TargetDate, share_gone, target_date
from pmpath.domain.record import changed
from tests.build import START, TARGET, day, journal, plan, roadmap


def seen_on(today: date) -> TargetDate:
    return target_date(roadmap(), journal(), today, recorded=True)


def test_weeks_left_are_whole_weeks() -> None:
    """52 on the first day, 50 on day 11, none in the last six days, then weeks since."""
    numbers = [(0, 52), (1, 51), (7, 51), (10, 50), (358, 0), (364, 0), (371, 1)]
    assert [(n, seen_on(day(n)).weeks_left) for n, _ in numbers] == numbers


def test_days_left_turn_negative_behind_the_date() -> None:
    """The day itself has 0 left."""
    assert [seen_on(TARGET + timedelta(n)).days_left for n in (-1, 0, 1)] == [1, 0, -1]


def test_days_and_weeks_count_from_one() -> None:
    """The start day is day 1 of week 1; Monday begins the next week."""
    assert [(seen_on(day(n)).day_number, seen_on(day(n)).week) for n in (0, 6, 7)] == [
        (1, 1),
        (7, 1),
        (8, 2),
    ]


def test_every_move_of_the_date_stays_visible() -> None:
    """Two moves: first date, number of moves and total slip in weeks."""
    first, second = TARGET + timedelta(weeks=4), TARGET + timedelta(weeks=8)
    log = journal([plan(day(10), target=first), plan(day(20), target=second)])
    moved = changed(roadmap().target, date=second)
    found = target_date(roadmap(target=moved), log, day(30), recorded=True)
    assert (found.first, found.moves, found.slip_days) == (TARGET, 2, 56)


def test_a_plan_recorded_again_with_the_same_date_is_no_move() -> None:
    """More minutes change the plan, not the date."""
    log = journal([plan(day(10), minutes=(60, 0, 0, 0, 0, 0, 0))])
    assert target_date(roadmap(), log, day(30), recorded=True).moves == 0


def test_the_share_of_the_plan_that_is_gone() -> None:
    """In whole percent, 0 before the start and 100 from the date on."""
    assert [share_gone(roadmap(), START + timedelta(n)) for n in (-9, 0, 182, 364, 400)] == [
        0, 0, 50, 100, 100,
    ]  # fmt: skip
