"""The step that answers the finding which the report of a week puts first.

The report lists it for the next day with minutes, and on that day it is proposed.
"""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.leaders import UPDATE
from pmpath.coach.contacts.people import awaited, in_hand
from pmpath.coach.contacts.snoozed import snoozed
from pmpath.coach.findings.weekly import ReportedFinding, one_thing
from pmpath.coach.situation import Situation
from pmpath.coach.today.agenda import agenda
from pmpath.coach.today.events.promises import PROMISE_MINUTES, promised
from pmpath.coach.today.proposal import (
    ASK_MINUTES,
    FINDING,
    MILESTONE,
    Reason,
    Step,
    sized,
    step_for,
)
from pmpath.coach.today.returning import may_return
from pmpath.domain.people import key_of
from pmpath.domain.period import week_of
from pmpath.domain.record import changed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmpath.domain.content.catalog import Action

# A page that eases a worry.
HELPER = "allies.make-helper"
# A case of a finding whose answer is a promise that was made.
PROMISED = "promise"
OVERDUE = "OVERDUE"
# How many actions back are looked at for one that may be done before the rest.
DEEPEST = 8


def answer_of_the_week(situation: Situation, minutes: int) -> Iterator[Step]:
    """What answers the one thing of the week, at most so long, until one of its answers came."""
    week = week_of(situation.today)
    finding = one_thing(situation, week)
    if finding is None or _came_since(situation, finding, week.start):
        return
    # Where the first has stood for too long, the next one answers it as well.
    yield from (one for one in answers_to(situation, finding, minutes) if one.action)


def _came_since(situation: Situation, finding: ReportedFinding, first: date) -> bool:
    """Whether something that answers it was done or asked for on that day or later."""
    concern, journal = situation.catalog.concerns[finding.id], situation.journal
    return any(
        days.get(key, date.min) >= first
        for key in (*concern.words_of(finding.case).answers, concern.step)
        for days in (journal.actions_done, journal.actions_asked)
    )


def answers_to(situation: Situation, finding: ReportedFinding, minutes: int) -> Iterator[Step]:
    """The steps that answer a concern, at most so long, best first; none where it names none."""
    if finding.case == PROMISED:
        promise = _late_promise(situation, finding)
        if promise is not None:
            yield promise
    concern = situation.catalog.concerns[finding.id]
    words = concern.words_of(finding.case)
    reason = Reason(FINDING, finding.text, finding.since, figures=finding.figures)
    # Whoever was asked for it already, or agreed to it, is not asked again.
    under_way = set(in_hand(situation.journal).values())
    for key in (*words.answers, concern.step):
        action = _first_open(situation, key, at_once=concern.at_once) if key else None
        if action is not None and action.id not in under_way:
            yield sized(situation, [_step_of(situation, action, reason, finding)], minutes)[0]
            if "person" in finding.figures:
                # What is about one person is answered for them, and for nobody else instead.
                return
    if finding.id == OVERDUE:
        toward = _step_toward_milestone(situation, finding, minutes)
        if toward is not None:
            yield toward
    if words.do:
        text = words.do.replace("{id}", str(finding.figures.get("id", "")))
        yield Step(text, min(PROMISE_MINUTES, minutes), reason)


def _first_open(
    situation: Situation, key: str, depth: int = DEEPEST, *, at_once: bool = False
) -> Action | None:
    """The action, or the first that has to come before it; None where neither may be done now.

    With `at_once` nothing has to come before it.
    """
    action = situation.catalog.actions[key]
    if not depth or not may_return(situation, action, needed=True):
        return None
    if at_once:
        return action
    before = situation.missing(action)
    if before:
        return _first_open(situation, before[0], depth - 1)
    return action if situation.is_unlocked(action) else None


def _step_of(
    situation: Situation, action: Action, reason: Reason, finding: ReportedFinding
) -> Step:
    person = finding.figures.get("person")
    if not isinstance(person, str) or not _is_for(situation, action, person):
        return step_for(situation, action, reason)
    # The update goes to the one who heard nothing, the page to the one with the worry, whoever
    # else waits.
    sentence = action.ask.replace("{person}", person)
    made = step_for(situation, action, reason)
    return changed(made, sentence=sentence, person=person, minutes=ASK_MINUTES)


def _is_for(situation: Situation, action: Action, person: str) -> bool:
    """Whether the action is for the person of the finding, of whom nothing is awaited yet."""
    if action.id != HELPER:
        return action.id == UPDATE
    key, journal = key_of(person), situation.journal
    return key not in awaited(journal) and key not in snoozed(journal, situation.today)


def _late_promise(situation: Situation, finding: ReportedFinding) -> Step | None:
    what = finding.figures.get("what")
    return next((one for one in promised(situation) if (one.what or one.sentence) == what), None)


def _step_toward_milestone(
    situation: Situation, finding: ReportedFinding, minutes: int
) -> Step | None:
    """The first step toward the milestone that waits longest."""
    title = finding.figures.get("title")
    found = (one for one in agenda(situation, minutes) if one.reason.kind == MILESTONE)
    return next((one for one in found if one.reason.subject == title), None)
