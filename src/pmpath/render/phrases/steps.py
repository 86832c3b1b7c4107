"""A step in words: what to do, why, and for how long."""

from __future__ import annotations

from datetime import date

from pmpath.coach.today.proposal import (
    CLOCK,
    CUSTOMER,
    EARLY,
    FINDING,
    FIRST,
    HAPPENED,
    MILESTONE,
    NAMED_AT_START,
    NO_NEWS,
    NUDGE,
    OPENING,
    PERSON,
    PROMISE,
    REGULAR,
    Reason,
    Step,
)
from pmpath.coach.today.to_firms import WRITTEN
from pmpath.domain.log.gathered.openings import ANSWERED, APPLIED, INTERVIEW
from pmpath.domain.people import name_of
from pmpath.render.page.text import capitalized, day_beside, pluralize
from pmpath.render.phrases.filled import filled

AN_ANSWER = "an answer"
COMMAND = ": pmpath "
# From what words to a firm follow.
STATES = {
    APPLIED: "no answer is logged since you applied", ANSWERED: "they answered",
    INTERVIEW: "the interview was", WRITTEN: "no answer is logged since you wrote",
}  # fmt: skip
# Why, where the day, the person or the subject is all that it takes.
WHY = {
    NUDGE: "the answer was due on {day}",
    CUSTOMER: "the last customer contact was on {day}",
    PERSON: "the last person met was on {day}",
    MILESTONE: "it leads to a milestone due {day}: {subject}",
    NAMED_AT_START: "you named {whom} at the start; no contact with {whom} is logged yet",
    FIRST: "it is for the first quarter of the plan: {subject}",
}


def sentence(step: Step) -> str:
    """The step as one sentence with one verb."""
    if step.reason.kind == NUDGE:
        return f"Follow up with {step.person}: {_still_open(step.sentence)}."
    if step.reason.kind == PROMISE and step.person and not step.what:
        # An initial, as in a shared report, brings its own full stop.
        return f"{capitalized(step.sentence)}, for {step.person}".removesuffix(".") + "."
    text = capitalized(step.sentence).rstrip(".")
    if COMMAND in text:
        # A period behind a command would be pasted with it.
        return text
    return f"{text}: part {step.number} of {step.count}." if step.count > 1 else f"{text}."


def _still_open(awaited: str) -> str:
    """What was awaited and has not come: `no answer yet`, `no answer yet (the slides)`."""
    return "no answer yet" if awaited == AN_ANSWER else f"no answer yet ({awaited})"


def _of_a_promise(step: Step, today: date) -> str:
    day = _day(step.reason.day, today)
    if step.what:
        return f"agreed on {day}: {step.what}"
    who = f"to {name_of(step.person)} " if step.person else ""
    return f"promised {who}on {day}"


def why(step: Step, today: date) -> str:
    """One line of the user's own facts."""
    reason = step.reason
    if reason.kind == PROMISE:
        return _of_a_promise(step, today)
    if reason.kind in WHY:
        whom, day = name_of(step.person), _day(reason.day, today)
        return WHY[reason.kind].format(day=day, whom=whom, subject=reason.subject)
    if reason.kind == CLOCK:
        gone = f"{pluralize(reason.days, 'day')} ago, on {_day(reason.day, today)}"
        return f"you last met {name_of(reason.subject)} {gone}"
    if reason.kind == NO_NEWS:
        silent = f"{pluralize(reason.days, 'day')}, since {_day(reason.day, today)}"
        return f"{name_of(reason.subject)} knows of your plan and has heard nothing for {silent}"
    if reason.kind in (FINDING, EARLY):
        return filled(reason.subject, reason.figures, today)
    if reason.kind in (HAPPENED, OPENING):
        return f"{_event(reason.subject)} on {_day(reason.day, today)}"
    return _its_turn(reason, today)


def _its_turn(reason: Reason, today: date) -> str:
    """What comes back after some weeks, or a track and its last step."""
    ago = f"{pluralize(reason.days, 'day')} ago" if reason.days else "today"
    last = f"on {_day(reason.day, today)}, {ago}"
    if reason.kind == REGULAR:
        time = f"the last time was {last}" if reason.day else "this is the first time"
        return f"{reason.subject}; {time}"
    if reason.day is None:
        return f"nothing is logged yet for this track: {reason.subject}"
    return f'the last step for the track "{reason.subject}" was {last}'


def _event(subject: str) -> str:
    """`event:rejected<=14d` is a no, `applied` an opening that came so far."""
    if subject in STATES:
        return STATES[subject]
    words = {
        "rejected": "they said no", "interview": "an interview was logged",
        "accepted": "you accepted an offer",
    }  # fmt: skip
    return next((said for event, said in words.items() if event in subject), "the offer came")


def _day(day: date | None, today: date) -> str:
    return day_beside(day, today) if day else "no day"
