"""With whom a talk is, and which of the talks today's situation asks for."""

from __future__ import annotations

from pmpath.coach.contacts.asked import FUNCTIONS_OF_KIND
from pmpath.coach.contacts.leaders import informed_leaders
from pmpath.coach.situation import Situation
from pmpath.coach.today.proposal import Step
from pmpath.coach.today.step import todays_step
from pmpath.domain.entry import ASK
from pmpath.domain.people import function_of, key_of

CALL_SEAT, COFFEE, MANAGER, LEADER = "call-seat", "first-coffee", "own-manager", "leader"
TRIAL, UPDATE, AFTER_NO, PAY = "trial-ask", "monthly-update", "after-no", "pay-and-level"
FIRST_90_DAYS = "first-90-days"
# Which talk prepares an action that needs a person.
TALK_OF = {
    "customers.ask-seat": CALL_SEAT, "customers.listen-in": CALL_SEAT, "allies.coffee": COFFEE,
    "allies.intro": COFFEE, "sponsors.own-manager": MANAGER, "sponsors.tell": LEADER,
    "sponsors.ask-gap": LEADER, "sponsors.update": UPDATE, "sponsors.present": UPDATE,
    "sponsors.outbound": UPDATE, "search.inside": LEADER, "craft.trial-ask": TRIAL,
    "search.after-no": AFTER_NO, "search.offer-compare": PAY,
    "search.first-90": FIRST_90_DAYS,
}  # fmt: skip
RECRUITER = "recruiter"


def talk_for(situation: Situation, person: str) -> str:
    """The id of the talk with this person: what was asked, today's step, then who they are."""
    contact = situation.journal.contacts.get(key_of(person))
    if contact is not None and contact.asked_for in TALK_OF:
        return TALK_OF[contact.asked_for]
    step = todays_step(situation)
    is_theirs = step is not None and step.person and key_of(step.person) == key_of(person)
    if step is not None and is_theirs and step.action in TALK_OF:
        return TALK_OF[step.action]
    told = {key_of(one.person) for one in informed_leaders(situation.roadmap, situation.journal)}
    if key_of(person) in told:
        return UPDATE
    return _by_function(
        function_of(person), met=contact is not None and contact.last_met is not None
    )


def _by_function(function: str, *, met: bool) -> str:
    """The talk for who they are; else a seat in a call, or a coffee where you never met."""
    words = function.split()
    if RECRUITER in words:
        return PAY
    if _is_named_in(words, "leader"):
        return LEADER
    if _is_named_in(words, "manager") and not _is_named_in(words, "pm"):
        return MANAGER
    return CALL_SEAT if met else COFFEE


def _is_named_in(words: list[str], kind: str) -> bool:
    return any(word in FUNCTIONS_OF_KIND[kind] for word in words)


def step_with_somebody(situation: Situation) -> Step | None:
    """Today's step, when it says something to somebody: it asks them, or a talk prepares it."""
    step = todays_step(situation)
    if step is None or not (step.person or step.half == ASK or step.action in TALK_OF):
        return None
    return step
