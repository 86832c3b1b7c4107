"""What people owe each other: promises that are due, and answers that are late."""

from __future__ import annotations

from datetime import date

from pmpath.coach.contacts.people import known_label
from pmpath.coach.contacts.snoozed import snoozed
from pmpath.coach.situation import Situation
from pmpath.coach.today.proposal import ASK_MINUTES, NUDGE, PROMISE, Reason, Step
from pmpath.domain.content.catalog import Action
from pmpath.domain.entry import ASK, HOLD, ME, PROMISED, THEM
from pmpath.domain.log.gathered.commitments import OpenCommitment
from pmpath.domain.people import key_of
from pmpath.domain.promise import is_meeting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Keeping a promise takes so long at most, where no action says how long it takes.
PROMISE_MINUTES = 15


def promised(situation: Situation) -> Iterator[Step]:
    """Each promise of mine whose day has come, the one that was due first before the others."""
    for one in situation.journal.open_commitments:
        if one.move.who == ME and one.move.day <= situation.today:
            yield _promise(situation, one)


def _promise(situation: Situation, one: OpenCommitment) -> Step:
    """Keeping a promise; to somebody who was asked for an action it is that action's hold half.

    Where nothing but to meet was promised, the step says what the action is about.
    """
    person = known_label(situation.journal, one.move.person)
    contact = situation.journal.contacts.get(key_of(one.move.person))
    meets = bool(person) and is_meeting(one.move.what)
    # "promised Lena the deck" is not the coffee that she was asked for.
    is_a_thing = one.event == PROMISED and not meets
    asked = contact.asked_for if contact and not is_a_thing else ""
    action = situation.catalog.actions.get(asked)
    return Step(
        sentence=_meeting(person, action) if meets else one.move.what,
        minutes=action.minutes if action else min(PROMISE_MINUTES, situation.minutes_today),
        reason=Reason(PROMISE, one.move.person, one.made),
        track=action.track if action else one.track,
        action=action.id if action else "",
        half=HOLD if action else "",
        person=person,
        bring_back=action.done_when if action else "",
        settles=one.entry_id,
        what=one.move.what if meets else "",
    )


def _meeting(person: str, action: Action | None) -> str:
    return (action.hold if action else "Meet {person}").replace("{person}", person)


def late_answers(situation: Situation) -> Iterator[Step]:
    """Asking once more whoever did not answer by their day."""
    quiet = snoozed(situation.journal, situation.today)
    for one in situation.journal.open_commitments:
        if key_of(one.move.person) not in quiet and _waits_for_answer(one, situation.today):
            yield Step(
                sentence=one.move.what,
                minutes=ASK_MINUTES,
                reason=Reason(NUDGE, one.move.person, one.move.day),
                track=one.track,
                half=ASK,
                person=known_label(situation.journal, one.move.person),
                settles=one.entry_id,
            )


def _waits_for_answer(one: OpenCommitment, today: date) -> bool:
    """Whether somebody's answer is late, and they were not asked for it a second time yet.

    Whoever does not answer then is left alone, and somebody else is asked.
    """
    is_late = one.move.day < today and not one.nudges
    return one.move.who == THEM and is_late and bool(one.move.person)
