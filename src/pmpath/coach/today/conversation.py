"""With whom a talk is, and which of the talks today's situation asks for."""

from __future__ import annotations

from pmpath.coach.contacts.asked import ASKED
from pmpath.coach.contacts.leaders import informed_leaders
from pmpath.coach.contacts.people import UNNAMED
from pmpath.coach.gathered.people import people
from pmpath.coach.situation import Situation
from pmpath.coach.today.proposal import Step
from pmpath.coach.today.step import todays_step
from pmpath.domain.people import function_of, key_of, typed

CALL_SEAT, COFFEE, MANAGER, LEADER = "call-seat", "first-coffee", "own-manager", "leader"
TRIAL, UPDATE, AFTER_NO, PAY = "trial-ask", "monthly-update", "after-no", "pay-and-level"
# Which talk prepares an action that needs a person.
TALK_OF = {
    "customers.ask-seat": CALL_SEAT, "customers.listen-in": CALL_SEAT, "allies.coffee": COFFEE,
    "allies.intro": COFFEE, "sponsors.own-manager": MANAGER, "sponsors.tell": LEADER,
    "sponsors.ask-gap": LEADER, "sponsors.update": UPDATE, "sponsors.present": UPDATE,
    "sponsors.outbound": UPDATE, "search.inside": LEADER, "craft.trial-ask": TRIAL,
    "search.after-no": AFTER_NO, "search.offer-compare": PAY,
}  # fmt: skip
RECRUITER = "recruiter"


def people_known(situation: Situation) -> dict[str, str]:
    """Everybody that the log, the answers or the allow list name: the fullest label by key."""
    everybody = people(situation.journal, situation.roadmap, situation.today)
    return {one.key: one.label for one in everybody}


def people_called(name: str, situation: Situation) -> list[str]:
    """The labels that a typed name may mean: that very name, else all that begin with it.

    It may be spelled as in the log, as a screen offers it, or without accents and signs.
    """
    known = people_known(situation)
    key = key_of(name.lstrip("@").partition(":")[0].replace("_", " "))
    if not key:
        return []
    if key in known:
        return [known[key]]
    group = situation.journal.names.person(key)
    if group is not None and group.key in known:
        return [known[group.key]]
    found = [label for one, label in sorted(known.items()) if one.startswith(key)]
    # A name as a screen offers it, without the signs that a shell takes for itself.
    return found or [one for one in known.values() if key_of(typed(one)) == key_of(typed(key))]


def talk_for(situation: Situation, person: str) -> str:
    """The id of the talk with this person: what was asked, today's step, then who they are."""
    contact = situation.journal.contacts.get(key_of(person))
    if contact is not None and contact.asked_for in TALK_OF:
        return TALK_OF[contact.asked_for]
    step = todays_step(situation)
    is_theirs = step is not None and key_of(step.person or "-") == key_of(person)
    if step is not None and is_theirs and step.action in TALK_OF:
        return TALK_OF[step.action]
    told = {key_of(one.person) for one in informed_leaders(situation.roadmap, situation.journal)}
    if key_of(person) in told:
        return UPDATE
    return _by_kind(function_of(person), met=contact is not None and contact.last_met is not None)


def _by_kind(function: str, *, met: bool) -> str:
    words = function.split()
    if RECRUITER in words:
        return PAY
    if _is(words, "leader"):
        return LEADER
    if _is(words, "manager") and not _is(words, "pm"):
        return MANAGER
    return CALL_SEAT if met else COFFEE


def _is(words: list[str], kind: str) -> bool:
    return any(word in ASKED[kind] for word in words)


def step_with_somebody(situation: Situation) -> Step | None:
    """Today's step, when a talk prepares it."""
    step = todays_step(situation)
    if step is None or not (step.person or step.action in TALK_OF):
        return None
    return step


def name_of_kind(kind: str) -> str:
    """How somebody of that kind is called for whom no name is known."""
    return UNNAMED[kind]
