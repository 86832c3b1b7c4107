"""A message to a firm about an opening, with the facts of the log that it is filled with."""

from __future__ import annotations

from datetime import date

from pmpath.coach.gathered.follow_up import REPLY, THANK, FollowUp, follow_up
from pmpath.coach.gathered.letter import letter_for
from pmpath.coach.gathered.openings import openings
from pmpath.coach.situation import Situation
from pmpath.coach.today.step import todays_step
from pmpath.domain.log.gathered.openings import ANSWERED, APPLIED, INTERVIEW, Opening
from pmpath.domain.log.names.spelling import firm_key
from pmpath.domain.log.sayable import first_name, sayable
from pmpath.domain.record import Frozen
from pmpath.reports.message import (
    MessageDraft,
    days_to_offer,
    measured_number,
    message_draft,
)
from pmpath.reports.never_said import never_said

# What is typed once it is sent.
LINES = {REPLY: "wrote to {firm}", THANK: "thanked {firm} for the interview"}
FOLLOWED_UP = "followed up with {firm}"
CUSTOMER = "customer"


class FirmMessageReport(Frozen):
    """`draft` is the message; `kind` is one of LETTERS, "" where there is nothing to write.

    `opening` is its name, `next` what it waits for, `stage` how far it has come.
    """

    draft: MessageDraft
    kind: str
    firm: str
    opening: str
    stage: str
    next: FollowUp | None


def firms_called(situation: Situation, name: str) -> list[Opening]:
    """The openings that a typed name may mean: that very firm, else all that begin with it."""
    key = firm_key(name.lstrip("@").replace("_", " "))
    named = [one for one in openings(situation.journal, situation.roadmap) if one.is_named]
    if not key:
        return []
    exact = [one for one in named if one.key == key]
    return exact or [one for one in named if one.key.startswith(key)]


def firm_of_step(situation: Situation) -> Opening | None:
    """The opening that today's step is about; None where it is about none."""
    step = todays_step(situation)
    if step is None or not step.opening:
        return None
    return next(iter(firms_called(situation, step.opening)), None)


def firm_message_report(situation: Situation, opening: Opening) -> FirmMessageReport:
    """The facts for a message about an opening, still without lines."""
    following = follow_up(opening, situation.journal.open_commitments, situation.today)
    kind = letter_for(following)
    line = LINES.get(kind, FOLLOWED_UP).replace("{firm}", opening.firm)
    theirs = firm_of_step(situation)
    draft = message_draft(
        situation,
        (_words(situation, opening), _days(situation, opening, following)),
        line,
        to=opening.key,
        is_step=theirs is not None and theirs.key == opening.key,
    )
    return FirmMessageReport(draft, kind, opening.firm, opening.name, opening.stage, following)


def _words(situation: Situation, opening: Opening) -> dict[str, str]:
    """The words of each slot; "" for what is not known, or names somebody who is private."""
    never = never_said(
        situation.journal, situation.roadmap, situation.vocabulary, besides=opening.key
    )
    role = sayable(opening.role or situation.roadmap.target.role)
    words = {"role": role, "number": measured_number(situation)}
    words = {key: "" if never.is_in(one) else one for key, one in words.items()}
    person = _whom(situation, opening)
    return {**words, "name": first_name(person) if person else ""}


def _whom(situation: Situation, opening: Opening) -> str:
    """Whoever was there in the last round or answered last, if the log names one of them."""
    contacts = situation.journal.contacts
    for keys in reversed(situation.journal.openings.people_of(opening)):
        known = [contacts[key].person for key in keys if key in contacts and key != opening.key]
        known = [one for one in known if CUSTOMER not in one]
        if len(known) == 1:
            return known[0]
    return ""


def _days(situation: Situation, opening: Opening, following: FollowUp | None) -> dict[str, date]:
    days = days_to_offer(situation)
    for slot, stage in (("applied", APPLIED), ("answered", ANSWERED)):
        if stage in opening.reached:
            days[slot] = max(one.day for one in opening.stages if one.name == stage)
    if opening.interviews:
        days[INTERVIEW] = max(opening.interviews)
    if following is not None and following.sent:
        days["written"] = following.since
    return days
