"""What is to be said to somebody next: an ask, a second try, what was promised, or a talk."""

from __future__ import annotations

from pmpath.coach.contacts.asked import is_kind
from pmpath.coach.contacts.leaders import UPDATE as SEND_UPDATE
from pmpath.coach.situation import Situation
from pmpath.coach.today.conversation import (
    CALL_SEAT,
    COFFEE,
    LEADER,
    MANAGER,
    TALK_OF,
    UPDATE,
    talk_for,
)
from pmpath.coach.today.proposal import NUDGE, PROMISE, Step
from pmpath.coach.today.step import todays_step
from pmpath.domain.entry import ASK, ME
from pmpath.domain.log.gathered.commitments import OpenCommitment
from pmpath.domain.people import key_of
from pmpath.domain.record import Frozen

ASKING, FOLLOWING_UP, PROMISED, TALKING = "ask", "follow-up", "promise", "talk"
# What is asked of somebody for whom there is a talk, before anything was asked.
ASK_BEFORE = {
    CALL_SEAT: "customers.ask-seat", COFFEE: "allies.coffee", MANAGER: "sponsors.own-manager",
    LEADER: "sponsors.tell", UPDATE: SEND_UPDATE,
}  # fmt: skip
ASK_CUSTOMER, ASK_NONPROFIT = "customers.last-time", "volunteer.offer"


class Occasion(Frozen):
    """`kind` is one of the words above; `action` is what is asked for, "" for what no action is.

    `talk` is the talk that it leads to, "" for none; `commitment` is the one it speaks of.
    """

    kind: str
    action: str = ""
    talk: str = ""
    commitment: OpenCommitment | None = None


def occasion_of_step(situation: Situation, step: Step) -> Occasion:
    """What today's step says to somebody."""
    commitment = next(
        (one for one in situation.journal.open_commitments if one.entry_id == step.settles), None
    )
    if step.reason.kind == NUDGE:
        action = _asked_for(situation, step.person)
        return Occasion(FOLLOWING_UP, action, TALK_OF.get(action, ""), commitment)
    if step.half == ASK:
        return Occasion(ASKING, step.action, TALK_OF.get(step.action, ""))
    if step.reason.kind == PROMISE and not step.action:
        return Occasion(PROMISED, commitment=commitment)
    return Occasion(TALKING, step.action, TALK_OF.get(step.action) or _talk(situation, step.person))


def occasion_with(situation: Situation, person: str) -> Occasion:
    """What comes next with this person: today's step, what is open between you, or a first ask."""
    step = todays_step(situation)
    if step is not None and step.person and key_of(step.person) == key_of(person):
        return occasion_of_step(situation, step)
    action = _asked_for(situation, person)
    for one in situation.journal.open_commitments:
        if not one.move.person or key_of(one.move.person) != key_of(person):
            continue
        if one.move.who != ME:
            return Occasion(FOLLOWING_UP, action, TALK_OF.get(action, ""), one)
        if action:
            return Occasion(TALKING, action, _talk(situation, person))
        return Occasion(PROMISED, commitment=one)
    if is_kind("customer", person):
        return Occasion(ASKING, ASK_CUSTOMER)
    if is_kind("nonprofit", person):
        return Occasion(ASKING, ASK_NONPROFIT)
    talk = _talk(situation, person)
    if talk in ASK_BEFORE:
        return Occasion(ASKING, ASK_BEFORE[talk], talk)
    return Occasion(TALKING, talk=talk)


def _asked_for(situation: Situation, person: str) -> str:
    contact = situation.journal.contacts.get(key_of(person))
    return contact.asked_for if contact is not None else ""


def _talk(situation: Situation, person: str) -> str:
    return talk_for(situation, person)
