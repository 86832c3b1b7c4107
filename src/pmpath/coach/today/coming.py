"""The steps of the next days, each of them another one."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.situation import Situation
from pmpath.coach.today.proposal import CUSTOMER, PERSON, PROMISE, Step
from pmpath.coach.today.shown import sameness
from pmpath.coach.today.step import open_steps, past_steps, todays_step
from pmpath.domain.record import Frozen, changed

# One step is enough for each of these; the next of them waits for its outcome.
ANSWERED_BY_ONE = (CUSTOMER, PERSON)
# The days after this one that are looked at.
WITHIN_DAYS = 14
# How many of the next steps a report has.
NEXT_STEPS = 3


class PlannedStep(Frozen):
    """A step with the day it is planned for."""

    day: date
    step: Step


def coming_steps(
    situation: Situation, after: date, count: int, *, besides: str = ""
) -> tuple[PlannedStep, ...]:
    """Different steps for the next days with planned minutes, at most `count`, within two weeks.

    Of those that answer the same lack, of a customer or of anybody met, there is but one. `besides`
    is the key of a step that is taken as done.
    """
    planned: list[PlannedStep] = []
    used, answered = {besides}, set[str]()
    shown = past_steps(situation)
    for distance in range(1, WITHIN_DAYS + 1):
        day = after + timedelta(distance)
        minutes = situation.planned_minutes.on(day)
        if not minutes or len(planned) == count:
            continue
        then = changed(situation, today=day)
        found = (one for one in open_steps(then, shown, minutes) if one.key not in used)
        step = next((one for one in found if one.reason.kind not in answered), None)
        if step is not None:
            used.add(step.key)
            if step.reason.kind in ANSWERED_BY_ONE:
                answered.add(step.reason.kind)
            shown.add(day, [sameness(step)])
            planned.append(PlannedStep(day, step))
    return tuple(planned)


def with_first(
    coming: tuple[PlannedStep, ...], answer: Step | None, first_day: date | None
) -> tuple[PlannedStep, ...]:
    """The steps of the next days with the answer before all others, as many as there were.

    What was planned for its day gives way, unless it is a promise.
    """
    if answer is None or first_day is None:
        return coming
    others = [
        one
        for one in coming
        if one.step.key != answer.key
        and one.step.sentence != answer.sentence
        and (one.day > first_day or one.step.reason.kind == PROMISE)
    ]
    first = PlannedStep(first_day, answer)
    return (first, *others)[: max(len(coming), 1)]


def next_steps(
    situation: Situation, after: date, answer: Step | None, *, day_is_over: bool
) -> tuple[PlannedStep, ...]:
    """The steps of the days after one, the answer to a concern before all others.

    While that one is not over its own step is taken as done, as the screens of the day take it.
    """
    own = None if day_is_over else todays_step(situation)
    coming = coming_steps(situation, after, NEXT_STEPS, besides=own.key if own else "")
    if own is not None and answer is not None and answer.key == own.key:
        return coming
    return with_first(coming, answer, first_planned_day(situation, after))


def first_planned_day(situation: Situation, after: date) -> date | None:
    """The first day after one that has planned minutes, within two weeks."""
    days = (after + timedelta(number) for number in range(1, WITHIN_DAYS + 1))
    return next((day for day in days if situation.planned_minutes.on(day)), None)
