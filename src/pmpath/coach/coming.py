"""The steps of the next days, each of them another one."""

from __future__ import annotations

from datetime import date, timedelta

from pmpath.coach.proposal import Step
from pmpath.coach.situation import Situation
from pmpath.coach.step import steps
from pmpath.domain.record import changed, record


@record
class PlannedStep:
    """A step with the day it is planned for."""

    day: date
    step: Step


def coming_steps(
    situation: Situation, after: date, count: int, *, besides: str = ""
) -> tuple[PlannedStep, ...]:
    """Different steps for the next days that promise minutes, at most `count`, within two weeks.

    `besides` is the key of a step that is taken as done.
    """
    planned: list[PlannedStep] = []
    used = {besides}
    for distance in range(1, 15):
        day = after + timedelta(distance)
        minutes = situation.promises.on(day)
        if not minutes or len(planned) == count:
            continue
        then = changed(situation, today=day)
        step = next((one for one in steps(then, minutes) if one.key not in used), None)
        if step is not None:
            used.add(step.key)
            planned.append(PlannedStep(day, step))
    return tuple(planned)
