"""The step that answers the one thing of a week."""

from __future__ import annotations

from pmpath.coach.contacts.leaders import UPDATE
from pmpath.coach.findings.weekly import ReportedFinding
from pmpath.coach.situation import Situation
from pmpath.coach.today.candidates import MOVE_MINUTES, steps
from pmpath.coach.today.coming import PlannedStep
from pmpath.coach.today.proposal import (
    ASK_MINUTES,
    FINDING,
    MILESTONE,
    PROMISE,
    Reason,
    Step,
    sized,
    step_for,
)
from pmpath.coach.today.returning import may_return
from pmpath.domain.record import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from pmpath.domain.content.catalog import Action

# A case of a finding whose answer is a promise that was made.
PROMISED = "promise"
OVERDUE = "OVERDUE"
# So far is gone back from an action to what has to come before it.
DEEPEST = 8


def answer_to(situation: Situation, said: ReportedFinding, minutes: int) -> Step | None:
    """The step that answers a concern, at most so long; None where the content names none."""
    if said.case == PROMISED:
        promise = _late_promise(situation, said)
        if promise is not None:
            return promise
    words = situation.catalog.concerns[said.id].words_of(said.case)
    reason = Reason(FINDING, said.text, said.since, figures=said.figures)
    for key in (*words.answers, situation.catalog.concerns[said.id].step):
        action = _open_one(situation, key) if key else None
        if action is not None:
            return sized(situation, [_made(situation, action, reason, said)], minutes)[0]
    if said.id == OVERDUE:
        toward = _toward(situation, said, minutes)
        if toward is not None:
            return toward
    if not words.do:
        return None
    text = words.do.replace("{id}", str(said.figures.get("id", "")))
    return Step(text, min(MOVE_MINUTES, minutes), reason)


def _open_one(situation: Situation, key: str, depth: int = DEEPEST) -> Action | None:
    """The action, or the first that has to come before it; None where neither may be done now."""
    action = situation.catalog.actions[key]
    if not depth or not may_return(situation, action, needed=True):
        return None
    before = situation.missing(action)
    if before:
        return _open_one(situation, before[0], depth - 1)
    return action if situation.is_unlocked(action) else None


def _made(situation: Situation, action: Action, reason: Reason, said: ReportedFinding) -> Step:
    person = said.figures.get("person")
    if action.id != UPDATE or not isinstance(person, str):
        return step_for(situation, action, reason)
    # The update goes to the one who heard nothing, whoever else waits.
    sentence = action.ask.replace("{person}", person)
    made = step_for(situation, action, reason)
    return changed(made, sentence=sentence, person=person, minutes=ASK_MINUTES)


def _late_promise(situation: Situation, said: ReportedFinding) -> Step | None:
    what = said.figures.get("what")
    found = (one for one in steps(situation, MOVE_MINUTES) if one.reason.kind == PROMISE)
    return next((one for one in found if one.sentence == what), None)


def _toward(situation: Situation, said: ReportedFinding, minutes: int) -> Step | None:
    """The first step toward the milestone that waits longest."""
    title = said.figures.get("title")
    found = (one for one in steps(situation, minutes) if one.reason.kind == MILESTONE)
    return next((one for one in found if one.reason.subject == title), None)


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
