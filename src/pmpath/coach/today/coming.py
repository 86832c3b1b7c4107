"""The steps of the next days, each of them another one: one look ahead for every screen."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.situation import Situation
from pmpath.coach.today.proposal import CUSTOMER, FINDING, PERSON, Step
from pmpath.coach.today.shown import Shown, sameness
from pmpath.coach.today.step import best_of, is_booked_out, open_steps, past_steps, steps_of_day
from pmpath.domain.record import Frozen, changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# One step is enough for each of these; the next of them waits for its outcome.
ANSWERED_BY_ONE = (CUSTOMER, PERSON)
# The days after this one that are looked at.
WITHIN_DAYS = 14
# How many of the next steps a report has.
NEXT_STEPS = 3
ONE_DAY = timedelta(1)


class PlannedStep(Frozen):
    """A step with the day it is planned for."""

    day: date
    step: Step


def look_ahead(situation: Situation, own: Step | None, through: date) -> Iterator[PlannedStep]:
    """Different steps for the days with planned minutes after today, `through` that one.

    Each is what would stand on its day if `own`, the step of today, and those before it were done.
    """
    shown, today = past_steps(situation), situation.today
    stood = [*situation.journal.days.done.get(today, ()), *([sameness(own)] if own else ())]
    if stood or not situation.planned_minutes.is_neutral(today):
        shown.add(today, stood)
    return _ahead(situation, shown, [] if own is None else [own], _days(today, through))


def _ahead(
    situation: Situation, shown: Shown, done: list[Step], days: Iterable[date]
) -> Iterator[PlannedStep]:
    """The steps of the days, behind those that are taken as `done`.

    Without any of them the day is as short as days are that come after missed ones. Of the steps
    that answer the same concern or lack, of a customer or of anybody met, there is but one.
    """
    for day in days:
        planned = situation.planned_minutes.on(day)
        if not planned:
            continue
        then = changed(situation, today=day)
        minutes = planned if done else then.minutes_today
        found = (one for one in open_steps(then, shown, minutes) if not _is_answered(one, done))
        step = best_of(found, desk_first=is_booked_out(then))
        if step is not None:
            done.append(step)
            shown.add(day, [sameness(step)])
            yield PlannedStep(day, step)


def _days(today: date, through: date) -> Iterator[date]:
    return (today + ONE_DAY * number for number in range(1, (through - today).days + 1))


def _is_answered(step: Step, done: list[Step]) -> bool:
    """Whether it is one of them, or answers what one of them answers."""
    kind, subject = step.reason.kind, step.reason.subject
    same = [one for one in done if one.reason.kind == kind]
    answered = kind == FINDING and any(one.reason.subject == subject for one in same)
    return answered or bool(same and kind in ANSWERED_BY_ONE) or step.key in {
        one.key for one in done
    }  # fmt: skip


def own_step(situation: Situation) -> Step | None:
    """The step that today has left, as the screens of the day show it."""
    is_off = situation.is_off_today
    return next(iter(steps_of_day(situation, situation.open_minutes, 1, is_off=is_off)), None)


def next_step(situation: Situation, own: Step | None) -> PlannedStep | None:
    """The step of the next day that has one, within two weeks."""
    return next(look_ahead(situation, own, situation.today + ONE_DAY * WITHIN_DAYS), None)


def steps_through(
    situation: Situation, after: date, *, day_is_over: bool
) -> tuple[PlannedStep, ...]:
    """Today's step, and those of the next days as far as the third after that day."""
    through = after + ONE_DAY * WITHIN_DAYS
    if day_is_over:
        # The morning after knows what stood today, and that it was left.
        morning = changed(situation, today=situation.today + ONE_DAY)
        found = _ahead(situation, past_steps(morning), [], _days(situation.today, through))
        return tuple(_as_many(found, after))
    own = own_step(situation)
    today = () if own is None else (PlannedStep(situation.today, own),)
    return (*today, *_as_many(look_ahead(situation, own, through), after))


def _as_many(found: Iterable[PlannedStep], after: date) -> Iterator[PlannedStep]:
    """Those up to a day, and the next few behind it."""
    count = 0
    for one in found:
        yield one
        count += one.day > after
        if count == NEXT_STEPS:
            return


def as_planned(answers: Sequence[Step], planned: tuple[PlannedStep, ...]) -> Step | None:
    """The answer as it stands on its day, at its length there; the first where none stands."""
    first = next(iter(answers), None)
    if first is None or not first.key:
        return first
    standing = (one.step for answer in answers for one in planned if one.step.key == answer.key)
    return next(standing, first)


def listed_after(
    planned: tuple[PlannedStep, ...], after: date, answer: Step | None, first_day: date | None
) -> tuple[PlannedStep, ...]:
    """Those behind a day. What answers the one thing and stands on no day yet comes first."""
    later = tuple(one for one in planned if one.day > after)
    if answer is None or first_day is None or any(one.step == answer for one in planned):
        return later
    return (PlannedStep(first_day, answer), *later)[:NEXT_STEPS]


def first_planned_day(situation: Situation, after: date) -> date | None:
    """The first day after one that has planned minutes, within two weeks."""
    days = _days(after, after + ONE_DAY * WITHIN_DAYS)
    return next((day for day in days if situation.planned_minutes.on(day)), None)
